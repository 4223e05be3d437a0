#include "core/base/wiped_file.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

const QByteArray kContent(3 * 1024 * 1024 + 17, 'x');

QString made(const QTemporaryDir& folder, const QString& name)
{
    const QString path = folder.filePath(name);
    REQUIRE(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(kContent);
    return path;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("A wiped file is gone, and nothing of it is left for who still holds it open", "[files]")
{
    const QTemporaryDir folder;
    const QString path = made(folder, u"secret"_s);
    QFile held(path);
    REQUIRE(held.open(QIODevice::ReadOnly));
    wipeFile(path);
    CHECK_FALSE(QFileInfo::exists(path));
    CHECK(held.readAll() == QByteArray(kContent.size(), '\0'));
    wipeFile(path); // gone already
    wipeFile({});
}

TEST_CASE("Wiping a link, a second name or a pipe takes away the name alone", "[files]")
{
    const QTemporaryDir folder;
    const QString outside = made(folder, u"outside/precious"_s);
    const QString link = folder.filePath(u"link"_s), second = folder.filePath(u"second"_s),
                  pipe = folder.filePath(u"pipe"_s);
    REQUIRE(QFile::link(outside, link));
    REQUIRE(::link(QFile::encodeName(outside).constData(), QFile::encodeName(second).constData()) == 0);
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    for (const QString& path : {link, second, pipe}) {
        wipeFile(path);
        CHECK_FALSE(QFileInfo(path).isSymLink());
        CHECK_FALSE(QFileInfo::exists(path));
    }
    CHECK(contentOf(outside) == kContent);
}

TEST_CASE("What cannot be written cannot be wiped", "[files]")
{
    const QTemporaryDir folder;
    const QString path = made(folder, u"secret"_s);
    CHECK(canWipe(path));
    CHECK(canWipe(folder.filePath(u"none"_s)));
    CHECK(canWipe({}));
    REQUIRE(QFile::link(u"/proc/version"_s, folder.filePath(u"link"_s)));
    CHECK(canWipe(folder.filePath(u"link"_s)));
    CHECK_FALSE(canWipe(QFile::symLinkTarget(u"/proc/self/exe"_s))); // a program that runs, whoever asks
}

TEST_CASE("Wiping a folder follows no link out of it, nor one in its place", "[files]")
{
    const QTemporaryDir folder;
    const QString outside = made(folder, u"outside/sanad.db"_s);
    made(folder, u"inside/deeper/sanad.db"_s);
    const QString inside = folder.filePath(u"inside"_s), instead = folder.filePath(u"instead"_s);
    REQUIRE(QFile::link(folder.filePath(u"outside"_s), inside + u"/way"_s));
    REQUIRE(QFile::link(outside, inside + u"/sanad.db"_s));
    REQUIRE(QFile::link(folder.filePath(u"outside"_s), instead));
    wipeFolder(inside);
    wipeFolder(instead);
    CHECK_FALSE(QFileInfo::exists(inside));
    CHECK(contentOf(outside) == kContent);
}

TEST_CASE("What others put into a folder for everybody is not ours to clear away", "[files]")
{
    const QTemporaryDir folder;
    made(folder, u"outside/sanad.db"_s);
    made(folder, u"work-ours/sanad.db"_s);
    REQUIRE(QFile::link(folder.filePath(u"outside"_s), folder.filePath(u"work-link"_s)));
    QString parent = u"/"_s, theirs = u"usr"_s; // of the system; who may give a folder away makes one
    if (::geteuid() == 0) {
        parent = folder.path();
        theirs = u"work-theirs"_s;
        made(folder, theirs + u"/sanad.db"_s);
        REQUIRE(::chown(QFile::encodeName(folder.filePath(theirs)).constData(), 12'345, 12'345) == 0);
    }
    CHECK(ownFolders(folder.path(), u"work-"_s) == QStringList{folder.filePath(u"work-ours"_s)});
    CHECK(ownFolders(parent, theirs).isEmpty());
}
