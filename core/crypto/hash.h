#pragma once

#include <QByteArray>

namespace sanad {

/// SHA-256 (FIPS 180-4), 32 bytes; the same as Python's hashlib and `sha256sum`.
QByteArray sha256(QByteArrayView data);

QByteArray randomBytes(int count);

} // namespace sanad
