#include "core/visits/visit_service.h"

#include "core/audit/audit_trail.h"
#include "core/cash/shift_service.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/people/approvals.h"
#include "core/queue/queue_service.h"
#include "core/queue/ticket_repository.h"
#include "core/receipts/issue_receipt.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/agreed_fee.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/draft_repository.h"
#include "core/transactions/fee_progress.h"
#include "core/transactions/made_with.h"
#include "core/transactions/move_transaction.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/service_form.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_states.h"
#include "core/visits/visit_counter.h"
#include "core/visits/visit_customer.h"
#include "core/visits/visit_gate.h"
#include "core/visits/visit_item.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error invalid(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Invalid, key, args, {}};
}

/// What was handed over as what it pays: the other tenders whole, cash what is left of the total, with
/// change.
Result<std::vector<Payment>> paymentsOf(const std::vector<VisitPayment>& given, Money total)
{
    std::vector<Payment> payments;
    if (given.empty()) {
        if (!total.isZero()) payments.push_back({Tender::Cash, total, total, {}, {}});
        return payments;
    }
    Money cash, paid;
    for (const VisitPayment& payment : given) {
        paid += payment.amount;
        if (payment.tender == Tender::Cash) {
            cash += payment.amount;
            continue;
        }
        if (payment.tender == Tender::Card && payment.approvalCode.isEmpty())
            return invalid(u"visit.approval-code"_s);
        payments.push_back(
            {payment.tender, payment.amount, payment.amount, payment.approvalCode, payment.reference});
    }
    const Money cashDue = total - (paid - cash);
    if (paid < total) return invalid(u"visit.underpaid"_s, {total.text(), paid.text()});
    if (cashDue.isNegative()) return invalid(u"visit.overpaid"_s, {total.text(), paid.text()});
    if (!cashDue.isZero())
        payments.push_back({Tender::Cash, cashDue, cash, {}, {}});
    else if (!cash.isZero())
        return invalid(u"visit.overpaid"_s, {total.text(), paid.text()});
    return payments;
}

VisitItem itemOf(const Draft& draft)
{
    VisitItem item;
    item.service = draft.serviceCode;
    item.draft = draft.id;
    item.form = draft.form;
    item.documents = draft.documents;
    item.governmentFee = draft.governmentFee;
    item.serviceFee = draft.serviceFee;
    item.discount = draft.discount;
    item.extras = draft.extras;
    item.monthsLate = draft.monthsLate;
    item.priceReason = draft.priceReason;
    item.portalReference = draft.portalReference;
    item.feeState = draft.feeState;
    item.feeProof = draft.feeProof;
    item.beneficiaries = draft.beneficiaries;
    return item;
}

VisitItem itemOf(const Transaction& unpaid)
{
    VisitItem item;
    item.service = unpaid.serviceCode;
    item.unpaid = unpaid;
    item.beneficiaries = unpaid.beneficiaries;
    return item;
}

/// Drafts and ready transactions that one customer pays together.
Result<Visit> visitOf(Tx& tx, const std::vector<TransactionId>& ids)
{
    Visit visit;
    const auto add = [&](const auto& work, VisitItem item) -> Result<> {
        if (work.applicant.isNull()) return Error{ErrorCode::NotFound, u"transaction.no-customer"_s, {}, {}};
        if (!visit.items.empty() && work.applicant != visit.customer.id)
            return invalid(u"visit.two-customers"_s);
        visit.customer.id = work.applicant;
        if (!work.payer.isNull()) visit.payer = work.payer;
        if (!work.ticket.isNull()) visit.ticketId = work.ticket;
        // What was marked on the checklist since counts before what the draft says.
        if (!item.documents) item.documents.emplace();
        item.documents->insert(ChecklistRepository(tx).get(work.id));
        visit.items.push_back(std::move(item));
        return {};
    };
    for (const TransactionId id : ids) {
        if (const auto draft = DraftRepository(tx).get(id)) {
            SANAD_TRY(add(*draft, itemOf(*draft)));
            continue;
        }
        const auto transaction = TransactionRepository(tx).get(id);
        if (!transaction) return Error{ErrorCode::NotFound, u"transaction.no-draft"_s, {}, {}};
        if (!isPayable(*transaction))
            return Error{ErrorCode::Conflict, u"visit.not-payable"_s, {transaction->number}, {}};
        SANAD_TRY(add(*transaction, itemOf(*transaction)));
    }
    if (visit.items.empty()) return invalid(u"visit.no-items"_s);
    return visit;
}

