#include "ui/visit/current_visit.h"

#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_service.h"
#include "core/queue/queue_service.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/agreed_fee.h"
#include "core/transactions/made_with.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kSavePause = 400; // milliseconds without a key

const std::vector<std::pair<CurrentVisit::Step, QString>>& stepKeys()
{
    using Step = CurrentVisit::Step;
    static const std::vector<std::pair<Step, QString>> keys{{Step::Form, u"form"_s},
        {Step::Documents, u"documents"_s}, {Step::Assisted, u"assisted"_s}, {Step::Fees, u"fees"_s},
        {Step::Pay, u"pay"_s}};
    return keys;
}

std::optional<FeeQuote> quoteOf(const ServiceItem& service, const Draft& draft, const QDate& today)
{
    FeeChoices choices;
    choices.monthsLate = draft.monthsLate;
    choices.extras = draft.extras;
    choices.governmentFee = draft.governmentFee;
    choices.portalReference = draft.portalReference;
    if (auto made = quote(service, draft.form, today, choices)) return *made;
    // An amount without its reference yet: what the catalogue knows is shown all the same.
    choices.governmentFee.reset();
    if (auto made = quote(service, draft.form, today, choices)) return *made;
    return std::nullopt;
}

/// A transaction that was opened before, as the pages of a visit show it.
Draft unpaidDraft(const Transaction& t)
{
    Draft draft;
    draft.id = t.id;
    draft.serviceCode = t.serviceCode;
    draft.applicant = t.applicant;
    draft.payer = t.payer;
    draft.beneficiaries = t.beneficiaries;
    draft.ticket = t.ticket;
    draft.form = t.form;
    draft.discount = t.fee.discount;
    draft.portalReference = t.portalReference;
    draft.feeState = t.feeState;
    draft.step = u"pay"_s;
    return draft;
}

/// The service of a draft, its agency, and what it costs now.
Result<VisitWork> workOf(Database& db, Draft draft)
{
    return db.read([&](Tx& tx) -> Result<VisitWork> {
        const QDate today = businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
        CatalogueRepository catalogue(tx);
        const auto service = catalogue.service(draft.serviceCode, today);
        if (!service) return Error{ErrorCode::NotFound, u"transaction.no-service"_s, {draft.serviceCode}, {}};
        VisitWork work;
        work.agency = catalogue.agency(service->agency, today).value_or(Agency{});
        work.quote = quoteOf(*service, draft, today);
        work.agreed = draft.step == u"pay"_s;
        work.service = *service;
        work.draft = std::move(draft);
        return work;
    });
}

} // namespace

/// What a resumed draft brings with it.
struct CurrentVisit::Opened {
    std::vector<VisitWork> works;
    std::optional<Customer> customer;
    std::optional<Ticket> ticket;
    int index = 0;
};

QString visitStepKey(CurrentVisit::Step step)
{
    for (const auto& [value, key] : stepKeys())
        if (value == step) return key;
    return u"form"_s;
}

CurrentVisit::Step visitStepFromKey(const QString& key)
{
    for (const auto& [value, text] : stepKeys())
        if (text == key) return value;
    return CurrentVisit::Step::Form;
}

Money VisitWork::governmentFee() const
{
    if (draft.governmentFee) return *draft.governmentFee;
    return quote ? quote->governmentFee : Money();
}

Money VisitWork::serviceFee() const
{
    if (draft.serviceFee) return *draft.serviceFee;
    return quote ? quote->serviceFee : service.serviceFee;
}

bool VisitWork::isAssisted() const
{
    return service.channelKind == "assisted"_L1;
}

bool VisitWork::feeMissing() const
{
    return !quote || (quote->needsClerkAmount && !draft.governmentFee);
}

CurrentVisit::CurrentVisit(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kSavePause);
    connect(&m_pause, &QTimer::timeout, this, &CurrentVisit::save);
}

const VisitWork* CurrentVisit::work() const
{
    return m_index >= 0 ? &m_works[static_cast<std::size_t>(m_index)] : nullptr;
}

VisitWork* CurrentVisit::current()
{
    return m_index >= 0 ? &m_works[static_cast<std::size_t>(m_index)] : nullptr;
}

