#include "core/visits/visit_item.h"

#include "core/base/choices.h"
#include "core/base/json_writer.h"
#include "core/catalogue/service_codes.h"
#include "core/documents/document_service.h"
#include "core/transactions/agreed_fee.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/promised_time.h"
#include "core/transactions/service_form.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error invalid(const QString& key, const QStringList& args)
{
    return {ErrorCode::Invalid, key, args, {}};
}

/// Papers that say who the customer is. Who was found by a card need not have its copy named once more.
bool isIdentityPaper(const QString& code)
{
    return code == "id"_L1 || code == "rc"_L1 || code == "id_or_rc"_L1;
}

/// Its faults are doubts only.
Result<CheckedForm> filledForm(const ServiceItem& service, const VisitItem& item, const VisitPlace& place)
{
    SANAD_TRY_VALUE(form, serviceForm(service));
    CheckedForm checked = checkForm(*form, item.form, place.formSources);
    const auto isFault = [](const FormFault& fault) { return !fault.warning; };
    const auto first = std::find_if(checked.faults.begin(), checked.faults.end(), isFault);
    if (first == checked.faults.end()) return checked;
    const auto count = std::count_if(checked.faults.begin(), checked.faults.end(), isFault);
    const Error error =
        invalid(u"visit.form"_s, {service.code, first->pointer, first->key, QString::number(count)});
    std::erase_if(checked.faults, [&](const FormFault& fault) { return !isFault(fault); });
    if (place.faults) *place.faults = std::move(checked.faults);
    return error;
}

Result<> nonMissing(const ServiceItem& service, const QMap<QString, DocumentState>& states)
{
    if (const auto missing = missingDocument(service, states))
        return invalid(u"visit.document-missing"_s, {service.code, *missing});
    return {};
}

QString documentCodes(const ServiceItem& service, const QString& given)
{
    QStringList codes;
    for (const RequiredDocument& document : service.documents)
        codes << document.code;
    return namedChoices(codes, given);
}

Result<QMap<QString, DocumentState>> documentsOf(
    const ServiceItem& service, const VisitItem& item, const Customer& customer)
{
    QMap<QString, DocumentState> states = item.documents.value_or(QMap<QString, DocumentState>());
    for (auto it = states.keyBegin(); it != states.keyEnd(); ++it)
        if (std::none_of(service.documents.begin(), service.documents.end(),
                [&](const RequiredDocument& document) { return document.code == *it; }))
            return service.documents.empty()
                ? invalid(u"visit.no-documents"_s, {service.code, *it})
                : invalid(u"visit.document-unknown"_s, {service.code, *it, documentCodes(service, *it)});
    const bool knownByCard = item.draft.isNull() && !customer.identifier(u"civil_number").isEmpty();
    for (const RequiredDocument& document : service.documents) {
        const bool takenAsSeen = !item.documents || (knownByCard && isIdentityPaper(document.code));
        if (document.required && takenAsSeen && !states.contains(document.code))
            states.insert(document.code, DocumentState::Seen);
    }
    SANAD_TRY(nonMissing(service, states));
    return states;
}

Result<AgreedFee> agreedFee(
    const VisitItem& item, const FeeQuote& quoted, const PriceConsent& consent, const Actor& by)
{
    if (quoted.needsClerkAmount) return invalid(u"visit.fee-needed"_s, {item.service});
    return agreeFee(quoted,
        {item.serviceFee, item.discount, item.priceReason, item.governmentFee.has_value(), item.monthsLate,
            item.extras},
        consent, by);
}

/// Where a paid transaction begins: done, if the centre does it itself; with the agency, if there is its
/// reference; else ready.
TransactionState beginningState(const Transaction& t)
{
    if (t.channel == "local"_L1) return TransactionState::HandedOver;
    return t.portalReference.isEmpty() ? TransactionState::Ready : TransactionState::Submitted;
}

