#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace sanad {

/// What an import writes before a rejected row, and reads over when the mended file comes back.
const QStringList& rejectColumns();

struct RejectedRow {
    qint64 line = 0; ///< From 1.
    Error reason;
    QByteArray raw; ///< The line as it came.
    QString column; ///< What the reason is about; empty for the row as a whole.
};

/// The lines of a file of rejects: what stood in the import, with line, key, column and reason before it.
/// Mended, the file can be imported as it is; what is rejected again has these columns once.
class RejectsFormat {
public:
    using Sentence = std::function<QString(const Error&)>;

    /// Of JSON lines.
    explicit RejectsFormat(Sentence sentence);
    /// Of CSV with this header line.
    RejectsFormat(Sentence sentence, const QByteArray& header, char separator);

    /// The first line of the file; empty for JSON.
    QByteArray head() const;
    QByteArray line(const RejectedRow& row) const;

private:
    QString sentence(const Error& reason) const;
    QByteArray csvLine(const RejectedRow& row) const;
    QByteArray jsonLine(const RejectedRow& row) const;
    /// The line without the columns that a rejects file has put before it, and with its formulas marked.
    QByteArray own(const QByteArray& line) const;

    Sentence m_sentence;
    bool m_json = false;
    char m_separator = ',';
    bool m_isRejects = false;
    QByteArray m_header;
};

/// A field of a CSV file of rejects as it was before an apostrophe kept spreadsheets from taking it for a
/// formula.
QString withoutFormulaMark(const QString& field);

/// Of a line of JSON in a file of rejects, what it was before it was rejected; any other line as it is.
QByteArray unrejectedJson(const QByteArray& line);

} // namespace sanad