Money CurrentVisit::total() const
{
    Money sum;
    for (const auto& one : m_works)
        sum += one.total();
    return sum;
}

bool CurrentVisit::payable() const
{
    return !m_receipt && !m_works.empty() &&
        std::all_of(m_works.begin(), m_works.end(), [](const auto& one) { return one.agreed; });
}

void CurrentVisit::setTicket(const std::optional<Ticket>& ticket)
{
    if (ticket == m_ticket) return;
    m_ticket = ticket;
    Q_EMIT changed();
}

void CurrentVisit::setCustomer(const Customer& customer)
{
    m_customer = customer;
    Q_EMIT changed();
    go(Step::Service);
}

void CurrentVisit::go(Step step)
{
    m_step = step;
    if (auto* one = current(); one && step >= Step::Form && step <= Step::Pay) {
        if (const QString key = visitStepKey(step); one->draft.step != key)
            edit([&](Draft& draft) { draft.step = key; });
    }
    Q_EMIT stepChanged(step);
}

bool CurrentVisit::has(Step step) const
{
    if (step == Step::Documents) return work() && !work()->service.documents.empty();
    if (step == Step::Assisted) return work() && work()->isAssisted();
    return true;
}

CurrentVisit::Step CurrentVisit::after(Step step) const
{
    if (step == Step::Done) return step;
    const auto next = static_cast<Step>(static_cast<int>(step) + 1);
    return has(next) ? next : after(next);
}

CurrentVisit::Step CurrentVisit::before(Step step) const
{
    if (step == Step::Home) return step;
    const auto previous = static_cast<Step>(static_cast<int>(step) - 1);
    return has(previous) ? previous : before(previous);
}

void CurrentVisit::back()
{
    switch (m_step) {
    case Step::Pay:
        if (work() && work()->unpaid) { // there is nothing of it to go back to
            const bool alone = m_works.size() == 1 && !m_ticket;
            return alone ? finish() : leaveOut(work()->draft.id);
        }
        return go(before(m_step));
    case Step::Fees:
    case Step::Assisted:
    case Step::Documents:
        return go(before(m_step));
    case Step::Service:
        // Another service was wanted and is not any more.
        if (!m_works.empty()) return go(Step::Pay);
        m_customer.reset();
        Q_EMIT changed();
        return go(Step::Home);
    case Step::Done:
        return finish();
    default:
        return go(Step::Home);
    }
}

void CurrentVisit::goOn()
{
    if (const auto* one = work()) return go(visitStepFromKey(one->draft.step));
    if (m_customer) go(Step::Service);
}

void CurrentVisit::begin(const QString& serviceCode)
{
    if (!m_customer) return go(Step::Customer);
    m_tasks.run(
        this,
        [serviceCode, customer = m_customer->id, ticket = m_ticket ? m_ticket->id : TicketId(),
            by = m_session.actor()](Database& db) -> Result<VisitWork> {
            SANAD_TRY_VALUE(draft, TransactionService(db).open(serviceCode, customer, ticket, by));
            return workOf(db, draft);
        },
        [this](const Result<VisitWork>& opened) {
            if (!opened) return Q_EMIT failed(opened.error());
            m_works.push_back(*opened);
            m_index = static_cast<int>(m_works.size()) - 1;
            Q_EMIT changed();
            go(Step::Form);
        });
}

