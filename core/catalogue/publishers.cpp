#include "core/catalogue/publishers.h"

#include "core/crypto/hash.h"

using namespace Qt::StringLiterals;

namespace sanad {

SigningKey demonstrationPublisher()
{
    return SigningKey::fromSeed(
        sha256("Sanad Desk demonstration publisher: proves nothing, signs demonstrations only"));
}

bool trustedByProduct(const QByteArray& publisher, const PackManifest& manifest)
{
    return manifest.demonstration && publisher == demonstrationPublisher().publicKey;
}

QString publisherFingerprint(const QByteArray& publisher)
{
    const auto digits = QString::fromLatin1(sha256(publisher).first(16).toHex());
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += 4)
        groups << digits.mid(i, 4);
    return groups.join(u' ');
}

} // namespace sanad
