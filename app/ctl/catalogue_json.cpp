#include "app/ctl/catalogue_json.h"

#include "app/ctl/frame.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

QJsonValue moneyOrNull(const std::optional<Money>& amount)
{
    return amount ? jsonMoney(*amount) : QJsonValue(QJsonValue::Null);
}

/// The one figure of a fixed fee.
QJsonValue figureJson(const FeeRule& fee)
{
    return feeWord(fee) == "fixed"_L1 ? moneyOrNull(fee.base) : QJsonValue(QJsonValue::Null);
}

QJsonObject worded(const QString& code, const QString& ar, const QString& en)
{
    return {{u"code"_s, code}, {u"ar"_s, ar}, {u"en"_s, en}};
}

QJsonObject amountJson(const FeeAmount& amount)
{
    QJsonObject object = worded(amount.code, amount.ar, amount.en);
    object.insert(u"baisa"_s, moneyOrNull(amount.amount));
    return object;
}

QJsonArray amountsJson(const std::vector<FeeAmount>& amounts)
{
    QJsonArray list;
    for (const FeeAmount& each : amounts)
        list.append(amountJson(each));
    return list;
}

QJsonObject feeJson(const FeeRule& fee)
{
    QJsonArray parts;
    for (const FeeInstalment& each : fee.instalments) {
        QJsonObject part = amountJson(each.what);
        part.insert(u"when"_s, feeStageKey(each.when));
        parts.append(part);
    }
    return {{u"how"_s, feeWord(fee)}, {u"per"_s, fee.per}, {u"baisa"_s, figureJson(fee)},
        {u"option_field"_s, fee.optionField}, {u"options"_s, amountsJson(fee.options)},
        {u"formula_fields"_s, QJsonArray::fromStringList(formulaFields(fee.formula))},
        {u"count_field"_s, fee.countField}, {u"parts"_s, parts}, {u"extras"_s, amountsJson(fee.extras)},
        {u"clerk_enters"_s, QJsonArray::fromStringList(clerkEnteredCauses(fee))}};
}

QJsonArray fieldsJson(const std::vector<FieldGuide>& fields)
{
    QJsonArray list;
    for (const FieldGuide& field : fields) {
        QJsonObject object{{u"pointer"_s, field.pointer}, {u"type"_s, field.type},
            {u"required"_s, neededKey(field.needed)}, {u"label_ar"_s, field.label.ar},
            {u"label_en"_s, field.label.en}, {u"limits"_s, field.limits}};
        if (!field.hint.ar.isEmpty()) {
            object.insert(u"hint_ar"_s, field.hint.ar);
            object.insert(u"hint_en"_s, field.hint.en);
        }
        if (field.calculated) object.insert(u"calculated"_s, true);
        if (!field.prefill.isEmpty()) object.insert(u"prefill"_s, field.prefill);
        if (!field.defaultValue.isUndefined()) object.insert(u"default"_s, field.defaultValue);
        QJsonArray choices;
        for (const FormOption& choice : field.choices)
            choices.append(worded(choice.value, choice.label.ar, choice.label.en));
        if (!choices.isEmpty()) object.insert(u"choices"_s, choices);
        if (!field.columns.empty()) object.insert(u"columns"_s, fieldsJson(field.columns));
        list.append(object);
    }
    return list;
}

} // namespace

QJsonObject serviceJson(const ServiceEntry& entry)
{
    const ServiceItem& item = entry.item;
    return {{u"code"_s, item.code}, {u"name_ar"_s, item.nameAr}, {u"name_en"_s, item.nameEn},
        {u"agency"_s, item.agency}, {u"agency_ar"_s, entry.agency.nameAr},
        {u"agency_en"_s, entry.agency.nameEn}, {u"channel"_s, item.channel},
        {u"channel_kind"_s, item.channelKind}, {u"fee"_s, feeWord(item.fee)},
        {u"government_fee_baisa"_s, figureJson(item.fee)},
        {u"service_fee_baisa"_s, jsonMoney(item.serviceFee)},
        {u"clerk_enters"_s, !clerkEnteredCauses(item.fee).isEmpty()}};
}

QJsonObject guideJson(const ServiceGuide& guide)
{
    const ServiceItem& item = guide.service.item;
    QJsonObject object = serviceJson(guide.service);
    object.remove(u"government_fee_baisa"_s);
    object.remove(u"clerk_enters"_s);
    object.insert(u"fee"_s, feeJson(item.fee));
    object.insert(u"service_fee_ceiling_baisa"_s, moneyOrNull(item.serviceFeeCeiling));
    object.insert(u"service_count_field"_s, item.serviceCountField);
    object.insert(u"customer_kinds"_s, QJsonArray::fromStringList(item.customerKinds));
    QJsonArray documents;
    for (const RequiredDocument& each : item.documents) {
        QJsonObject document = worded(each.code, each.ar, each.en);
        document.insert(u"required"_s, each.required);
        documents.append(document);
    }
    object.insert(u"documents"_s, documents);
    object.insert(u"form"_s, fieldsJson(guide.fields));
    return object;
}

} // namespace sanad::ctl