void CurrentVisit::takeUnpaid(TransactionId id)
{
    struct Unpaid {
        VisitWork work;
        Customer customer;
    };
    m_tasks.run(
        this,
        [id, by = m_session.actor()](Database& db) -> Result<Unpaid> {
            SANAD_TRY_VALUE(found, TransactionService(db).get(id, by));
            SANAD_TRY_VALUE(totals, VisitService(db).totals({id}, by));
            SANAD_TRY_VALUE(customer, CustomerService(db).get(found.applicant, by));
            SANAD_TRY_VALUE(made, db.read([&](Tx& tx) -> Result<MadeWith> { return madeWith(tx, found); }));
            VisitWork work;
            work.draft = unpaidDraft(found);
            work.service = made.service;
            work.agency = made.agency;
            const VisitTotals::Item& owed = totals.items.front();
            work.quote = FeeQuote();
            work.quote->governmentFee = owed.governmentFee;
            work.quote->dueLater = owed.dueLater;
            work.quote->serviceFee = owed.serviceFee;
            work.agreed = true;
            work.unpaid = true;
            return Unpaid{work, customer};
        },
        [this](const Result<Unpaid>& unpaid) {
            if (!unpaid) return Q_EMIT failed(unpaid.error());
            if (m_receipt) clear();
            const auto isHere = [&](const VisitWork& one) { return one.draft.id == unpaid->work.draft.id; };
            if (m_customer && m_customer->id != unpaid->customer.id)
                return Q_EMIT failed({ErrorCode::Conflict, u"visit.at-hand"_s, {}, {}});
            if (std::none_of(m_works.begin(), m_works.end(), isHere)) {
                m_customer = unpaid->customer;
                m_works.push_back(unpaid->work);
                m_index = static_cast<int>(m_works.size()) - 1;
            }
            Q_EMIT changed();
            go(Step::Pay);
        });
}

void CurrentVisit::edit(const std::function<void(Draft&)>& change)
{
    auto* one = current();
    if (!one || one->unpaid) return;
    change(one->draft);
    m_pause.start();
    Q_EMIT changed();
}

void CurrentVisit::save()
{
    m_pause.stop();
    const auto* one = work();
    if (!one || one->unpaid) return;
    m_tasks.run(
        this,
        [draft = one->draft, by = m_session.actor()](
            Database& db) { return TransactionService(db).save(draft, by); },
        [this](const Result<Draft>& draft) {
            if (!draft) return Q_EMIT failed(draft.error());
            for (auto& each : m_works)
                if (each.draft.id == draft->id) each.draft.savedAt = draft->savedAt;
            Q_EMIT saved(draft->savedAt);
        });
}

void CurrentVisit::settle(QObject* context, std::function<void()> after, std::function<void()> refused)
{
    m_pause.stop();
    const auto* one = work();
    if (!one) return refused();
    if (one->unpaid) return after();
    m_tasks.run(
        context,
        [draft = one->draft, by = m_session.actor()](Database& db) -> Result<VisitWork> {
            SANAD_TRY_VALUE(kept, TransactionService(db).save(draft, by));
            return workOf(db, kept);
        },
        [this, after, refused](const Result<VisitWork>& fresh) {
            if (!fresh) {
                Q_EMIT failed(fresh.error());
                return refused();
            }
            for (auto& each : m_works) {
                if (each.draft.id != fresh->draft.id) continue;
                each.quote = fresh->quote;
                each.draft.savedAt = fresh->draft.savedAt;
            }
            Q_EMIT saved(fresh->draft.savedAt);
            Q_EMIT changed();
            after();
        });
}

void CurrentVisit::agree()
{
    if (auto* one = current()) one->agreed = true;
    go(Step::Pay);
    Q_EMIT changed();
}

void CurrentVisit::discardWork()
{
    const auto* one = work();
    if (!one) return;
    if (one->unpaid) return leaveOut(one->draft.id);
    m_pause.stop();
    m_tasks.run(
        this,
        [id = one->draft.id, by = m_session.actor()](
            Database& db) { return TransactionService(db).discard(id, by); },
        [this, id = one->draft.id](const Result<>& gone) {
            if (!gone) return Q_EMIT failed(gone.error());
            leaveOut(id);
        });
}

void CurrentVisit::leaveOut(TransactionId id)
{
    std::erase_if(m_works, [&](const VisitWork& each) { return each.draft.id == id; });
    m_index = static_cast<int>(m_works.size()) - 1;
    Q_EMIT changed();
    go(m_works.empty() ? Step::Service : Step::Pay);
}

void CurrentVisit::hold()
{
    if (isEmpty()) return;
    m_pause.stop();
    std::vector<Draft> drafts;
    for (const auto& one : m_works)
        if (!one.unpaid) drafts.push_back(one.draft); // the others wait where they were
    m_tasks.run(
        this,
        [drafts, ticket = m_ticket, by = m_session.actor()](Database& db) -> Result<> {
            TransactionService transactions(db);
            for (const auto& draft : drafts) {
                SANAD_TRY(transactions.save(draft, by));
                SANAD_TRY(transactions.hold(draft.id, by));
            }
            // One that was resumed is still aside.
            if (!ticket || ticket->state == TicketState::Held) return {};
            SANAD_TRY(QueueService(db).hold(ticket->id, by));
            return {};
        },
        [this](const Result<>& held) {
            if (!held) return Q_EMIT failed(held.error());
            clear();
            go(Step::Home);
        });
}

