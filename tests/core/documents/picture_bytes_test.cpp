#include "core/documents/picture_bytes.h"
#include "tests/support/test_support.h"

#include <QtEndian>

using namespace sanad;

namespace {

const QByteArray kSignature("\x89PNG\r\n\x1A\n", 8);

QByteArray chunk(const QByteArray& type, const QByteArray& content)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(content.size()), length.data());
    return length + type + content + "csum";
}

} // namespace

TEST_CASE("Only what is its picture is left of a PNG, whatever else it brought", "[documents]")
{
    const QByteArray head = chunk("IHDR", QByteArray(13, '\1')), palette = chunk("PLTE", "abc"),
                     clear = chunk("tRNS", "a"), rows = chunk("IDAT", "rows"), end = chunk("IEND", {});
    const QByteArray picture = kSignature + head + palette + clear + rows + rows + end;
    CHECK(pngPictureOnly(picture) == picture);
    QByteArray loaded = kSignature + head;
    for (const char* more : {"zTXt", "iTXt", "tEXt", "iCCP", "eXIf", "acTL", "fdAT", "sPLT", "tIME", "XXXX"})
        loaded += chunk(more, QByteArray(5000, 'x'));
    loaded += palette + clear + chunk("hIST", "h") + rows + chunk("zTXt", "again") + rows + end;
    CHECK(pngPictureOnly(loaded) == picture);
    CHECK(pngPictureOnly(loaded + chunk("zTXt", "behind the end")) == picture);
}

TEST_CASE("A PNG that was cut off is left to the decoder, and no length leads behind its end", "[documents]")
{
    const QByteArray head = chunk("IHDR", QByteArray(13, '\1'));
    const QByteArray cut = chunk("IDAT", "rows").chopped(6);
    CHECK(pngPictureOnly(kSignature + head + cut) == kSignature + head + cut);
    CHECK(pngPictureOnly(kSignature + head + QByteArray("\xFF\xFF\xFF\xFFIDATx", 9)).endsWith("IDATx"));
    CHECK(pngPictureOnly(kSignature + head + QByteArray("\xFF\xFF\xFF\xFFzTXtx", 9)) == kSignature + head);
    CHECK(pngPictureOnly("\x89PN") == "\x89PN");
    CHECK(pngPictureOnly({}).isEmpty());
}

TEST_CASE("The scans of a JPEG are counted", "[documents]")
{
    const QByteArray scan("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00 bytes \xFF\x00 more", 25);
    CHECK(jpegScans({}) == 0);
    CHECK(jpegScans("\xFF") == 0);
    CHECK(jpegScans("\xFF\xD8\xFF\xD9") == 0);
    CHECK(jpegScans("\xFF\xD8" + scan.repeated(3) + "\xFF\xD9") == 3);
}
