#pragma once

#include "core/documents/document.h"

#include <QImage>

#include <optional>

namespace sanad {

/// What a kept paper looks like, as far as this program shows it.
struct PaperPicture {
    QImage image; ///< Null for a PDF (docs/adr/0005), and for a picture that does not open or is too large.
    std::optional<int> pages; ///< Of a PDF, where it says so in the open.
};

/// Decodes in memory, the right way up, at most kMostSide pixels a side. A picture of more than kMostPixels
/// is not decoded, nor what goes over its pixels more often than an ordinary one does, so that a small file
/// can neither fill the memory nor take the desk's time.
PaperPicture paperPicture(const QByteArray& plain, MediaType type);

constexpr int kMostSide = 4000;
constexpr qint64 kMostPixels = 100'000'000;
/// Pixels times the scans of a JPEG, of which a progressive one has about ten.
constexpr qint64 kMostScanned = 10 * kMostPixels;

} // namespace sanad
