#include "core/transactions/service_form.h"

#include "core/base/iso_date.h"
#include "core/catalogue/date_limits.h"
#include "core/forms/json_text.h"
#include "core/transactions/answer_gate.h"

#include <QHash>
#include <QMutex>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// The texts are kept beside what was made of them, so that their addresses stay theirs: the catalogue hands
/// out the same shared texts until its revision changes.
struct Compiled {
    QByteArray schema, layout;
    std::shared_ptr<const ServiceForm> form;
};

/// More forms than any catalogue has; reached only after many revisions within one run of the program.
constexpr qsizetype kMostCompiled = 2000;

Result<QJsonValue> textOr(const QByteArray& text, const char* whenEmpty)
{
    return parseJson(text.isEmpty() ? QByteArrayView(whenEmpty) : QByteArrayView(text));
}

Result<std::shared_ptr<const ServiceForm>> compiled(const ServiceItem& service)
{
    SANAD_TRY_VALUE(
        schemaJson, textOr(service.formSchema, R"({"type":"object","additionalProperties":false})"));
    SANAD_TRY_VALUE(layoutJson, textOr(service.formLayout, R"({"sections":[]})"));
    SANAD_TRY_VALUE(schema, FormSchema::compile(schemaJson));
    SANAD_TRY_VALUE(layout, FormLayout::parse(layoutJson, schemaJson));
    const bool limitsDates = service.formSchema.contains("\"x-not-");
    return std::shared_ptr<const ServiceForm>(std::make_shared<ServiceForm>(
        ServiceForm{schema, layout, limitsDates ? schemaJson.toObject() : QJsonObject()}));
}

} // namespace

Result<std::shared_ptr<const ServiceForm>> serviceForm(const ServiceItem& service)
{
    static QMutex mutex;
    static QHash<const char*, Compiled> known;
    const QMutexLocker lock(&mutex);
    const char* address = service.formSchema.constData();
    const auto found = known.constFind(address);
    if (found != known.cend() && found->layout.constData() == service.formLayout.constData())
        return found->form;
    SANAD_TRY_VALUE(form, compiled(service));
    if (service.formSchema.isEmpty()) return form;
    if (known.size() >= kMostCompiled) known.clear();
    known.insert(address, {service.formSchema, service.formLayout, form});
    return form;
}

FormSources formSources(const Customer* customer, const Centre& centre, const QDate& today)
{
    FormSources sources;
    sources.put("centre.licence"_L1, centre.licence);
    sources.put("centre.wilayat"_L1, centre.wilayat);
    sources.put("today"_L1, isoText(today));
    if (!customer) return sources;
    const bool company = customer->kind == CustomerKind::Company;
    sources.put("customer.civil_number"_L1, customer->identifier(u"civil_number"));
    sources.put("customer.passport_number"_L1, customer->identifier(u"passport_number"));
    sources.put("customer.cr_number"_L1, customer->identifier(u"cr_number"));
    sources.put("customer.vatin"_L1, customer->identifier(u"vatin"));
    sources.put(company ? "customer.company_name_ar"_L1 : "customer.name_ar"_L1, customer->nameAr);
    sources.put(company ? "customer.company_name_en"_L1 : "customer.name_en"_L1, customer->nameEn);
    sources.put("customer.phone"_L1, customer->phone);
    sources.put("customer.email"_L1, customer->email);
    sources.put("customer.nationality"_L1, customer->nationality);
    sources.put("customer.birth_date"_L1, isoText(customer->birthDate));
    sources.put("customer.sex"_L1, customer->sex);
    sources.put("customer.wilayat"_L1, customer->wilayat);
    return sources;
}

CheckedForm checkForm(const ServiceForm& form, const QJsonObject& typed, const FormSources& sources)
{
    CheckedForm checked;
    checked.data = form.layout.completed(gatedAnswers(form.layout, typed, checked.faults), sources);
    for (auto& fault : form.schema.check(QJsonValue(checked.data)))
        checked.faults.push_back(std::move(fault));
    const auto today = isoDate(sources.value(u"today"));
    for (auto& fault : dateFaults(form.dateLimits, checked.data, today))
        checked.faults.push_back(std::move(fault));
    return checked;
}

} // namespace sanad
