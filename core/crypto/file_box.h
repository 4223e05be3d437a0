#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

class QIODevice;

namespace sanad {

/// Files encrypted on disk: libsodium's secretstream (XChaCha20-Poly1305) over pieces of 64 KiB, so that a
/// cut, reordered or changed file does not open. `bound` ties the file to what it belongs to.

/// Encrypts `source` to its end into `path`, by way of a temporary file beside it that is synced and renamed:
/// `path` is there whole or not at all. Returns the bytes read.
/// Errors: Unreachable `file.unreadable`, `file.cannot-write`; Invalid `file.too-large` (arg: the limit in
/// MB).
Result<qint64> boxFile(
    QIODevice& source, const QString& path, const QByteArray& key32, QByteArrayView bound, qint64 maxBytes);

/// Decrypts into memory only. Errors: Unreachable `file.unreadable`, Internal `file.damaged`.
Result<QByteArray> unboxFile(
    const QString& path, const QByteArray& key32, QByteArrayView bound, qint64 maxBytes);

} // namespace sanad
