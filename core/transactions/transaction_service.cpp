#include "core/transactions/transaction_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/base/json_writer.h"
#include "core/base/text_gate.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/fee_quote.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/people/approvals.h"
#include "core/transactions/agreed_fee.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/draft_repository.h"
#include "core/transactions/fee_progress.h"
#include "core/transactions/made_with.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/promised_time.h"
#include "core/transactions/transaction_form.h"
#include "core/transactions/transaction_list_repository.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_states.h"

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
/// What was typed beside the form, as it may be stored; references are told by their characters alone,
/// whichever digits they are typed with.
Result<> gateTexts(Draft& draft)
{
    SANAD_TRY_VALUE(reason, cleanText(draft.priceReason, TextRule{kMostReason}));
    draft.priceReason = reason;
    for (QString* reference : {&draft.portalReference, &draft.feeProof}) {
        SANAD_TRY_VALUE(clean, cleanText(*reference, TextRule{kMostReference}));
        *reference = asciiDigits(clean);
    }
    return {};
}

Error notFound()
{
    return {ErrorCode::NotFound, u"transaction.not-found"_s, {}, {}};
}

/// Whether saying so would hide that the portal waits for new answers: what it was told goes on only by being
/// corrected, or by what the agency itself decides.
bool onlyByCorrection(Tx& tx, const Transaction& t, TransactionState to)
{
    using enum TransactionState;
    if (t.state != ActionNeeded && t.state != Rejected) return false;
    return (to == Ready && isReported(tx, t)) || (to == Submitted && Outbox(tx).standsAside(t.id.raw()));
}

/// Whether a result would leave the house while the customer still owes for it: nobody would look for the
/// debt again.
bool owedAtHandOver(const Transaction& t, TransactionState to)
{
    const Money owed = t.fee.governmentFee + t.fee.serviceFee - t.fee.discount;
    return to == TransactionState::HandedOver && t.state == TransactionState::Completed &&
        t.receipt.isNull() && !owed.isZero();
}

Result<> report(Tx& tx, const Transaction& t)
{
    const QString channel = madeWith(tx, t).service.channel;
    if (channel.isEmpty() && t.channel == "rest"_L1) return {};
    const bool held = !mayBeUsed(tx, partiesOf(t)).has_value();
    return putIntoOutbox(tx, t, channel, compactJson(t.form), customerKindOf(tx, t.applicant),
        ChecklistRepository(tx).get(t.id), held);
}

/// The reference and the fee's state, as the agency's site gave them; what was ready is with the agency now,
/// and what only its fee held up `goesOn`.
Result<Transaction> noteReference(Tx& tx, Transaction t, FeeState fee, bool goesOn, const Actor& by)
{
    if (t.portalReference.isEmpty()) return Error{ErrorCode::Invalid, u"transaction.reference"_s, {}, {}};
    // A fee that came back is not asked of the customer again, so it is more than one clerk's word.
    if (fee == FeeState::Refunded && t.feeState != fee) SANAD_TRY(by.may(Permission::RefundFees));
    const bool getsPaid = t.feeState == FeeState::Unpaid && fee != FeeState::Unpaid;
    if (getsPaid) SANAD_TRY(withdrawFeePayment(tx, t, by));
    SANAD_TRY(advanceFee(tx, t, fee, t.portalReference, by));
    const bool begins = t.state == TransactionState::Ready;
    if (begins) {
        SANAD_TRY_VALUE(moved, moveTransaction(tx, t, TransactionState::Submitted, by));
        t = moved;
    } else if (getsPaid && goesOn) {
        SANAD_TRY_VALUE(saved, saveFeePaid(tx, t, by, MoveSource::Person));
        t = saved;
    } else if (!TransactionRepository(tx).update(t, t.state, by)) {
        return Error{ErrorCode::Conflict, u"transaction.moved-on"_s, {t.number}, {}};
    }
    if (begins || !isReported(tx, t)) SANAD_TRY(report(tx, t));
    AuditTrail(tx).record(by, u"transaction.reference-recorded"_s, t.id, {{u"fee"_s, feeStateKey(fee)}});
    tx.touched(u"transactions"_s);
    return t;
}

} // namespace

Result<Draft> TransactionService::open(
    const QString& serviceCode, CustomerId applicant, TicketId ticket, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Draft> {
        SANAD_TRY_VALUE(service, serviceOn(tx, serviceCode, catalogueDay(tx.now())));
        SANAD_TRY(mayBeUsed(tx, {applicant}));
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
        if (compactJson(draft.form).size() > kMostFormBytes)
            return Error{ErrorCode::Invalid, u"transaction.draft-too-large"_s, {}, {}};
        DraftRepository drafts(tx);
        const auto stored = drafts.get(draft.id);
        if (!stored) return noDraft();
        if (stored->clerk != draft.clerk)
            return Error{ErrorCode::Conflict, u"transaction.draft-elsewhere"_s, {}, {}};
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
        ChecklistRepository(tx).remove(id);
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
        SANAD_TRY_VALUE(service, serviceOn(tx, draft.serviceCode, catalogueDay(tx.now())));
        return checkedForm(tx, service, draft.form, draft.applicant);
    });
}

