#include "tests/support/test_support.h"
#include "tests/ui/printing/sample_prints.h"
#include "tests/ui/printing/sample_reports.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"

using namespace sanad;
using namespace sanad::test;
using namespace Qt::StringLiterals;

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
    report.drawers[0].summary.cashSales = Money::fromBaisa(654'321);
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
