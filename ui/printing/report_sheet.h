#pragma once

#include "core/receipts/receipt.h"
#include "core/reports/day_report.h"
#include "ui/printing/sheet.h"
#include "ui/text/language.h"

namespace sanad {

/// The owner's daily report for A4, in one language: every section of DayReport that has something to say,
/// figures at three decimals, the checks at the end.
Sheet dayReportSheet(const DayReport& report, const CentrePrint& centre, Language language);

/// The signed close of a day (the Z report) for A4 and 80 mm: totals, number series, drawers, chain and
/// signature.
Sheet dayCloseSheet(const DayClose& close, const CentrePrint& centre, Language language, SheetForm form);

/// `cash` → "نقدًا", "Cash"; an unknown key as it is.
QString tenderText(const QString& key, Language language);
/// What a check of the day report compares, from its key.
QString checkText(const QString& key, Language language);

} // namespace sanad
