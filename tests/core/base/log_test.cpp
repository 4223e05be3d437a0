#include "core/base/log.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("A log line holds ids and keys, and no other text gets in", "[base][private]")
{
    const QTemporaryDir folder;
    openLog(folder.path(), u"sanad-desk"_s);
    logEvent("error.shown"_L1,
        {{"key"_L1, u"sync.unreachable"_s}, {"staff"_L1, 42}, {"name"_L1, u"سالم بن حمد"_s},
            {"latin"_L1, u"salim"_s}, {"number"_L1, u"12345678"_s}, {"quote"_L1, u"a\"b.c"_s}});
    qWarning("a message that may hold %s", "Salim 12345678");
    closeLog();
    logEvent("after.close"_L1);
    const QString path = logFiles(folder.path()).front();
    const QByteArrayList lines = contentOf(path).split('\n');
    REQUIRE(lines.size() == 3);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    CHECK(first[u"event"_s] == u"error.shown"_s);
    CHECK(first[u"key"_s] == u"sync.unreachable"_s);
    CHECK(first[u"staff"_s] == 42);
    for (const QString& kept : {u"name"_s, u"latin"_s, u"number"_s, u"quote"_s})
        CHECK(first[kept] == u"?"_s);
    CHECK(lines[1].contains("qt.warning"));
    CHECK_FALSE(lines[1].contains("Salim"));
    CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
}

TEST_CASE("A log is put aside when it is full, and the oldest goes", "[base]")
{
    const QTemporaryDir folder;
    openLog(folder.path(), u"sanad-desk"_s);
    for (int i = 0; i < 130'000; ++i)
        logEvent("filler.line"_L1, {{"n"_L1, i}});
    closeLog();
    const QStringList files = logFiles(folder.path());
    CHECK(files.size() == kLogFiles);
    qint64 bytes = 0;
    for (const QString& path : files) {
        CHECK(QFileInfo(path).size() <= kLogBytes);
        bytes += QFileInfo(path).size();
    }
    CHECK(bytes > (kLogFiles - 1) * (kLogBytes - 100));
    CHECK(contentOf(folder.filePath(u"logs/sanad-desk.log"_s)).contains("\"n\":129999"));
}

TEST_CASE(
    "Two processes of one program share a log: what the other put aside stays, and nothing is lost", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"logs/sanadctl.log"_s);
    openLog(folder.path(), u"sanadctl"_s);
    const auto fill = [](int from, int to) {
        for (int i = from; i < to; ++i)
            logEvent("filler.line"_L1, {{"n"_L1, i}});
    };
    fill(0, 10'000);
    SECTION("the other is putting it aside")
    {
        QLockFile other(folder.filePath(u"logs/sanadctl.lock"_s));
        REQUIRE(other.tryLock(0));
        fill(10'000, 20'000);
        CHECK(logFiles(folder.path()) == QStringList{path});
        CHECK(contentOf(path).count('\n') == 20'000);
        other.unlock();
        fill(20'000, 20'001);
        CHECK(contentOf(path).count('\n') == 1);
        CHECK(contentOf(path + u".1"_s).count('\n') == 20'000);
    }
    SECTION("the other has put it aside")
    {
        REQUIRE(QFile::rename(path, path + u".1"_s));
        QFile fresh(path);
        REQUIRE((fresh.open(QIODevice::WriteOnly) && fresh.write("{}\n") == 3));
        fresh.close();
        fill(10'000, 20'000);
        CHECK(logFiles(folder.path()).size() == 2);
        CHECK(contentOf(path).count('\n') + contentOf(path + u".1"_s).count('\n') == 20'001);
        CHECK(contentOf(path).startsWith("{}\n"));
    }
    closeLog();
}

TEST_CASE("A message of Qt that comes while a log is put aside does not stop the program", "[base]")
{
    // A process ended without a word while it held the lock, and the clock was set back since: Qt says so.
    const QTemporaryDir folder;
    openLog(folder.path(), u"sanad-desk"_s);
    QFile lock(folder.filePath(u"logs/sanad-desk.lock"_s));
    REQUIRE(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\nsanad-desk\n");
    REQUIRE(lock.flush());
    REQUIRE(lock.setFileTime(QDateTime::currentDateTimeUtc().addDays(1), QFileDevice::FileModificationTime));
    lock.close();
    std::promise<void> written;
    std::thread([&written] {
        for (int i = 0; i < 20'000; ++i)
            logEvent("filler.line"_L1, {{"n"_L1, i}});
        written.set_value();
    }).detach();
    if (written.get_future().wait_for(std::chrono::minutes(1)) != std::future_status::ready) {
        WARN("the log waits for itself");
        std::abort();
    }
    qWarning("a message after it");
    closeLog();
    CHECK(logFiles(folder.path()).size() == 2);
    CHECK(contentOf(folder.filePath(u"logs/sanad-desk.log"_s)).contains("qt.warning"));
}
