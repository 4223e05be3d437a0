#include "core/transactions/portal_answers.h"

#include "core/audit/audit_trail.h"
#include "core/customers/customer_repository.h"
#include "core/transactions/fee_progress.h"
#include "core/transactions/move_transaction.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_states.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kUnappliedAttention = 85; // below what needs action anyway
constexpr int kMostWords = 4000;

/// What the portal said, one line a fault, in the words it has; its codes where it has none.
QString wordsOf(const std::vector<FieldFault>& faults)
{
    QStringList lines;
    for (const FieldFault& fault : faults) {
        const QString words = fault.messageAr.isEmpty() ? fault.messageEn : fault.messageAr;
        lines << (words.isEmpty() ? fault.pointer + u' ' + fault.code : words);
    }
    return lines.join(u'\n');
}

QString wordsOf(const ItemUpdate& update)
{
    return update.textAr.isEmpty() ? update.textEn : update.textAr;
}

/// Below the sync a Result has nowhere to go: an error that is not the rules' own undoes the commit.
void mustHold(const Result<>& result)
{
    if (!result) throw DbError(result.error());
}

/// A move of the portal's; false when the transaction has gone another way in the meantime.
bool moveIfAllowed(Tx& tx, const Transaction& t, TransactionState to, const Actor& by)
{
    if (t.state == to || !stateRule(t.state, to)) return false;
    const auto moved = moveTransaction(tx, t, to, by, MoveSource::Portal);
    if (!moved && moved.error().key == "transaction.paid"_L1) return false;
    if (!moved) throw DbError(moved.error());
    return true;
}

void saveFields(Tx& tx, const Transaction& t, const Actor& by)
{
    TransactionRepository(tx).update(t, t.state, by);
    tx.touched(u"transactions"_s);
}

/// An update that the transaction cannot follow is not lost with the cursor: its words join the reason, and
/// a person looks at the transaction.
void leaveToPerson(Tx& tx, Transaction t, const ItemUpdate& update, const Actor& by)
{
    const QString words = wordsOf(update);
    if (!words.isEmpty() && !t.reason.contains(words)) {
        t.reason = (t.reason.isEmpty() ? words : t.reason + u'\n' + words).left(kMostWords);
        saveFields(tx, t, by);
    }
    TransactionRepository(tx).needPerson(t.id, kUnappliedAttention);
    // The state only when it is one of ours: anything may stand there.
    const bool known = update.aboutFee ? feeStateFromKey(update.state).has_value()
                                       : transactionStateFromKey(update.state).has_value();
    AuditTrail(tx).record(by, u"transaction.update-unapplied"_s, t.id,
        {{u"about"_s, update.aboutFee ? u"fee"_s : u"status"_s},
            {u"to"_s, known ? update.state : QString()}});
    tx.touched(u"transactions"_s);
}

/// A payment that was under way when its item was corrected names the earlier one, which the portal may not
/// pay for any more. Leads it to the item that the portal took last; false when it names that one.
bool ledOn(Tx& tx, const Transaction& t, const SettledItem& payment, const Actor& by)
{
    Outbox outbox(tx);
    QString latest;
    for (const OutboxRow& row : outbox.rowsOf(t.id.raw()))
        if (row.kind == "transaction"_L1 && row.state == OutboxState::Delivered) latest = row.uuid;
    const auto row = outbox.row(payment.uuid);
    if (latest.isEmpty() || !row) return false;
    const QJsonObject asked = QJsonDocument::fromJson(outbox.payload(*row)).object();
    if (asked[u"item"].toString() == latest) return false;
    mustHold(outbox.mend(row->uuid, feeInstruction(t, latest)));
    AuditTrail(tx).record(by, u"fee.payment-led-on"_s, t.id);
    return true;
}

void feeSettled(Tx& tx, Transaction t, const SettledItem& item, const Actor& by)
{
    if (item.accepted) {
        const bool wasDue = t.feeState == FeeState::Unpaid;
        mustHold(wasDue ? advanceFee(tx, t, FeeState::PaidUnconfirmed, item.reference, by)
                        : feeTakenAgain(tx, t, item.reference, by));
        if (!wasDue) return saveFields(tx, t, by);
        if (const auto saved = saveFeePaid(tx, t, by, MoveSource::Portal); !saved)
            throw DbError(saved.error());
        return;
    }
    if (ledOn(tx, t, item, by)) return;
    // The work went through and its fee did not: somebody must see to the wallet.
    t.reason = wordsOf(item.faults);
    if (!moveIfAllowed(tx, t, TransactionState::FeeDue, by)) saveFields(tx, t, by);
}

