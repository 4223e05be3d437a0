#include "core/transactions/fee_progress.h"

#include "core/audit/audit_trail.h"
#include "core/customers/customer_service.h"
#include "core/ledger/agency_money.h"
#include "core/settings/settings_repository.h"
#include "core/sync/outbox.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_states.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

bool allowed(FeeState from, FeeState to)
{
    using enum FeeState;
    switch (from) {
    case Unpaid:
        return to == PaidUnconfirmed || to == Confirmed;
    case PaidUnconfirmed:
        return to == Confirmed || to == Disputed || to == Refunded;
    case Confirmed:
        return to == Disputed || to == Refunded;
    case Disputed:
        return to == Confirmed || to == Refunded;
    case Refunded:
        return false;
    }
    return false;
}

QDate today(Tx& tx)
{
    return businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
}

/// Whether this is now, or was already, the payment in the books; false when they have another one.
Result<bool> postOnce(
    Tx& tx, const Transaction& t, const QString& reference, const QDate& day, const Actor& by)
{
    const auto posted =
        payAgency(tx, {t.id, t.agency, t.fee.governmentFee, walletAt(t.agency), reference, day}, by);
    if (posted) return true;
    if (posted.error().key != "ledger.paid-already"_L1) return posted.error();
    // An update names the item, not the payment: that is no other payment.
    return reference == t.portalReference || posted.error().args.contains(reference);
}

/// The books take a payment with a reference only: what was paid without one is not safe, and shows as
/// unconfirmed.
Result<> postPaid(Tx& tx, const Transaction& t, const QString& reference, const QDate& day, const Actor& by)
{
    SANAD_TRY_VALUE(same, postOnce(tx, t, reference, day, by));
    if (!same) AuditTrail(tx).record(by, u"fee.reference-differs"_s, t.id);
    return {};
}

Result<> postRefund(Tx& tx, const Transaction& t, const QString& reference, const QDate& day, const Actor& by)
{
    const auto posted = takeAgencyRefund(tx, t.id, reference, day, by);
    if (!posted && posted.error().key != "ledger.not-paid"_L1) return posted.error();
    return {};
}

} // namespace

Result<> advanceFee(Tx& tx, Transaction& t, FeeState to, const QString& reference, const Actor& by)
{
    const bool changed = t.feeState != to;
    if (changed && !allowed(t.feeState, to))
        return Error{ErrorCode::Conflict, u"transaction.fee-state"_s, {t.number}, {}};
    t.feeState = to;
    // A payment is posted also when only its reference has come since.
    const QString proof = reference.isEmpty() ? t.portalReference : reference;
    const bool paid = (to == FeeState::PaidUnconfirmed || to == FeeState::Confirmed) && !proof.isEmpty();
    const bool refunded = changed && to == FeeState::Refunded;
    if (t.fee.governmentFee.isZero() || (!paid && !refunded)) return {};
    const QDate day = today(tx);
    return paid ? postPaid(tx, t, proof, day, by) : postRefund(tx, t, proof, day, by);
}

Result<> feeTakenAgain(Tx& tx, Transaction& t, const QString& reference, const Actor& by)
{
    if (t.fee.governmentFee.isZero() || reference.isEmpty()) return {};
    SANAD_TRY_VALUE(same, postOnce(tx, t, reference, today(tx), by));
    if (same) return {};
    if (allowed(t.feeState, FeeState::Disputed)) t.feeState = FeeState::Disputed;
    AuditTrail(tx).record(by, u"fee.paid-twice"_s, t.id);
    return {};
}

Result<Transaction> saveFeePaid(Tx& tx, Transaction t, const Actor& by, MoveSource source)
{
    TransactionRepository transactions(tx);
    if (t.state == TransactionState::FeeDue) {
        t.reason.clear();
        const auto moves = transactions.moves(t.id);
        const auto held = std::find_if(moves.rbegin(), moves.rend(),
            [](const TransactionMove& move) { return move.to == TransactionState::FeeDue; });
        if (held != moves.rend() && held->from && stateRule(TransactionState::FeeDue, *held->from))
            return moveTransaction(tx, t, *held->from, by, source);
    }
    if (!transactions.update(t, t.state, by))
        return Error{ErrorCode::Conflict, u"transaction.moved-on"_s, {t.number}, {}};
    tx.touched(u"transactions"_s);
    return t;
}

QByteArray feeInstruction(const Transaction& t, const QString& item)
{
    return "{\"item\":\"" + item.toLatin1() +
        "\",\"amount_baisa\":" + QByteArray::number(static_cast<qlonglong>(t.fee.governmentFee.baisa())) +
        '}';
}

void askPortalToTakeFee(
    Tx& tx, const Transaction& t, const QString& item, const QString& channel, const Actor& by)
{
    const bool collected = !t.receipt.isNull() && !t.fee.governmentFee.isZero();
    if (!collected || t.channel != "rest"_L1 || t.feeState != FeeState::Unpaid) return;
    const QByteArray body = feeInstruction(t, item);
    Outbox outbox(tx);
    // A payment of an earlier item that was not taken is led to this one: two would both be taken.
    for (const OutboxRow& row : outbox.rowsOf(t.id.raw())) {
        if (row.kind != "fee_payment"_L1 || row.state == OutboxState::Delivered) continue;
        if (row.state == OutboxState::Sending)
            return AuditTrail(tx).record(by, u"fee.payment-under-way"_s, t.id);
        if (const auto mended = outbox.mend(row.uuid, body); !mended) throw DbError(mended.error());
        return;
    }
    const bool held = !mayBeUsed(tx, partiesOf(t)).has_value();
    const auto added = outbox.add({u"fee_payment"_s, t.id.raw(), {}, channel, body, held});
    if (!added) throw DbError(added.error());
}

void feeCollected(Tx& tx, const Transaction& t, const Actor& by)
{
    const auto rows = Outbox(tx).rowsOf(t.id.raw());
    const auto item = std::find_if(rows.rbegin(), rows.rend(), [](const OutboxRow& row) {
        return row.kind == "transaction"_L1 && row.state == OutboxState::Delivered;
    });
    if (item != rows.rend()) askPortalToTakeFee(tx, t, item->uuid, item->channel, by);
}

Result<> withdrawFeePayment(Tx& tx, const Transaction& t, const Actor& by)
{
    Outbox outbox(tx);
    for (const OutboxRow& row : outbox.rowsOf(t.id.raw())) {
        if (row.kind != "fee_payment"_L1 || row.state == OutboxState::Delivered) continue;
        if (row.state == OutboxState::Sending)
            return Error{ErrorCode::Conflict, u"transaction.fee-under-way"_s, {t.number}, {}};
        SANAD_TRY(outbox.withdraw(row.uuid));
        AuditTrail(tx).record(by, u"fee.payment-withdrawn"_s, t.id);
    }
    return {};
}

} // namespace sanad