/// One visit being done; every step within the one transaction.
class Completion {
public:
    Completion(Tx& tx, const Visit& visit, const Actor& by, const Approval& approval)
        : m_tx(tx)
        , m_visit(visit)
        , m_by(by)
        , m_approval(approval)
    {
    }

    Result<Receipt> run()
    {
        if (m_visit.items.empty()) return invalid(u"visit.no-items"_s);
        SANAD_TRY_VALUE(counter, counterOf(m_tx, m_visit, m_by));
        m_counter = counter;
        SANAD_TRY_VALUE(shift, shiftForAct(m_tx, m_counter, m_by));
        m_shift = shift;
        m_day = shift.businessDay;
        m_step.of = VisitStep::Of::Ticket;
        SANAD_TRY(findTicket());
        m_step.of = VisitStep::Of::Customer;
        SANAD_TRY_VALUE(customer, customerOfVisit(m_tx, m_visit.customer, m_by, m_similar));
        m_customer = customer;
        m_step.of = VisitStep::Of::Item;
        SANAD_TRY(workOutItems(SettingsRepository(m_tx).centre()));
        m_step.of = VisitStep::Of::Payments;
        SANAD_TRY_VALUE(receipt, issue());
        m_step.of = VisitStep::Of::Item;
        SANAD_TRY(writeItems(receipt));
        // A second visit on one ticket finds it done already.
        m_step.of = VisitStep::Of::Ticket;
        if (m_ticket && m_ticket->state != TicketState::Done)
            SANAD_TRY(finishTicket(m_tx, m_ticket->id, m_by));
        record(receipt);
        return receipt;
    }

    /// What is wrong where run() gave this error.
    VisitRefusal refusal(const Error& error) const
    {
        VisitRefusal refusal{refusedMember(m_visit, m_step, error), m_faults};
        for (FormFault& fault : refusal.faults)
            fault.pointer.prepend(u"/items/%1/form"_s.arg(m_step.item));
        return refusal;
    }

    /// What was done without, and what was taken although it looks wrong. After run().
    std::vector<Error> warnings() const
    {
        std::vector<Error> warnings;
        if (lacksGuardian(m_tx, m_customer)) warnings.push_back(invalid(u"visit.no-guardian"_s));
        for (const CustomerId other : m_similar)
            warnings.push_back(invalid(u"visit.similar-customer"_s, {other.text()}));
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const WorkedItem& item = m_items[i];
            if (item.forOthers)
                warnings.push_back(invalid(u"visit.customer-kind"_s, {item.transaction.serviceCode}));
            for (const FormFault& doubt : item.doubts)
                warnings.push_back(
                    invalid(u"visit.doubtful"_s, {u"/items/%1/form"_s.arg(i) + doubt.pointer}));
        }
        return warnings;
    }

