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
    if (t.feeState != to && !allowed(t.feeState, to))
        return Error{ErrorCode::Conflict, u"transaction.fee-state"_s, {t.number}, {}};
    const QDate day = businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
    const QString proof = reference.isEmpty() ? t.portalReference : reference;
    const bool changed = t.feeState != to;
    const bool paid = to == FeeState::PaidUnconfirmed || to == FeeState::Confirmed;
    if (!t.fee.governmentFee.isZero()) {
        // Also when only its reference has come: then it is posted now.
        if (paid && !proof.isEmpty()) SANAD_TRY(postPaid(tx, t, proof, day, by));
        if (changed && to == FeeState::Refunded) SANAD_TRY(postRefund(tx, t, proof, day, by));
    }
    t.feeState = to;
    return {};
}

} // namespace sanad
