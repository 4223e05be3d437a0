#pragma once

#include "core/transactions/document_state.h"
#include "core/transactions/transaction.h"

#include <QMap>

namespace sanad {

/// One service being worked on at a counter, saved with every pause in typing. Kept apart from transactions,
/// in a table that may be rewritten; its id becomes the transaction's.
struct Draft {
    TransactionId id;
    QString serviceCode;
    CustomerId applicant, payer;
    std::vector<CustomerId> beneficiaries;
    TicketId ticket;
    QString counter;
    StaffId clerk;
    QJsonObject form; ///< As typed so far; may be incomplete and wrong. Sealed at rest, like all below.
    QMap<QString, DocumentState> documents; ///< By document code.
    std::optional<Money> governmentFee; ///< Entered by the clerk where the catalogue has no figure.
    std::optional<Money> serviceFee; ///< Charged instead of the displayed one.
    Money discount;
    QStringList extras; ///< Codes of the fee's extras.
    int monthsLate = 0;
    QString priceReason;
    QString portalReference;
    FeeState feeState = FeeState::Unpaid;
    QString feeProof; ///< The agency's own receipt for the fee, when it gave one.
    QString step; ///< `form`, `documents`, `assisted`, `fees`, `pay`: where the clerk was.
    QString field; ///< JSON pointer of the field that had the caret.
    int caret = 0;
    bool held = false;
    QDateTime savedAt; ///< UTC.

    bool operator==(const Draft&) const = default;
};

} // namespace sanad
