#include "ui/printing/escpos.h"

#include <algorithm>

namespace sanad {

namespace {

constexpr char kEsc = 0x1B;
constexpr char kGs = 0x1D;

void appendLittleEndian(QByteArray& bytes, int value)
{
    bytes.append(static_cast<char>(value & 0xFF));
    bytes.append(static_cast<char>((value >> 8) & 0xFF));
}

} // namespace

QByteArray escPos(const QImage& dots, const EscPosOptions& options)
{
    Q_ASSERT(dots.format() == QImage::Format_Mono);
    const int rowBytes = (dots.width() + 7) / 8;
    QByteArray bytes;
    bytes.reserve(dots.height() * rowBytes + 64);
    bytes.append(kEsc).append('@');
    if (options.kickDrawer) {
        const char pulse[] = {kEsc, 'p', 0, 25, static_cast<char>(250)};
        bytes.append(pulse, sizeof pulse);
    }
    for (int top = 0; top < dots.height(); top += kRasterBandRows) {
        const int rows = std::min(kRasterBandRows, dots.height() - top);
        const char command[] = {kGs, 'v', '0', 0};
        bytes.append(command, sizeof command);
        appendLittleEndian(bytes, rowBytes);
        appendLittleEndian(bytes, rows);
        for (int y = top; y < top + rows; ++y)
            bytes.append(reinterpret_cast<const char*>(dots.constScanLine(y)), rowBytes);
    }
    if (options.cut) {
        const char feedAndCut[] = {kGs, 'V', 66, 64};
        bytes.append(feedAndCut, sizeof feedAndCut);
    }
    return bytes;
}

} // namespace sanad
