#include "core/audit/audit_trail.h"
#include "core/crypto/hash.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::unique_ptr<Database> withThreeLines()
{
    auto db = migratedDatabase();
    for (int i = 1; i <= 3; ++i)
        must(db->write([&](Tx& tx) -> Result<> {
            AuditTrail(tx).record(anyone(), u"note.written"_s, i, {{u"n"_s, i}});
            return {};
        }));
    return db;
}

std::optional<AuditTrail::Breach> breach(Database& db)
{
    return must(db.read(
        [](Tx& tx) -> Result<std::optional<AuditTrail::Breach>> { return AuditTrail(tx).firstBreach(); }));
}

/// A thief who owns the file can drop the triggers first.
void tamperWithoutTriggers(Database& db, const QString& sql)
{
    const auto drop = db.onServer()
        ? QStringList{u"DROP TRIGGER audit_line_no_change ON audit_line"_s}
        : QStringList{u"DROP TRIGGER audit_line_no_update"_s, u"DROP TRIGGER audit_line_no_delete"_s};
    for (const auto& statement : drop)
        tamper(db, statement);
    tamper(db, sql);
}

} // namespace

TEST_CASE("Each audit line carries the hash of the one before it", "[audit]")
{
    const auto db = withThreeLines();
    CHECK_FALSE(breach(*db));
    const auto head =
        must(db->read([](Tx& tx) -> Result<AuditTrail::Head> { return AuditTrail(tx).head(); }));
    CHECK(head.number == 3);
    CHECK(head.hash.size() == 32);
}

TEST_CASE("A changed, a removed and a cut audit line are found and named", "[audit]")
{
    SECTION("changed")
    {
        const auto db = withThreeLines();
        tamperWithoutTriggers(*db, u"UPDATE audit_line SET actor = 'other' WHERE id = 2"_s);
        REQUIRE(breach(*db));
        CHECK(breach(*db)->number == 2);
    }
    SECTION("removed")
    {
        const auto db = withThreeLines();
        tamperWithoutTriggers(*db, u"DELETE FROM audit_line WHERE id = 2"_s);
        REQUIRE(breach(*db));
        CHECK(breach(*db)->number == 2);
    }
    SECTION("tail cut")
    {
        const auto db = withThreeLines();
        tamperWithoutTriggers(*db, u"DELETE FROM audit_line WHERE id = 3"_s);
        REQUIRE(breach(*db));
        CHECK(breach(*db)->number == 3);
    }
}

TEST_CASE("A refused act leaves no audit line and the chain whole", "[audit]")
{
    const auto db = withThreeLines();
    REQUIRE_FALSE(db->write([](Tx& tx) -> Result<> {
        AuditTrail(tx).record(anyone(), u"note.written"_s, 4);
        return Error{ErrorCode::Invalid, u"test.refused"_s, {}, {}};
    }));
    CHECK_FALSE(breach(*db));
}
