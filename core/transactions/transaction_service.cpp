#include "core/transactions/transaction_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/fee_quote.h"
#include "core/customers/customer_repository.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/draft_repository.h"
#include "core/transactions/fee_progress.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/promised_time.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_states.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostRows = 500;
constexpr int kMostReason = 1000;

Error noDraft()
{
    return {ErrorCode::NotFound, u"transaction.no-draft"_s, {}, {}};
}
Error notFound()
{
    return {ErrorCode::NotFound, u"transaction.not-found"_s, {}, {}};
}

Centre centreOf(Tx& tx)
{
    return SettingsRepository(tx).centre();
}
QDate dayOf(Tx& tx, const Centre& centre)
{
    return businessDayAt(tx.now(), centre.cutOffHour);
}

Result<ServiceItem> serviceOn(Tx& tx, const QString& code, const QDate& day)
{
    auto service = CatalogueRepository(tx).service(code, day);
    if (!service) return Error{ErrorCode::NotFound, u"transaction.no-service"_s, {code}, {}};
    return *service;
}

/// Nothing for no customer; an error for one who does not exist.
Result<std::optional<Customer>> customerOf(Tx& tx, CustomerId id)
{
    if (id.isNull()) return std::optional<Customer>();
    auto customer = CustomerRepository(tx).get(id);
    if (!customer) return Error{ErrorCode::NotFound, u"transaction.no-customer"_s, {}, {}};
    return customer;
}

/// Everything that the form of a service is completed and checked with.
Result<CheckedForm> checkedForm(
    Tx& tx, const ServiceItem& service, const QJsonObject& typed, CustomerId applicant)
{
    const Centre centre = centreOf(tx);
    SANAD_TRY_VALUE(form, serviceForm(service));
    SANAD_TRY_VALUE(customer, customerOf(tx, applicant));
    return checkForm(*form, typed, formSources(customer ? &*customer : nullptr, centre, dayOf(tx, centre)));
}

Error formError(const std::vector<FormFault>& faults)
{
    const auto first =
        std::find_if(faults.begin(), faults.end(), [](const FormFault& fault) { return !fault.warning; });
    return {ErrorCode::Invalid, u"transaction.form"_s,
        {QString::number(
             std::count_if(faults.begin(), faults.end(), [](const FormFault& f) { return !f.warning; })),
            first == faults.end() ? QString() : first->pointer},
        {}};
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString customerKindOf(Tx& tx, CustomerId id)
{
    const auto customer = CustomerRepository(tx).get(id);
    return customer ? customerKindKey(customer->kind) : QString();
}

bool isReported(Tx& tx, const Transaction& t)
{
    const auto rows = Outbox(tx).rowsOf(t.id.raw());
    return std::any_of(
        rows.begin(), rows.end(), [](const OutboxRow& row) { return row.kind == "transaction"_L1; });
}

Result<> report(Tx& tx, const Transaction& t)
{
    const auto service = CatalogueRepository(tx).service(t.serviceCode, t.businessDay);
    if (!service && t.channel == "rest"_L1) return {};
    return putIntoOutbox(tx, t, service ? service->channel : QString(), compact(t.form),
        customerKindOf(tx, t.applicant), ChecklistRepository(tx).get(t.id));
}

} // namespace

Result<Draft> TransactionService::open(
    const QString& serviceCode, CustomerId applicant, TicketId ticket, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Draft> {
        SANAD_TRY_VALUE(service, serviceOn(tx, serviceCode, dayOf(tx, centreOf(tx))));
        SANAD_TRY_VALUE(checked, checkedForm(tx, service, {}, applicant));
        Draft draft;
        draft.id = TransactionId::create();
        draft.serviceCode = service.code;
        draft.applicant = applicant;
        draft.ticket = ticket;
        draft.counter = by.counter();
        draft.clerk = by.staff();
        draft.form = checked.data;
        draft.step = u"form"_s;
        DraftRepository(tx).save(draft);
        AuditTrail(tx).record(by, u"draft.opened"_s, draft.id, {{u"service"_s, service.code}});
        tx.touched(u"drafts"_s);
        return draft;
    });
}

Result<Draft> TransactionService::save(Draft draft, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Draft> {
        if (compact(draft.form).size() > kMostFormBytes)
            return Error{ErrorCode::Invalid, u"transaction.draft-too-large"_s, {}, {}};
        DraftRepository drafts(tx);
        if (!drafts.get(draft.id)) return noDraft();
        drafts.save(draft);
        tx.touched(u"drafts"_s);
        return draft;
    });
}

