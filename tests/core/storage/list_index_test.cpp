#include "core/storage/list_index.h"
#include "tests/support/test_support.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct Thing {
    std::int64_t id = 0, day = 0, colour = 0;
    bool operator==(const Thing&) const = default;
};

Thing readThing(const Query& row)
{
    return {row.int64(0), row.int64(1), row.int64(2)};
}

constexpr int kDays = 40;
constexpr std::int64_t kBusyDay = 7; // one on which more happened than on all others

/// A table of things by day; ids grow with time, and a day's rows are those of no fixed number.
struct Things {
    std::unique_ptr<Database> db = migratedDatabase();
    Actor by = actorWith({Permission::ViewReceipts});
    std::vector<Thing> all; // as inserted
    std::int64_t lastId = 0;

    Things()
    {
        must(db->write([&](Tx& tx) -> Result<> {
            tx.execute(
                u"CREATE TABLE thing (id BIGINT PRIMARY KEY, day BIGINT NOT NULL, colour BIGINT NOT NULL)"_s);
            tx.execute(u"CREATE INDEX thing_day ON thing (day, id)"_s);
            return {};
        }));
        std::vector<Thing> made;
        for (std::int64_t day = 1; day <= kDays; ++day) {
            const auto rows = day == kBusyDay ? 4000 : 1 + (day * 53) % 190;
            for (std::int64_t i = 0; i < rows; ++i)
                made.push_back({++lastId * 10, day, i % 3});
        }
        insert(made);
    }

    void insert(const std::vector<Thing>& things)
    {
        must(db->write([&](Tx& tx) -> Result<> {
            for (const Thing& one : things)
                tx.query("INSERT INTO thing (id, day, colour) VALUES (:id, :day, :colour)")
                    .bind(":id", one.id)
                    .bind(":day", one.day)
                    .bind(":colour", one.colour)
                    .run();
            return {};
        }));
        all.insert(all.end(), things.begin(), things.end());
    }

    /// One more today, of the first colour.
    void add() { insert({{++lastId * 10, kDays, 0}}); }

    LongList<Thing> list(bool oldestFirst = false, std::int64_t colour = -1)
    {
        ListSql sql;
        sql.needs = Permission::ViewReceipts;
        sql.table = u"thing"_s;
        sql.where = colour < 0 ? u"id > 0"_s : u"colour = :colour"_s;
        sql.bind = [colour](Query& query) {
            if (colour >= 0) query.bind(":colour", colour);
        };
        sql.stretch = u"day"_s;
        sql.inStretch = u"day = :stretch"_s;
        sql.oldestFirst = oldestFirst;
        sql.fixedPast = !oldestFirst;
        return {std::move(sql), u"id, day, colour"_s, readThing};
    }

    /// The list as sorting everything gives it.
    std::vector<Thing> expected(bool oldestFirst = false, std::int64_t colour = -1) const
    {
        std::vector<Thing> sorted;
        for (const Thing& one : all)
            if (colour < 0 || one.colour == colour) sorted.push_back(one);
        std::sort(sorted.begin(), sorted.end(), [&](const Thing& one, const Thing& other) {
            if (one.day != other.day) return one.day > other.day;
            return oldestFirst ? one.id < other.id : one.id > other.id;
        });
        return sorted;
    }

    template <class Act> auto read(Act act)
    {
        return must(db->read([&](Tx& tx) { return act(tx); }));
    }
    void countAll(ListIndex& list)
    {
        while (!list.complete())
            read([&](Tx& tx) { return list.countOn(tx, by); });
    }
    std::vector<Thing> rows(LongList<Thing>& list, std::int64_t first, std::int64_t count)
    {
        return read([&](Tx& tx) { return list.rows(tx, first, static_cast<int>(count), by); });
    }
    std::optional<std::int64_t> indexOf(ListIndex& list, std::int64_t id)
    {
        return read([&](Tx& tx) { return list.indexOf(tx, id, by); });
    }
};

