#include "app/morning_papers.h"

#include "core/cash/working_day.h"
#include "core/reports/day_report.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Result<> write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()) return {};
    return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
}

Result<Centre> centreOf(Database& db)
{
    return db.read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); });
}

} // namespace

Result<> writeReceipt(Database& db, const Receipt& receipt, const QDir& folder)
{
    SANAD_TRY_VALUE(centre, centreOf(db));
    const CentrePrint head = centrePrint(centre, receipt);
    const QString base = folder.filePath(u"receipt-"_s + receipt.number);
    SANAD_TRY(write(base + u".pdf"_s, receiptPdf(receipt, head, {}, Paper::A5)));
    SANAD_TRY(write(base + u".escpos"_s, receiptEscPos(receipt, head, {})));
    if (!receiptRaster(receipt, head, {}).save(base + u".png"_s))
        return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
    return {};
}

Result<> writeDayReport(Database& db, const QDir& folder, const Actor& by)
{
    SANAD_TRY_VALUE(centre, centreOf(db));
    SANAD_TRY_VALUE(today, db.read([](Tx& tx) -> Result<QDate> { return workingDay(tx); }));
    SANAD_TRY_VALUE(report, dayReport(db, today, by));
    const auto sheet = dayReportSheet(report, centrePrint(centre, today), Language::Arabic);
    return write(folder.filePath(u"day-report.pdf"_s), sheetPdf(sheet, Paper::A4));
}

} // namespace sanad
