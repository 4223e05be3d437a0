#include "ui/visit/current_visit.h"

#include "core/customers/customer_service.h"
#include "core/queue/queue_service.h"
#include "core/transactions/agreed_fee.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "ui/visit/held_visit.h"

#include <algorithm>
#include <utility>

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

} // namespace

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

CurrentVisit::CurrentVisit(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kSavePause);
    connect(&m_pause, &QTimer::timeout, this, &CurrentVisit::save);
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"customers"_s)) lookForGuardian();
    });
    // While nobody was signed in, it was not looked.
    connect(&session, &Session::changed, this, &CurrentVisit::lookForGuardian);
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
    lookForGuardian();
}

void CurrentVisit::lookForGuardian()
{
    if (!m_customer || !m_session.signedIn()) return;
    m_tasks.run(
        this,
        [id = m_customer->id, by = m_session.actor()](Database& db) -> Result<CustomerId> {
            SANAD_TRY_VALUE(lacks, CustomerService(db).lacksGuardian(id, by));
            return lacks ? id : CustomerId();
        },
        [this](const Result<CustomerId>& unguarded) {
            if (!unguarded || *unguarded == m_unguarded) return;
            m_unguarded = *unguarded;
            Q_EMIT changed();
        });
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
    m_tasks.run(
        this, [id, by = m_session.actor()](Database& db) { return unpaidWork(db, id, by); },
        [this](const Result<UnpaidWork>& unpaid) {
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
            lookForGuardian();
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
        [drafts, ticket = m_ticket, by = m_session.actor()](
            Database& db) { return setAside(db, drafts, ticket, by); },
        [this](const Result<>& held) {
            if (!held) return Q_EMIT failed(held.error());
            clear();
            go(Step::Home);
        });
}

void CurrentVisit::resume(TransactionId id)
{
    m_tasks.run(
        this, [id, by = m_session.actor()](Database& db) { return takeUp(db, id, by); },
        [this](const Result<HeldVisit>& held) {
            if (!held) return Q_EMIT failed(held.error());
            take(*held);
        });
}

void CurrentVisit::take(const HeldVisit& held)
{
    clear();
    m_works = held.works;
    m_customer = held.customer;
    m_ticket = held.ticket;
    m_index = 0;
    m_step = visitStepFromKey(work()->draft.step);
    Q_EMIT changed();
    Q_EMIT stepChanged(m_step);
    lookForGuardian();
    Q_EMIT resumed();
}

void CurrentVisit::askForPrices(const QString& act, const std::vector<VisitWork>& works, ApprovalUse then)
{
    PriceSubject prices;
    QStringList reasons;
    for (const auto& one : works) {
        if (one.unpaid) continue;
        prices.add(one.draft);
        if (!one.draft.priceReason.isEmpty()) reasons << one.draft.priceReason;
    }
    Q_EMIT approvalWanted(
        {Permission::OverridePrice, act, prices.text()}, reasons.join(u" / "_s), std::move(then));
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
                return askForPrices(u"visit.completed"_s, m_works,
                    [this, payments](const Approval& given) { pay(payments, given); });
            if (!receipt) return Q_EMIT failed(receipt.error());
            m_receipt = *receipt;
            Q_EMIT paid(*receipt);
            go(Step::Done);
        });
}

void CurrentVisit::leaveUnpaid(const Approval& approval)
{
    const auto* one = work();
    if (m_paying || !one || one->unpaid) return;
    m_paying = true;
    m_pause.stop();
    m_tasks.run(
        this,
        [draft = one->draft, approval, by = m_session.actor()](Database& db) -> Result<Transaction> {
            TransactionService transactions(db);
            SANAD_TRY(transactions.save(draft, by));
            return transactions.submit(draft.id, TransactionState::Ready, by, approval);
        },
        [this, one = *one](const Result<Transaction>& opened) {
            m_paying = false;
            if (!opened && opened.error().key == u"approval.missing"_s)
                return askForPrices(
                    u"transaction.opened"_s, {one}, [this](const Approval& given) { leaveUnpaid(given); });
            if (!opened) return Q_EMIT failed(opened.error());
            if (m_works.size() > 1) {
                leaveOut(one.draft.id);
                return Q_EMIT leftUnpaid(*opened);
            }
            endTicket([this, transaction = *opened] {
                finish();
                Q_EMIT leftUnpaid(transaction);
            });
        });
}

void CurrentVisit::endTicket(std::function<void()> after)
{
    if (!m_ticket) return after();
    m_tasks.run(
        this,
        [id = m_ticket->id, by = m_session.actor()](Database& db) { return QueueService(db).done(id, by); },
        [this, after](const Result<Ticket>& done) {
            after();
            if (!done) Q_EMIT failed(done.error());
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
    m_lastReceipt = std::exchange(m_receipt, {});
    Q_EMIT changed();
}

} // namespace sanad