std::vector<Thing> slice(const std::vector<Thing>& whole, std::int64_t first, int count)
{
    const auto size = static_cast<std::int64_t>(whole.size());
    return {whole.begin() + std::min(first, size), whole.begin() + std::min(first + count, size)};
}

} // namespace

TEST_CASE("A page anywhere in a long list is what sorting everything would put there", "[storage]")
{
    Things things;
    for (const bool oldestFirst : {false, true})
        for (const std::int64_t colour : {-1, 0, 2}) {
            const auto expected = things.expected(oldestFirst, colour);
            auto list = things.list(oldestFirst, colour);
            things.countAll(list);
            REQUIRE(list.size() == static_cast<std::int64_t>(expected.size()));
            std::mt19937 random(5);
            for (int look = 0; look < 60; ++look) {
                const auto first = static_cast<std::int64_t>(random() % expected.size());
                REQUIRE(things.rows(list, first, 64) == slice(expected, first, 64));
            }
            CHECK(things.rows(list, list.size() - 1, 64) == slice(expected, list.size() - 1, 64));
            CHECK(things.rows(list, list.size() + 5, 64).empty());
            for (std::int64_t row = 0; row < list.size(); row += 97)
                REQUIRE(things.indexOf(list, expected[static_cast<std::size_t>(row)].id) == row);
        }
}

TEST_CASE("A jump reads the page and the anchors of its day, not the rows before it", "[storage]")
{
    Things things;
    auto list = things.list();
    things.countAll(list);
    const auto expected = things.expected();
    std::int64_t busy = 0;
    while (expected[static_cast<std::size_t>(busy)].day != kBusyDay)
        ++busy;

    // The first jump into a day brings one key for 64 rows of it; each further one reads what is before the
    // page in its piece, at most.
    std::int64_t before = list.rowsRead();
    things.rows(list, busy + 3900, 20);
    CHECK(list.rowsRead() - before <= 4000 / ListIndex::kAnchorRows + 2 + ListIndex::kAnchorRows + 20);
    for (int jump = 0; jump < 50; ++jump) {
        before = list.rowsRead();
        things.rows(list, busy + (jump * 811) % 3900, 20);
        REQUIRE(list.rowsRead() - before <= ListIndex::kAnchorRows + 20);
    }
    before = list.rowsRead();
    things.indexOf(list, expected[static_cast<std::size_t>(busy + 2000)].id);
    CHECK(list.rowsRead() - before <= 2);
}

TEST_CASE("A list stands still while rows are added, and takes them in when it is refreshed", "[storage]")
{
    Things things;
    const auto colour = GENERATE(-1, 0);
    auto list = things.list(false, colour);
    things.countAll(list);
    const auto before = things.expected(false, colour);
    const auto chosen = before[3].id;
    for (int i = 0; i < 5; ++i)
        things.add(); // before anybody looked into today
    CHECK(things.rows(list, 0, 200) == slice(before, 0, 200));
    things.add(); // and after
    CHECK(things.rows(list, 0, 200) == slice(before, 0, 200));
    CHECK(things.indexOf(list, chosen) == 3);
    CHECK_FALSE(things.indexOf(list, things.lastId * 10));

    things.read([&](Tx& tx) { return list.refresh(tx, things.by); });
    const auto after = things.expected(false, colour);
    CHECK(list.complete());
    REQUIRE(list.size() == static_cast<std::int64_t>(after.size()));
    CHECK(things.rows(list, 0, 300) == slice(after, 0, 300));
    CHECK(things.rows(list, list.size() - 90, 90) == slice(after, list.size() - 90, 90));
    CHECK(things.indexOf(list, chosen) == 9);

    things.insert({{++things.lastId * 10, kDays + 1, 0}}); // a new day
    things.read([&](Tx& tx) { return list.refresh(tx, things.by); });
    CHECK(things.rows(list, 0, 3) == slice(things.expected(false, colour), 0, 3));
    CHECK(things.indexOf(list, chosen) == 10);
}

