#include "core/catalogue/sample_form.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::int64_t kEnoughBaisa = 2'000'000;

/// FNV-1a, so that the same names and number give the same answers on every machine.
std::uint64_t mixed(const QString& text, int number)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto add = [&hash](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ULL; };
    for (const QChar c : text)
        add(c.unicode());
    add(static_cast<std::uint64_t>(number));
    return hash ^ (hash >> 29);
}

QString digits(std::uint64_t mix, int count)
{
    QString text;
    for (int i = 0; i < count; ++i, mix /= 10)
        text += QChar(static_cast<char16_t>(u'0' + mix % 10));
    return text;
}

QString chosen(std::uint64_t mix, const QStringList& among)
{
    return among.at(static_cast<qsizetype>(mix % static_cast<std::uint64_t>(among.size())));
}

/// ISO 13616: OM with its check digits, the bank 099 and an account.
QString iban(std::uint64_t mix)
{
    const auto account = u"099"_s + digits(mix, 16);
    int remainder = 0;
    for (const QChar c : account + u"242200"_s) // O = 24, M = 22
        remainder = (remainder * 10 + c.digitValue()) % 97;
    return u"OM%1%2"_s.arg(98 - remainder, 2, 10, QChar(u'0')).arg(account);
}

QString identifier(const QString& format, std::uint64_t mix)
{
    if (format == u"civil_number"_s) return u'1' + digits(mix, 7);
    if (format == u"phone_mobile"_s) return u"92"_s + digits(mix, 6);
    if (format == u"cr_number"_s) return u'1' + digits(mix, 6);
    if (format == u"wilayat_code"_s)
        return chosen(mix, {u"OM-MA-AS-SEEB"_s, u"OM-MA-MUSCAT"_s, u"OM-DA-NIZWA"_s});
    if (format == u"passport_number"_s) return u'A' + digits(mix, 7);
    if (format == u"passport_number_om"_s) return u'T' + digits(mix, 7);
    if (format == u"nationality"_s) return chosen(mix, {u"IND"_s, u"BGD"_s, u"PAK"_s, u"EGY"_s, u"PHL"_s});
    if (format == u"plate_number"_s)
        return u'1' + digits(mix, 4) + chosen(mix, {u" AB"_s, u" M"_s, u" RS"_s, u" DD"_s});
    if (format == u"email"_s) return u"sample%1@example.om"_s.arg(mix % 1000);
    if (format == u"iban_om"_s) return iban(mix);
    if (format == u"vin"_s) return u"1M8GDM9AXKP0%1"_s.arg(digits(mix, 5));
    if (format == u"vatin"_s) return u"OM11"_s + digits(mix, 8);
    if (format == u"postal_code"_s) return u'1' + digits(mix, 2);
    if (format == u"po_box"_s) return u'1' + digits(mix, 2);
    return u'1' + digits(mix, 5);
}

class Sampler {
public:
    Sampler(const QJsonObject& schema, int number, const QDate& today)
        : m_schema(schema)
        , m_number(number)
        , m_today(today)
    {
    }

    QJsonValue answer(const QString& name) const
    {
        const auto about = m_schema.value(u"properties"_s).toObject().value(name).toObject();
        const auto type = about.value(u"type"_s).toString();
        const auto mix = mixed(name, m_number);
        if (about.contains(u"default"_s)) return about.value(u"default"_s);
        if (about.contains(u"enum"_s)) {
            const auto choices = about.value(u"enum"_s).toArray();
            return choices.at(static_cast<qsizetype>(mix % static_cast<std::uint64_t>(choices.size())));
        }
        if (type == u"boolean"_s) return mix % 2 == 0;
        if (type == u"integer"_s) return wholeNumber(name, about, mix);
        if (type == u"number"_s)
            return about.value(u"minimum"_s).toDouble() + 1.0 + static_cast<double>(mix % 20);
        if (type == u"array"_s) return rows(about);
        const auto format = about.value(u"x-format"_s).toString();
        if (format == u"date_iso"_s) return date(name).toString(Qt::ISODate);
        if (!format.isEmpty()) return identifier(format, mix);
        return text(about, mix);
    }

private:
    static qint64 wholeNumber(const QString& name, const QJsonObject& about, std::uint64_t mix)
    {
        const auto least = about.value(u"minimum"_s).toInteger(0);
        const auto most = about.value(u"maximum"_s).toInteger(kEnoughBaisa);
        if (name.endsWith(u"_baisa"_s)) {
            const auto amount = 50'000 + static_cast<qint64>(mix % 100) * 5'000;
            return std::clamp<qint64>(amount, least, most);
        }
        if (name.contains(u"year"_s) && least > 1900)
            return std::min<qint64>(2010 + static_cast<qint64>(mix % 12), most);
        return std::min<qint64>(std::max<qint64>(least, 1) + static_cast<qint64>(mix % 4), most);
    }

