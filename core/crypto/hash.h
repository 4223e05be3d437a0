#pragma once

#include <QByteArray>
#include <QString>

namespace sanad {

/// SHA-256 (FIPS 180-4), 32 bytes; the same as Python's hashlib and `sha256sum`.
QByteArray sha256(QByteArrayView data);

/// Of a file as it stands, streamed; empty when it cannot be read.
QByteArray sha256OfFile(const QString& path);

QByteArray randomBytes(int count);

} // namespace sanad
