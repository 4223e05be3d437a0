#include "tests/support/test_support.h"
#include "tests/ui/printing/sample_prints.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/print_layout.h"
#include "ui/printing/slips.h"
#include "ui/text/format.h"

#include <QFontDatabase>

using namespace sanad;
using namespace sanad::test;
using namespace Qt::StringLiterals;

namespace {

const ReceiptOptions kOriginal;
const ReceiptOptions kEnglish{true, 0, {}};
const ReceiptOptions kSecondCopy{false, 2, QDateTime(QDate(2026, 11, 23), QTime(6, 30), Qt::UTC)};

/// Every text of a sheet, for the wording; the figures are read back from the PDF.
QString wordingOf(const Sheet& sheet)
{
    QString text = sheet.title + u'\n' + sheet.watermark + u'\n' + sheet.footer + u'\n';
    PrintLayout layout(sheet, sheet.blocks.empty() ? a5Style() : a4Style());
    for (const Piece& piece : Composer(a4Style(), sheet.rightToLeft).compose(sheet.blocks))
        for (const Mark& mark : piece.marks)
            if (mark.text) text += mark.text->text() + u'\n';
    return text;
}

} // namespace

TEST_CASE("Number, figures and identifiers of a receipt can be read back from its PDF", "[printing]")
{
    for (const Paper paper : {Paper::A5, Paper::A4, Paper::A4TwoCopies}) {
        const QByteArray pdf = receiptPdf(sampleReceipt(), sampleCentre(), kEnglish, paper);
        REQUIRE(pdf.startsWith("%PDF-"));
        const QString text = textOf(pdf);
        for (const QString& expected : {u"C1-000123"_s, u"20.000"_s, u"2.100"_s, u"0.100"_s, u"305.200"_s,
                 u"-1.050"_s, u"321.000"_s, u"327.300"_s, u"30.000"_s, u"2.700"_s, u"A1B2C3"_s, u"7781234"_s,
                 u"OM1100001234"_s, u"22/11/2026"_s, u"12:05"_s, u"A-012"_s, u"tax invoice"_s, u"Royal"_s}) {
            INFO(expected.toStdString());
            CHECK(text.contains(expected));
        }
    }
}

TEST_CASE(
    "One service and two fit on one A5 sheet, in one language and in both, the copy as well", "[printing]")
{
    for (const int services : {1, 2})
        for (const bool english : {false, true})
            for (const int copy : {0, 2}) {
                const ReceiptOptions options{english, copy, kSecondCopy.reprintedAt};
                INFO(services << " services, English " << english << ", copy " << copy);
                const Sheet sheet =
                    receiptSheet(sampleReceipt(services), sampleCentre(), options, SheetForm::Wide);
                CHECK(PrintLayout(sheet, a5Style()).pageCount() == 1);
            }
}

TEST_CASE(
    "The Hijri date of a receipt follows the centre's offset, on wide paper and on the strip", "[printing]")
{
    for (const int offset : {-2, 0, 1}) {
        CentrePrint centre = sampleCentre();
        centre.hijriOffset = offset;
        CAPTURE(offset);
        for (const auto form : {SheetForm::Wide, SheetForm::Narrow})
            for (const ReceiptOptions& options : {kOriginal, kEnglish}) {
                const QString text = wordingOf(receiptSheet(sampleReceipt(), centre, options, form));
                for (const int other : {-2, 0, 1})
                    CHECK(text.contains(hijriText(QDate(2026, 11, 22), other, Language::Arabic)) ==
                        (other == offset));
            }
    }
}

TEST_CASE("A reprint says which copy it is and when it was made", "[printing]")
{
    const ReceiptOptions options{true, 2, kSecondCopy.reprintedAt};
    const QString text = wordingOf(receiptSheet(sampleReceipt(), sampleCentre(), options, SheetForm::Wide));
    CHECK(text.contains(u"نسخة رقم"_s));
    CHECK(text.contains(u"Copy no."_s));
    CHECK(text.contains(u"23/11/2026 10:30"_s));
}

TEST_CASE("The masked identifier stays masked on every print", "[printing]")
{
    CHECK(textOf(receiptPdf(sampleReceipt(), sampleCentre(), kOriginal, Paper::A5)).contains(u"•••••678"_s));
}

