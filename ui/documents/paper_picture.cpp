#include "ui/documents/paper_picture.h"

#include "core/documents/pdf_pages.h"
#include "core/documents/picture_bytes.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Four bytes a pixel; the decoder's own limit would refuse a page of 600 dots an inch.
constexpr int kMostMegabytes = static_cast<int>(4 * kMostPixels / (1024 * 1024)) + 1;

QByteArray formatOf(MediaType type)
{
    switch (type) {
    case MediaType::Jpeg:
        return "jpeg";
    case MediaType::Png:
        return "png";
    case MediaType::Tiff:
        return "tiff";
    case MediaType::Pdf:
        return {};
    }
    return {};
}

QImage imageOf(const QByteArray& plain, MediaType type)
{
    QBuffer source;
    source.setData(type == MediaType::Png ? pngPictureOnly(plain) : plain);
    if (!source.open(QIODevice::ReadOnly)) return {};
    QImageReader reader(&source, formatOf(type));
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(kMostMegabytes);
    const QSize size = reader.size();
    const qint64 pixels = qint64{size.width()} * size.height();
    if (size.isEmpty() || pixels > kMostPixels) return {};
    if (type == MediaType::Jpeg && jpegScans(plain) > kMostScanned / pixels) return {};
    if (std::max(size.width(), size.height()) > kMostSide)
        reader.setScaledSize(size.scaled(kMostSide, kMostSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

PaperPicture paperPicture(const QByteArray& plain, MediaType type)
{
    if (type == MediaType::Pdf) return {{}, pdfPages(plain)};
    return {imageOf(plain, type), {}};
}

} // namespace sanad
