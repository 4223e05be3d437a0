#include "ui/printing/save_sheet.h"

#include "core/base/isolates.h"
#include "core/base/money.h"
#include "core/base/whole_file.h"
#include "core/storage/output_path.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Excel keeps numbers as doubles; every amount below a thousand million rials is exact in one.
double asCell(Money amount)
{
    return static_cast<double>(amount.baisa()) / 1000.0;
}

/// Writes the blocks of a sheet row by row.
class BookWriter {
public:
    BookWriter(lxw_workbook* book, const Sheet& sheet)
        : m_sheet(workbook_add_worksheet(book, nullptr))
        , m_plain(workbook_add_format(book))
        , m_bold(workbook_add_format(book))
        , m_amount(workbook_add_format(book))
        , m_count(workbook_add_format(book))
        , m_head(workbook_add_format(book))
    {
        if (sheet.rightToLeft) worksheet_right_to_left(m_sheet);
        format_set_bold(m_bold);
        format_set_num_format(m_amount, "#,##0.000");
        format_set_num_format(m_count, "#,##0");
        format_set_bold(m_head);
        format_set_bg_color(m_head, 0xF0F3F5);
        format_set_bottom(m_head, LXW_BORDER_THIN);
        for (lxw_format* format : {m_plain, m_bold, m_head})
            format_set_reading_order(format, sheet.rightToLeft ? 2 : 1);
        worksheet_set_column(m_sheet, 0, 0, 44, nullptr);
        worksheet_set_column(m_sheet, 1, 7, 16, nullptr);
        worksheet_set_paper(m_sheet, 9);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        for (const SheetBlock& block : sheet.blocks)
            std::visit([this](const auto& content) { add(content); }, block);
    }

private:
    void put(int column, QString text, lxw_format* format)
    {
        text = withoutIsolates(text.replace(QChar::LineSeparator, u' ')).trimmed();
        const auto at = static_cast<lxw_col_t>(column);
        static const QRegularExpression number(u"^(?:OMR )?(-?[0-9,]+)(\\.[0-9]{3})?(?: ر\\.ع\\.)?$"_s);
        const auto match = number.match(text);
        // Counts and amounts have at most this many digits; longer ones are identifiers.
        if (match.hasMatch() && text.size() < 20) {
            if (const auto amount = Money::parse(match.captured(1) + match.captured(2))) {
                worksheet_write_number(
                    m_sheet, m_row, at, asCell(*amount), match.captured(2).isEmpty() ? m_count : m_amount);
                return;
            }
        }
        if (!text.isEmpty()) worksheet_write_string(m_sheet, m_row, at, text.toUtf8().constData(), format);
    }

    lxw_format* formatOf(TextRole role)
    {
        return role == TextRole::Title || role == TextRole::Strong || role == TextRole::Total ? m_bold
                                                                                              : m_plain;
    }

    void add(const SheetText& text)
    {
        put(0, text.text, formatOf(text.role));
        ++m_row;
    }
    void add(const SheetSplit& split)
    {
        put(0, split.start.text, formatOf(split.start.role));
        put(1, split.end.text, formatOf(split.end.role));
        ++m_row;
    }
    void addPair(const SheetPair& pair, int column)
    {
        put(column, pair.label, formatOf(pair.role));
        put(column + 1, pair.value, formatOf(pair.role));
        ++m_row;
    }
    void add(const SheetPairs& pairs)
    {
        for (const SheetPair& pair : pairs.pairs)
            addPair(pair, 0);
    }
    void add(const SheetPairsBeside& pairs)
    {
        for (const auto* list : {&pairs.start, &pairs.end})
            for (const SheetPair& pair : *list)
                addPair(pair, 0);
    }
    void add(const SheetFacts& facts)
    {
        for (const SheetPair& pair : facts.facts)
            addPair(pair, 0);
    }
    void addRow(const std::vector<SheetCell>& cells, lxw_format* format)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const QString below = cells[i].below.isEmpty() ? QString() : u" · "_s + cells[i].below;
            put(static_cast<int>(i), cells[i].text + below, format);
        }
        ++m_row;
    }
    void add(const SheetTable& table)
    {
        std::vector<SheetCell> titles;
        for (const SheetColumn& column : table.columns)
            titles.push_back({column.title});
        addRow(titles, m_head);
        for (const auto& row : table.rows)
            addRow(row, m_plain);
        if (!table.totals.empty()) addRow(table.totals, m_bold);
    }
    void add(const SheetBars& bars)
    {
        for (const SheetBar& bar : bars.bars)
            addPair({bar.label, bar.value}, 0);
    }
    void add(const SheetGap&) { ++m_row; }
    void add(const SheetCode&) { }
    void add(const SheetRule&) { }
    void add(const SheetKeep&) { }

    lxw_worksheet* m_sheet;
    lxw_format *m_plain, *m_bold, *m_amount, *m_count, *m_head;
    lxw_row_t m_row = 0;
};

} // namespace

Result<> saveFile(const QByteArray& bytes, const QString& path)
{
    SANAD_TRY(mayWriteTo(path));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && commitWhole(file)) return {};
    return Error{ErrorCode::Unreachable, u"printing.cannot-write"_s, {path}, file.errorString()};
}

Result<QByteArray> sheetXlsx(const Sheet& sheet)
{
    // The library writes only to a path of its own.
    const QTemporaryDir folder;
    const QString scratch = folder.filePath(u"sheet.xlsx"_s);
    lxw_workbook* book = workbook_new(QFile::encodeName(scratch).constData());
    if (book) {
        BookWriter(book, sheet);
        QFile file(scratch);
        if (workbook_close(book) == LXW_NO_ERROR && file.open(QIODevice::ReadOnly)) {
            QByteArray bytes = file.readAll();
            if (!bytes.isEmpty() && bytes.size() == file.size()) return bytes;
        }
    }
    return Error{ErrorCode::Unreachable, u"printing.cannot-write"_s, {scratch}, {}};
}

Result<> saveXlsx(const Sheet& sheet, const QString& path)
{
    SANAD_TRY_VALUE(bytes, sheetXlsx(sheet));
    return saveFile(bytes, path);
}

} // namespace sanad