private:
    Result<> findTicket()
    {
        TicketRepository tickets(m_tx);
        if (!m_visit.ticketId.isNull())
            m_ticket = tickets.get(m_visit.ticketId);
        else if (!m_visit.ticket.isEmpty())
            m_ticket = tickets.byNumber(m_visit.ticket, m_day);
        else
            return {};
        if (!m_ticket) return Error{ErrorCode::NotFound, u"queue.no-ticket"_s, {}, {}};
        return {};
    }

    Result<> workOutItems(const Centre& centre)
    {
        CatalogueRepository catalogue(m_tx);
        const QDate today = catalogueDay(m_tx.now());
        const VisitPlace place{*catalogue.catalogue(), m_day, today, m_customer,
            formSources(&m_customer, centre, today), m_counter,
            [this] {
                return useApproval(m_tx, m_approval,
                    {Permission::OverridePrice, u"visit.completed"_s, priceSubject(m_visit)}, m_by);
            },
            &m_faults};
        for (const VisitItem& item : m_visit.items) {
            m_step.item = static_cast<qsizetype>(m_items.size());
            SANAD_TRY(mayBeUsed(m_tx, item.beneficiaries));
            SANAD_TRY_VALUE(worked,
                item.unpaid ? workOutUnpaid(item, madeWith(m_tx, *item.unpaid), m_tx.now())
                            : workOut(item, place, m_tx.now(), m_by));
            m_items.push_back(std::move(worked));
        }
        return {};
    }

    Result<Receipt> issue()
    {
        Customer payer = m_customer;
        if (!m_visit.payer.isNull() && m_visit.payer != m_customer.id) {
            const auto other = CustomerRepository(m_tx).get(m_visit.payer);
            if (!other) return Error{ErrorCode::NotFound, u"visit.no-customer"_s, {}, {}};
            SANAD_TRY(mayBeUsed(m_tx, {other->id}));
            payer = *other;
        }
        const bool onAccount = std::any_of(m_visit.payments.begin(), m_visit.payments.end(),
            [](const VisitPayment& payment) { return payment.tender == Tender::Account; });
        if (onAccount && payer.kind != CustomerKind::Company) return invalid(u"visit.account-company"_s);
        ReceiptDraft draft;
        draft.counter = m_counter;
        draft.customer = payer.id;
        draft.customerName = payer.name(true);
        draft.maskedIdentifier = payer.maskedIdentifier();
        if (m_ticket) draft.ticket = m_ticket->number;
        for (const WorkedItem& item : m_items)
            draft.lines.push_back(item.line);
        SANAD_TRY_VALUE(payments, paymentsOf(m_visit.payments, draftTotal(draft.lines)));
        draft.payments = std::move(payments);
        return issueReceipt(m_tx, draft, m_by, &m_shift);
    }

    Result<> writeItems(const Receipt& receipt)
    {
        TransactionRepository transactions(m_tx);
        DraftRepository drafts(m_tx);
        const QString kind = customerKindKey(m_customer.kind);
        m_step.item = -1;
        for (WorkedItem& item : m_items) {
            ++m_step.item;
            Transaction& t = item.transaction;
            t.receipt = receipt.id;
            t.payer = m_visit.payer;
            if (m_ticket) t.ticket = m_ticket->id;
            if (!item.unpaid) t.number = transactions.takeNumber();
            SANAD_TRY(advanceFee(m_tx, t, item.feeState, item.feeProof, m_by));
            const bool reported = item.unpaid && isReported(m_tx, t);
            SANAD_TRY(item.unpaid ? pay(t, item.documents) : open(t, item));
            if (reported)
                feeCollected(m_tx, t, m_by);
            else
                SANAD_TRY(putIntoOutbox(m_tx, t, item.serviceChannel, item.formJson, kind, item.documents));
        }
        for (const VisitItem& item : m_visit.items)
            if (!item.draft.isNull() && !drafts.remove(item.draft))
                return Error{ErrorCode::NotFound, u"transaction.no-draft"_s, {}, {}};
        return {};
    }

    /// The moves after `ready` that bring a paid one to where it begins.
    static std::vector<TransactionState> pathTo(TransactionState state)
    {
        using enum TransactionState;
        if (state == Submitted) return {Submitted};
        if (state == HandedOver) return {Completed, HandedOver};
        return {};
    }

    Result<> open(const Transaction& t, const WorkedItem& item)
    {
        std::vector<TransactionState> path{TransactionState::Ready};
        for (const TransactionState state : pathTo(t.state))
            path.push_back(state);
        TransactionRepository(m_tx).insert(t, item.formJson, item.documents, m_by, path);
        return {};
    }

    /// What is with the agency already stays where it is there.
    Result<> pay(const Transaction& paid, const QMap<QString, DocumentState>& papers)
    {
        Transaction t = paid;
        const auto before = TransactionRepository(m_tx).get(t.id);
        if (!before) return Error{ErrorCode::NotFound, u"transaction.not-found"_s, {}, {}};
        t.state = before->state;
        if (!TransactionRepository(m_tx).setPaid(t))
            return Error{ErrorCode::Conflict, u"visit.not-payable"_s, {t.number}, {}};
        ChecklistRepository(m_tx).save(t.id, papers);
        if (t.state != TransactionState::Ready) return {};
        for (const TransactionState state : pathTo(paid.state)) {
            SANAD_TRY_VALUE(moved, moveTransaction(m_tx, t, state, m_by));
            t = moved;
        }
        return {};
    }

    void record(const Receipt& receipt)
    {
        QJsonArray numbers;
        for (const WorkedItem& item : m_items)
            numbers << item.transaction.number;
        QJsonObject payload{{u"receipt"_s, receipt.number}, {u"transactions"_s, numbers}};
        addApproval(m_tx, payload, m_approval);
        AuditTrail(m_tx).record(m_by, u"visit.completed"_s, receipt.id, payload);
        m_tx.touched(u"transactions"_s);
        m_tx.touched(u"receipts"_s);
        if (!m_visit.items.front().draft.isNull()) m_tx.touched(u"drafts"_s);
    }

    Tx& m_tx;
    const Visit& m_visit;
    const Actor& m_by;
    const Approval& m_approval;
    QString m_counter;
    Shift m_shift;
    QDate m_day;
    Customer m_customer;
    std::vector<CustomerId> m_similar; ///< To a customer whose record was created.
    std::optional<Ticket> m_ticket;
    std::vector<WorkedItem> m_items;
    VisitStep m_step;
    std::vector<FormFault> m_faults;
};

