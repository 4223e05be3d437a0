#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/customers/customer.h"
#include "core/receipts/receipt.h"
#include "core/transactions/document_state.h"
#include "core/transactions/transaction.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

#include <optional>
#include <vector>

namespace sanad {

/// Who came. With an id, that customer; else whoever holds one of the identifiers; else created from
/// `details`.
struct VisitCustomer {
    CustomerId id;
    Customer details; ///< What the record lacks is completed from here.
    bool kindGiven = false; ///< Else told by identifier and nationality.
};

/// One service of a visit.
struct VisitItem {
    QString service; ///< Its code.
    TransactionId draft; ///< The draft that it came from; none from outside.
    /// The transaction that is paid now, as it was agreed then, instead of a new one: of the rest only its
    /// papers count.
    std::optional<Transaction> unpaid;
    QJsonObject form;
    /// By code; nothing: all that the service requires was seen.
    std::optional<QMap<QString, DocumentState>> documents;
    std::optional<Money> governmentFee; ///< Only where the catalogue has no figure.
    std::optional<Money> serviceFee; ///< Instead of the displayed one, with a reason.
    Money discount;
    QStringList extras; ///< Codes of the fee's extras.
    int monthsLate = 0;
    QString priceReason;
    QString portalReference;
    FeeState feeState = FeeState::Unpaid;
    QString feeProof; ///< The agency's own receipt for the fee; empty: the portal reference stands for it.
    std::vector<CustomerId> beneficiaries;
};

struct VisitPayment {
    Tender tender = Tender::Cash;
    Money amount; ///< As handed over; cash above what is due gives change.
    QString approvalCode, reference;
};

/// One complete visit, ready to be done in one commit.
struct Visit {
    QString tag; ///< The caller's own; comes back.
    QString counter; ///< Empty: the actor's.
    QString ticket; ///< `A-012` of today; empty without one.
    TicketId ticketId; ///< The same by id.
    VisitCustomer customer;
    CustomerId payer; ///< None: the customer.
    std::vector<VisitItem> items;
    std::vector<VisitPayment> payments; ///< None: exact cash.
};

/// Reads one line of `sanadctl serve` (docs/visit.md). Unknown fields are refused, absent ones take their
/// default. `tag`, when not null, gets the line's tag also when the rest is refused. Errors: Unusable
/// `json.*`; Invalid `visit.unknown-field`, `visit.field-missing`, `visit.field`, `visit.day`, `visit.choice`
/// (first arg: JSON pointer; of the first and the last also what could stand there), `visit.no-items`, and
/// `text.*` (last arg: JSON pointer).
Result<Visit> parseVisit(QByteArrayView line, QString* tag = nullptr);

} // namespace sanad
