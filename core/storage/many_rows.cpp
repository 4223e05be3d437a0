#include "core/storage/many_rows.h"

#include <array>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array<std::size_t, 2> kAtOnce{4, 2};

/// The row `(…)`, each of its names followed by that number.
QString numberedRow(QStringView row, std::size_t number)
{
    QString text;
    for (qsizetype at = 0; at < row.size();) {
        text += row[at++];
        if (text.back() != u':') continue;
        while (at < row.size() && (row[at].isLetterOrNumber() || row[at] == u'_'))
            text += row[at++];
        text += QString::number(number);
    }
    return text;
}

/// Behind the bracket that closes the one at `begin`; -1 without one.
qsizetype behindRow(QStringView text, qsizetype begin)
{
    int open = 0;
    for (qsizetype at = begin; at < text.size(); ++at) {
        open += (text[at] == u'(') - (text[at] == u')');
        if (open == 0) return at + 1;
    }
    return -1;
}

QString textOf(const char* sql, std::size_t rows)
{
    static const QString kValues = u"VALUES "_s;
    const QString text = QString::fromUtf8(sql);
    const auto begin = text.indexOf(kValues) + kValues.size();
    const auto end = behindRow(text, begin);
    Q_ASSERT(begin >= kValues.size() && end > begin + 1);
    QStringList numbered;
    for (std::size_t row = 0; row < rows; ++row)
        numbered << numberedRow(QStringView(text).mid(begin, end - begin), row);
    return text.left(begin) + numbered.join(u", "_s) + text.mid(end);
}

/// Made once a thread.
const QString& textFor(const char* sql, std::size_t rows)
{
    thread_local std::array<std::unordered_map<const char*, QString>, kAtOnce.front() + 1> texts;
    QString& text = texts[rows][sql];
    if (text.isEmpty()) text = textOf(sql, rows);
    return text;
}

} // namespace

void writeRows(Tx& tx, const char* sql, std::size_t count,
    const std::function<void(RowBinds& row, std::size_t index)>& bind)
{
    std::size_t written = 0;
    for (const std::size_t rows : kAtOnce)
        for (; tx.onServer() && count - written >= rows; written += rows) {
            auto query = tx.query(textFor(sql, rows));
            for (std::size_t row = 0; row < rows; ++row) {
                RowBinds binds(query, std::to_string(row));
                bind(binds, written + row);
            }
            query.run();
        }
    for (; written < count; ++written) {
        auto query = tx.query(sql);
        RowBinds binds(query, {});
        bind(binds, written);
        query.run();
    }
}

} // namespace sanad
