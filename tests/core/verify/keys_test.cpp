#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QStringList breachesOf(Database& db, const QStringList& knownKeys)
{
    QStringList list;
    for (const Breach& one : must(verifyCentre(db, knownKeys)))
        list << one.where + u": "_s + one.what;
    return list;
}

} // namespace

TEST_CASE(
    "A centre signed anew with a key of somebody's own is betrayed by the key that is known", "[verify]")
{
    Till till;
    const QString fingerprint = keyFingerprint(till.key.publicKey).remove(u' ');
    CHECK(breachesOf(*till.db, {fingerprint}).isEmpty());
    CHECK(breachesOf(*till.db, {QString::fromLatin1(till.key.publicKey.toHex())}).isEmpty());

    // Vouched for by an audit line, as a forger who chains everything anew does it.
    const SigningKey own = SigningKey::fromSeed(QByteArray(32, 'f'));
    must(till.db->write([&](Tx& tx) -> Result<> {
        SettingsRepository(tx).addSigningKey(own);
        return {};
    }));
    CHECK(breachesOf(*till.db, {}).isEmpty());
    const QStringList found = breachesOf(*till.db, {fingerprint});
    REQUIRE(found.size() == 1);
    CHECK(found.front().endsWith(u"is none of the keys that are known"_s));
    CHECK(breachesOf(*till.db, {fingerprint, keyFingerprint(own.publicKey).remove(u' ')}).isEmpty());
    CHECK(breachesOf(*till.db, {QString(32, u'0')}).size() == 3);
}

TEST_CASE("A setting that was changed, added or removed by hand is named", "[verify]")
{
    for (const QString& edit : {u"UPDATE setting SET value = '7654321' WHERE key = 'centre.licence'"_s,
             u"UPDATE setting SET branch_id = 2 WHERE key = 'centre.licence'"_s,
             u"DELETE FROM setting WHERE key = 'centre.licence'"_s}) {
        Till till;
        tamper(*till.db, edit);
        const QStringList found = breachesOf(*till.db, {});
        INFO(edit.toStdString() << "\n" << found.join(u'\n').toStdString());
        REQUIRE(found.size() == (edit.contains(u"branch_id"_s) ? 2 : 1)); // its branch, and that it is gone
        CHECK(found.back().startsWith(u"setting centre.licence: "_s));
    }
    Till till;
    tamper(*till.db, u"INSERT INTO setting (branch_id, key, value) VALUES (1, 'odd', '1')"_s);
    CHECK(breachesOf(*till.db, {}) == QStringList{u"setting odd: has no audit line"_s});
}
