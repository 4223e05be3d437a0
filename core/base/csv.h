#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <vector>

namespace sanad {

/// One line of a CSV file. `problem` is a key (`csv.quote`, `csv.too-long`) when it could not be taken apart.
struct CsvRecord {
    std::vector<QByteArray> fields;
    QByteArray raw; ///< As it stands in the file, without its line end.
    qint64 line = 0; ///< From 1.
    QString problem;
};

/// Reads CSV (RFC 4180) line by line in constant memory. A quoted field may not run over a line end: one
/// stray quotation mark then spoils one line and not the rest of the file. Empty lines are skipped.
class CsvReader {
public:
    static constexpr qint64 kMaxLine = 64 * 1024;

    /// `separator` 0: the one of comma, semicolon and tab that is most frequent in the first line.
    explicit CsvReader(QIODevice& in, char separator = '\0')
        : m_in(in)
        , m_separator(separator)
    {
    }
    bool next(CsvRecord& record);
    char separator() const { return m_separator; }

private:
    QIODevice& m_in;
    char m_separator;
    qint64 m_line = 0;
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
