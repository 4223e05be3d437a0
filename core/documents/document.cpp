#include "core/documents/document.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Kind {
    MediaType type;
    QLatin1StringView key;
    QByteArrayView magic;
};

constexpr std::array kKinds{
    Kind{MediaType::Pdf, "application/pdf"_L1, "%PDF-"},
    Kind{MediaType::Jpeg, "image/jpeg"_L1, "\xFF\xD8\xFF"},
    Kind{MediaType::Png, "image/png"_L1, "\x89PNG\r\n\x1A\n"},
    Kind{MediaType::Tiff, "image/tiff"_L1, QByteArrayView("II*\0", 4)},
    Kind{MediaType::Tiff, "image/tiff"_L1, QByteArrayView("MM\0*", 4)},
};

} // namespace

QString mediaTypeKey(MediaType type)
{
    for (const Kind& kind : kKinds)
        if (kind.type == type) return kind.key;
    return {};
}

std::optional<MediaType> mediaTypeFromKey(QStringView key)
{
    for (const Kind& kind : kKinds)
        if (kind.key == key) return kind.type;
    return std::nullopt;
}

std::optional<MediaType> mediaTypeOf(QByteArrayView beginning)
{
    for (const Kind& kind : kKinds)
        if (beginning.startsWith(kind.magic)) return kind.type;
    return std::nullopt;
}

} // namespace sanad
