#include "core/crypto/signing.h"
#include "core/privacy/erasure_list.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QByteArray lineOf(const CustomerId& subject, const QByteArray& time, const SigningKey& key)
{
    const QByteArray id = subject.text().toLatin1();
    return id + '|' + time + '|' + sign(key, "SANADERASURE1|" + id + '|' + time).toHex() + '\n';
}

} // namespace

TEST_CASE("Of a list of erasures only the lines count that the centre signed", "[privacy]")
{
    const auto key = SigningKey::fromSeed(QByteArray(32, 's')),
               stranger = SigningKey::fromSeed(QByteArray(32, 't'));
    const auto first = CustomerId::create(), second = CustomerId::create();
    const QByteArray heading = "SANADERASURES1\n", time = "2026-11-22T10:00:00.000Z";
    const QByteArray own = lineOf(first, time, key);

    const auto read = must(erasuresIn(heading + own + own + lineOf(second, time, stranger), {key.publicKey}));
    REQUIRE(read.size() == 1);
    CHECK(read.front().subject == first);
    CHECK(storedTime(read.front().at).toLatin1() == time);

    // Another person, another time, half a signature, garbage.
    const QByteArray forged = QByteArray(own).replace(first.text().toLatin1(), second.text().toLatin1());
    const QByteArray earlier = QByteArray(own).replace("-22T", "-21T");
    for (const QByteArray& line :
        {forged, earlier, own.left(100), QByteArray("|||\n"), QByteArray(100'000, '|')})
        CHECK(must(erasuresIn(heading + line, {key.publicKey})).empty());
    CHECK(must(erasuresIn(heading + own, {})).empty());

    for (const QByteArray& list : {QByteArray(), own, "SANADERASURES2\n" + own, '\n' + heading + own})
        CHECK(refusal(erasuresIn(list, {key.publicKey})) ==
            Error{ErrorCode::Unusable, u"privacy.list"_s, {}, {}});
}
