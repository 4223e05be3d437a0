#pragma once

#include "core/ledger/ledger.h"

namespace sanad {

/// A row of `agency_movement`: a fee paid on, given back by the agency, or a wallet topped up.
struct AgencyMovement {
    std::int64_t id = 0;
    DocumentKind kind = DocumentKind::AgencyPaid; ///< AgencyPaid, AgencyRefund or WalletTopUp.
    TransactionId transaction; ///< None for a top-up.
    QString agency;
    Money amount; ///< > 0.
    AccountRef account; ///< Where the money came from or went back to.
    QString reference;
    QDate businessDay;
};

QString agencyMovementKey(DocumentKind kind); ///< `paid`, `refunded`, `top-up`: as stored.
std::optional<DocumentKind> agencyMovementFromKey(QStringView key);

/// What it posts. Follows from its row alone, so that `verify` holds the books against it.
LedgerDocument postingOf(const AgencyMovement& movement);

} // namespace sanad