Result<> mayComplete(const Actor& by)
{
    SANAD_TRY(by.may(Permission::IssueReceipts));
    return by.may(Permission::EditTransactions);
}

} // namespace

QString priceSubject(const Visit& visit)
{
    PriceSubject prices;
    for (const VisitItem& item : visit.items)
        if (!item.unpaid)
            prices.add(
                item.draft.isNull() ? item.service : item.draft.text(), item.serviceFee, item.discount);
    return prices.text();
}

Result<Receipt> VisitService::complete(const Visit& visit, const Actor& by, const Approval& approval,
    std::vector<Error>* warnings, VisitRefusal* refusal)
{
    SANAD_TRY(mayComplete(by));
    SANAD_TRY_VALUE(clean, gatedVisit(visit));
    return m_db.write([&](Tx& tx) -> Result<Receipt> {
        Completion completion(tx, clean, by, approval);
        auto receipt = completion.run();
        if (!receipt && refusal) *refusal = completion.refusal(receipt.error());
        if (receipt && warnings) *warnings = completion.warnings();
        return receipt;
    });
}

Result<Receipt> VisitService::completeDrafts(const std::vector<TransactionId>& drafts,
    const std::vector<VisitPayment>& payments, const Actor& by, const Approval& approval)
{
    SANAD_TRY(mayComplete(by));
    return m_db.write([&](Tx& tx) -> Result<Receipt> {
        SANAD_TRY_VALUE(visit, visitOf(tx, drafts));
        visit.payments = payments;
        SANAD_TRY_VALUE(clean, gatedVisit(visit));
        return Completion(tx, clean, by, approval).run();
    });
}

Result<VisitTotals> VisitService::totals(const std::vector<TransactionId>& drafts, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    return m_db.read([&](Tx& tx) -> Result<VisitTotals> {
        SANAD_TRY_VALUE(visit, visitOf(tx, drafts));
        const Centre centre = SettingsRepository(tx).centre();
        const QDate day = catalogueDay(tx.now());
        const auto customer = CustomerRepository(tx).get(visit.customer.id);
        const FormSources sources = formSources(customer ? &*customer : nullptr, centre, day);
        CatalogueRepository catalogue(tx);
        VisitTotals totals;
        for (const VisitItem& item : visit.items) {
            if (item.unpaid) {
                const AgreedFee owed = owedFee(*item.unpaid);
                totals.items.push_back({item.service, owed.governmentFee, owed.dueLater, owed.serviceFee,
                    owed.discount, false, {}, {}, {}});
                totals.total += owed.governmentFee + owed.serviceFee - owed.discount;
                continue;
            }
            const auto service = catalogue.service(item.service, day);
            if (!service) return noService(*catalogue.catalogue(), item.service, day);
            SANAD_TRY_VALUE(form, serviceForm(*service));
            SANAD_TRY_VALUE(quoted, quoteOf(*service, item, form->layout.completed(item.form, sources), day));
            const Money serviceFee = item.serviceFee.value_or(quoted.serviceFee);
            totals.items.push_back({service->code, quoted.governmentFee, quoted.dueLater, serviceFee,
                item.discount, quoted.needsClerkAmount, quoted.minimum, quoted.maximum, quoted.why});
            totals.total += quoted.governmentFee + serviceFee - item.discount;
        }
        return totals;
    });
}

} // namespace sanad
