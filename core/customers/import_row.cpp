#include "core/customers/import_row.h"

#include "core/base/date_text.h"
#include "core/forms/json_text.h"
#include "core/forms/rejects.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Result<QDate> dateOf(const QHash<QString, QString>& row, const QString& column)
{
    const QString text = row.value(column);
    if (text.trimmed().isEmpty()) return QDate();
    const QDate date = dateFromText(text);
    if (!date.isValid()) return Error{ErrorCode::Invalid, u"import.date"_s, {column}, {}};
    return date;
}

Result<CustomerKind> kindOf(const QHash<QString, QString>& row)
{
    const QString text = row.value(u"kind"_s).trimmed().toLower();
    if (!text.isEmpty()) {
        if (const auto kind = customerKindFromKey(text)) return *kind;
        return Error{ErrorCode::Invalid, u"import.kind"_s, {text.left(40)}, {}};
    }
    const QString nationality = row.value(u"nationality"_s).trimmed().toUpper();
    if (!row.value(u"cr_number"_s).trimmed().isEmpty()) return CustomerKind::Company;
    if (nationality.isEmpty() || nationality == "OMN"_L1) return CustomerKind::Citizen;
    return row.value(u"civil_number"_s).trimmed().isEmpty() ? CustomerKind::Visitor : CustomerKind::Resident;
}

} // namespace

const QStringList& importColumns()
{
    static const QStringList columns{u"kind"_s, u"name_ar"_s, u"name_en"_s, u"civil_number"_s,
        u"civil_expiry"_s, u"passport_number"_s, u"passport_country"_s, u"passport_expiry"_s, u"cr_number"_s,
        u"cr_expiry"_s, u"phone"_s, u"other_phone"_s, u"email"_s, u"address"_s, u"birth_date"_s, u"sex"_s,
        u"nationality"_s, u"wilayat"_s, u"language"_s};
    return columns;
}

Result<Customer> customerOfRow(const QHash<QString, QString>& row)
{
    Customer customer;
    SANAD_TRY_VALUE(kind, kindOf(row));
    customer.kind = kind;
    customer.nameAr = row.value(u"name_ar"_s);
    customer.nameEn = row.value(u"name_en"_s);
    customer.phone = row.value(u"phone"_s);
    customer.otherPhone = row.value(u"other_phone"_s);
    customer.email = row.value(u"email"_s);
    customer.address = row.value(u"address"_s);
    customer.sex = row.value(u"sex"_s).trimmed().toUpper();
    customer.nationality = row.value(u"nationality"_s).trimmed();
    customer.wilayat = row.value(u"wilayat"_s);
    customer.language = row.value(u"language"_s).trimmed().toLower();
    SANAD_TRY_VALUE(birthDate, dateOf(row, u"birth_date"_s));
    customer.birthDate = birthDate;

    const struct {
        QString kind, number, expiry, country;
    } numbers[] = {
        {u"civil_number"_s, u"civil_number"_s, u"civil_expiry"_s, u"OMN"_s},
        {u"cr_number"_s, u"cr_number"_s, u"cr_expiry"_s, u"OMN"_s},
        {u"passport_number"_s, u"passport_number"_s, u"passport_expiry"_s,
            row.value(u"passport_country"_s, customer.nationality).trimmed()},
    };
    for (const auto& number : numbers) {
        SANAD_TRY_VALUE(expiry, dateOf(row, number.expiry));
        if (const QString value = row.value(number.number).trimmed(); !value.isEmpty())
            customer.identifiers.push_back(
                {number.kind, value, number.country.isEmpty() ? u"OMN"_s : number.country, expiry});
    }
    return customer;
}

Result<QHash<QString, QString>> rowOfJson(const QByteArray& line)
{
    const auto unusable = [](const QString& key, const QStringList& args) {
        return Error{ErrorCode::Unusable, key, args, {}};
    };
    SANAD_TRY_VALUE(value, parseJson(line, {.depth = 4, .bytes = 64 * 1024}));
    if (!value.isObject()) return unusable(u"import.not-an-object"_s, {});
    const auto object = value.toObject();
    QHash<QString, QString> row;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (rejectColumns().contains(it.key()) || it.value().isNull()) continue;
        if (!importColumns().contains(it.key()))
            return unusable(u"import.unknown-column"_s, {it.key().left(40)});
        // Numbers often stand without quotation marks; as integers they lose nothing.
        const bool integer = it.value().isDouble() && it.value().toInteger(-1) >= 0;
        if (!it.value().isString() && !integer) return unusable(u"import.not-text"_s, {it.key()});
        row.insert(it.key(), integer ? QString::number(it.value().toInteger()) : it.value().toString());
    }
    return row;
}

} // namespace sanad
