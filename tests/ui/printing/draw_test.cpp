#include "tests/support/test_support.h"
#include "tests/ui/printing/sample_prints.h"
#include "tests/ui/printing/sample_reports.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/printing/slips.h"

#include <QDir>

using namespace sanad;
using namespace sanad::test;
using namespace Qt::StringLiterals;

/// Not run by itself: `SANAD_DRAW=FOLDER test_printing "[draw]"` leaves every print there to be looked at.
TEST_CASE("Every print is drawn into a folder to be looked at", "[.][draw]")
{
    const QDir folder(qEnvironmentVariable("SANAD_DRAW", u"."_s));
    const auto save = [&](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    CentrePrint plain = sampleCentre();
    plain.vatRegistered = false;
    plain.vatin.clear();
    Receipt simple = sampleReceipt(1);
    simple.vat = {};
    simple.lines[0].vat = {};
    ReceiptOptions english{true, 0, {}};
    ReceiptOptions copy{false, 2, QDateTime(QDate(2026, 11, 23), QTime(6, 30), Qt::UTC)};
    Receipt training = sampleReceipt();
    training.training = true;
    Receipt voided = sampleReceipt();
    voided.voidedBy = u"N1-000004"_s;

    save(u"a5.pdf"_s, receiptPdf(sampleReceipt(), sampleCentre(), {}, Paper::A5));
    save(u"a5-simple.pdf"_s, receiptPdf(simple, plain, {}, Paper::A5));
    save(u"a5-english.pdf"_s, receiptPdf(sampleReceipt(), sampleCentre(), english, Paper::A5));
    save(u"a5-copy.pdf"_s, receiptPdf(sampleReceipt(), sampleCentre(), copy, Paper::A5));
    save(u"a4.pdf"_s, receiptPdf(sampleReceipt(), sampleCentre(), english, Paper::A4));
    save(u"a4-two.pdf"_s, receiptPdf(training, sampleCentre(), {}, Paper::A4TwoCopies));
    save(u"a5-long.pdf"_s, receiptPdf(sampleReceipt(15), sampleCentre(), {}, Paper::A5));

    FollowUp followUp{u"C1-000123"_s, u"سالم بن حمد الحارثي"_s, sampleReceipt().issuedAt, {}};
    followUp.items.push_back({u"T-000017"_s, u"تجديد رخصة مركبة خصوصية"_s,
        u"Renew a private vehicle licence"_s, u"شرطة عُمان السلطانية"_s, u"Royal Oman Police"_s, u"7781234"_s,
        sampleReceipt().issuedAt.addDays(2)});
    followUp.items.push_back({u"T-000018"_s, u"تجديد ترخيص عمل"_s, u"Renew a work permit"_s, u"وزارة العمل"_s,
        u"Ministry of Labour"_s, {}, {}});
    save(u"follow-up.pdf"_s,
        sheetPdf(followUpSheet(followUp, sampleCentre(), true, SheetForm::Wide), Paper::A5));
    thermalRaster(followUpSheet(followUp, sampleCentre(), false, SheetForm::Narrow))
        .save(folder.filePath(u"thermal-follow-up.png"_s));
    const TicketPrint ticket{u"A-012"_s, u"خدمات عامة"_s, u"General services"_s, sampleReceipt().issuedAt, 3};
    thermalRaster(ticketSheet(ticket, sampleCentre())).save(folder.filePath(u"thermal-ticket.png"_s));
    save(u"day-ar.pdf"_s,
        sheetPdf(dayReportSheet(sampleReport(), sampleCentre(), Language::Arabic), Paper::A4));
    save(u"day-en.pdf"_s,
        sheetPdf(dayReportSheet(sampleReport(), sampleCentre(), Language::English), Paper::A4));
    const Sheet close = dayCloseSheet(sampleClose(), sampleCentre(), Language::Arabic, SheetForm::Wide);
    save(u"close-ar.pdf"_s, sheetPdf(close, Paper::A4));
    thermalRaster(dayCloseSheet(sampleClose(), sampleCentre(), Language::Arabic, SheetForm::Narrow))
        .save(folder.filePath(u"thermal-close.png"_s));
    receiptRaster(sampleReceipt(), sampleCentre(), {}).save(folder.filePath(u"thermal.png"_s));
    receiptRaster(voided, sampleCentre(), english).save(folder.filePath(u"thermal-void-english.png"_s));
    receiptRaster(simple, plain, copy).save(folder.filePath(u"thermal-copy.png"_s));
}
