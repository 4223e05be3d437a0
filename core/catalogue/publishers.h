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

/// How a person compares a key: the first 16 bytes of its SHA-256, in groups of four hexadecimal digits.
QString publisherFingerprint(const QByteArray& publisher);

} // namespace sanad
