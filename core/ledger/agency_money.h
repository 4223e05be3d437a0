#pragma once

#include "core/base/actor.h"
#include "core/ledger/ledger.h"

namespace sanad {

/// A government fee paid on to its agency.
struct AgencyPayment {
    TransactionId transaction;
    QString agency;
    Money amount; ///< > 0.
    AccountRef from; ///< Wallet of the agency by default; bank, or the drawer of a shift.
    QString reference; ///< The agency's own; a fee is safe only with one.
    QDate businessDay; ///< When that is closed already, the first open day after it.
};

/// Posts that the fee of a transaction was paid on. Composable: part of the caller's commit.
/// Errors: Invalid `ledger.amount`, `ledger.no-reference`; Conflict `ledger.paid-already` (arg: reference).
Result<> payAgency(Tx& tx, const AgencyPayment& payment, const Actor& by);

/// Posts that the agency gave a paid fee back, into the same account that had paid it.
/// Errors: Conflict `ledger.not-paid`, `ledger.refunded-already`.
Result<> takeAgencyRefund(
    Tx& tx, TransactionId transaction, const QString& reference, const QDate& businessDay, const Actor& by);

/// Money of the bank put into the wallet at an agency. Errors: Invalid `ledger.amount`.
Result<> topUpWallet(Tx& tx, const QString& agency, Money amount, const QDate& businessDay, const Actor& by);

} // namespace sanad
