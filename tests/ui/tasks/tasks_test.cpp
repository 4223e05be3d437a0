#include "core/base/id.h"
#include "tests/support/test_support.h"
#include "ui/shell/tasks.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct NoteTag { };
constexpr int kPatienceMs = 60'000;

/// Runs the event loop until `done`, as a window does.
template <class Done> bool waitFor(Done done)
{
    QElapsedTimer waited;
    waited.start();
    while (!done() && waited.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    return done();
}

struct Desk {
    QTemporaryDir folder;
    QObject window;
    Tasks tasks;

    Desk()
    {
        bool open = false;
        tasks.open(
            &window,
            [path = folder.path()]() -> Result<std::unique_ptr<Database>> {
                auto db = Database::open({path, {}}, OpenMode::Create);
                if (db) (*db)->unlock(Vault::create());
                if (!db) return db;
                SANAD_TRY((*db)->write([](Tx& tx) -> Result<> {
                    tx.execute(u"CREATE TABLE note (id INTEGER PRIMARY KEY, sealed BLOB)"_s);
                    return {};
                }));
                return db;
            },
            [&open](const Result<>& opened) { open = opened.has_value(); });
        REQUIRE(waitFor([&] { return open; }));
    }

    /// Writes a note and counts the notes, on the database thread.
    template <class Done> void note(QObject* asker, Done done)
    {
        tasks.run(
            asker,
            [](Database& db) {
                return db.write([](Tx& tx) -> Result<int> {
                    const auto id = Id<NoteTag>::create();
                    const auto sealed = tx.vault().seal(u"note", u"sealed", id.raw(), u"سالم"_s);
                    tx.query("INSERT INTO note (id, sealed) VALUES (:id, :sealed)")
                        .bind(":id", id)
                        .bind(":sealed", sealed)
                        .run();
                    tx.touched(u"notes"_s);
                    auto count = tx.query("SELECT count(*) FROM note");
                    count.run();
                    count.next();
                    return count.int32(0);
                });
            },
            std::move(done));
    }
};

} // namespace

TEST_CASE("What windows ask of the one database thread is answered in order, each once", "[tasks]")
{
    Desk desk;
    std::vector<int> answers;
    int told = 0;
    QObject::connect(&desk.tasks, &Tasks::changed, &desk.window,
        [&](const QStringList& topics) { told += topics.contains(u"notes"_s); });
    for (int i = 0; i < 300; ++i)
        desk.note(&desk.window, [&](const Result<int>& count) { answers.push_back(count.value_or(-1)); });
    REQUIRE(waitFor([&] { return desk.tasks.pending() == 0 && told == 300; }));
    std::vector<int> expected(300);
    for (int i = 0; i < 300; ++i)
        expected[static_cast<std::size_t>(i)] = i + 1;
    CHECK(answers == expected);
}

TEST_CASE("A window that is closed while its question runs gets no answer, and nothing is lost", "[tasks]")
{
    Desk desk;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 200; ++i) {
        auto closing = std::make_unique<QObject>();
        desk.note(closing.get(), [&](const Result<int>&) { ++answered; });
        if (i % 3 == 0) QCoreApplication::processEvents();
        closing.reset();
    }
    int count = 0;
    desk.note(&desk.window, [&](const Result<int>& notes) { count = notes.value_or(-1); });
    REQUIRE(waitFor([&] { return count != 0; }));
    CHECK(count == 201);
    CHECK(answered < 200);
}

TEST_CASE("A program that is closed in the middle of its work ends it first", "[tasks]")
{
    for (int round = 0; round < 10; ++round) {
        Desk desk;
        for (int i = 0; i < 20; ++i)
            desk.note(&desk.window, [](const Result<int>&) {});
    }
    SUCCEED();
}

TEST_CASE("Ids, seals and indexes may be made by several threads at once", "[tasks]")
{
    const Vault vault = Vault::create();
    std::vector<std::vector<std::int64_t>> made(4);
    std::vector<std::thread> threads;
    for (auto& ids : made)
        threads.emplace_back([&ids, vault] {
            for (int i = 0; i < 2000; ++i) {
                const auto id = Id<NoteTag>::create().raw();
                ids.push_back(id);
                if (i % 50) continue;
                const auto sealed = vault.seal(u"note", u"sealed", id, u"x"_s);
                if (!vault.open(u"note", u"sealed", id, sealed)) ids.push_back(id);
                (void)vault.blindIndex(u"note", u"x"_s);
            }
        });
    for (auto& thread : threads)
        thread.join();
    std::set<std::int64_t> all;
    for (const auto& ids : made)
        all.insert(ids.begin(), ids.end());
    CHECK(all.size() == 8000);
}
