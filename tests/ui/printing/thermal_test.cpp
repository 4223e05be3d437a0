#include "tests/support/test_support.h"
#include "tests/ui/printing/sample_prints.h"
#include "ui/printing/escpos.h"
#include "ui/printing/print.h"
#include "ui/printing/print_style.h"
#include "ui/printing/qr_code.h"
#include "ui/printing/slips.h"

using namespace sanad;
using namespace sanad::test;
using namespace Qt::StringLiterals;

namespace {

struct Band {
    int rowBytes = 0;
    int rows = 0;
    QByteArray dots;
};

/// Reads a byte stream as a printer does; what is not understood fails the test.
struct Stream {
    std::vector<Band> bands;
    bool initialised = false, cut = false, kicked = false;

    explicit Stream(const QByteArray& bytes)
    {
        const auto at = [&](qsizetype i) { return static_cast<unsigned char>(bytes.at(i)); };
        for (qsizetype i = 0; i < bytes.size();) {
            if (at(i) == 0x1B && at(i + 1) == '@') {
                initialised = i == 0;
                i += 2;
            } else if (at(i) == 0x1B && at(i + 1) == 'p') {
                kicked = bands.empty();
                i += 5;
            } else if (at(i) == 0x1D && at(i + 1) == 'v') {
                Band band{at(i + 4) + 256 * at(i + 5), at(i + 6) + 256 * at(i + 7), {}};
                band.dots = bytes.mid(i + 8, band.rowBytes * band.rows);
                REQUIRE(band.dots.size() == band.rowBytes * band.rows);
                i += 8 + band.dots.size();
                bands.push_back(std::move(band));
            } else if (at(i) == 0x1D && at(i + 1) == 'V') {
                cut = i + 4 == bytes.size();
                i += 4;
            } else {
                FAIL("unknown byte " << int(at(i)) << " at " << i);
            }
        }
    }
};

} // namespace

TEST_CASE("The raster is 576 dots wide and one bit deep", "[printing]")
{
    const QImage dots = receiptRaster(sampleReceipt(), sampleCentre(), {});
    CHECK(dots.width() == 576);
    CHECK(dots.format() == QImage::Format_Mono);
    CHECK(dots.height() > 1000);
}

TEST_CASE("The byte stream carries the whole picture in bands of at most 256 rows, then cuts", "[printing]")
{
    const QImage dots = receiptRaster(sampleReceipt(), sampleCentre(), {});
    const Stream stream(receiptEscPos(sampleReceipt(), sampleCentre(), {}));
    CHECK(stream.initialised);
    CHECK(stream.cut);
    int rows = 0;
    QByteArray all;
    for (const Band& band : stream.bands) {
        CHECK(band.rowBytes == 72);
        CHECK(band.rows <= 256);
        rows += band.rows;
        all += band.dots;
    }
    REQUIRE(rows == dots.height());
    for (int y = 0; y < rows; ++y)
        REQUIRE(all.mid(y * 72, 72) == QByteArray(reinterpret_cast<const char*>(dots.constScanLine(y)), 72));
}

TEST_CASE("A printer gets only bytes that we made, whatever the texts of a receipt hold", "[printing]")
{
    // Opens the drawer, cuts, and switches the printer's language, where a printer takes texts.
    const QString hostile = u"\x1Bp\x01\x19\xFA\x1DV\x01\x1B@\x10\x14"_s + QString(QChar(0)) + u"EVIL"_s;
    Receipt receipt = sampleReceipt();
    receipt.customerName = receipt.maskedIdentifier = receipt.clerk = receipt.ticket = hostile;
    receipt.qrText += hostile;
    for (auto& line : receipt.lines)
        line.serviceNameAr = line.serviceNameEn = line.agencyNameAr = line.portalReference = hostile;
    std::erase_if(receipt.payments, [](const Payment& payment) { return payment.tender == Tender::Cash; });
    CentrePrint centre = sampleCentre();
    centre.nameAr = centre.nameEn = centre.phone = centre.addressAr = hostile;
    const QByteArray bytes = receiptEscPos(receipt, centre, {});
    const Stream stream(bytes); // every byte is of a command that we send, or a dot
    CHECK(stream.initialised);
    CHECK(stream.cut);
    CHECK_FALSE(stream.kicked);
    CHECK_FALSE(bytes.contains("EVIL"));
    int rows = 0;
    for (const Band& band : stream.bands)
        rows += band.rows;
    CHECK(rows == receiptRaster(receipt, centre, {}).height());
}

TEST_CASE("The drawer opens for the original of a cash payment and for nothing else", "[printing]")
{
    Receipt receipt = sampleReceipt();
    CHECK(Stream(receiptEscPos(receipt, sampleCentre(), {})).kicked);
    CHECK_FALSE(Stream(receiptEscPos(receipt, sampleCentre(), {false, 1, receipt.issuedAt})).kicked);
    std::erase_if(receipt.payments, [](const Payment& payment) { return payment.tender == Tender::Cash; });
    CHECK_FALSE(Stream(receiptEscPos(receipt, sampleCentre(), {})).kicked);
}

TEST_CASE("No text on 80 mm paper is below 24 dots and the total stands at 40 bold", "[printing]")
{
    for (const PrintFace& face : thermalStyle().faces)
        CHECK(face.font.pixelSize() >= 24);
    CHECK(thermalStyle().face(TextRole::Total).font.pixelSize() == 40);
    CHECK(thermalStyle().face(TextRole::Total).font.bold());
    CHECK(thermalStyle().module >= 6);
    const int modules = qrCode(sampleReceipt().qrText).modules;
    CHECK((modules + 2 * kQrQuietModules) * 6 <= thermalStyle().contentWidth());
}

TEST_CASE("The QR code decodes from the dots, also on a marked copy", "[printing]")
{
    const QImage original = receiptRaster(sampleReceipt(), sampleCentre(), {});
    CHECK(qrTextOf(original) == sampleReceipt().qrText);
    const QImage copy = receiptRaster(sampleReceipt(), sampleCentre(), {true, 3, sampleReceipt().issuedAt});
    CHECK(qrTextOf(copy) == sampleReceipt().qrText);
}

TEST_CASE("A text too long for any QR code leaves the code away and prints the rest", "[printing]")
{
    CHECK(qrCode(QString(4000, u'x')).modules == 0);
    Receipt receipt = sampleReceipt();
    receipt.qrText = QString(4000, u'x');
    CHECK(receiptRaster(receipt, sampleCentre(), {}).height() > 500);
}

TEST_CASE("A very long receipt is one strip of many bands", "[printing]")
{
    const Stream stream(receiptEscPos(sampleReceipt(60), sampleCentre(), {}));
    CHECK(stream.bands.size() > 30);
    CHECK(stream.cut);
}

TEST_CASE("A ticket shows its number over a third of the paper's width", "[printing]")
{
    const TicketPrint ticket{u"A-012"_s, u"خدمات عامة"_s, u"General services"_s, sampleReceipt().issuedAt, 3};
    const QImage dots = thermalRaster(ticketSheet(ticket, sampleCentre()));
    CHECK(dots.width() == 576);
    CHECK(thermalStyle().face(TextRole::Number).font.pixelSize() >= 120);
    CHECK(dots.height() < 900);
}