Result<Draft> TransactionService::draft(TransactionId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read([&](Tx& tx) -> Result<Draft> {
        if (auto draft = DraftRepository(tx).get(id)) return *draft;
        return noDraft();
    });
}

Result<Draft> TransactionService::setHeld(TransactionId id, bool held, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Draft> {
        DraftRepository drafts(tx);
        auto draft = drafts.get(id);
        if (!draft) return noDraft();
        draft->held = held;
        if (!held) { // whoever takes it up goes on with it, wherever it was begun
            draft->clerk = by.staff();
            draft->counter = by.counter();
        }
        drafts.save(*draft);
        AuditTrail(tx).record(by, held ? u"draft.held"_s : u"draft.resumed"_s, id);
        tx.touched(u"drafts"_s);
        return *draft;
    });
}

Result<Draft> TransactionService::hold(TransactionId id, const Actor& by)
{
    return setHeld(id, true, by);
}
Result<Draft> TransactionService::resume(TransactionId id, const Actor& by)
{
    return setHeld(id, false, by);
}

Result<> TransactionService::discard(TransactionId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<> {
        if (!DraftRepository(tx).remove(id)) return noDraft();
        AuditTrail(tx).record(by, u"draft.discarded"_s, id);
        tx.touched(u"drafts"_s);
        return {};
    });
}

Result<std::vector<Draft>> TransactionService::leftOpen(const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<Draft>> { return DraftRepository(tx).openOf(by.staff()); });
}

Result<std::vector<Draft>> TransactionService::held(const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read([&](Tx& tx) -> Result<std::vector<Draft>> { return DraftRepository(tx).held(); });
}

Result<std::vector<Draft>> TransactionService::draftsOf(TicketId ticket, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<Draft>> { return DraftRepository(tx).ofTicket(ticket); });
}

Result<CheckedForm> TransactionService::check(const Draft& draft, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read([&](Tx& tx) -> Result<CheckedForm> {
        SANAD_TRY_VALUE(service, serviceOn(tx, draft.serviceCode, dayOf(tx, centreOf(tx))));
        return checkedForm(tx, service, draft.form, draft.applicant);
    });
}

Result<Transaction> TransactionService::submit(TransactionId id, TransactionState to, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        DraftRepository drafts(tx);
        const auto draft = drafts.get(id);
        if (!draft) return noDraft();
        if (!stateRule(std::nullopt, to))
            return Error{ErrorCode::Conflict, u"transaction.no-such-move"_s, {}, {}};
        if (draft->applicant.isNull())
            return Error{ErrorCode::NotFound, u"transaction.no-customer"_s, {}, {}};
        const QDate day = dayOf(tx, centreOf(tx));
        SANAD_TRY_VALUE(service, serviceOn(tx, draft->serviceCode, day));
        SANAD_TRY_VALUE(checked, checkedForm(tx, service, draft->form, draft->applicant));
        if (!acceptable(checked.faults)) return formError(checked.faults);
        const FeeChoices choices{FeeStage::Filing, false, draft->monthsLate, draft->extras,
            draft->governmentFee, draft->portalReference};
        SANAD_TRY_VALUE(quoted, quote(service, checked.data, day, choices));

        TransactionRepository transactions(tx);
        Transaction t;
        t.id = draft->id;
        t.number = transactions.takeNumber();
        t.serviceCode = service.code;
        t.pack = service.pack;
        t.applicant = draft->applicant;
        t.payer = draft->payer;
        t.beneficiaries = draft->beneficiaries;
        t.ticket = draft->ticket;
        t.counter = by.counter();
        t.clerk = by.staff();
        t.state = to;
        t.agency = service.agency;
        t.channel = service.channelKind;
        t.form = checked.data;
        t.fee = {quoted.governmentFee, quoted.dueLater, quoted.serviceFee, {},
            draft->governmentFee.has_value(), {}};
        t.portalReference = draft->portalReference;
        t.businessDay = day;
        t.openedAt = t.changedAt = tx.now();
        t.promisedAt = promisedTime(service.processing, tx.now());
        transactions.insert(t, compact(t.form), by);
        if (!draft->documents.isEmpty()) {
            ChecklistRepository checklists(tx);
            auto papers = draft->documents;
            papers.insert(checklists.get(id));
            checklists.save(id, papers);
        }
        drafts.remove(id);
        AuditTrail(tx).record(by, u"transaction.opened"_s, t.id,
            {{u"number"_s, t.number}, {u"service"_s, t.serviceCode}, {u"to"_s, transactionStateKey(to)}});
        tx.touched(u"transactions"_s);
        tx.touched(u"drafts"_s);
        return t;
    });
}

