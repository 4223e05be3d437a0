#include "core/catalogue/pack_reader.h"

#include "core/base/text_gate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kMaxEntries = 5000;

} // namespace

PackReader::PackReader(const QJsonValue& value, QString where, std::vector<Error>& problems)
    : m_object(value.toObject())
    , m_where(std::move(where))
    , m_problems(&problems)
{
    if (!value.isObject()) problem(u"pack.wrong-type"_s, {u"{}"_s});
}

void PackReader::problem(const QString& key, const QStringList& args)
{
    m_problems->push_back(
        {ErrorCode::Unusable, key, QStringList{m_where.isEmpty() ? u"pack"_s : m_where} + args, {}});
}

QJsonValue PackReader::take(const QString& key, Need need)
{
    m_asked.insert(key);
    const auto value = m_object.value(key);
    if (!value.isUndefined() && !value.isNull()) return value;
    if (need == Need::Required) problem(u"pack.missing"_s, {key});
    return QJsonValue::Undefined;
}

QString PackReader::text(const QString& key, Need need, int maxLength)
{
    const auto value = take(key, need);
    if (value.isUndefined()) return {};
    if (!value.isString()) {
        problem(u"pack.wrong-type"_s, {key});
        return {};
    }
    const auto clean =
        cleanText(value.toString(), {.maxLength = maxLength, .required = need == Need::Required});
    if (!clean) {
        problem(u"pack.text"_s, {key});
        return {};
    }
    return *clean;
}

QString PackReader::code(const QString& key, Need need)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\\z"_s);
    const auto value = take(key, need);
    if (value.isUndefined()) return {};
    if (!form.match(value.toString()).hasMatch()) {
        problem(u"pack.bad-code"_s, {key});
        return {};
    }
    return value.toString();
}

QString PackReader::oneOf(const QString& key, const QStringList& allowed, Need need)
{
    const auto value = take(key, need);
    if (value.isUndefined()) return {};
    if (!allowed.contains(value.toString())) {
        problem(u"pack.not-allowed"_s, {key, allowed.join(u", "_s)});
        return {};
    }
    return value.toString();
}

QStringList PackReader::texts(const QString& key, Need need)
{
    const auto value = take(key, need);
    if (value.isUndefined()) return {};
    QStringList found;
    const auto entries = value.toArray();
    bool good = value.isArray() && entries.size() <= kMaxEntries;
    for (const auto& entry : entries) {
        const auto clean = cleanText(entry.toString(), {.maxLength = 200, .required = true});
        good = good && entry.isString() && clean;
        if (clean) found << *clean;
    }
    if (!good) problem(u"pack.wrong-type"_s, {key});
    return found;
}

bool PackReader::boolean(const QString& key)
{
    const auto value = take(key, Need::Required);
    if (!value.isUndefined() && !value.isBool()) problem(u"pack.wrong-type"_s, {key});
    return value.toBool();
}

std::optional<std::int64_t> PackReader::wholeNumber(
    const QJsonValue& value, const QString& key, std::int64_t least, std::int64_t most)
{
    if (value.isUndefined()) return std::nullopt;
    const auto outside = least - 1;
    const auto number = value.toInteger(outside);
    if (!value.isDouble() || number < least || number > most) {
        problem(u"pack.bad-number"_s, {key, QString::number(least), QString::number(most)});
        return std::nullopt;
    }
    return number;
}

std::int64_t PackReader::integer(const QString& key, std::int64_t least, std::int64_t most)
{
    return wholeNumber(take(key, Need::Required), key, least, most).value_or(least);
}

std::optional<std::int64_t> PackReader::optionalInteger(
    const QString& key, std::int64_t least, std::int64_t most)
{
    return wholeNumber(take(key, Need::Optional), key, least, most);
}

std::optional<Money> PackReader::money(const QString& key)
{
    constexpr std::int64_t largest = 999'999'999'999;
    const auto baisa = wholeNumber(take(key, Need::Optional), key, 0, largest);
    return baisa ? std::optional(Money::fromBaisa(*baisa)) : std::nullopt;
}

QDate PackReader::date(const QString& key)
{
    const auto value = take(key, Need::Required);
    if (value.isUndefined()) return {};
    const auto day = QDate::fromString(value.toString(), u"yyyy-MM-dd"_s);
    if (!day.isValid()) problem(u"pack.bad-date"_s, {key});
    return day;
}

std::vector<PackReader> PackReader::objects(const QString& key, Need need)
{
    const auto value = take(key, need);
    std::vector<PackReader> readers;
    if (value.isUndefined()) return readers;
    const auto entries = value.toArray();
    if (!value.isArray() || entries.size() > kMaxEntries) {
        problem(u"pack.wrong-type"_s, {key});
        return readers;
    }
    readers.reserve(static_cast<std::size_t>(entries.size()));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto entry = entries.at(i);
        const auto code = entry.toObject().value(u"code"_s).toString();
        const auto name = code.isEmpty() ? QString::number(i) : code.left(64);
        readers.emplace_back(entry, m_where + u'/' + key + u'/' + name, *m_problems);
    }
    return readers;
}

std::optional<PackReader> PackReader::object(const QString& key, Need need)
{
    const auto value = take(key, need);
    if (value.isUndefined()) return std::nullopt;
    return PackReader(value, m_where + u'/' + key, *m_problems);
}

QJsonValue PackReader::raw(const QString& key)
{
    return take(key, Need::Required);
}

void PackReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it)
        if (!m_asked.contains(it.key())) problem(u"pack.unknown-key"_s, {it.key().left(64)});
}

} // namespace sanad
