#include "core/forms/decimal.h"

#include <QJsonArray>
#include <QJsonObject>

#include <charconv>
#include <cstdint>

namespace sanad {

namespace {

std::strong_ordering compareMagnitude(const QByteArray& a, int exponentA, const QByteArray& b, int exponentB)
{
    const auto topA = a.size() + exponentA;
    const auto topB = b.size() + exponentB;
    if (topA != topB) return topA <=> topB;
    return a.compare(b) <=> 0;
}

/// a × b mod m without overflow, for m < 2^63.
std::uint64_t multiplyModulo(std::uint64_t a, std::uint64_t b, std::uint64_t m)
{
    std::uint64_t result = 0;
    for (a %= m; b != 0; b >>= 1) {
        if (b & 1) result = (result + a) % m;
        a = (a + a) % m;
    }
    return result;
}

std::uint64_t powerOfTenModulo(int exponent, std::uint64_t m)
{
    std::uint64_t result = 1 % m;
    std::uint64_t base = 10 % m;
    for (; exponent != 0; exponent >>= 1) {
        if (exponent & 1) result = multiplyModulo(result, base, m);
        base = multiplyModulo(base, base, m);
    }
    return result;
}

} // namespace

std::optional<Decimal> Decimal::fromJsonText(QByteArrayView text)
{
    Decimal decimal;
    qsizetype at = 0;
    if (!text.empty() && text.front() == '-') {
        decimal.m_negative = true;
        at = 1;
    }
    bool afterPoint = false;
    for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
        if (text[at] == '.') {
            afterPoint = true;
            continue;
        }
        decimal.m_digits += text[at];
        if (afterPoint) --decimal.m_exponent;
    }
    if (at < text.size()) {
        bool ok = false;
        const int exponent = text.sliced(at + 1).toByteArray().toInt(&ok);
        if (!ok || exponent > 9999 || exponent < -9999) return std::nullopt;
        decimal.m_exponent += exponent;
    }
    qsizetype leading = 0;
    while (leading < decimal.m_digits.size() && decimal.m_digits[leading] == '0')
        ++leading;
    decimal.m_digits.remove(0, leading);
    while (decimal.m_digits.endsWith('0')) {
        decimal.m_digits.chop(1);
        ++decimal.m_exponent;
    }
    if (decimal.m_digits.isEmpty()) return Decimal();
    return decimal;
}

Decimal Decimal::fromDouble(double value)
{
    char buffer[40];
    // Without the format large integers would come with every digit of the double, not with the shortest
    // ones.
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    return fromJsonText(QByteArrayView(buffer, end)).value_or(Decimal());
}

Decimal Decimal::fromJson(const QJsonValue& value)
{
    const double number = value.toDouble();
    const auto asInteger = value.toInteger(0);
    if (asInteger == value.toInteger(1)) return *fromJsonText(QByteArray::number(qint64{asInteger}));
    return fromDouble(number);
}

bool Decimal::isMultipleOf(const Decimal& divisor) const
{
    if (isZero()) return true;
    const auto own = m_digits.toULongLong();
    const auto other = divisor.m_digits.toULongLong();
    const int shift = m_exponent - divisor.m_exponent;
    if (shift >= 0) return multiplyModulo(own, powerOfTenModulo(shift, other), other) == 0;
    // own must hold 10^-shift as well; its digits end in no zero, so factors of ten must come from 2s and 5s
    // of both: own % (other × 10^-shift), which exceeds own as soon as it leaves 64 bits.
    auto product = other;
    for (int step = shift; step < 0; ++step) {
        if (product > own / 10) return false;
        product *= 10;
    }
    return own % product == 0;
}

QString Decimal::text() const
{
    if (m_digits.isEmpty()) return QStringLiteral("0");
    QByteArray text = m_digits;
    if (m_exponent >= 0 && m_exponent <= 20) {
        text += QByteArray(m_exponent, '0');
    } else if (m_exponent < 0 && m_exponent >= -20) {
        if (text.size() <= -m_exponent) text.prepend(QByteArray(1 - m_exponent - text.size(), '0'));
        text.insert(text.size() + m_exponent, '.');
    } else {
        text += 'e' + QByteArray::number(m_exponent);
    }
    if (m_negative) text.prepend('-');
    return QString::fromLatin1(text);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    if (isZero() || other.isZero()) {
        const auto size = int{!isZero()} <=> int{!other.isZero()};
        return m_negative ? 0 <=> size : size;
    }
    const auto magnitude = compareMagnitude(m_digits, m_exponent, other.m_digits, other.m_exponent);
    return m_negative ? 0 <=> magnitude : magnitude;
}

bool jsonEqual(const QJsonValue& a, const QJsonValue& b)
{
    if (a.type() != b.type()) return false;
    switch (a.type()) {
    case QJsonValue::Double:
        return Decimal::fromJson(a) == Decimal::fromJson(b);
    case QJsonValue::Array: {
        const QJsonArray left = a.toArray();
        const QJsonArray right = b.toArray();
        if (left.size() != right.size()) return false;
        for (qsizetype i = 0; i < left.size(); ++i)
            if (!jsonEqual(left.at(i), right.at(i))) return false;
        return true;
    }
    case QJsonValue::Object: {
        const QJsonObject left = a.toObject();
        const QJsonObject right = b.toObject();
        if (left.size() != right.size()) return false;
        for (auto member = left.begin(); member != left.end(); ++member) {
            const auto other = right.find(member.key());
            if (other == right.end() || !jsonEqual(member.value(), other.value())) return false;
        }
        return true;
    }
    default:
        return a == b;
    }
}

namespace {

/// With its length before it no text runs into what follows.
QString counted(const QString& text)
{
    return QString::number(text.size()) + u':' + text;
}

} // namespace

QString jsonIdentity(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Double:
        return u'#' + Decimal::fromJson(value).text() + u';';
    case QJsonValue::String:
        return u'"' + counted(value.toString());
    case QJsonValue::Array: {
        QString text(u'[');
        for (const QJsonValue& each : value.toArray())
            text += jsonIdentity(each);
        return text + u']';
    }
    case QJsonValue::Object: {
        QString text(u'{');
        const QJsonObject members = value.toObject(); // in the order of their names
        for (auto member = members.begin(); member != members.end(); ++member)
            text += counted(member.key()) + jsonIdentity(member.value());
        return text + u'}';
    }
    case QJsonValue::Bool:
        return QString(value.toBool() ? u't' : u'f');
    default:
        return QString(value.isNull() ? u'n' : u'u');
    }
}

} // namespace sanad
