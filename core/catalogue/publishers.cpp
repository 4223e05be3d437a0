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
    return keyFingerprint(publisher);
}

} // namespace sanad
