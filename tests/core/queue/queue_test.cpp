#include "core/queue/queue_service.h"
#include "core/queue/ticket_repository.h"
#include "tests/support/test_support.h"

#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const Actor clerk = actorWith({Permission::IssueTickets, Permission::CallTickets});
const Actor neighbour = actorWith({Permission::CallTickets}, u"C2"_s);
const QDate today(2026, 11, 22);

} // namespace

TEST_CASE("Tickets of a line are numbered from one without a gap, each line for itself", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    CHECK(must(queue.issue(u"A"_s, clerk)).number == u"A-001"_s);
    CHECK(must(queue.issue(u"A"_s, clerk)).number == u"A-002"_s);
    CHECK(must(queue.issue(u"B"_s, clerk)).number == u"B-001"_s);
    CHECK(refusal(queue.issue(u"Z"_s, clerk)).key == u"queue.no-line"_s);
    CHECK(must(queue.issue(u"A"_s, clerk)).number == u"A-003"_s);
}

TEST_CASE("A new business day begins its numbers anew, at the cut-off hour and not at midnight", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    CHECK(must(queue.issue(u"A"_s, clerk)).businessDay == today);
    db->setClock(steppingClock(QDateTime({2026, 11, 22}, {23, 30}, Qt::UTC))); // 03:30 at the centre
    CHECK(must(queue.issue(u"A"_s, clerk)).number == u"A-002"_s);
    db->setClock(steppingClock(QDateTime({2026, 11, 23}, {0, 30}, Qt::UTC))); // 04:30
    const Ticket next = must(queue.issue(u"A"_s, clerk));
    CHECK(next.number == u"A-001"_s);
    CHECK(next.businessDay == today.addDays(1));
}

TEST_CASE("The line of higher priority is called first, then the older ticket", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    const Actor owner = actorWith({Permission::ManageSettings});
    must(queue.saveLine({u"P"_s, u"كبار السن"_s, u"Seniors"_s, 5, true}, owner));
    must(queue.issue(u"A"_s, clerk));
    must(queue.issue(u"B"_s, clerk));
    must(queue.issue(u"P"_s, clerk));
    for (const QString& expected : {u"P-001"_s, u"A-001"_s, u"B-001"_s}) {
        const Ticket called = must(queue.callNext(clerk));
        CHECK(called.number == expected);
        must(queue.done(called.id, clerk));
    }
    CHECK(refusal(queue.callNext(clerk)).key == u"queue.nobody-waiting"_s);
}

TEST_CASE("A ticket goes from waiting through called and serving to done, and every act is dated", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    const Ticket issued = must(queue.issue(u"A"_s, clerk));
    CHECK(issued.waits());
    const Ticket called = must(queue.callNext(clerk));
    CHECK(called.id == issued.id);
    CHECK(called.counter == u"C1"_s);
    CHECK(must(queue.recall(issued.id, clerk)).calls == 2);
    CHECK(must(queue.arrived(issued.id, clerk)).state == TicketState::Serving);
    CHECK(must(queue.current(u"C1"_s, clerk))->id == issued.id);
    const Ticket done = must(queue.done(issued.id, clerk));
    CHECK(done.state == TicketState::Done);
    CHECK(done.issuedAt < done.calledAt);
    CHECK(done.calledAt < done.servedAt);
    CHECK(done.servedAt < done.endedAt);
    CHECK_FALSE(must(queue.current(u"C1"_s, clerk)));
    CHECK(refusal(queue.arrived(issued.id, clerk)).key == u"queue.moved-on"_s);
    CHECK(must(queue.find(u"A-001"_s, clerk)) == done);
    CHECK(must(queue.find(u"a-٠٠١"_s, clerk)) == done);
}

TEST_CASE("A counter that still serves cannot call another", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    must(queue.issue(u"A"_s, clerk));
    must(queue.issue(u"A"_s, clerk));
    const Ticket first = must(queue.callNext(clerk));
    const Error busy = refusal(queue.callNext(clerk));
    CHECK(busy.key == u"queue.counter-busy"_s);
    CHECK(busy.args == QStringList{u"A-001"_s});
    CHECK(must(queue.callNext(neighbour)).number == u"A-002"_s);
    must(queue.hold(first.id, clerk));
    CHECK(refusal(queue.callNext(clerk)).key == u"queue.nobody-waiting"_s);
}

