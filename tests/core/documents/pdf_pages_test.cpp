#include "core/documents/pdf_pages.h"

#include <QByteArray>

#include <catch2/catch.hpp>

#include <algorithm>
#include <ctime>

using namespace sanad;

namespace {

constexpr qsizetype kLargest = 20 * 1024 * 1024;

QByteArray filledWith(QByteArrayView piece)
{
    QByteArray bytes = "%PDF-1.7\n";
    bytes.reserve(kLargest);
    while (bytes.size() + piece.size() <= kLargest)
        bytes.append(piece);
    return bytes;
}

/// Processor time.
template <class Act> double cost(const Act& act)
{
    const std::clock_t before = std::clock();
    act();
    return std::max(static_cast<double>(std::clock() - before), 1.0);
}

/// Every byte looked at once.
unsigned plainScan(const QByteArray& bytes)
{
    unsigned sum = 0;
    for (const char *at = bytes.constData(), *end = at + bytes.size(); at != end; ++at)
        sum = sum * 31 + static_cast<unsigned char>(*at);
    return sum;
}

} // namespace

TEST_CASE("The pages of a PDF are the largest count of its page tree")
{
    CHECK(pdfPages("<</Type/Pages/Kids[3 0 R]/Count 3>>") == 3);
    CHECK(pdfPages("<< /Count 12 /Type /Pages >>") == 12);
    CHECK(pdfPages("<</Type\n/Pages\r\n/Count\t7\n>>") == 7);
    CHECK(pdfPages("<</Type/Pages/Count 2>> <</Type/Pages/Count 5>> <</Type/Pages/Count 4>>") == 5);
    CHECK(pdfPages("<</Type/Pages/Count 10000>>") == kMostPdfPages);
    // Dictionaries within dictionaries, before and behind.
    CHECK(pdfPages("<</Type/Pages/Resources<</Font<</F1 4 0 R>>>>/MediaBox[0 0 9 9]/Count 6>>") == 6);
    CHECK(pdfPages("<</Resources<</Count 9>>/Type/Pages/Count 6>>") == 6);
    CHECK(pdfPages("<</Type/Pages/ID<AB>/Count 8/Key<CD>>>") == 8);
    // Many leaves between the type and the count.
    CHECK(pdfPages("<</Type/Pages/Kids[" + QByteArray("1234 0 R ").repeated(9'000) + "]/Count 9000>>") ==
        9'000);
}

TEST_CASE("A PDF that does not say its pages has none that are known")
{
    CHECK_FALSE(pdfPages(""));
    CHECK_FALSE(pdfPages("%PDF-1.7 packed"));
    CHECK_FALSE(pdfPages("<</Type/Pages>>"));
    CHECK_FALSE(pdfPages("<</Type/Pages/Count >>"));
    CHECK_FALSE(pdfPages("<</Type/Pages/Count 3"));
    CHECK_FALSE(pdfPages("/Type/Pages/Count 3>>"));
    CHECK_FALSE(pdfPages("<</Type/Outlines/Count 3>>"));
    CHECK_FALSE(pdfPages("<</Type/PagesOf/Count 3>>"));
    CHECK_FALSE(pdfPages("<</Type/Pages>> <</Count 3>>"));
    CHECK_FALSE(pdfPages("<</Type/Pages/Count 12 0 R>>"));
    CHECK_FALSE(pdfPages("<</Type/Pages/Count -3>>"));
}

TEST_CASE("A count of pages that no paper has is none")
{
    CHECK_FALSE(pdfPages("<</Type/Pages/Count 0>>"));
    CHECK_FALSE(pdfPages("<</Type/Pages/Count 10001>>"));
    CHECK_FALSE(pdfPages("<</Type/Pages/Count 99999999999999999999999999999999>>"));
    CHECK(pdfPages("<</Type/Pages/Count 99999999999>><</Type/Pages/Count 4>>") == 4);
    CHECK(pdfPages("<</Type/Pages/Count 0000000000000000000000000000004>>") == 4);
}

TEST_CASE("What a stream leaves open or closes does not hide the page tree behind it")
{
    const QByteArray tree = "<</Type/Pages/Count 7>>";
    CHECK(pdfPages(QByteArray("<<").repeated(100'000) + tree) == 7);
    CHECK(pdfPages(QByteArray(">>").repeated(100'000) + tree) == 7);
    CHECK(pdfPages("<</Type/Pages" + QByteArray("<<").repeated(31) + QByteArray(">>").repeated(31) +
              "/Count 7>>") == 7);
}

TEST_CASE("A PDF of 20 MiB full of page trees costs no more than a few plain scans of it")
{
    // Unoptimised; what looks back or ahead from each of them takes a hundred thousand.
    constexpr double kFew = 100;
    for (const QByteArrayView piece : {QByteArrayView("/Type/Pages "), QByteArrayView("<</Type/Pages>>"),
             QByteArrayView("<</Type/Pages/Count 1 "), QByteArrayView("/Count "), QByteArrayView("/")}) {
        const QByteArray bytes = filledWith(piece);
        unsigned sum = 0;
        std::optional<int> pages;
        const double floor = cost([&] { sum = plainScan(bytes); });
        const double took = cost([&] { pages = pdfPages(bytes); });
        INFO(piece.toByteArray().toStdString() << ": " << took / floor << " scans, sum " << sum);
        CHECK(took <= kFew * floor);
        CHECK_FALSE(pages.has_value());
    }
}
