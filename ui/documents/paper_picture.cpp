#include "ui/documents/paper_picture.h"

#include "core/documents/pdf_pages.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

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
    source.setData(plain);
    if (!source.open(QIODevice::ReadOnly)) return {};
    QImageReader reader(&source, formatOf(type));
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64{size.width()} * size.height() > kMostPixels) return {};
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