TEST_CASE("A held, missed or wrongly called ticket comes back at its old age", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    must(queue.issue(u"A"_s, clerk));
    must(queue.issue(u"A"_s, clerk));
    const Ticket first = must(queue.callNext(clerk));

    SECTION("held")
    {
        must(queue.hold(first.id, clerk));
    }
    SECTION("missed")
    {
        must(queue.noShow(first.id, clerk));
    }
    SECTION("called by mistake") { }
    must(queue.requeue(first.id, clerk));
    CHECK(must(queue.waiting(clerk)).front().id == first.id);
    CHECK(must(queue.callNext(clerk)).id == first.id);
}

TEST_CASE("A transferred ticket keeps its number and waits in the other line", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    const Ticket issued = must(queue.issue(u"A"_s, clerk));
    must(queue.callNext(clerk));
    const Ticket moved = must(queue.transfer(issued.id, u"B"_s, clerk));
    CHECK(moved.state == TicketState::Transferred);
    CHECK(moved.number == u"A-001"_s);
    CHECK(must(queue.waiting(clerk, u"A"_s)).empty());
    CHECK(must(queue.waiting(clerk, u"B"_s)).size() == 1);
    CHECK(must(queue.callNext(neighbour)).number == u"A-001"_s);
}

TEST_CASE("A closed line gives no tickets, and those in it are still called", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    must(queue.issue(u"A"_s, clerk));
    must(queue.saveLine({u"A"_s, u"خدمات الأفراد"_s, u"Personal services"_s, 0, false},
        actorWith({Permission::ManageSettings})));
    CHECK(refusal(queue.issue(u"A"_s, clerk)).key == u"queue.line-closed"_s);
    CHECK(must(queue.callNext(clerk)).number == u"A-001"_s);
}

TEST_CASE("An act on a ticket that another counter was faster with changes nothing", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    Ticket seen = must(queue.issue(u"A"_s, clerk));
    must(queue.callNext(clerk));
    seen.counter = u"C2"_s;
    seen.state = TicketState::Called;
    CHECK_FALSE(must(db->write(
        [&](Tx& tx) -> Result<bool> { return TicketRepository(tx).update(seen, TicketState::Waiting); })));
    CHECK(must(queue.current(u"C1"_s, clerk))->id == seen.id);
}

TEST_CASE("Nobody touches the queue without the permission", "[queue]")
{
    const auto db = migratedDatabase();
    QueueService queue(*db);
    const Actor nobody;
    CHECK(refusal(queue.issue(u"A"_s, nobody)).code == ErrorCode::Denied);
    CHECK(refusal(queue.issue(u"A"_s, neighbour)).code == ErrorCode::Denied);
    CHECK(refusal(queue.callNext(nobody)).code == ErrorCode::Denied);
    CHECK(refusal(queue.waiting(nobody)).code == ErrorCode::Denied);
    CHECK(refusal(queue.saveLine({u"D"_s, u"د"_s, u"D"_s}, clerk)).code == ErrorCode::Denied);
}

TEST_CASE("Counters of one server that call at the same moment never get the same ticket", "[queue]")
{
    const auto db = migratedDatabase();
    if (!db->onServer()) return; // a data folder has one writer, so there is no such moment
    QueueService queue(*db);
    constexpr int kTickets = 40;
    constexpr int kCounters = 4;
    for (int i = 0; i < kTickets; ++i)
        must(queue.issue(u"A"_s, clerk));

    std::vector<std::vector<QString>> got(kCounters);
    std::vector<std::thread> counters;
    for (int i = 0; i < kCounters; ++i)
        counters.emplace_back([&, i] {
            auto own = Database::open(db->location(), OpenMode::Write);
            if (!own) return;
            (*own)->setClock([] { return QDateTime({2026, 11, 22}, {9, 0}, Qt::UTC); });
            QueueService counter(**own);
            const Actor actor = actorWith({Permission::CallTickets}, u"K%1"_s.arg(i));
            while (auto ticket = counter.callNext(actor)) {
                got[static_cast<std::size_t>(i)].push_back(ticket->number);
                if (!counter.done(ticket->id, actor)) return;
            }
        });
    for (auto& thread : counters)
        thread.join();

    std::set<QString> all;
    std::size_t calls = 0;
    for (const auto& numbers : got) {
        calls += numbers.size();
        all.insert(numbers.begin(), numbers.end());
    }
    CHECK(calls == kTickets);
    CHECK(all.size() == kTickets);
}

TEST_CASE("The lines are told to those who issue or call, and to nobody else", "[queue]")
{
    auto db = migratedDatabase();
    QueueService queue(*db);
    CHECK(queue.lines(actorWith({Permission::IssueTickets})));
    CHECK(queue.lines(actorWith({Permission::CallTickets})));
    CHECK(refusal(queue.lines(actorWith({Permission::ViewReports}))).code == ErrorCode::Denied);
}