ReceiptLine lineOf(const Transaction& t, const ServiceItem& service, const Agency& agency)
{
    ReceiptLine line;
    line.transaction = t.id;
    line.serviceCode = t.serviceCode;
    line.serviceNameAr = service.nameAr;
    line.serviceNameEn = service.nameEn;
    line.agencyCode = t.agency;
    line.agencyNameAr = agency.nameAr;
    line.agencyNameEn = agency.nameEn;
    line.income = service.nature == "own"_L1 ? IncomeKind::Retail : IncomeKind::Service;
    line.portalReference = t.portalReference;
    line.governmentFee = t.fee.governmentFee;
    line.serviceFee = t.fee.serviceFee;
    line.discount = t.fee.discount;
    return line;
}

} // namespace

Result<FeeQuote> quoteOf(
    const ServiceItem& service, const VisitItem& item, const QJsonObject& form, const QDate& day)
{
    return quote(service, form, day,
        {FeeStage::Filing, false, item.monthsLate, item.extras, item.governmentFee, item.portalReference});
}

AgreedFee owedFee(const Transaction& unpaid)
{
    AgreedFee fee = unpaid.fee;
    if (unpaid.feeState == FeeState::Refunded) fee.governmentFee = Money();
    return fee;
}

Error noService(const Catalogue& catalogue, const QString& code, const QDate& day)
{
    return {ErrorCode::NotFound, u"visit.no-service"_s, {code, codesLike(catalogue, code, day)}, {}};
}

Result<WorkedItem> workOut(
    const VisitItem& item, const VisitPlace& place, const QDateTime& now, const Actor& by)
{
    const auto service = place.catalogue.service(item.service, place.catalogueDay);
    if (!service) return noService(place.catalogue, item.service, place.catalogueDay);
    if (item.feeState == FeeState::Confirmed && item.portalReference.isEmpty())
        return invalid(u"visit.reference-needed"_s, {item.service});
    SANAD_TRY_VALUE(form, filledForm(*service, item, place));
    SANAD_TRY_VALUE(documents, documentsOf(*service, item, place.customer));
    SANAD_TRY_VALUE(quoted, quoteOf(*service, item, form.data, place.catalogueDay));
    SANAD_TRY_VALUE(fee, agreedFee(item, quoted, place.consent, by));

    WorkedItem worked;
    Transaction& t = worked.transaction;
    t.id = item.draft.isNull() ? TransactionId::create() : item.draft;
    t.serviceCode = service->code;
    t.pack = service->pack;
    t.applicant = place.customer.id;
    t.beneficiaries = item.beneficiaries;
    t.counter = place.counter;
    t.clerk = by.staff();
    t.agency = service->agency;
    t.channel = service->channelKind;
    t.form = std::move(form.data);
    worked.doubts = std::move(form.faults);
    worked.forOthers = !service->customerKinds.isEmpty() &&
        !service->customerKinds.contains(customerKindKey(place.customer.kind));
    t.fee = fee;
    t.portalReference = item.portalReference;
    t.state = beginningState(t);
    t.businessDay = place.businessDay;
    t.openedAt = t.changedAt = now;
    t.promisedAt = promisedTime(service->processing, now);
    worked.formJson = compactJson(t.form);
    worked.documents = std::move(documents);
    worked.serviceChannel = service->channel;
    worked.feeState = item.feeState;
    worked.feeProof = item.feeProof;
    worked.line =
        lineOf(t, *service, place.catalogue.agency(t.agency, place.catalogueDay).value_or(Agency{}));
    return worked;
}

Result<WorkedItem> workOutUnpaid(const VisitItem& item, const MadeWith& made, const QDateTime& now)
{
    WorkedItem worked;
    worked.documents = item.documents.value_or(QMap<QString, DocumentState>());
    SANAD_TRY(nonMissing(made.service, worked.documents));
    worked.unpaid = true;
    Transaction& t = worked.transaction;
    t = *item.unpaid;
    t.fee = owedFee(t);
    if (t.state == TransactionState::Ready) t.state = beginningState(t);
    t.changedAt = now;
    t.promisedAt = promisedTime(made.service.processing, now);
    worked.formJson = compactJson(t.form);
    worked.serviceChannel = made.service.channel;
    worked.feeState = t.feeState;
    worked.line = lineOf(t, made.service, made.agency);
    return worked;
}

} // namespace sanad
