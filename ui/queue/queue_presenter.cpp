#include "ui/queue/queue_presenter.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_repository.h"
#include "core/transactions/transaction_service.h"

#include <algorithm>

namespace sanad {

struct QueuePresenter::State {
    std::vector<TicketLine> lines;
    std::vector<Ticket> waiting;
    std::vector<HeldWork> held;
    std::optional<Ticket> current;
};

namespace {

Result<std::vector<HeldWork>> heldWork(Database& db, const Actor& by)
{
    TransactionService transactions(db);
    SANAD_TRY_VALUE(held, transactions.held(by));
    SANAD_TRY_VALUE(open, transactions.leftOpen(by));
    std::vector<Draft> drafts = held;
    for (const auto& draft : open)
        if (!draft.held) drafts.push_back(draft);
    return db.read([&](Tx& tx) -> Result<std::vector<HeldWork>> {
        CatalogueRepository catalogue(tx);
        CustomerRepository customers(tx);
        std::vector<HeldWork> list;
        for (const auto& draft : drafts) {
            HeldWork work{draft.id, {}, {}, {}, {}, draft.savedAt, draft.held};
            if (const auto service = catalogue.service(draft.serviceCode, catalogueDay(tx.now()))) {
                work.serviceAr = service->nameAr;
                work.serviceEn = service->nameEn;
            }
            if (const auto customer = customers.match(draft.applicant)) {
                work.customerAr = customer->nameAr;
                work.customerEn = customer->nameEn;
            }
            list.push_back(work);
        }
        return list;
    });
}

} // namespace

QueuePresenter::QueuePresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_visit(visit)
{
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(QStringLiteral("tickets")) || topics.contains(QStringLiteral("drafts"))) load();
    });
}

void QueuePresenter::load()
{
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<State> {
            State state;
            QueueService queue(db);
            SANAD_TRY_VALUE(lines, queue.lines(by));
            state.lines = lines;
            SANAD_TRY_VALUE(waiting, queue.waiting(by));
            state.waiting = waiting;
            if (!by.counter().isEmpty()) {
                SANAD_TRY_VALUE(current, queue.current(by.counter(), by));
                state.current = current;
            }
            SANAD_TRY_VALUE(held, heldWork(db, by));
            state.held = held;
            return state;
        },
        [this](const Result<State>& state) {
            if (!state) return Q_EMIT failed(state.error());
            m_lines = state->lines;
            m_waiting = state->waiting;
            m_held = state->held;
            // The drafts of the visit at hand are open, not left open.
            std::erase_if(m_held, [this](const HeldWork& held) {
                return !held.held &&
                    std::any_of(m_visit.works().begin(), m_visit.works().end(),
                        [&](const auto& work) { return work.draft.id == held.id; });
            });
            if (m_visit.isEmpty() && state->current) m_visit.setTicket(state->current);
            Q_EMIT loaded();
        });
}

const HeldWork* QueuePresenter::leftOpen() const
{
    const auto found =
        std::find_if(m_held.begin(), m_held.end(), [](const HeldWork& work) { return !work.held; });
    return found == m_held.end() ? nullptr : &*found;
}

void QueuePresenter::issue(const QString& line)
{
    m_tasks.run(
        this, [line, by = m_session.actor()](Database& db) { return QueueService(db).issue(line, by); },
        [this](const Result<Ticket>& ticket) {
            if (!ticket) return Q_EMIT failed(ticket.error());
            Q_EMIT issued(*ticket);
        });
}

void QueuePresenter::callNext()
{
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return QueueService(db).callNext(by); },
        [this](const Result<Ticket>& ticket) {
            if (!ticket) return Q_EMIT failed(ticket.error());
            m_visit.setTicket(*ticket);
            Q_EMIT called(*ticket);
        });
}

void QueuePresenter::act(Act act, bool ends)
{
    if (!m_visit.ticket()) return;
    m_tasks.run(
        this,
        [act, id = m_visit.ticket()->id, by = m_session.actor()](Database& db) {
            QueueService queue(db);
            return (queue.*act)(id, by);
        },
        [this, ends](const Result<Ticket>& ticket) {
            if (!ticket) return Q_EMIT failed(ticket.error());
            m_visit.setTicket(ends ? std::nullopt : std::optional<Ticket>(*ticket));
            if (!ends && ticket->state == TicketState::Called) Q_EMIT called(*ticket);
        });
}

void QueuePresenter::recall()
{
    act(&QueueService::recall, false);
}
void QueuePresenter::noShow()
{
    act(&QueueService::noShow, true);
}
void QueuePresenter::arrived()
{
    act(&QueueService::arrived, false);
}

void QueuePresenter::resume(TransactionId draft)
{
    m_visit.resume(draft);
}

void QueuePresenter::discard(TransactionId draft)
{
    m_tasks.run(
        this,
        [draft, by = m_session.actor()](Database& db) { return TransactionService(db).discard(draft, by); },
        [this](const Result<>& gone) {
            if (!gone) Q_EMIT failed(gone.error());
        });
}

} // namespace sanad
