#include "core/crypto/signing.h"

#include "core/crypto/hash.h"
#include "core/crypto/sodium_ready.h"

#include <QStringList>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace sanad {

static_assert(kPublicKeyBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(kSecretKeyBytes == crypto_sign_SECRETKEYBYTES);
static_assert(kSignatureBytes == crypto_sign_BYTES);

namespace {

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

SigningKey SigningKey::create()
{
    sodiumReady();
    SigningKey key{QByteArray(kPublicKeyBytes, '\0'), QByteArray(kSecretKeyBytes, '\0')};
    crypto_sign_keypair(raw(key.publicKey), raw(key.secretKey));
    return key;
}

SigningKey SigningKey::fromSeed(const QByteArray& seed32)
{
    sodiumReady();
    Q_ASSERT(seed32.size() == crypto_sign_SEEDBYTES);
    SigningKey key{QByteArray(kPublicKeyBytes, '\0'), QByteArray(kSecretKeyBytes, '\0')};
    crypto_sign_seed_keypair(raw(key.publicKey), raw(key.secretKey), raw(QByteArrayView(seed32)));
    return key;
}

QByteArray sign(const SigningKey& key, QByteArrayView message)
{
    sodiumReady();
    Q_ASSERT(key.secretKey.size() == kSecretKeyBytes);
    QByteArray signature(kSignatureBytes, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(message),
        static_cast<unsigned long long>(message.size()), raw(QByteArrayView(key.secretKey)));
    return signature;
}

bool verifySignature(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    sodiumReady();
    if (publicKey.size() != kPublicKeyBytes || signature.size() != kSignatureBytes) return false;
    return crypto_sign_verify_detached(raw(signature), raw(message),
               static_cast<unsigned long long>(message.size()), raw(publicKey)) == 0;
}

QString keyFingerprint(const QByteArray& publicKey)
{
    const QString digits = QString::fromLatin1(sha256(publicKey).first(16).toHex());
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += 4)
        groups << digits.mid(i, 4);
    return groups.join(u' ');
}

} // namespace sanad
