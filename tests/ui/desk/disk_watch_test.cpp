#include "app/disk_watch.h"
#include "tests/support/test_support.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr int kPatience = 20'000; // milliseconds
constexpr auto kHung = std::chrono::seconds(20);

/// A disk that says what was free when it was asked, but not before it is let.
struct SlowDisk {
    std::mutex mutex;
    std::condition_variable changed;
    qint64 free = 0;
    bool answers = false;
    int asked = 0;

    std::optional<DiskSpace> ask()
    {
        std::unique_lock held(mutex);
        const DiskSpace space{free, u"one"_s, {u"one"_s}};
        ++asked;
        changed.wait_for(held, kHung, [this] { return answers; });
        return space;
    }
    void setFree(qint64 bytes)
    {
        const std::lock_guard held(mutex);
        free = bytes;
    }
    void answer()
    {
        const std::lock_guard held(mutex);
        answers = true;
        changed.notify_all();
    }
    bool wasAsked()
    {
        const std::lock_guard held(mutex);
        return asked > 0;
    }
};

/// Data that is open, and a watch on its disk.
struct Watched {
    QTemporaryDir room;
    QObject window;
    Tasks tasks;
    std::shared_ptr<SlowDisk> disk = std::make_shared<SlowDisk>();
    std::unique_ptr<DiskWatch> watch = std::make_unique<DiskWatch>(tasks,
        [disk = disk](const QString& folder) { return folder.isEmpty() ? std::nullopt : disk->ask(); });
    std::vector<DiskReport> reports;

    Watched()
    {
        tasks.open(
            &window,
            [where = room.filePath(u"centre"_s)] {
                return Database::open({where, {}}, OpenMode::Create);
            },
            [](const Result<>& opened) { must(opened); });
        QObject::connect(watch.get(), &DiskWatch::looked, &window,
            [this](const DiskReport& report) { reports.push_back(report); });
    }
};

} // namespace

TEST_CASE("What was asked for while the disks were looked at is looked at again, and nothing stale is told",
    "[desk][disk]")
{
    Watched desk;
    desk.watch->look();
    REQUIRE(QTest::qWaitFor([&] { return desk.disk->wasAsked(); }, kPatience));
    desk.disk->setFree(kKeptFree * 1000);
    desk.watch->look();
    desk.watch->look();
    desk.disk->answer();
    REQUIRE(QTest::qWaitFor([&] { return !desk.reports.empty(); }, kPatience));
    CHECK(desk.reports.front() == DiskReport());
    desk.disk->setFree(0);
    desk.watch->look();
    REQUIRE(QTest::qWaitFor([&] { return desk.reports.size() > 1; }, kPatience));
    CHECK(desk.reports.size() == 2); // one for the two that were asked for
    REQUIRE(desk.reports.back().worst());
}

TEST_CASE("Leaving the program does not wait for a disk that does not answer", "[desk][disk]")
{
    Watched desk;
    desk.watch->look();
    REQUIRE(QTest::qWaitFor([&] { return desk.disk->wasAsked(); }, kPatience));
    QElapsedTimer leaving;
    leaving.start();
    desk.watch.reset();
    CHECK(leaving.elapsed() < kPatience / 4);
    desk.disk->answer();
    CHECK(QTest::qWaitFor([&] { return desk.disk.use_count() == 1; }, kPatience)); // its thread is done
    CHECK(desk.reports.empty());
}
