#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace sanad {

constexpr int kPublicKeyBytes = 32;
constexpr int kSecretKeyBytes = 64;
constexpr int kSignatureBytes = 64;

/// An Ed25519 key pair (RFC 8032), in libsodium's form: the secret key is seed and public key.
struct SigningKey {
    QByteArray publicKey;
    QByteArray secretKey;

    static SigningKey create();
    static SigningKey fromSeed(
        const QByteArray& seed32); ///< The same pair for the same seed: demonstration data.
};

QByteArray sign(const SigningKey& key, QByteArrayView message);
bool verifySignature(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

/// How people compare a public key: the first 16 bytes of its SHA-256, in groups of four hexadecimal digits.
QString keyFingerprint(const QByteArray& publicKey);

} // namespace sanad
