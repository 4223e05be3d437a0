#include "app/ctl/report_table.h"

#include "app/ctl/table.h"
#include "core/base/csv.h"
#include "core/base/isolates.h"
#include "ui/printing/centre_head.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

template <class... Ways> struct Either : Ways... {
    using Ways::operator()...;
};
template <class... Ways> Either(Ways...) -> Either<Ways...>;

QString shown(const ReportTable::Cell& cell)
{
    return std::visit(
        Either{[](const QString& text) { return text; }, [](const QDate& day) { return dateText(day); },
            [](Money amount) { return amountText(amount); },
            [](std::int64_t count) { return numberText(count); }},
        cell);
}

QStringList shown(const std::vector<ReportTable::Cell>& cells)
{
    QStringList texts;
    for (const auto& cell : cells)
        texts << shown(cell);
    return texts;
}

QString machineKey(const ReportTable& table, std::size_t column)
{
    const QString& key = table.columns[column].key;
    const bool isAmount = !table.rows.empty() && std::holds_alternative<Money>(table.rows.front()[column]);
    return isAmount ? key + u"_baisa"_s : key;
}

QJsonValue jsonCell(const ReportTable::Cell& cell)
{
    return std::visit(
        Either{[](const QString& text) { return QJsonValue(text); },
            [](const QDate& day) { return jsonDay(day); }, [](Money amount) { return jsonMoney(amount); },
            [](std::int64_t count) { return QJsonValue(qint64{count}); }},
        cell);
}

QByteArray csvCell(const ReportTable::Cell& cell)
{
    // Numbers are ours: a minus is no formula.
    return std::visit(Either{[](const QString& text) { return csvField(text); },
                          [](const QDate& day) { return day.toString(Qt::ISODate).toUtf8(); },
                          [](Money amount) { return QByteArray::number(qlonglong{amount.baisa()}); },
                          [](std::int64_t count) { return QByteArray::number(qlonglong{count}); }},
        cell);
}

std::vector<SheetCell> sheetCells(const std::vector<ReportTable::Cell>& cells)
{
    std::vector<SheetCell> row;
    for (const auto& cell : cells)
        row.push_back({isolateAuto(shown(cell))});
    return row;
}

} // namespace

QString reportText(const ReportTable& table)
{
    QStringList titles;
    for (const auto& column : table.columns)
        titles << column.title;
    Table lines(titles);
    for (const auto& row : table.rows)
        lines.add(shown(row));
    if (!table.totals.empty()) lines.add(shown(table.totals));
    return lines.text();
}

std::vector<QJsonObject> reportJson(const ReportTable& table)
{
    std::vector<QJsonObject> objects;
    for (const auto& row : table.rows) {
        QJsonObject object;
        for (std::size_t i = 0; i < row.size(); ++i)
            object.insert(machineKey(table, i), jsonCell(row[i]));
        objects.push_back(std::move(object));
    }
    return objects;
}

QByteArray reportCsv(const ReportTable& table)
{
    QByteArray text = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        text += (i > 0 ? "," : "") + machineKey(table, i).toUtf8();
    text += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i > 0 ? "," : "") + csvCell(row[i]);
        text += "\r\n";
    }
    return text;
}

Sheet reportSheet(const ReportTable& table, const CentrePrint& centre, Language language)
{
    Sheet sheet;
    sheet.rightToLeft = language == Language::Arabic;
    sheet.title = sheet.footer = table.title;
    addCentreHead(sheet.blocks, centre, Wording(language, false), SheetForm::Wide);
    sheet.blocks.push_back(SheetText{table.title, TextRole::Title});
    SheetTable rows;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool isText = table.rows.empty() || std::holds_alternative<QString>(table.rows.front()[i]);
        rows.columns.push_back({table.columns[i].title, !isText});
    }
    for (const auto& row : table.rows)
        rows.rows.push_back(sheetCells(row));
    rows.totals = sheetCells(table.totals);
    sheet.blocks.push_back(std::move(rows));
    return sheet;
}

} // namespace sanad::ctl
