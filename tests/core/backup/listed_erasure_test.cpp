#include "core/privacy/erasure.h"
#include "core/privacy/erasure_list.h"
#include "tests/core/backup/centre.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// Erases one frequent customer after another.
class Erasing {
public:
    Erasing(Database& db, const Actor& by)
        : m_db(db)
        , m_by(by)
    {
        must(db.write([&](Tx& tx) -> Result<> { // as if all of it were handed over
            tx.execute(u"UPDATE service_transaction SET state = 'handed_over'"_s);
            return {};
        }));
    }
    bool listed()
    {
        REQUIRE_FALSE(m_people.empty());
        const CustomerId id = m_people.back().id;
        m_people.pop_back();
        return must(ErasureService(m_db).erase(id, approvalFor(m_db, erasureAct(id), m_by), m_by))
            .listedBesideBackups;
    }

private:
    Database& m_db;
    Actor m_by;
    std::vector<Customer> m_people = must(frequentCustomers(m_db, 6, 7));
};

qsizetype entriesIn(const QString& folder)
{
    const QString path = erasureListPath({folder, {}});
    return QFileInfo::exists(path) ? contentOf(path).count('\n') - 1 : 0;
}

} // namespace

TEST_CASE("An erasure is listed only if the list stands beside every backup that is kept", "[backup]")
{
    BackedCentre centre;
    Erasing erasing(*centre.db, centre.owner);
    const QString second = centre.place(u"second"_s);
    REQUIRE(QDir().mkpath(second));
    CHECK(erasing.listed()); // no backup was ever made
    centre.backup(); // into no scheduled folder
    CHECK(erasing.listed());
    CHECK(entriesIn(centre.stick) == 2);

    const BackupFile other = must(BackupService(*centre.db).create(second, centre.owner));
    REQUIRE(QDir().rename(second, centre.place(u"away"_s)));
    CHECK_FALSE(erasing.listed());
    CHECK(entriesIn(centre.stick) == 3); // where it can be, it is
    REQUIRE(QDir().rename(centre.place(u"away"_s), second));
    CHECK(erasing.listed());
    CHECK(entriesIn(second) == 4);

    SECTION("a backup that lies elsewhere now")
    {
        REQUIRE(QFile::rename(other.path, centre.place(u"moved"_s) + kBackupSuffix));
        CHECK_FALSE(erasing.listed());
    }
    SECTION("a folder that cannot be written")
    {
        setContent(erasureListPath({second, {}}), "something else");
        CHECK_FALSE(erasing.listed());
    }
}

TEST_CASE("A restored centre knows of the backup that it came from when somebody is erased", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    must(restoreBackup(centre.request(made, centre.place(u"new"_s))));
    Reopened restored(centre.place(u"new"_s));
    Erasing erasing(*restored.db, restored.owner);
    CHECK(erasing.listed());
    CHECK(entriesIn(centre.stick) == 1);
    REQUIRE(QDir().rename(centre.stick, centre.place(u"away"_s)));
    CHECK_FALSE(erasing.listed());
}
