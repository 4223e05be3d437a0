#include "core/crypto/vault.h"

#include "core/crypto/hash.h"
#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int kIndexBytes = 16;

using Key = std::array<unsigned char, Vault::kKeyBytes>;

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// The place that a sealed value belongs to, as associated data.
QByteArray place(QStringView table, QStringView column, std::int64_t row)
{
    return table.toUtf8() + '/' + column.toUtf8() + '/' + QByteArray::number(qlonglong{row});
}

void keyedHash(
    unsigned char* out, std::size_t length, const Key& key, QByteArrayView first, QByteArrayView second)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), length);
    const auto size = static_cast<quint64>(first.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
    crypto_generichash_update(&state, raw(first), static_cast<unsigned long long>(first.size()));
    crypto_generichash_update(&state, raw(second), static_cast<unsigned long long>(second.size()));
    crypto_generichash_final(&state, out, length);
}

} // namespace

/// Locked, so that it is never swapped out, and wiped with the last copy of the vault.
struct Vault::Keys {
    Key master{};
    Key columns{};
    Key indexes{};

    explicit Keys(QByteArrayView key)
    {
        sodiumReady();
        sodium_mlock(this, sizeof *this);
        std::copy_n(raw(key), master.size(), master.begin());
        keyedHash(columns.data(), columns.size(), master, QByteArrayView("columns"), {});
        keyedHash(indexes.data(), indexes.size(), master, QByteArrayView("indexes"), {});
    }
    ~Keys() { sodium_munlock(this, sizeof *this); }
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;
};

Vault::Vault(std::shared_ptr<const Keys> keys)
    : m_keys(std::move(keys))
{
}

Vault Vault::create()
{
    return fromKey(randomBytes(kKeyBytes));
}

Vault Vault::fromKey(const QByteArray& key)
{
    Q_ASSERT(key.size() == kKeyBytes);
    return Vault(std::make_shared<const Keys>(key));
}

QByteArray Vault::key() const
{
    return QByteArray(reinterpret_cast<const char*>(m_keys->master.data()), kKeyBytes);
}

QByteArray Vault::seal(QStringView table, QStringView column, std::int64_t row, QByteArrayView plain) const
{
    QByteArray sealed(kNonceBytes + plain.size() + kTagBytes, Qt::Uninitialized);
    auto* nonce = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(nonce, kNonceBytes);
    const QByteArray bound = place(table, column, row);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, raw(plain),
        static_cast<unsigned long long>(plain.size()), raw(QByteArrayView(bound)),
        static_cast<unsigned long long>(bound.size()), nullptr, nonce, m_keys->columns.data());
    return sealed;
}

Result<QByteArray> Vault::open(
    QStringView table, QStringView column, std::int64_t row, QByteArrayView sealed) const
{
    const Error damaged{
        ErrorCode::Internal, u"vault.damaged"_s, {}, table.toString() + u'.' + column.toString()};
    if (sealed.size() < kNonceBytes + kTagBytes) return damaged;
    const QByteArray bound = place(table, column, row);
    const auto box = sealed.sliced(kNonceBytes);
    QByteArray plain(box.size() - kTagBytes, Qt::Uninitialized);
    const int failed =
        crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr,
            nullptr, raw(box), static_cast<unsigned long long>(box.size()), raw(QByteArrayView(bound)),
            static_cast<unsigned long long>(bound.size()), raw(sealed), m_keys->columns.data());
    if (failed != 0) return damaged;
    return plain;
}

QByteArray Vault::blindIndex(QStringView purpose, QStringView value) const
{
    QByteArray index(kIndexBytes, Qt::Uninitialized);
    keyedHash(reinterpret_cast<unsigned char*>(index.data()), kIndexBytes, m_keys->indexes, purpose.toUtf8(),
        value.toUtf8());
    return index;
}

QByteArray Vault::commitment(QByteArrayView salt, QByteArrayView value) const
{
    QByteArray hash(32, Qt::Uninitialized);
    keyedHash(reinterpret_cast<unsigned char*>(hash.data()), 32, m_keys->indexes, salt, value);
    return hash;
}

QByteArray Vault::subKey(QStringView purpose) const
{
    QByteArray key(kKeyBytes, Qt::Uninitialized);
    keyedHash(reinterpret_cast<unsigned char*>(key.data()), kKeyBytes, m_keys->master, QByteArrayView("sub"),
        purpose.toUtf8());
    return key;
}

} // namespace sanad