Result<Transaction> TransactionService::move(
    TransactionId id, TransactionState to, const QString& reason, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    SANAD_TRY_VALUE(words, cleanText(reason, TextRule{kMostReason, false, true}));
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        auto transaction = TransactionRepository(tx).get(id);
        if (!transaction) return notFound();
        transaction->reason = words;
        return moveTransaction(tx, *transaction, to, by);
    });
}

Result<Transaction> TransactionService::recordReference(
    TransactionId id, const QString& reference, FeeState fee, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    SANAD_TRY_VALUE(clean, cleanText(reference, TextRule{kMostReference}));
    if (clean.isEmpty()) return Error{ErrorCode::Invalid, u"transaction.reference"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        TransactionRepository transactions(tx);
        auto t = transactions.get(id);
        if (!t) return notFound();
        t->portalReference = clean;
        SANAD_TRY(advanceFee(tx, *t, fee, clean, by));
        const bool begins = t->state == TransactionState::Ready;
        if (begins) {
            SANAD_TRY_VALUE(moved, moveTransaction(tx, *t, TransactionState::Submitted, by));
            t = moved;
        } else if (!transactions.update(*t, t->state, by)) {
            return Error{ErrorCode::Conflict, u"transaction.moved-on"_s, {t->number}, {}};
        }
        if (begins || !isReported(tx, *t)) SANAD_TRY(report(tx, *t));
        AuditTrail(tx).record(by, u"transaction.reference-recorded"_s, t->id, {{u"fee"_s, feeStateKey(fee)}});
        tx.touched(u"transactions"_s);
        return *t;
    });
}

Result<Transaction> TransactionService::correct(TransactionId id, const QJsonObject& form, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        TransactionRepository transactions(tx);
        auto t = transactions.get(id);
        if (!t) return notFound();
        SANAD_TRY_VALUE(service, serviceOn(tx, t->serviceCode, t->businessDay));
        SANAD_TRY_VALUE(checked, checkedForm(tx, service, form, t->applicant));
        if (!acceptable(checked.faults)) return formError(checked.faults);
        t->form = checked.data;
        t->reason.clear();
        SANAD_TRY_VALUE(ready, moveTransaction(tx, *t, TransactionState::Ready, by));
        const QByteArray json = compact(ready.form);
        transactions.setForm(id, json);
        SANAD_TRY(sendAgain(tx, ready, service.channel, json, customerKindOf(tx, ready.applicant)));
        return ready;
    });
}

Result<Transaction> TransactionService::get(TransactionId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewTransactions));
    return m_db.read([&](Tx& tx) -> Result<Transaction> {
        if (auto found = TransactionRepository(tx).get(id)) return *found;
        return notFound();
    });
}

Result<Transaction> TransactionService::find(const QString& number, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewTransactions));
    return m_db.read([&](Tx& tx) -> Result<Transaction> {
        if (auto found = TransactionRepository(tx).byNumber(number)) return *found;
        return notFound();
    });
}

Result<std::vector<TransactionMove>> TransactionService::moves(TransactionId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewTransactions));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<TransactionMove>> { return TransactionRepository(tx).moves(id); });
}

Result<TransactionPage> TransactionService::list(
    const TransactionFilter& filter, const ListAnchor& after, int limit, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewTransactions));
    return m_db.read([&](Tx& tx) -> Result<TransactionPage> {
        return TransactionRepository(tx).page(filter, after, std::clamp(limit, 1, kMostRows));
    });
}

Result<TransactionPage> TransactionService::workList(const ListAnchor& after, int limit, const Actor& by)
{
    TransactionFilter filter;
    filter.needsPerson = true;
    return list(filter, after, limit, by);
}

Result<std::int64_t> TransactionService::needingPerson(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewTransactions));
    return m_db.read(
        [&](Tx& tx) -> Result<std::int64_t> { return TransactionRepository(tx).needingPerson(); });
}

} // namespace sanad
