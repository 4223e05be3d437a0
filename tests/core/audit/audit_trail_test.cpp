#include "core/audit/audit_trail.h"
#include "core/crypto/hash.h"
#include "tests/support/test_support.h"

#include <QJsonObject>

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

    // As docs/inspection.md has it, without the program's own reading of it.
    QByteArray before(32, '\0');
    must(db->read([&](Tx& tx) -> Result<> {
        auto lines = tx.query("SELECT id, at, staff_id, actor, counter, act, subject_id, payload, hash"
                              " FROM audit_line ORDER BY id");
        lines.run();
        while (lines.next()) {
            QStringList fields;
            for (int i = 0; i < 8; ++i)
                fields << (i == 0 || i == 2 || i == 6 ? QString::number(lines.int64(i)) : lines.text(i));
            before = sha256(before + fields.join(u'\n').toUtf8());
            CHECK(lines.bytes(8) == before);
        }
        return {};
    }));
    CHECK(head.hash == before);
}

TEST_CASE("A payload has one text, in whatever order it was put together", "[audit]")
{
    const auto db = migratedDatabase();
    const auto lineOf = [&](const QJsonObject& payload) {
        return must(db->write([&](Tx& tx) -> Result<QString> {
            AuditTrail(tx).record(anyone(), u"note.written"_s, 1, payload);
            auto last = tx.query("SELECT payload FROM audit_line ORDER BY id DESC LIMIT 1");
            last.run().next();
            return last.text(0);
        }));
    };
    const QJsonObject rows{{u"customer:2"_s, u"b"_s}, {u"customer:1"_s, u"a"_s}};
    QJsonObject one, other;
    one.insert(u"total"_s, 20'000);
    one.insert(u"content"_s, u"س\n"_s);
    one.insert(u"rows"_s, rows);
    other.insert(u"rows"_s, rows);
    other.insert(u"content"_s, u"س\n"_s);
    other.insert(u"total"_s, 20'000);
    CHECK(lineOf(one) ==
        u"{\"content\":\"س\\n\",\"rows\":{\"customer:1\":\"a\",\"customer:2\":\"b\"},\"total\":20000}"_s);
    CHECK(lineOf(other) == lineOf(one));
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
