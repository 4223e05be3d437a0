#include "core/storage/work_folder.h"

#include "core/customers/customer_service.h"
#include "core/keys/key_rotation.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure.h"
#include "tests/core/backup/centre.h"
#include "tests/support/cheap_secrets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QString kName = u"زنجبيل بن قرنفل الهيلي"_s;

/// What a backup leaves that is killed: its copy, and its lock under a number that another program has now.
QString leftIn(const QString& parent, const QString& name)
{
    const QString folder = QDir(parent).filePath(u"backup-work-"_s + name);
    REQUIRE(QDir().mkpath(folder + u"/copy"_s));
    setContent(folder + u"/copy/sanad.db"_s, kName.toUtf8());
    setContent(folder + u"/lock"_s,
        QByteArray::number(QCoreApplication::applicationPid()) + "\nanother-program\n\n");
    return folder;
}

} // namespace

TEST_CASE("What a killed backup left in clear is wiped by an erasure, a change of the data key, the nightly "
          "chores and the next backup",
    "[backup][privacy]")
{
    BackedCentre centre;
    const QString data = centre.db->location().folder;
    REQUIRE_FALSE(data.isEmpty());
    const QString killed = leftIn(data, u"killed"_s), elsewhere = leftIn(QDir::tempPath(), u"of-tests"_s);
    const QString bare = QDir(data).filePath(u"backup-work-bare"_s); // from before there was a lock
    REQUIRE(QDir().mkpath(bare));
    setContent(bare + u"/sanad.db"_s, kName.toUtf8());
    SECTION("an erasure")
    {
        Customer draft;
        draft.nameAr = kName;
        draft.phone = u"92123456"_s;
        const CustomerId person = must(CustomerService(*centre.db).create(draft, centre.owner)).id;
        must(ErasureService(*centre.db)
                 .erase(person, approvalFor(*centre.db, erasureAct(person), centre.owner), centre.owner));
    }
    SECTION("a change of the data key")
    {
        must(KeyService(*centre.db, kCheap)
                 .rotate(
                     u"demo-owner"_s, approvalFor(*centre.db, keyRotationAct(), centre.owner), centre.owner));
    }
    SECTION("the chores")
    {
        must(doPrivacyChores(*centre.db, centre.owner));
    }
    SECTION("the next backup")
    {
        centre.backup();
    }
    CHECK_FALSE(QFileInfo::exists(killed));
    CHECK_FALSE(QFileInfo::exists(bare));
    CHECK_FALSE(QFileInfo::exists(elsewhere));
}

TEST_CASE("The copy of a backup that runs stays as long as it runs, and nobody else's folder is touched",
    "[backup][privacy]")
{
    const QTemporaryDir data;
    QString copy;
    {
        const WorkFolder running(data.path());
        REQUIRE(running.isValid());
        copy = running.path(u"copy"_s);
        REQUIRE(QDir().mkpath(copy));
        setContent(copy + u"/sanad.db"_s, kName.toUtf8());
        const QString beginning = data.filePath(u"backup-work-empty"_s), other = data.filePath(u"files"_s);
        REQUIRE(QDir().mkpath(beginning));
        REQUIRE(QDir().mkpath(other));
        discardAbandonedCopies(data.path());
        const WorkFolder another(data.path());
        CHECK(another.isValid());
        CHECK(contentOf(copy + u"/sanad.db"_s) == kName.toUtf8());
        CHECK(QFileInfo::exists(beginning)); // another backup is about to lock it
        CHECK(QFileInfo::exists(other));
    }
    CHECK_FALSE(QFileInfo::exists(QFileInfo(copy).path()));
    const WorkFolder amongTemporaries({});
    CHECK(amongTemporaries.isValid());
    CHECK(amongTemporaries.path(u"copy"_s).startsWith(QDir::tempPath()));
}
