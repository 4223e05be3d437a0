#include "core/heads/head_repository.h"
#include "core/heads/known_heads.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A list of heads that says a thing twice, is nested deep or never ends is not trusted", "[backup]")
{
    const auto key = SigningKey::fromSeed(QByteArray(32, 's'));
    const QString centre = centreIdFrom(key.publicKey);
    const KnownHead head{42, QByteArray(32, 'h'), QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC)};
    const QTemporaryDir folder;
    replaceHead(folder.path(), signHead(centre, head, key));
    QFile file(QDir(folder.path()).filePath(kHeadsFile));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();

    CHECK(must(knownHeadIn(good, centre)) == head);
    CHECK_FALSE(must(knownHeadIn(good, u"another centre"_s)).has_value());
    CHECK_FALSE(must(knownHeadIn("{}", centre)).has_value());

    const auto untrusted = [&](const QByteArray& bytes) {
        const Error error = refusal(knownHeadIn(bytes, centre, u"stick"_s));
        return error == Error{ErrorCode::Unusable, u"backup.heads-untrusted"_s, {u"stick"_s}, {}};
    };
    const QByteArray inner = good.mid(1, good.size() - 2);
    CHECK(untrusted(""));
    CHECK(untrusted("[]"));
    CHECK(untrusted(QByteArray(good).replace("\"number\":42", "\"number\":43")));
    CHECK(untrusted('{' + inner + ',' + inner + '}'));
    CHECK(untrusted('{' + inner + ",\"deep\":" + QByteArray(9, '[') + QByteArray(9, ']') + '}'));
    CHECK(untrusted('{' + inner + ",\"long\":\"" + QByteArray(64 * 1024, 'x') + "\"}"));
    CHECK(untrusted(good + '}'));
}