TEST_CASE("The title follows the centre's VAT registration", "[printing]")
{
    CentrePrint centre = sampleCentre();
    CHECK(wordingOf(receiptSheet(sampleReceipt(), centre, kOriginal, SheetForm::Wide))
              .contains(u"فاتورة ضريبية مبسطة"_s));
    centre.vatRegistered = false;
    Receipt receipt = sampleReceipt(1);
    receipt.vat = {};
    const QString text = wordingOf(receiptSheet(receipt, centre, kOriginal, SheetForm::Wide));
    CHECK(text.contains(u"إيصال رسوم"_s));
    CHECK_FALSE(text.contains(u"ضريب"_s + u"ة القيمة"_s));
}

TEST_CASE(
    "From a taxable value of 500 rials on it is a full tax invoice, which names the customer", "[printing]")
{
    const auto headed = [](Receipt receipt) {
        return wordingOf(receiptSheet(receipt, sampleCentre(), kOriginal, SheetForm::Wide))
            .contains(u"فاتورة ضريبية مبسطة"_s);
    };
    Receipt large = sampleReceipt(1);
    large.discounts = {};
    large.serviceFees = Money::fromBaisa(525'000);
    large.vat = Money::fromBaisa(25'000);
    CHECK_FALSE(headed(large));
    Receipt below = large;
    below.serviceFees -= Money::fromBaisa(1);
    CHECK(headed(below));
    large.customerName.clear();
    CHECK(headed(large));
}

TEST_CASE("Arabic stands alone unless English is asked for, and then both stand", "[printing]")
{
    for (const SheetForm form : {SheetForm::Wide, SheetForm::Narrow}) {
        const QString arabic = wordingOf(receiptSheet(sampleReceipt(), sampleCentre(), kOriginal, form));
        CHECK(arabic.contains(u"الإجمالي"_s));
        CHECK(arabic.contains(u"فقط ثلاثمائة وسبعة وعشرون ريالًا عُمانيًا وثلاثمائة بيسة لا غير"_s));
        CHECK_FALSE(arabic.contains(u"Total"_s));
        const QString both = wordingOf(receiptSheet(sampleReceipt(), sampleCentre(), kEnglish, form));
        CHECK(both.contains(u"الإجمالي"_s));
        CHECK(both.contains(u"Total"_s));
        CHECK(both.contains(u"Renew a private vehicle licence"_s));
    }
}

TEST_CASE("A copy stands under the licence and the VAT registration of its original, whatever was set since",
    "[printing]")
{
    Centre centre;
    centre.nameAr = u"مركز سند الخوير"_s;
    centre.nameEn = u"Sanad centre"_s;
    centre.licence = u"7654321"_s;
    centre.vatin = u"OM1100001234"_s;
    const auto printed = [&](const Receipt& receipt) {
        return wordingOf(receiptSheet(receipt, centrePrint(centre, receipt), kSecondCopy, SheetForm::Wide));
    };
    Receipt sold = sampleReceipt();
    sold.licence = u"1234567"_s;
    const QString taxed = printed(sold); // the registration was taken away since
    CHECK(taxed.contains(u"فاتورة ضريبية مبسطة"_s));
    CHECK(taxed.contains(u"OM1100001234"_s));
    CHECK(taxed.contains(u"1234567"_s));
    CHECK_FALSE(taxed.contains(u"7654321"_s));

    centre.vatRegistered = true; // only since
    centre.vatSince = QDate(2020, 1, 1);
    sold.vat = {};
    for (ReceiptLine& line : sold.lines) {
        line.vat = {};
        line.vatRateThousandths = 0;
    }
    const QString plain = printed(sold);
    CHECK(plain.contains(u"إيصال رسوم"_s));
    CHECK_FALSE(plain.contains(u"OM1100001234"_s));
    CHECK_FALSE(plain.contains(u"ضريب"_s + u"ة القيمة"_s));
}

TEST_CASE("A copy says so in the heading, behind the text and with the time it was printed", "[printing]")
{
    const Sheet original = receiptSheet(sampleReceipt(), sampleCentre(), kOriginal, SheetForm::Wide);
    CHECK(original.watermark.isEmpty());
    CHECK_FALSE(wordingOf(original).contains(u"نسخة"_s));
    const Sheet copy = receiptSheet(sampleReceipt(), sampleCentre(), kSecondCopy, SheetForm::Wide);
    CHECK(copy.watermark == u"نسخة"_s);
    CHECK(wordingOf(copy).contains(u"فاتورة ضريبية مبسطة · نسخة"_s));
    CHECK(wordingOf(copy).contains(u"23/11/2026 10:30"_s));
}

TEST_CASE("A void receipt names its credit note and training shows behind everything else", "[printing]")
{
    Receipt receipt = sampleReceipt();
    receipt.voidedBy = u"N1-000004"_s;
    const Sheet voided = receiptSheet(receipt, sampleCentre(), kSecondCopy, SheetForm::Narrow);
    CHECK(voided.watermark == u"ملغى"_s);
    CHECK(wordingOf(voided).contains(u"N1-000004"_s));
    receipt.training = true;
    CHECK(receiptSheet(receipt, sampleCentre(), kOriginal, SheetForm::Wide).watermark == u"تدريب"_s);
}

TEST_CASE(
    "A long receipt runs over pages, repeats its titles and keeps its totals with its code", "[printing]")
{
    const QByteArray pdf = receiptPdf(sampleReceipt(40), sampleCentre(), kOriginal, Paper::A5);
    const int pages = pageCountOf(pdf);
    CHECK(pages >= 4);
    CHECK(qrTextOf(pageOf(pdf, 300, pages)) == sampleReceipt(40).qrText);
    CHECK(textOf(pdf).count(u"1 / %1"_s.arg(pages)) <= 1);
    CHECK(textOf(pdf).count(u"C1-000123"_s) >= pages);
    CHECK(pageCountOf(receiptPdf(sampleReceipt(1), sampleCentre(), kOriginal, Paper::A5)) == 1);
    CHECK(pageCountOf(receiptPdf(sampleReceipt(2), sampleCentre(), kOriginal, Paper::A5)) == 1);
}

TEST_CASE("The QR code of a PDF decodes to the receipt's text", "[printing]")
{
    for (const Paper paper : {Paper::A5, Paper::A4}) {
        const QByteArray pdf = receiptPdf(sampleReceipt(), sampleCentre(), kSecondCopy, paper);
        CHECK(qrTextOf(pageOf(pdf, 300)) == sampleReceipt().qrText);
    }
}

TEST_CASE("Two copies on A4 are one for the customer and one for the centre", "[printing]")
{
    const QByteArray pdf = receiptPdf(sampleReceipt(), sampleCentre(), kOriginal, Paper::A4TwoCopies);
    CHECK(textOf(pdf).count(u"327.300"_s) == 2);
    const QImage page = pageOf(pdf, 72);
    CHECK(page.width() > page.height());
    CHECK(pageCountOf(pdf) == 1);
}

TEST_CASE("Prints use no font but the bundled ones", "[printing]")
{
    const QByteArray pdf = receiptPdf(sampleReceipt(), sampleCentre(), kEnglish, Paper::A5);
    CHECK(pdf.contains("NotoSans"));
    CHECK_FALSE(pdf.contains("DejaVu"));
    CHECK_FALSE(pdf.contains("/Times"));
}

TEST_CASE("Amounts end at the same edge in every row and the first column starts at the right", "[printing]")
{
    const Sheet sheet = receiptSheet(sampleReceipt(), sampleCentre(), kOriginal, SheetForm::Wide);
    qreal rightOfTotals = -1;
    qreal leftOfServices = a4Style().page.width();
    for (const Piece& piece : Composer(a4Style(), true).compose(sheet.blocks)) {
        for (const Mark& mark : piece.marks) {
            if (!mark.text) continue;
            const QString text = mark.text->text();
            if (text == u"22.100"_s || text == u"305.200"_s) {
                const QTextLine line = mark.text->lineAt(0);
                const qreal right = mark.area.left() + line.naturalTextRect().right();
                if (rightOfTotals >= 0) CHECK(right == Approx(rightOfTotals).margin(0.5));
                rightOfTotals = right;
            }
            if (text.contains(u"تجديد رخصة"_s)) leftOfServices = std::min(leftOfServices, mark.area.left());
        }
    }
    REQUIRE(rightOfTotals > 0);
    CHECK(rightOfTotals < leftOfServices);
}

TEST_CASE(
    "A follow-up slip shows each transaction's number and the agency's reference or that it comes later",
    "[printing]")
{
    FollowUp followUp{u"C1-000123"_s, u"سالم"_s, sampleReceipt().issuedAt, {}};
    followUp.items.push_back(
        {u"T-000017"_s, u"تجديد"_s, u"Renew"_s, u"شرطة"_s, u"Police"_s, u"7781234"_s, {}});
    followUp.items.push_back({u"T-000018"_s, u"ترخيص"_s, u"Permit"_s, u"العمل"_s, u"Labour"_s, {}, {}});
    const QByteArray pdf =
        sheetPdf(followUpSheet(followUp, sampleCentre(), true, SheetForm::Wide), Paper::A5);
    const QString text = textOf(pdf);
    CHECK(text.contains(u"T-000017"_s));
    CHECK(text.contains(u"T-000018"_s));
    CHECK(text.contains(u"7781234"_s));
    CHECK(text.contains(u"to come from the agency"_s));
}
