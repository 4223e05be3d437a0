#include "core/documents/picture_bytes.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <string_view>

namespace sanad {

namespace {

/// PNG (ISO/IEC 15948), 5.2 and 5.3: the signature; then length, type, content and checksum of each chunk.
constexpr qsizetype kPngSignature = 8, kLength = 4, kType = 4, kChecksum = 4;
/// The chunks without which the picture would be another.
constexpr std::array<std::string_view, 5> kPictureChunks{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};

/// JPEG (ITU-T T.81), B.1.1: a marker is FF and a code; FF 00 within a scan is a byte of it.
constexpr unsigned char kMarker = 0xFF, kStartOfScan = 0xDA;

} // namespace

QByteArray pngPictureOnly(QByteArrayView png)
{
    QByteArray picture = png.first(std::min(png.size(), kPngSignature)).toByteArray();
    for (qsizetype at = kPngSignature; at < png.size();) {
        const QByteArrayView rest = png.sliced(at);
        if (rest.size() < kLength + kType) break;
        const qint64 content = qFromBigEndian<quint32>(rest.data());
        const auto size = std::min<qint64>(kLength + kType + content + kChecksum, rest.size());
        const std::string_view type(rest.data() + kLength, kType);
        if (std::find(kPictureChunks.begin(), kPictureChunks.end(), type) != kPictureChunks.end())
            picture.append(rest.data(), size);
        at += size;
    }
    return picture;
}

qint64 jpegScans(QByteArrayView jpeg)
{
    qint64 scans = 0;
    for (qsizetype at = 0; at + 1 < jpeg.size(); ++at)
        scans += static_cast<unsigned char>(jpeg[at]) == kMarker &&
            static_cast<unsigned char>(jpeg[at + 1]) == kStartOfScan;
    return scans;
}

} // namespace sanad
