#pragma once

#include "core/crypto/signing.h"

namespace sanad {

/// The key pair that signs the demonstration pack. Its seed is public knowledge on purpose, so that anybody
/// can build the pack that the product carries; it proves nothing about the fees in it.
SigningKey demonstrationPublisher();

/// True for the very files that the program carries, by the SHA-256 of the whole file. Whatever else anybody
/// signed, with the demonstration key too, needs the owner's consent to its publisher.
bool carriedByProduct(const QByteArray& hash);

/// keyFingerprint() of a publisher.
QString publisherFingerprint(const QByteArray& publisher);

} // namespace sanad