TEST_CASE("A list whose past may change is counted anew as far as it was", "[storage]")
{
    Things things;
    auto list = things.list(true);
    things.countAll(list);
    must(things.db->write([&](Tx& tx) -> Result<> {
        tx.execute(u"UPDATE thing SET day = 40 WHERE day = 1"_s);
        tx.execute(u"DELETE FROM thing WHERE day = 7 AND colour > 0"_s);
        return {};
    }));
    for (Thing& one : things.all)
        if (one.day == 1) one.day = 40;
    std::erase_if(things.all, [](const Thing& one) { return one.day == 7 && one.colour > 0; });
    CHECK(things.rows(list, 0, 64).size() == 64); // until then rows that went are empty
    things.read([&](Tx& tx) { return list.refresh(tx, things.by); });
    things.countAll(list);
    const auto after = things.expected(true);
    REQUIRE(list.size() == static_cast<std::int64_t>(after.size()));
    CHECK(things.rows(list, 0, list.size()) == after);
}

TEST_CASE("Where other data may have come, a refresh trusts nothing of what it knew", "[storage]")
{
    Things things;
    auto list = things.list();
    things.countAll(list);
    things.rows(list, 0, list.size());
    must(things.db->write([&](Tx& tx) -> Result<> {
        tx.execute(u"DELETE FROM thing WHERE colour = 1"_s);
        return {};
    }));
    things.read([&](Tx& tx) { return list.refresh(tx, things.by, ListIndex::Trust::Nothing); });
    things.countAll(list);
    std::erase_if(things.all, [](const Thing& one) { return one.colour == 1; });
    CHECK(things.rows(list, 0, list.size()) == things.expected());
}

TEST_CASE("A refresh in the middle of counting leaves no day out", "[storage]")
{
    Things things;
    auto list = things.list();
    things.read([&](Tx& tx) { return list.countOn(tx, things.by); });
    REQUIRE_FALSE(list.complete());
    things.insert({{++things.lastId * 10, kDays + 1, 0}, {++things.lastId * 10, kDays + 2, 0}});
    things.read([&](Tx& tx) { return list.refresh(tx, things.by); });
    things.countAll(list);
    CHECK(things.rows(list, 0, list.size()) == things.expected());
}

TEST_CASE("A refresh finds all that came since, however much that is", "[storage]")
{
    Things things;
    const auto colour = GENERATE(-1, 0);
    auto list = things.list(false, colour);
    things.countAll(list);
    things.rows(list, 0, 100);
    std::vector<Thing> came{{++things.lastId * 10, kDays, 0}}; // the newest day goes on
    for (std::int64_t day = kDays + 1; day <= kDays + 60; ++day)
        came.push_back({++things.lastId * 10, day, 0});
    things.insert(came);
    things.read([&](Tx& tx) { return list.refresh(tx, things.by); });
    CHECK(list.complete());
    const auto expected = things.expected(false, colour);
    REQUIRE(list.size() == static_cast<std::int64_t>(expected.size()));
    CHECK(things.rows(list, 0, 200) == slice(expected, 0, 200));
}

TEST_CASE("Every look into a list asks for its permission", "[storage]")
{
    Things things;
    auto list = things.list();
    const Actor nobody = actorWith({});
    const auto refused = [&](auto act) {
        return refusal(things.db->read([&](Tx& tx) { return act(tx); })).key == u"gate.denied"_s;
    };
    CHECK(refused([&](Tx& tx) { return list.countOn(tx, nobody); }));
    CHECK(refused([&](Tx& tx) { return list.refresh(tx, nobody); }));
    CHECK(refused([&](Tx& tx) { return list.rows(tx, 0, 5, nobody); }));
    CHECK(refused([&](Tx& tx) { return list.indexOf(tx, 10, nobody); }));
    CHECK(list.size() == 0);
}