void CurrentVisit::resume(TransactionId id)
{
    m_tasks.run(
        this,
        [id, by = m_session.actor()](Database& db) -> Result<Opened> {
            TransactionService transactions(db);
            SANAD_TRY_VALUE(first, transactions.resume(id, by));
            std::vector<Draft> drafts{first};
            Opened opened;
            if (!first.ticket.isNull()) {
                SANAD_TRY_VALUE(others, transactions.draftsOf(first.ticket, by));
                for (const auto& other : others) {
                    if (other.id == first.id || other.applicant != first.applicant) continue;
                    SANAD_TRY_VALUE(back, transactions.resume(other.id, by));
                    drafts.push_back(back);
                }
                QueueService queue(db);
                SANAD_TRY_VALUE(held, queue.held(by));
                for (const auto& ticket : held)
                    if (ticket.id == first.ticket) opened.ticket = ticket;
                if (!by.counter().isEmpty()) {
                    SANAD_TRY_VALUE(current, queue.current(by.counter(), by));
                    if (current && current->id == first.ticket) opened.ticket = current;
                }
            }
            for (auto& draft : drafts) {
                SANAD_TRY_VALUE(work, workOf(db, draft));
                opened.works.push_back(work);
            }
            if (!first.applicant.isNull()) {
                SANAD_TRY_VALUE(customer, CustomerService(db).get(first.applicant, by));
                opened.customer = customer;
            }
            return opened;
        },
        [this](const Result<Opened>& opened) {
            if (!opened) return Q_EMIT failed(opened.error());
            take(*opened);
        });
}

void CurrentVisit::take(const Opened& opened)
{
    clear();
    m_works = opened.works;
    m_customer = opened.customer;
    m_ticket = opened.ticket;
    m_index = opened.index;
    m_step = visitStepFromKey(work()->draft.step);
    Q_EMIT changed();
    Q_EMIT stepChanged(m_step);
    Q_EMIT resumed();
}

QString CurrentVisit::priceReasons() const
{
    QStringList reasons;
    for (const auto& one : m_works)
        if (!one.unpaid && !one.draft.priceReason.isEmpty()) reasons << one.draft.priceReason;
    return reasons.join(u" / "_s);
}

QString CurrentVisit::priceSubject() const
{
    PriceSubject prices;
    for (const auto& one : m_works)
        if (!one.unpaid) prices.add(one.draft);
    return prices.text();
}

void CurrentVisit::pay(const std::vector<VisitPayment>& payments, const Approval& approval)
{
    if (m_paying || m_works.empty()) return;
    m_paying = true;
    m_pause.stop();
    std::vector<Draft> drafts;
    std::vector<TransactionId> ids;
    for (const auto& one : m_works) {
        ids.push_back(one.draft.id);
        if (!one.unpaid) drafts.push_back(one.draft);
    }
    m_tasks.run(
        this,
        [drafts, ids, payments, approval, by = m_session.actor()](Database& db) -> Result<Receipt> {
            TransactionService transactions(db);
            for (const auto& draft : drafts)
                SANAD_TRY(transactions.save(draft, by));
            return VisitService(db).completeDrafts(ids, payments, by, approval);
        },
        [this, payments](const Result<Receipt>& receipt) {
            m_paying = false;
            if (!receipt && receipt.error().key == u"approval.missing"_s)
                return Q_EMIT approvalWanted(payments);
            if (!receipt) return Q_EMIT failed(receipt.error());
            m_receipt = *receipt;
            Q_EMIT paid(*receipt);
            go(Step::Done);
        });
}

void CurrentVisit::finish()
{
    clear();
    go(Step::Home);
}

void CurrentVisit::clear()
{
    m_pause.stop();
    m_ticket.reset();
    m_customer.reset();
    m_works.clear();
    m_index = -1;
    m_receipt.reset();
    Q_EMIT changed();
}

} // namespace sanad
