// What stands in folders of others, and what a strange program says that it is: the heads and the erasures
// beside backups, the manifest of a connector.

#include "core/base/clock.h"
#include "core/base/text_gate.h"
#include "core/forms/json_text.h"
#include "core/heads/head_repository.h"
#include "core/heads/known_heads.h"
#include "core/privacy/erasure_list.h"
#include "core/sync/manifest_reader.h"
#include "tests/fuzz/fuzz_target.h"

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

/// The centre of the corpus. What it signed is in there; nothing else may come out.
const SigningKey& centreKey()
{
    static const SigningKey key = SigningKey::fromSeed(QByteArray(32, 's'));
    return key;
}

const KnownHead& signedHead()
{
    static const KnownHead head{42, QByteArray(32, 'h'), fromStoredTime(u"2026-11-22T10:00:00.000Z"_s)};
    return head;
}

const std::vector<ErasureEntry>& signedErasures()
{
    static const std::vector<ErasureEntry> erasures{
        {*CustomerId::parse(u"0192f0a0-0000-7000-8000-000000000001"_s),
            fromStoredTime(u"2026-11-20T08:00:00.000Z"_s)},
        {*CustomerId::parse(u"0192f0a0-0000-7000-8000-000000000002"_s),
            fromStoredTime(u"2026-11-21T09:30:00.500Z"_s)}};
    return erasures;
}

void checkManifest(QByteArrayView bytes)
{
    const auto json = parseJson(bytes, {.depth = 8, .bytes = 64 * 1024});
    if (!json) return;
    const auto manifest = readManifest(json->toObject());
    if (!manifest) return;
    for (const QString& text : {manifest->name, manifest->kind, manifest->version})
        fuzz::promise(!text.isEmpty() && text.size() <= 80 && cleanText(text).value_or(QString()) == text);
}

} // namespace

FUZZ_TARGET(lists)
{
    static const QString centre = centreIdFrom(centreKey().publicKey);
    const auto head = knownHeadIn(bytes, centre);
    if (head && *head) fuzz::promise(**head == signedHead());
    if (const auto erasures = erasuresIn(bytes, {centreKey().publicKey}))
        for (const ErasureEntry& entry : *erasures)
            fuzz::promise(entry == signedErasures()[0] || entry == signedErasures()[1]);
    checkManifest(bytes);
}
