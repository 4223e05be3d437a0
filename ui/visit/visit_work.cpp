#include "ui/visit/visit_work.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_service.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/made_with.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

std::optional<FeeQuote> quoteOf(const ServiceItem& service, const Draft& draft, const QDate& today)
{
    FeeChoices choices;
    choices.monthsLate = draft.monthsLate;
    choices.extras = draft.extras;
    choices.governmentFee = draft.governmentFee;
    choices.portalReference = draft.portalReference;
    if (auto made = quote(service, draft.form, today, choices)) return *made;
    // An amount without its reference yet: what the catalogue knows is shown all the same.
    choices.governmentFee.reset();
    if (auto made = quote(service, draft.form, today, choices)) return *made;
    return std::nullopt;
}

/// A transaction that was opened before, as the pages of a visit show it.
Draft unpaidDraft(const Transaction& t)
{
    Draft draft;
    draft.id = t.id;
    draft.serviceCode = t.serviceCode;
    draft.applicant = t.applicant;
    draft.payer = t.payer;
    draft.beneficiaries = t.beneficiaries;
    draft.ticket = t.ticket;
    draft.form = t.form;
    draft.discount = t.fee.discount;
    draft.portalReference = t.portalReference;
    draft.feeState = t.feeState;
    draft.step = u"pay"_s;
    return draft;
}

} // namespace

Money VisitWork::governmentFee() const
{
    if (draft.governmentFee) return *draft.governmentFee;
    return quote ? quote->governmentFee : Money();
}

Money VisitWork::serviceFee() const
{
    if (draft.serviceFee) return *draft.serviceFee;
    return quote ? quote->serviceFee : service.serviceFee;
}

bool VisitWork::isAssisted() const
{
    return service.channelKind == "assisted"_L1;
}

bool VisitWork::feeMissing() const
{
    return !quote || (quote->needsClerkAmount && !draft.governmentFee);
}

Result<VisitWork> workOf(Database& db, Draft draft)
{
    return db.read([&](Tx& tx) -> Result<VisitWork> {
        const QDate today = catalogueDay(tx.now());
        CatalogueRepository catalogue(tx);
        const auto service = catalogue.service(draft.serviceCode, today);
        if (!service) return Error{ErrorCode::NotFound, u"transaction.no-service"_s, {draft.serviceCode}, {}};
        VisitWork work;
        work.agency = catalogue.agency(service->agency, today).value_or(Agency{});
        work.quote = quoteOf(*service, draft, today);
        work.agreed = draft.step == u"pay"_s;
        work.service = *service;
        work.draft = std::move(draft);
        return work;
    });
}

Result<UnpaidWork> unpaidWork(Database& db, TransactionId id, const Actor& by)
{
    SANAD_TRY_VALUE(found, TransactionService(db).get(id, by));
    SANAD_TRY_VALUE(totals, VisitService(db).totals({id}, by));
    SANAD_TRY_VALUE(customer, CustomerService(db).get(found.applicant, by));
    SANAD_TRY_VALUE(made, db.read([&](Tx& tx) -> Result<MadeWith> { return madeWith(tx, found); }));
    VisitWork work;
    work.draft = unpaidDraft(found);
    work.service = made.service;
    work.agency = made.agency;
    const VisitTotals::Item& owed = totals.items.front();
    work.quote = FeeQuote();
    work.quote->governmentFee = owed.governmentFee;
    work.quote->dueLater = owed.dueLater;
    work.quote->serviceFee = owed.serviceFee;
    work.agreed = true;
    work.unpaid = true;
    return UnpaidWork{work, customer};
}

} // namespace sanad
