#pragma once

#include "core/catalogue/pack_contents.h"
#include "core/crypto/signing.h"

namespace sanad {

/// The key pair that signs the demonstration pack. Its seed is public knowledge on purpose, so that anybody
/// can build the pack that the product carries; it proves nothing about the fees in it.
SigningKey demonstrationPublisher();

/// True for a demonstration pack of the demonstration publisher. Every other publisher must have been
/// confirmed by the owner.
bool trustedByProduct(const QByteArray& publisher, const PackManifest& manifest);

/// keyFingerprint() of a publisher.
QString publisherFingerprint(const QByteArray& publisher);

} // namespace sanad
