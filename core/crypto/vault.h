#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <type_traits>

namespace sanad {

/// The centre's data key, and what is made from it: sealed columns, blind indexes, file keys.
/// XChaCha20-Poly1305 with a random nonce; the associated data binds a value to table, column and row, so
/// that a sealed value moved to another place does not open. Its own copy of the key lives in locked memory.
/// Cheap to copy: copies share the key. Const methods are thread-safe.
class Vault {
public:
    static constexpr int kKeyBytes = 32;

    /// A vault of a new random key.
    static Vault create();
    /// `key` must be kKeyBytes long.
    static Vault fromKey(const QByteArray& key);

    /// The raw key, for wrapping it under a password. Wipe it after use.
    QByteArray key() const;

    QByteArray seal(QStringView table, QStringView column, std::int64_t row, QByteArrayView plain) const;
    template <class Text>
    requires std::is_same_v<Text, QString> QByteArray seal(
        QStringView table, QStringView column, std::int64_t row, const Text& plain)
    const { return seal(table, column, row, plain.toUtf8()); }
    /// Errors: Internal `vault.damaged` when the value, its place or the key is not the one it was sealed
    /// with.
    Result<QByteArray> open(
        QStringView table, QStringView column, std::int64_t row, QByteArrayView sealed) const;

    /// Keyed 128-bit index of `value` for exact search; `purpose` keeps indexes of different columns apart.
    QByteArray blindIndex(QStringView purpose, QStringView value) const;
    /// Keyed hash of `value` salted by `salt`: a commitment for audit payloads.
    QByteArray commitment(QByteArrayView salt, QByteArrayView value) const;
    /// A 32-byte key for one purpose ("documents", "pins", "forms"), derived from the data key.
    QByteArray subKey(QStringView purpose) const;

private:
    struct Keys;
    explicit Vault(std::shared_ptr<const Keys> keys);
    std::shared_ptr<const Keys> m_keys;
};

} // namespace sanad
