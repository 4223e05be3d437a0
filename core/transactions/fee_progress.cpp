#include "core/transactions/fee_progress.h"

#include "core/audit/audit_trail.h"
#include "core/ledger/agency_money.h"
#include "core/settings/settings_repository.h"
#include "core/sync/outbox.h"

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
    if (!same) AuditTrail(tx).record(by, u"fee.reference-differs"_s, t.id, {{u"reference"_s, reference}});
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
    AuditTrail(tx).record(by, u"fee.paid-twice"_s, t.id, {{u"reference"_s, reference}});
    return {};
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
