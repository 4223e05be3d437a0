#pragma once

#include <QPainterPath>
#include <QString>

namespace sanad {

/// A QR code as one path of unit squares, quiet zone of four modules not included.
struct QrCode {
    int modules = 0; ///< Per side; 0 when the text does not fit any version.
    QPainterPath path;
};

constexpr int kQrQuietModules = 4;

/// The code of `text`, error correction M or better. The last few are kept: a receipt is drawn more than
/// once. Thread-safe.
QrCode qrCode(const QString& text);

} // namespace sanad
