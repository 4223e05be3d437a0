#include "ui/documents/paper_picture.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostPages = 10'000;

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

/// The number behind `name` in a dictionary, or nothing.
std::optional<int> numberAfter(QByteArrayView dictionary, QByteArrayView name)
{
    const auto at = dictionary.indexOf(name);
    if (at < 0) return std::nullopt;
    int number = 0;
    bool any = false;
    for (auto rest = dictionary.sliced(at + name.size()); !rest.isEmpty(); rest = rest.sliced(1)) {
        const char c = rest.front();
        if (c == ' ' && !any) continue;
        if (c < '0' || c > '9' || number > kMostPages) break;
        number = number * 10 + (c - '0');
        any = true;
    }
    if (!any || number == 0 || number > kMostPages) return std::nullopt;
    return number;
}

/// The root of the page tree counts all pages; where it is compressed, nothing is known.
std::optional<int> pagesOf(QByteArrayView pdf)
{
    std::optional<int> most;
    for (const QByteArrayView mark : {QByteArrayView("/Type /Pages"), QByteArrayView("/Type/Pages")}) {
        for (auto at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + mark.size())) {
            const auto begin = pdf.first(at).lastIndexOf("<<");
            const auto end = pdf.indexOf(">>", at);
            if (begin < 0 || end < 0) continue;
            const auto count = numberAfter(pdf.sliced(begin, end - begin), "/Count");
            if (count) most = std::max(most.value_or(0), *count);
        }
    }
    return most;
}

} // namespace

PaperPicture paperPicture(const QByteArray& plain, MediaType type)
{
    if (type == MediaType::Pdf) return {{}, pagesOf(plain)};
    return {imageOf(plain, type), {}};
}

} // namespace sanad
