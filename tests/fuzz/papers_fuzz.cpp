// Papers that somebody brought: what kind they are, what of a picture reaches a decoder, and how many pages a
// PDF says it has.

#include "core/documents/document.h"
#include "core/documents/pdf_pages.h"
#include "core/documents/picture_bytes.h"
#include "tests/fuzz/fuzz_target.h"

using namespace sanad;

FUZZ_TARGET(papers)
{
    if (const auto type = mediaTypeOf(bytes)) {
        fuzz::promise(mediaTypeFromKey(mediaTypeKey(*type)) == type);
        fuzz::promise(mediaTypeOf(bytes.first(std::min<qsizetype>(bytes.size(), 16))) == type);
    }
    const QByteArray picture = pngPictureOnly(bytes);
    fuzz::promise(picture.size() <= bytes.size() && pngPictureOnly(picture) == picture);
    fuzz::promise(jpegScans(bytes) <= bytes.size() / 2);
    const auto pages = pdfPages(bytes);
    fuzz::promise(!pages || (*pages > 0 && *pages <= kMostPdfPages));
    // Whatever stands before it, a page tree is seen.
    constexpr int kMore = 41;
    fuzz::promise(
        pdfPages(bytes.toByteArray() + "<</Type/Pages/Count 41>>") == std::max(pages.value_or(0), kMore));
}
