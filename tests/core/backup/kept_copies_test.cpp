#include "core/privacy/kept_copies.h"

#include "core/customers/customer_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure.h"
#include "tests/core/backup/centre.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QString kName = u"زنجبيل بن قرنفل الهيلي"_s;

/// Files of the folder and all below it that hold the bytes.
QStringList filesWith(const QString& folder, const QByteArray& planted)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        if (const QString path = files.next(); contentOf(path).contains(planted)) found << path;
    return found;
}

/// A centre that was replaced by its own backup, with one person of a name that nobody else has.
struct Replaced {
    BackedCentre centre;
    QString folder = centre.place(u"centre"_s);
    CustomerId person;
    QString aside;
    std::optional<Reopened> restored;

    Replaced()
    {
        Customer draft;
        draft.nameAr = kName;
        draft.phone = u"92123456"_s;
        person = must(CustomerService(*centre.db).create(draft, centre.owner)).id;
        const BackupFile made = centre.backup();
        RestoreRequest request = centre.request(made, folder);
        const auto consent = approvalFor(*centre.db, restoreAct(made.header), centre.owner);
        request.grant = must(grantRestore(*centre.db, made.header, consent, centre.owner));
        centre.db.reset();
        aside = must(restoreBackup(request)).keptAside;
        restored.emplace(folder);
    }
    Database& db() { return *restored->db; }
    const Actor& owner() const { return restored->owner; }
    Erasure erase()
    {
        return must(
            ErasureService(db()).erase(person, approvalFor(db(), erasureAct(person), owner()), owner()));
    }
    Approval consent(const QString& copy) { return approvalFor(db(), removeKeptCopyAct(copy), owner()); }
};

} // namespace

TEST_CASE(
    "An erasure names each copy that a restore kept, until two people have removed it and nothing is left of "
    "the person",
    "[backup]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return; // a server's database is never replaced
    Replaced desk;
    const QByteArray planted = kName.toUtf8();
    REQUIRE(QFileInfo(desk.aside).isDir());
    BackupService backups(desk.db());
    CHECK(must(backups.state(desk.owner())).keptCopies == std::vector<KeptCopy>{{desk.aside, false}});
    CHECK_FALSE(must(keptCopyWarning(desk.db())));

    const std::vector<KeptCopy> holding{{desk.aside, true}};
    CHECK(desk.erase().keptCopies == holding);
    CHECK(filesWith(desk.folder, planted).isEmpty());
    CHECK_FALSE(filesWith(desk.aside, planted).isEmpty());
    CHECK(must(backups.state(desk.owner())).keptCopies == holding);
    const Error warning{ErrorCode::Conflict, u"privacy.kept-copy"_s, {desk.aside}, {}};
    CHECK(must(doPrivacyChores(desk.db(), desk.owner())).keptCopy == warning);
    CHECK(must(keptCopyWarning(desk.db())) == warning);

    CHECK(refusal(removeKeptCopy(desk.db(), desk.aside, {}, desk.owner())).key == u"approval.missing"_s);
    CHECK(refusal(removeKeptCopy(desk.db(), desk.aside, desk.consent(u"another"_s), desk.owner())).key ==
        u"approval.other-subject"_s);
    REQUIRE(QFileInfo(desk.aside).isDir());
    must(removeKeptCopy(desk.db(), desk.aside, desk.consent(desk.aside), desk.owner()));
    CHECK_FALSE(QFileInfo::exists(desk.aside));
    CHECK_FALSE(must(keptCopyWarning(desk.db())));
    CHECK(must(backups.state(desk.owner())).keptCopies.empty());
    CHECK(numberOf(desk.db(), u"SELECT count(*) FROM audit_line WHERE act = 'kept-copy.removed'"_s) == 1);
    CHECK(filesWith(desk.centre.room.path(), planted).isEmpty());
}

TEST_CASE("A copy that cannot be looked into counts as holding whoever was erased", "[backup]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    Replaced desk;
    setContent(desk.aside + u"/sanad.db"_s, "no database");
    CHECK_FALSE(must(keptCopyWarning(desk.db())));
    CHECK(desk.erase().keptCopies == std::vector<KeptCopy>{{desk.aside, true}});
    // What a restore that was killed left behind is one too.
    const QString left = desk.folder + u".restoring-0a1b2c3d"_s;
    REQUIRE(QDir().mkpath(left));
    setContent(left + u"/sanad.db"_s, "SQLite format 3");
    CHECK(must(BackupService(desk.db()).state(desk.owner())).keptCopies ==
        std::vector<KeptCopy>{{desk.aside, true}, {left, true}});
}

TEST_CASE("Nothing but what a restore left beside the data is removed", "[backup]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    Replaced desk;
    const QString other = desk.centre.place(u"other-before-restore-20261122-100000"_s);
    const QString within = desk.aside + u"/files"_s;
    const QString link = desk.folder + u"-before-restore-link"_s;
    REQUIRE(QDir().mkpath(other));
    REQUIRE(QDir().mkpath(within));
    REQUIRE(QFile::link(desk.centre.stick, link));
    for (const QString& folder : {desk.folder, desk.centre.stick, other, within, link, u"/no/such/folder"_s,
             desk.centre.room.path()}) {
        CAPTURE(folder.toStdString());
        CHECK(refusal(removeKeptCopy(desk.db(), folder, desk.consent(folder), desk.owner())).key ==
            u"privacy.no-kept-copy"_s);
        if (folder != u"/no/such/folder"_s) CHECK(QFileInfo::exists(folder));
    }
    // What a link in it leads to is not its own.
    const QString precious = desk.centre.place(u"precious"_s);
    setContent(precious, "kept");
    REQUIRE(QFile::link(precious, desk.aside + u"/files/link"_s));
    REQUIRE(QFile::link(desk.centre.stick, desk.aside + u"/stick"_s));
    const auto there = QDir(desk.centre.stick).entryList(QDir::Files);
    must(removeKeptCopy(desk.db(), desk.aside, desk.consent(desk.aside), desk.owner()));
    CHECK_FALSE(QFileInfo::exists(desk.aside));
    CHECK(contentOf(precious) == "kept");
    CHECK(QDir(desk.centre.stick).entryList(QDir::Files) == there);
}
