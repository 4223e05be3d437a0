#pragma once

#include <QByteArray>
#include <QImage>

namespace sanad {

/// What follows the picture.
struct EscPosOptions {
    bool cut = true;
    bool kickDrawer = false; ///< Pulse on pin 2; the drawer opens before the paper comes.
};

/// Rows of one raster command: small buffers of cheap printers overflow on taller ones.
constexpr int kRasterBandRows = 256;

/// The byte stream of a picture for an 80 mm printer: ESC @, GS v 0 in bands, feed and cut. `dots` must be
/// QImage::Format_Mono with 1 for black, as thermalRaster() makes it.
QByteArray escPos(const QImage& dots, const EscPosOptions& options);

} // namespace sanad
