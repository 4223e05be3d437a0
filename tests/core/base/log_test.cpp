#include "core/base/log.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

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
