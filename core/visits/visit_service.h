#pragma once

#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/storage/database.h"
#include "core/visits/visit_refusal.h"

namespace sanad {

/// What a visit costs, before it is done: for the pay page.
struct VisitTotals {
    struct Item {
        QString service;
        Money governmentFee, dueLater, serviceFee, discount;
        bool needsClerkAmount = false; ///< The catalogue has no figure and none was entered yet.
        Money minimum, maximum; ///< Bounds of the clerk's figure; zero maximum: none.
        QString why; ///< Key of the reason why there is no figure.
    };
    std::vector<Item> items;
    Money total;
};

/// What a second person consents to before the visit is done (act `visit.completed`).
QString priceSubject(const Visit& visit);

/// One whole visit in one commit: customer, transactions, checklists, receipt, ledger, outbox and ticket.
/// Touches "transactions", "receipts", "customers", "tickets", "sync".
class VisitService {
public:
    explicit VisitService(Database& db)
        : m_db(db)
    {
    }

    /// Does it, or changes nothing. The receipt is durable when this returns.
    /// Errors: Conflict `cash.no-shift`; NotFound `visit.no-service` (args: code,
    /// those that there are), `visit.no-customer`, `queue.no-ticket`; Invalid `visit.no-items`, `visit.form`
    /// (args: service, JSON pointer, the fault's key, how many), `visit.document-unknown` (args: service,
    /// document code, those of the service), `visit.no-documents` and `visit.document-missing` (args:
    /// service, document code), `visit.fee-needed`, `visit.reference-needed` (arg: service),
    /// `visit.underpaid`, `visit.overpaid` (args: total, paid), `visit.approval-code`,
    /// `visit.account-company`; Denied `gate.*`; those
    /// of counterOf(), quote(), chargeServiceFee(), createCustomer(), finishTicket(), advanceFee() and
    /// issueReceipt(). `approval` is asked for where a price is another than the displayed one: Denied
    /// `approval.*`. `warnings`, when not null, gets what refuses nothing: Invalid `visit.no-guardian` for a
    /// child, `visit.similar-customer` (arg: id) for a new record that may be somebody's who is known
    /// already, `visit.customer-kind` (arg: service) for a service that is for other kinds of customers,
    /// `visit.doubtful` (arg: JSON pointer) for an answer that is not of its kind's usual shape. `refusal`,
    /// when not null, says what of a refused visit is wrong.
    Result<Receipt> complete(const Visit& visit, const Actor& by, const Approval& approval = {},
        std::vector<Error>* warnings = nullptr, VisitRefusal* refusal = nullptr);

    /// Drafts and unpaid transactions (isPayable) of one customer, paid together; each draft is gone with the
    /// commit. Unpaid ones are paid as they were agreed, with the form, fees and pack of their own day.
    /// Errors besides: NotFound `transaction.no-draft`, Conflict `visit.not-payable` (arg: number), Invalid
    /// `visit.two-customers`.
    Result<Receipt> completeDrafts(const std::vector<TransactionId>& drafts,
        const std::vector<VisitPayment>& payments, const Actor& by, const Approval& approval = {});

    /// What drafts cost now, and what is owed for unpaid transactions: as agreed then, whatever the catalogue
    /// says now.
    Result<VisitTotals> totals(const std::vector<TransactionId>& drafts, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
