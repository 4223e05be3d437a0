#include "tests/support/test_support.h"
#include "tests/ui/printing/sample_prints.h"
#include "tests/ui/printing/sample_reports.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/printing/save_sheet.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace sanad;
using namespace sanad::test;
using namespace Qt::StringLiterals;

namespace {

/// A part of a workbook.
QString partOf(const QString& path, const QString& name)
{
    QProcess python;
    python.start(u"python3"_s,
        {u"-c"_s,
            u"import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
            path, name});
    REQUIRE(python.waitForFinished());
    return QString::fromUtf8(python.readAllStandardOutput());
}

} // namespace

TEST_CASE("Every figure of a day's report can be read back from its PDF, in both languages", "[printing]")
{
    for (const Language language : {Language::Arabic, Language::English}) {
        const QString text =
            textOf(sheetPdf(dayReportSheet(sampleReport(), sampleCentre(), language), Paper::A4));
        for (const QString& expected : {u"22/11/2026"_s, u"83.000"_s, u"4.150"_s, u"1,250.000"_s,
                 u"1,337.150"_s, u"800.000"_s, u"780.000"_s, u"40.000"_s, u"1,720.000"_s, u"377.500"_s,
                 u"376.000"_s, u"-1.500"_s, u"8.9%"_s}) {
            INFO(expected.toStdString());
            CHECK(text.contains(expected));
        }
    }
}

TEST_CASE("A drawer that nobody has counted shows no expected amount", "[printing]")
{
    DayReport report = sampleReport();
    report.drawers.erase(report.drawers.begin());
    report.drawers[0].cashSales = Money::fromBaisa(654'321);
    const QString text =
        textOf(sheetPdf(dayReportSheet(report, sampleCentre(), Language::English), Paper::A4));
    CHECK(text.contains(u"not counted yet"_s));
    CHECK_FALSE(text.contains(u"654.321"_s));
}

TEST_CASE("A day without any sale is still a whole report", "[printing]")
{
    DayReport report;
    report.day = QDate(2026, 11, 22);
    const QByteArray pdf = sheetPdf(dayReportSheet(report, sampleCentre(), Language::Arabic), Paper::A4);
    CHECK(pageCountOf(pdf) == 1);
    CHECK(textOf(pdf).contains(u"0.000"_s));
}

TEST_CASE(
    "The day close carries its number, series, drawers, chain and signature on both papers", "[printing]")
{
    const Sheet wide = dayCloseSheet(sampleClose(), sampleCentre(), Language::English, SheetForm::Wide);
    const QString text = textOf(sheetPdf(wide, Paper::A4));
    for (const QString& expected : {u"Day close 17"_s, u"1,337.150"_s, u"C1-000101"_s, u"C2-000070"_s,
             u"-1.500"_s, u"4321"_s, u"3c3c3c3c"_s, u"5d5d5d5d"_s}) {
        INFO(expected.toStdString());
        CHECK(text.contains(expected));
    }
    const Sheet narrow = dayCloseSheet(sampleClose(), sampleCentre(), Language::Arabic, SheetForm::Narrow);
    CHECK(thermalRaster(narrow).height() > 1000);
}

TEST_CASE("The Excel sheet of a report keeps amounts as numbers of three decimals and runs right to left",
    "[printing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"day.xlsx"_s);
    must(saveXlsx(dayReportSheet(sampleReport(), sampleCentre(), Language::Arabic), path));
    const auto part = [&](const QString& name) { return partOf(path, name); };
    const QString page = part(u"xl/worksheets/sheet1.xml"_s);
    CHECK(page.contains(u"rightToLeft=\"1\""_s));
    CHECK(page.contains(u"<v>1337.15</v>"_s));
    CHECK(page.contains(u"<v>-1.5</v>"_s));
    CHECK(part(u"xl/styles.xml"_s).contains(u"#,##0.000"_s));
    CHECK(part(u"xl/sharedStrings.xml"_s).contains(u"تجديد ترخيص عمل"_s));
}

TEST_CASE("A text that begins as a formula is a text in an Excel sheet", "[printing]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"day.xlsx"_s);
    DayReport report = sampleReport();
    const QString formula = u"=HYPERLINK(\"http://x\")"_s;
    for (auto& each : report.services)
        each.nameAr = each.nameEn = formula;
    must(saveXlsx(dayReportSheet(report, sampleCentre(), Language::English), path));
    CHECK(partOf(path, u"xl/sharedStrings.xml"_s).contains(u"=HYPERLINK("_s));
    const QString page = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    CHECK(page.contains(u"<c "_s));
    CHECK_FALSE(page.contains(u"<f>"_s));
}

TEST_CASE("A file that cannot be written is refused with its path and leaves nothing behind", "[printing]")
{
    const Sheet sheet = dayReportSheet(sampleReport(), sampleCentre(), Language::English);
    const Error error = refusal(saveXlsx(sheet, u"/no/such/folder/day.xlsx"_s));
    CHECK(error.key == u"printing.cannot-write"_s);
    CHECK(error.args == QStringList{u"/no/such/folder/day.xlsx"_s});
    CHECK(refusal(saveFile("x", u"/no/such/folder/day.pdf"_s)).code == ErrorCode::Unreachable);
}
