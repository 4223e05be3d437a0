#include "core/transactions/fee_progress.h"

#include "core/ledger/agency_money.h"
#include "core/settings/settings_repository.h"

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

/// The books take a payment with a reference only: what was paid without one is not safe, and shows as
/// unconfirmed.
Result<> postPaid(Tx& tx, const Transaction& t, const QString& reference, const QDate& day, const Actor& by)
{
    const auto posted =
        payAgency(tx, {t.id, t.agency, t.fee.governmentFee, walletAt(t.agency), reference, day}, by);
    if (!posted && posted.error().key != "ledger.paid-already"_L1) return posted.error();
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
    const QDate day = businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
    return paid ? postPaid(tx, t, proof, day, by) : postRefund(tx, t, proof, day, by);
}

} // namespace sanad
