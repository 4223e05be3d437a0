#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace sanad {

/// One row of a CSV file. `problem` is a key (`csv.quote`, `csv.too-long`) when it could not be taken apart.
struct CsvRecord {
    std::vector<QByteArray> fields;
    QByteArray raw; ///< As it stands in the file, without its line end; within it line ends are LF.
    qint64 line = 0; ///< Its first one, from 1.
    QString problem;
};

/// Reads CSV (RFC 4180) row by row in constant memory. A quoted field goes on over line ends, each of which
/// reads as a space, where the row is whole with as many fields as the first one, within kMaxLines and
/// kMaxLine; otherwise its first line alone is `csv.quote`, so that a stray quotation mark spoils one line
/// and not the rest of the file. The first row is one line. Empty lines between rows are skipped.
class CsvReader {
public:
    static constexpr qint64 kMaxLine = 64 * 1024; ///< Bytes of a row.
    static constexpr std::size_t kMaxLines = 8; ///< Of a row.

    /// `separator` 0: the one of comma, semicolon and tab that is most frequent in the first line.
    explicit CsvReader(QIODevice& in, char separator = '\0')
        : m_in(in)
        , m_separator(separator)
    {
    }
    bool next(CsvRecord& record);
    char separator() const { return m_separator; }

private:
    struct Line {
        QByteArray text;
        qint64 number = 0; ///< From 1.
        bool cut = false;
    };
    bool readAhead();
    std::optional<Line> takeLine();
    bool takeMoreLines(CsvRecord& record);

    QIODevice& m_in;
    char m_separator;
    std::deque<Line> m_ahead; ///< Read, and not handed out yet.
    qint64 m_lines = 0; ///< Read so far.
    std::size_t m_columns = 0; ///< Of the first row; 0 before it.
};

/// The next line of `in` without its line end; false at the end. A line longer than `maxBytes` is read to its
/// end and cut, and `cut` says so.
bool readLineLimited(QIODevice& in, qint64 maxBytes, QByteArray& line, bool& cut);

/// A spreadsheet would compute what begins like this (UTF-8).
bool startsFormula(QByteArrayView field);
/// The line with an apostrophe before each field that a spreadsheet would compute, within its quotes if it
/// has any; otherwise as it was. In a line that cannot be taken apart, whatever could begin a field gets one.
/// Of what is marked already it makes nothing else.
QByteArray withFormulasMarked(const QByteArray& line, char separator);

/// `field` quoted where it must be. A field that a spreadsheet would take for a formula gets an apostrophe.
QByteArray csvField(const QString& field);

} // namespace sanad
