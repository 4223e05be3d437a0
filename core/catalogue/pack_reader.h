#pragma once

#include "core/base/error.h"
#include "core/base/money.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <set>
#include <vector>

namespace sanad {

/// Reads one object of a pack key by key and notes every problem instead of stopping at the first.
/// finish() notes the keys that nobody asked for.
class PackReader {
public:
    enum class Need { Required, Optional };

    PackReader(const QJsonValue& value, QString where, std::vector<Error>& problems);

    const QString& where() const { return m_where; }
    bool has(const QString& key) const { return m_object.contains(key) && !m_object.value(key).isNull(); }

    /// Text that may be shown: cleaned, and refused with direction overrides or control characters.
    QString text(const QString& key, Need need = Need::Required, int maxLength = 500);
    /// A code of ours: letters, digits, `_ . -`.
    QString code(const QString& key, Need need = Need::Required);
    QString oneOf(const QString& key, const QStringList& allowed, Need need = Need::Required);
    QStringList texts(const QString& key, Need need = Need::Required);
    bool boolean(const QString& key);
    std::int64_t integer(const QString& key, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> optionalInteger(const QString& key, std::int64_t least, std::int64_t most);
    /// Whole baisa ≥ 0; null or absent: none.
    std::optional<Money> money(const QString& key);
    QDate date(const QString& key);
    /// A reader for each object of the array `key`.
    std::vector<PackReader> objects(const QString& key, Need need = Need::Required);
    std::optional<PackReader> object(const QString& key, Need need = Need::Required);
    QJsonValue raw(const QString& key);

    void problem(const QString& key, const QStringList& args = {});
    void finish();

private:
    /// Undefined, and noted when required, where the key is absent or null.
    QJsonValue take(const QString& key, Need need);
    std::optional<std::int64_t> wholeNumber(
        const QJsonValue& value, const QString& key, std::int64_t least, std::int64_t most);

    QJsonObject m_object;
    QString m_where;
    std::vector<Error>* m_problems;
    std::set<QString> m_asked;
};

} // namespace sanad
