#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace sanad {

/// RFC 4648 base 32 without padding: capitals and 2-7 only, so that a QR code stays in its alphanumeric mode
/// and a person can read it aloud.
QString toBase32(QByteArrayView bytes);

/// Accepts small letters, spaces and hyphens; nothing when any other character or stray bits are in it.
std::optional<QByteArray> fromBase32(QStringView text);

} // namespace sanad