Result<Transaction> TransactionService::submit(
    TransactionId id, TransactionState to, const Actor& by, const Approval& approval)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        DraftRepository drafts(tx);
        auto draft = drafts.get(id);
        if (!draft) return noDraft();
        SANAD_TRY(gateTexts(*draft));
        if (!stateRule(std::nullopt, to))
            return Error{ErrorCode::Conflict, u"transaction.no-such-move"_s, {}, {}};
        if (draft->applicant.isNull())
            return Error{ErrorCode::NotFound, u"transaction.no-customer"_s, {}, {}};
        SANAD_TRY(mayBeUsed(tx, partiesOf(*draft)));
        const QDate day = catalogueDay(tx.now());
        SANAD_TRY_VALUE(service, serviceOn(tx, draft->serviceCode, day));
        SANAD_TRY_VALUE(checked, checkedForm(tx, service, draft->form, draft->applicant));
        if (!acceptable(checked.faults)) return formError(checked.faults);
        const FeeChoices choices{FeeStage::Filing, false, draft->monthsLate, draft->extras,
            draft->governmentFee, draft->portalReference};
        SANAD_TRY_VALUE(quoted, quote(service, checked.data, day, choices));
        if (quoted.needsClerkAmount)
            return Error{ErrorCode::Invalid, u"visit.fee-needed"_s, {service.code}, {}};
        SANAD_TRY_VALUE(fee,
            agreeFee(
                quoted,
                {draft->serviceFee, draft->discount, draft->priceReason, draft->governmentFee.has_value(),
                    draft->monthsLate, draft->extras},
                [&] {
                    PriceSubject prices;
                    prices.add(*draft);
                    return useApproval(tx, approval,
                        {Permission::OverridePrice, u"transaction.opened"_s, prices.text()}, by);
                },
                by));

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
        t.fee = fee;
        t.portalReference = draft->portalReference;
        t.businessDay = businessDayNow(tx);
        t.openedAt = t.changedAt = tx.now();
        t.promisedAt = promisedTime(service.processing, tx.now());
        SANAD_TRY(advanceFee(tx, t, draft->feeState, draft->feeProof, by));
        auto papers = draft->documents;
        papers.insert(ChecklistRepository(tx).get(id));
        transactions.insert(t, compactJson(t.form), papers, by);
        drafts.remove(id);
        QJsonObject payload{
            {u"number"_s, t.number}, {u"service"_s, t.serviceCode}, {u"to"_s, transactionStateKey(to)}};
        addApproval(tx, payload, approval);
        AuditTrail(tx).record(by, u"transaction.opened"_s, t.id, payload);
        tx.touched(u"transactions"_s);
        tx.touched(u"drafts"_s);
        return t;
    });
}

Result<Transaction> TransactionService::move(
    TransactionId id, TransactionState to, const QString& reason, const Actor& by)
{
    return recordResult(id, {{}, {}, to, reason}, by);
}

Result<Transaction> TransactionService::recordReference(
    TransactionId id, const QString& reference, FeeState fee, const Actor& by)
{
    return recordResult(id, {reference, fee, {}, {}}, by);
}

Result<Transaction> TransactionService::recordResult(
    TransactionId id, const AgencyResult& result, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    SANAD_TRY_VALUE(words, cleanText(result.reason, TextRule{kMostReason, false, true}));
    SANAD_TRY_VALUE(given, cleanText(result.reference.value_or(QString()), TextRule{kMostReference}));
    const QString reference = asciiDigits(given);
    if (result.reference && reference.isEmpty())
        return Error{ErrorCode::Invalid, u"transaction.reference"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<Transaction> {
        auto t = TransactionRepository(tx).get(id);
        if (!t) return notFound();
        if (result.reference || result.fee) {
            if (result.reference) t->portalReference = reference;
            SANAD_TRY_VALUE(
                noted, noteReference(tx, *t, result.fee.value_or(t->feeState), !result.state, by));
            t = noted;
        }
        if (!result.state || (result.reference && *result.state == t->state)) return *t;
        if (onlyByCorrection(tx, *t, *result.state))
            return Error{ErrorCode::Conflict, u"transaction.correct-first"_s, {t->number}, {}};
        if (owedAtHandOver(*t, *result.state))
            return Error{ErrorCode::Conflict, u"transaction.unpaid"_s, {t->number}, {}};
        t->reason = words;
        return moveTransaction(tx, *t, *result.state, by);
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
        if (auto found = TransactionRepository(tx).byNumber(documentNumber(number))) return *found;
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
        return TransactionListRepository(tx).page(filter, after, std::clamp(limit, 1, kMostRows));
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
        [&](Tx& tx) -> Result<std::int64_t> { return TransactionListRepository(tx).needingPerson(); });
}

} // namespace sanad