    QDate date(const QString& name) const
    {
        const auto about = m_schema.value(u"properties"_s).toObject().value(name).toObject();
        const auto mix = static_cast<int>(mixed(name, m_number) % 200);
        const auto earliest = about.value(u"x-not-before"_s).toString();
        if (earliest == u"today"_s) return m_today.addDays(200 + mix);
        if (!earliest.isEmpty()) return date(earliest).addDays(7 + mix % 7);
        if (name.startsWith(u"birth"_s)) return m_today.addYears(-22 - mix % 30).addDays(-mix);
        if (about.contains(u"x-not-after"_s)) return m_today.addDays(-1 - mix % 20);
        return m_today.addDays(mix % 20);
    }

    QJsonArray rows(const QJsonObject& about) const
    {
        QJsonArray rows;
        const auto count = std::max<qint64>(about.value(u"minItems"_s).toInteger(0), 1);
        const auto row = about.value(u"items"_s).toObject();
        for (int i = 0; i < count; ++i) {
            const Sampler sampler(row, m_number + i + 1, m_today);
            QJsonObject answers;
            for (const auto& name : row.value(u"required"_s).toArray())
                answers.insert(name.toString(), sampler.answer(name.toString()));
            rows.append(answers);
        }
        return rows;
    }

    QString text(const QJsonObject& about, std::uint64_t mix) const
    {
        const auto pattern = about.value(u"pattern"_s).toString();
        QString sample = u"مثال %1"_s.arg(mix % 900 + 100);
        if (pattern == u"[A-Za-z]"_s) sample = u"SAMPLE TEXT"_s;
        if (pattern == u"[\u0621-\u064a]"_s) sample = u"نص للتجربة"_s;
        if (pattern.startsWith(u"^[0-9]{4}-Q"_s))
            sample = u"%1-Q%2"_s.arg(m_today.year()).arg((m_today.month() - 1) / 3 + 1);
        return sample.left(about.value(u"maxLength"_s).toInt(200));
    }

    QJsonObject m_schema;
    int m_number;
    QDate m_today;
};

struct LayoutWords {
    QJsonObject defaults;
    QSet<QString> prefilled, calculated;
};

LayoutWords layoutWords(const QByteArray& layout)
{
    LayoutWords words;
    for (const auto& section : QJsonDocument::fromJson(layout).object().value(u"sections"_s).toArray()) {
        for (const auto& each : section.toObject().value(u"fields"_s).toArray()) {
            const auto field = each.toObject();
            const auto name = field.value(u"name"_s).toString();
            if (field.contains(u"default"_s)) words.defaults.insert(name, field.value(u"default"_s));
            if (field.contains(u"prefill"_s)) words.prefilled.insert(name);
            if (field.contains(u"calculated"_s)) words.calculated.insert(name);
        }
    }
    return words;
}

/// What the schema demands, its if/then rules taken as fired: an answer too many is still valid.
QStringList demanded(const QJsonObject& schema)
{
    QStringList names;
    const auto add = [&names](const QJsonValue& required) {
        for (const auto& name : required.toArray())
            names << name.toString();
    };
    add(schema.value(u"required"_s));
    for (const auto& rule : schema.value(u"allOf"_s).toArray())
        add(rule.toObject().value(u"then"_s).toObject().value(u"required"_s));
    return names;
}

} // namespace

QJsonObject sampleForm(const ServiceItem& service, int number, const QDate& today, SampleFields fields)
{
    const auto schema = QJsonDocument::fromJson(service.formSchema).object();
    const auto words = layoutWords(service.formLayout);
    const Sampler sampler(schema, number, today);
    QJsonObject form;
    for (const auto& name : demanded(schema)) {
        if (words.calculated.contains(name)) continue;
        if (fields == SampleFields::WithoutPrefilled && words.prefilled.contains(name)) continue;
        form.insert(name, words.defaults.contains(name) ? words.defaults.value(name) : sampler.answer(name));
    }
    return form;
}

} // namespace sanad
