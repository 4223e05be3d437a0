#pragma once

#include "app/ctl/frame.h"
#include "core/base/money.h"
#include "core/receipts/receipt.h"
#include "ui/printing/sheet.h"

#include <QDate>

#include <variant>
#include <vector>

namespace sanad::ctl {

/// A report of rows and columns, which every format shows in its own way: people read dates and rials with
/// three decimals, machines ISO days and whole baisa under the column's key.
struct ReportTable {
    struct Column {
        QString key; ///< `total`; for amounts machines read `total_baisa`.
        QString title;
    };
    using Cell = std::variant<QString, QDate, Money, std::int64_t>;

    QString title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<Cell> totals; ///< For people; empty where nothing adds up.
};

QString reportText(const ReportTable& table);
/// One object a row.
std::vector<QJsonObject> reportJson(const ReportTable& table);
/// RFC 4180, UTF-8 with a byte order mark; texts that a spreadsheet would take for formulas are neutralised.
QByteArray reportCsv(const ReportTable& table);
Sheet reportSheet(const ReportTable& table, const CentrePrint& centre, Language language);

} // namespace sanad::ctl
