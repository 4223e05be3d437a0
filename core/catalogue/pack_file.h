#pragma once

#include "core/base/result.h"
#include "core/crypto/signing.h"

#include <QByteArray>
#include <QJsonObject>

namespace sanad {

/// A content pack as a file: one JSON document, compressed and signed. No file names are in it, so none can
/// lead anywhere. Layout in docs/catalogue.md: magic, publisher's key, signature, length, zlib stream.
struct PackFile {
    QByteArray
        publisher; ///< Ed25519 public key whose signature was right. Whether to trust it is another matter.
    QJsonObject document;
    QByteArray hash; ///< SHA-256 of the whole file.
};

constexpr qsizetype kMaxPackFile = 8 * 1024 * 1024;
constexpr qsizetype kMaxPackDocument = 32 * 1024 * 1024;

/// The same document and key give the same bytes.
QByteArray writePackFile(const QJsonObject& document, const SigningKey& publisher);

/// Errors, all Unusable: `pack.too-large` (arg: bytes allowed), `pack.not-a-pack`, `pack.signature`,
/// `pack.damaged`, `json.*`.
Result<PackFile> readPackFile(QByteArrayView bytes);

} // namespace sanad
