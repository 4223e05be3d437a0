#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/receipts/receipt.h"
#include "core/transactions/transaction.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace sanad {

/// Who came. With an id, that customer; else found by one of the identifiers, else created from what is
/// given.
struct VisitCustomer {
    CustomerId id;
    QString civilNumber, passportNumber, crNumber;
    QString kind; ///< `citizen`, `resident`, `visitor`, `company`; empty: told by the identifier given.
    QString nameAr, nameEn, phone, email, nationality, sex, wilayat, language;
    QDate birthDate;
};

/// One service of a visit.
struct VisitItem {
    QString service; ///< Its code.
    TransactionId draft; ///< The draft that it came from; none from outside.
    QJsonObject form;
    std::optional<std::vector<QString>> documents; ///< Codes seen; nothing: all that the service requires.
    std::optional<Money> governmentFee; ///< Only where the catalogue has no figure.
    std::optional<Money> serviceFee; ///< Instead of the displayed one, with a reason.
    Money discount;
    QString priceReason;
    QString portalReference;
    FeeState feeState = FeeState::Unpaid;
    std::vector<CustomerId> beneficiaries;
};

struct VisitPayment {
    Tender tender = Tender::Cash;
    Money amount; ///< As handed over; of cash more than the total gives change.
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
/// `json.*`; Invalid `visit.unknown-field` (arg: JSON pointer), `visit.field` (args: JSON pointer, what it
/// must be), `visit.field-missing` (arg: JSON pointer), and the identifiers' own.
Result<Visit> parseVisit(QByteArrayView line, QString* tag = nullptr);

} // namespace sanad
