#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/permission.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sanad {

/// Where a transaction stands. transaction_states.h holds the table of moves.
enum class TransactionState {
    Draft,
    WaitingForCustomer, ///< Signature, one-time password or a paper is still to come.
    Ready,
    Submitted,
    InReview,
    ActionNeeded,
    Approved,
    Rejected,
    FeeDue,
    Completed,
    HandedOver,
    Cancelled,
};

/// `draft`, `waiting_for_customer` … `handed_over`, `cancelled`: as stored and as `--json` prints.
QString transactionStateKey(TransactionState state);
std::optional<TransactionState> transactionStateFromKey(QStringView key);

/// The government fee's way to the agency; the fee is never income.
enum class FeeState { Unpaid, PaidUnconfirmed, Confirmed, Disputed, Refunded };

/// `unpaid`, `paid_unconfirmed`, `confirmed`, `disputed`, `refunded`.
QString feeStateKey(FeeState state);
std::optional<FeeState> feeStateFromKey(QStringView key);

/// What was agreed with the customer, copied from the quote: a later catalogue changes nothing, also when it
/// is paid later.
struct AgreedFee {
    Money governmentFee; ///< Collected now for the agency.
    Money dueLater; ///< Government fee of later steps; not collected.
    Money serviceFee; ///< As displayed, VAT included, before the discount.
    Money discount; ///< ≥ 0, off the service fee.
    bool clerkEntered = false; ///< The government fee was typed with the portal's reference.
    QString priceReason; ///< Why the service fee is not the displayed one; empty when it is.
    int monthsLate = 0; ///< As chosen, with the extras; a correction must come to the same fee by them.
    QStringList extras; ///< Codes of the fee's extras.

    bool operator==(const AgreedFee&) const = default;
};

struct Transaction {
    TransactionId id;
    QString number; ///< `T-000123`; empty while a draft.
    QString serviceCode;
    PackId pack; ///< The content pack by whose schema and fees it was done.
    CustomerId applicant;
    CustomerId payer; ///< None: the applicant pays.
    std::vector<CustomerId> beneficiaries; ///< None: the applicant alone.
    TicketId ticket;
    ReceiptId receipt; ///< None while unpaid.
    QString counter;
    StaffId clerk;
    TransactionState state = TransactionState::Draft;
    QString agency; ///< Its code.
    QString channel; ///< `rest`, `assisted`, `counter`, `local`.
    QJsonObject form; ///< Sealed at rest. Empty in lists.
    AgreedFee fee;
    FeeState feeState = FeeState::Unpaid;
    QString portalReference;
    QString reason; ///< The agency's words, or the clerk's, for the state it is in. Sealed at rest; empty in
                    ///< lists.
    QDate businessDay;
    QDateTime openedAt, changedAt; ///< UTC.
    QDateTime promisedAt; ///< UTC; invalid when the service promises no time.

    bool operator==(const Transaction&) const = default;
};

/// Whom a transaction or a draft is about, and who pays; some may be null.
template <class Work> std::vector<CustomerId> partiesOf(const Work& work)
{
    std::vector<CustomerId> parties{work.applicant, work.payer};
    parties.insert(parties.end(), work.beneficiaries.begin(), work.beneficiaries.end());
    return parties;
}

/// One recorded transition; never changed afterwards.
struct TransactionMove {
    std::optional<TransactionState> from; ///< Nothing for the first.
    TransactionState to = TransactionState::Draft;
    QString act; ///< `submitted`, `approved` …
    StaffId by;
    QString user; ///< The sign-in name.
    QDateTime at;

    bool operator==(const TransactionMove&) const = default;
};

} // namespace sanad
