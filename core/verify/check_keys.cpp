#include "core/crypto/signing.h"
#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kKeys = "SELECT id, public_key FROM desk_key ORDER BY id";

} // namespace

void checkKeys(Tx& tx, const QStringList& known, Breaches& breaches)
{
    QStringList missing = known;
    auto query = tx.query(kKeys);
    query.run();
    while (query.next()) {
        const QByteArray key = query.bytes(1);
        const auto found = missing.removeAll(keyFingerprint(key).remove(u' ')) +
            missing.removeAll(QString::fromLatin1(key.toHex()));
        if (found == 0)
            breaches.add(u"chain"_s, u"desk_key"_s, query.text(0), u"is none of the keys that are known"_s);
    }
    for (const QString& key : missing)
        breaches.add(u"chain"_s, u"desk_key"_s, {}, u"the known key %1 is not there"_s.arg(key));
}

} // namespace sanad
