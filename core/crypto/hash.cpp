#include "core/crypto/hash.h"

#include "core/crypto/sodium_ready.h"

#include <QFile>

#include <sodium.h>

#include <cstdlib>

namespace sanad {

void sodiumReady()
{
    static const int state = sodium_init();
    if (state < 0) std::abort();
}

QByteArray sha256(QByteArrayView data)
{
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
        reinterpret_cast<const unsigned char*>(data.data()), static_cast<unsigned long long>(data.size()));
    return hash;
}

QByteArray sha256OfFile(const QString& path)
{
    constexpr qint64 kPiece = 256 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    QByteArray piece;
    while (!(piece = file.read(kPiece)).isEmpty())
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.constData()),
            static_cast<unsigned long long>(piece.size()));
    if (file.error() != QFileDevice::NoError) return {};
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

QByteArray randomBytes(int count)
{
    sodiumReady();
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(count));
    return bytes;
}

} // namespace sanad
