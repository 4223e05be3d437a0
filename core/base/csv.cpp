#include "core/base/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

char likelySeparator(const QByteArray& header)
{
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (header.count(candidate) > header.count(best)) best = candidate;
    return best;
}

/// Takes one line apart; false when a quotation mark has no partner or text stands behind it.
bool split(const QByteArray& line, char separator, std::vector<QByteArray>& fields)
{
    QByteArray field;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (field.isEmpty() && i < line.size() && line[i] == '"') {
            for (++i;; ++i) {
                if (i >= line.size()) return false;
                if (line[i] != '"')
                    field += line[i];
                else if (i + 1 < line.size() && line[i + 1] == '"')
                    field += line[i++];
                else
                    break;
            }
            ++i;
            if (i < line.size() && line[i] != separator) return false;
            fields.push_back(std::exchange(field, {}));
            if (i >= line.size()) return true;
            continue;
        }
        if (i == line.size() || line[i] == separator)
            fields.push_back(std::exchange(field, {}));
        else
            field += line[i];
    }
    return true;
}

} // namespace

bool readLineLimited(QIODevice& in, qint64 maxBytes, QByteArray& line, bool& cut)
{
    cut = false;
    line = in.readLine(maxBytes + 2);
    if (line.isEmpty()) return false;
    while (!line.endsWith('\n') && line.size() > maxBytes) {
        const QByteArray rest = in.readLine(maxBytes);
        cut = true;
        if (rest.isEmpty() || rest.endsWith('\n')) break;
    }
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.size() > maxBytes) {
        line.truncate(maxBytes);
        cut = true;
    }
    return true;
}

bool CsvReader::next(CsvRecord& record)
{
    record = {};
    do {
        bool cut = false;
        if (!readLineLimited(m_in, kMaxLine, record.raw, cut)) return false;
        ++m_line;
        if (m_line == 1 && record.raw.startsWith("\xEF\xBB\xBF")) record.raw.remove(0, 3);
        if (cut) record.problem = u"csv.too-long"_s;
    } while (record.raw.isEmpty());
    record.line = m_line;
    if (!m_separator) m_separator = likelySeparator(record.raw);
    if (record.problem.isEmpty() && !split(record.raw, m_separator, record.fields))
        record.problem = u"csv.quote"_s;
    return true;
}

bool startsFormula(QByteArrayView field)
{
    // The wide ones become plain where spreadsheets fold them.
    constexpr const char* kSigns[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    return std::any_of(
        std::begin(kSigns), std::end(kSigns), [&](const char* sign) { return field.startsWith(sign); });
}

QByteArray withFormulasMarked(const QByteArray& line, char separator)
{
    std::vector<QByteArray> fields;
    const bool isWhole = split(line, separator, fields);
    QByteArray marked;
    bool quoted = false, starts = true;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (starts && c != separator && startsFormula(QByteArrayView(line).sliced(i))) marked += '\'';
        marked += c;
        if (!isWhole) {
            starts = c == separator || c == '"';
        } else if (quoted) {
            starts = false;
            if (c == '"' && line.mid(i + 1, 1) == "\"")
                marked += line[++i];
            else if (c == '"')
                quoted = false;
        } else {
            quoted = starts && c == '"';
            starts = quoted || c == separator;
        }
    }
    return marked;
}

QByteArray csvField(const QString& field)
{
    QByteArray bytes = field.toUtf8();
    if (startsFormula(bytes)) bytes.prepend('\'');
    const bool quoted = std::any_of(bytes.begin(), bytes.end(),
        [](char c) { return c == '"' || c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r'; });
    return quoted ? '"' + bytes.replace('"', "\"\"") + '"' : bytes;
}

} // namespace sanad
