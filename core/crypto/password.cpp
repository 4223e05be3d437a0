#include "core/crypto/password.h"

#include "core/crypto/hash.h"
#include "core/crypto/sodium_ready.h"

#include <QtEndian>

#include <sodium.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// A wrapped key: version 1, operations, memory in KiB (both big-endian 32 bits), salt, nonce, box.
constexpr char kWrapVersion = 1;
constexpr int kHeaderBytes = 1 + 4 + 4;
constexpr int kSaltBytes = crypto_pwhash_SALTBYTES;
constexpr int kNonceBytes = crypto_secretbox_NONCEBYTES;
// A file from outside says what its keys cost; more than these would keep an old PC busy for minutes.
constexpr quint32 kMostOperations = 4;
constexpr quint32 kMostMemoryKib = 128 * 1024;

QByteArray normalised(const QString& secret)
{
    return secret.normalized(QString::NormalizationForm_C).toUtf8();
}

QByteArray derive(const QString& secret, QByteArrayView salt, PasswordCost cost)
{
    sodiumReady();
    QByteArray plain = normalised(secret);
    QByteArray key(crypto_secretbox_KEYBYTES, '\0');
    const int failed = crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()),
        static_cast<unsigned long long>(key.size()), plain.constData(),
        static_cast<unsigned long long>(plain.size()), reinterpret_cast<const unsigned char*>(salt.data()),
        cost.operations, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    if (failed != 0) throw std::bad_alloc();
    return key;
}

} // namespace

QString hashPassword(const QString& secret, PasswordCost cost)
{
    sodiumReady();
    QByteArray plain = normalised(secret);
    QByteArray verifier(crypto_pwhash_STRBYTES, '\0');
    const int failed = crypto_pwhash_str_alg(verifier.data(), plain.constData(),
        static_cast<unsigned long long>(plain.size()), cost.operations, cost.memoryBytes,
        crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    if (failed != 0) throw std::bad_alloc();
    return QString::fromLatin1(verifier.constData());
}

bool verifyPassword(const QString& verifier, const QString& secret)
{
    sodiumReady();
    QByteArray plain = normalised(secret);
    const bool right = crypto_pwhash_str_verify(verifier.toLatin1().constData(), plain.constData(),
                           static_cast<unsigned long long>(plain.size())) == 0;
    sodium_memzero(plain.data(), static_cast<std::size_t>(plain.size()));
    return right;
}

QByteArray wrapKey(const QByteArray& key, const QString& secret, PasswordCost cost)
{
    QByteArray wrapped(kHeaderBytes, kWrapVersion);
    qToBigEndian(static_cast<quint32>(cost.operations), wrapped.data() + 1);
    qToBigEndian(static_cast<quint32>(cost.memoryBytes / 1024), wrapped.data() + 5);
    const QByteArray salt = randomBytes(kSaltBytes);
    const QByteArray nonce = randomBytes(kNonceBytes);
    QByteArray wrapping = derive(secret, salt, cost);
    QByteArray box(key.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()),
        reinterpret_cast<const unsigned char*>(key.constData()), static_cast<unsigned long long>(key.size()),
        reinterpret_cast<const unsigned char*>(nonce.constData()),
        reinterpret_cast<const unsigned char*>(wrapping.constData()));
    sodium_memzero(wrapping.data(), static_cast<std::size_t>(wrapping.size()));
    return wrapped + salt + nonce + box;
}

Result<QByteArray> unwrapKey(const QByteArray& wrapped, const QString& secret)
{
    const Error wrong{ErrorCode::Denied, u"sign-in.wrong"_s, {}, {}};
    const int fixed = kHeaderBytes + kSaltBytes + kNonceBytes + static_cast<int>(crypto_secretbox_MACBYTES);
    if (wrapped.size() < fixed || wrapped[0] != kWrapVersion) return wrong;
    const auto operations = qFromBigEndian<quint32>(wrapped.constData() + 1);
    const auto memoryKib = qFromBigEndian<quint32>(wrapped.constData() + 5);
    if (operations == 0 || operations > kMostOperations || memoryKib < 8 || memoryKib > kMostMemoryKib)
        return wrong;

    const QByteArrayView view(wrapped);
    QByteArray wrapping =
        derive(secret, view.sliced(kHeaderBytes, kSaltBytes), {operations, std::size_t{memoryKib} * 1024});
    const auto nonce = view.sliced(kHeaderBytes + kSaltBytes, kNonceBytes);
    const auto box = view.sliced(kHeaderBytes + kSaltBytes + kNonceBytes);
    QByteArray key(box.size() - static_cast<qsizetype>(crypto_secretbox_MACBYTES), '\0');
    const int failed = crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(key.data()),
        reinterpret_cast<const unsigned char*>(box.data()), static_cast<unsigned long long>(box.size()),
        reinterpret_cast<const unsigned char*>(nonce.data()),
        reinterpret_cast<const unsigned char*>(wrapping.constData()));
    sodium_memzero(wrapping.data(), static_cast<std::size_t>(wrapping.size()));
    if (failed != 0) return wrong;
    return key;
}

} // namespace sanad
