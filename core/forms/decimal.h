#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

#include <compare>
#include <optional>

namespace sanad {

/// A JSON number as what it says: ± digits × 10^exponent, exact. Digits carry no zeros at either end;
/// zero has none. Compared and divided without rounding, which a double cannot promise.
class Decimal {
public:
    /// Text in JSON's grammar of numbers; anything else is our bug. Nothing when the exponent is past ±9999.
    static std::optional<Decimal> fromJsonText(QByteArrayView text);
    /// The shortest decimal that reads back as the same double.
    static Decimal fromDouble(double value);
    /// `value` must be a number.
    static Decimal fromJson(const QJsonValue& value);

    bool isInteger() const { return m_digits.isEmpty() || m_exponent >= 0; }
    bool isZero() const { return m_digits.isEmpty(); }
    bool isPositive() const { return !m_negative && !isZero(); }
    /// `divisor` must not be zero.
    bool isMultipleOf(const Decimal& divisor) const;
    QString text() const;

    bool operator==(const Decimal&) const = default;
    std::strong_ordering operator<=>(const Decimal& other) const;

private:
    bool m_negative = false;
    QByteArray m_digits;
    int m_exponent = 0;
};

/// Equality of JSON Schema: 1 and 1.0 are the same number, members of an object have no order.
bool jsonEqual(const QJsonValue& a, const QJsonValue& b);
/// A text that two values share when they are equal by jsonEqual(), and only then.
QString jsonIdentity(const QJsonValue& value);

} // namespace sanad
