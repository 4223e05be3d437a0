#include "app/ctl/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

/// Columns on a terminal: marks and direction controls take none.
qsizetype width(const QString& text)
{
    return std::count_if(text.begin(), text.end(),
        [](QChar c) { return !c.isMark() && c.category() != QChar::Other_Format && !c.isLowSurrogate(); });
}

} // namespace

QString Table::text() const
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : m_rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (static_cast<qsizetype>(widths.size()) <= i) widths.push_back(0);
            auto& widest = widths[static_cast<std::size_t>(i)];
            widest = std::max(widest, width(row[i]));
        }
    QStringList lines;
    for (const QStringList& row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += QString(widths[static_cast<std::size_t>(i)] - width(row[i]) + 2, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines += line;
    }
    return lines.join(u'\n');
}

} // namespace sanad::ctl