/// What a portal may tell of: `State` in api/contract.schema.json. All else is done at the counter.
std::optional<TransactionState> portalState(const QString& key)
{
    using enum TransactionState;
    const auto state = transactionStateFromKey(key);
    for (const TransactionState told : {InReview, ActionNeeded, Approved, Rejected, FeeDue, Completed})
        if (state == told) return state;
    return std::nullopt;
}

/// Whose it was is erased: no words are kept of them, and no work goes on. Money is still booked.
bool isForgotten(Tx& tx, const Transaction& t)
{
    return !t.applicant.isNull() && !CustomerRepository(tx).match(t.applicant);
}

} // namespace

PortalAnswers::PortalAnswers(const Actor& by)
{
    std::set<Permission> held;
    for (const Permission permission : allPermissions())
        if (by.holds(permission)) held.insert(permission);
    m_by = Actor(by.staff(), kPortalUser, by.counter(), std::move(held));
}

void PortalAnswers::settled(Tx& tx, const SettledItem& item)
{
    auto t = TransactionRepository(tx).get(TransactionId::fromRaw(item.subjectId));
    if (!t) return;
    if (item.kind == "fee_payment"_L1) return feeSettled(tx, *t, item, m_by);
    if (!item.accepted) {
        t->reason = wordsOf(item.faults);
        if (!moveIfAllowed(tx, *t, TransactionState::ActionNeeded, m_by)) saveFields(tx, *t, m_by);
        return;
    }
    // What the agency itself gave counts more than the number of a report about it.
    if (t->portalReference.isEmpty()) t->portalReference = item.reference;
    t->reason.clear();
    if (!moveIfAllowed(tx, *t, TransactionState::Submitted, m_by)) saveFields(tx, *t, m_by);
    askPortalToTakeFee(tx, *t, item.uuid, item.channel, m_by);
}

void PortalAnswers::updated(Tx& tx, const ItemUpdate& told)
{
    auto t = TransactionRepository(tx).get(TransactionId::fromRaw(told.subjectId));
    if (!t) return;
    ItemUpdate update = told;
    if (isForgotten(tx, *t)) {
        if (!update.aboutFee) return;
        for (QString* words : {&update.textAr, &update.textEn})
            words->clear();
    }
    if (update.aboutFee) {
        const auto fee = feeStateFromKey(update.state);
        Transaction changed = *t;
        const bool paid = fee == FeeState::PaidUnconfirmed || fee == FeeState::Confirmed;
        // One on its way is answered by the portal, which knows that it has the fee.
        if (paid && t->feeState == FeeState::Unpaid) (void)withdrawFeePayment(tx, *t, m_by);
        if (!fee || !advanceFee(tx, changed, *fee, update.reference, m_by))
            return leaveToPerson(tx, *t, update, m_by);
        if (!paid || t->feeState != FeeState::Unpaid) return saveFields(tx, changed, m_by);
        if (const auto saved = saveFeePaid(tx, changed, m_by, MoveSource::Portal); !saved)
            throw DbError(saved.error());
        return;
    }
    const auto state = portalState(update.state);
    if (!state) return leaveToPerson(tx, *t, update, m_by);
    Transaction changed = *t;
    changed.reason = wordsOf(update);
    if (t->portalReference.isEmpty()) changed.portalReference = update.reference;
    if (t->state == *state) {
        if (!changed.reason.isEmpty()) saveFields(tx, changed, m_by);
    } else if (!moveIfAllowed(tx, changed, *state, m_by)) {
        leaveToPerson(tx, *t, update, m_by);
    }
}

void PortalAnswers::noticed(Tx& tx, const PortalNotice& notice)
{
    AuditTrail(tx).record(m_by, u"portal.notice"_s, std::int64_t{0},
        {{u"at"_s, storedTime(notice.at)}, {u"channel"_s, notice.channel}});
}

} // namespace sanad
