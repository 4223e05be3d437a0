#include "app/bench/bare_painter.h"
#include "app/bench/bench_centre.h"
#include "core/demo/demo_centre.h"
#include "core/people/sign_in.h"
#include "core/receipts/receipt_service.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/receipt_sheet.h"

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr int kRounds = 61;

} // namespace

/// G9: a receipt as PDF and as thermal raster, beside the same texts and lines at the same places by bare
/// QPainter calls.
void benchPrint(Report& report, double scale)
{
    const QTemporaryDir folder;
    const auto db = must(Database::open({folder.path(), {}}, OpenMode::Create));
    DemoRequest request;
    request.customers = 100;
    request.days = 1;
    (void)must(makeDemo(*db, request));
    const Actor clerk = must(SignIn(*db).withPin(u"clerk1"_s, u"3331"_s, u"C1"_s));
    const Receipt receipt = must(ReceiptService(*db).get(u"C1-000001"_s, clerk));
    const Centre centre =
        must(db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
    const CentrePrint print = centrePrint(centre, receipt);
    const int rounds = std::max(5, static_cast<int>(kRounds * scale));

    const BarePainter page(receiptSheet(receipt, print, {}, SheetForm::Wide), a5Style());
    const Pair pdf = interleaved(
        rounds, [&] { return cpuMs([&] { (void)receiptPdf(receipt, print, {}, Paper::A5); }); },
        [&] { return cpuMs([&] { (void)page.pdf(); }); });
    report.add({u"G9"_s, u"receipt PDF, CPU"_s, pdf.ours, pdf.floor, u"ms"_s, 1.5, {}});
    const BarePainter strip(receiptSheet(receipt, print, {}, SheetForm::Narrow), thermalStyle());
    const Pair raster = interleaved(
        rounds, [&] { return cpuMs([&] { (void)receiptRaster(receipt, print, {}); }); },
        [&] { return cpuMs([&] { (void)strip.raster(); }); });
    report.add({u"G9"_s, u"receipt raster, CPU"_s, raster.ours, raster.floor, u"ms"_s, 1.5, {}});
}

} // namespace sanad::bench
