#include "core/catalogue/own_service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kQuantity = u"quantity"_s;

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray formSchema(const OwnService& service)
{
    QJsonObject properties{{u"note"_s,
        QJsonObject{
            {u"type"_s, u"string"_s}, {u"minLength"_s, 1}, {u"maxLength"_s, 300}, {u"pattern"_s, u"\\S"_s}}}};
    QJsonArray required;
    if (service.perUnit) {
        properties.insert(kQuantity,
            QJsonObject{
                {u"type"_s, u"integer"_s}, {u"minimum"_s, 1}, {u"maximum"_s, 1000}, {u"default"_s, 1}});
        required.append(kQuantity);
    }
    return compact({{u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s}, {u"type"_s, u"object"_s},
        {u"title"_s, service.nameEn}, {u"additionalProperties"_s, false}, {u"properties"_s, properties},
        {u"required"_s, required}});
}

QJsonObject label(const QString& ar, const QString& en)
{
    return {{u"ar"_s, ar}, {u"en"_s, en}};
}

QByteArray formLayout(const OwnService& service)
{
    QJsonArray fields;
    if (service.perUnit) {
        fields.append(QJsonObject{{u"name"_s, kQuantity}, {u"label"_s, label(u"العدد"_s, u"Quantity"_s)},
            {u"widget"_s, u"integer"_s}, {u"default"_s, 1}});
    }
    fields.append(QJsonObject{
        {u"name"_s, u"note"_s}, {u"label"_s, label(u"ملاحظة"_s, u"Note"_s)}, {u"widget"_s, u"multiline"_s}});
    const QJsonObject section{
        {u"key"_s, u"details"_s}, {u"label"_s, label(u"التفاصيل"_s, u"Details"_s)}, {u"fields"_s, fields}};
    return compact({{u"sections"_s, QJsonArray{section}}});
}

} // namespace

PackedService packedService(const OwnService& service)
{
    const bool inHouse = service.agency == kOwnAgency;
    PackedService packed;
    auto& item = packed.item;
    item.id = service.id;
    item.code = service.code;
    item.agency = service.agency;
    item.category = service.category;
    item.nature = inHouse ? u"own"_s : u"gov"_s;
    item.channel = inHouse ? u"local"_s : u"agency_site"_s;
    item.channelKind = inHouse ? u"local"_s : u"assisted"_s;
    item.nameAr = service.nameAr;
    item.nameEn = service.nameEn;
    item.aliases = service.aliases;
    item.customerKinds = {u"citizen"_s, u"resident"_s, u"visitor"_s, u"company"_s};
    item.signature = u"none"_s;
    item.electronic = u"none"_s;
    item.fieldVisit = u"none"_s;
    item.formSchema = formSchema(service);
    item.formLayout = formLayout(service);
    DatedFee fee;
    fee.validFrom = service.validFrom;
    fee.government.per = u"transaction"_s;
    fee.government.base = service.governmentFee;
    if (service.perUnit) fee.government.countField = fee.service.countField = kQuantity;
    packed.fees.push_back(fee);
    return packed;
}

} // namespace sanad
