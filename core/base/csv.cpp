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

/// Takes one row apart; false when a quotation mark has no partner or text stands behind it.
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

bool CsvReader::readAhead()
{
    Line line;
    if (!readLineLimited(m_in, kMaxLine, line.text, line.cut)) return false;
    line.number = ++m_lines;
    if (line.number == 1 && line.text.startsWith("\xEF\xBB\xBF")) line.text.remove(0, 3);
    m_ahead.push_back(std::move(line));
    return true;
}

std::optional<CsvReader::Line> CsvReader::takeLine()
{
    if (m_ahead.empty() && !readAhead()) return std::nullopt;
    Line line = std::move(m_ahead.front());
    m_ahead.pop_front();
    return line;
}

/// The lines behind `record` that make it whole; leaves them where none do.
bool CsvReader::takeMoreLines(CsvRecord& record)
{
    QByteArray whole = record.raw;
    for (std::size_t more = 1; more < kMaxLines; ++more) {
        if (m_ahead.size() < more && !readAhead()) return false;
        const Line& line = m_ahead[more - 1];
        if (line.cut || whole.size() + 1 + line.text.size() > kMaxLine) return false;
        whole += '\n' + line.text;
        std::vector<QByteArray> fields;
        if (!split(whole, m_separator, fields)) continue;
        if (fields.size() != m_columns) return false;
        for (QByteArray& field : fields)
            field.replace('\n', ' ');
        record.raw = std::move(whole);
        record.fields = std::move(fields);
        m_ahead.erase(m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(more));
        return true;
    }
    return false;
}

bool CsvReader::next(CsvRecord& record)
{
    record = {};
    auto line = takeLine();
    while (line && line->text.isEmpty())
        line = takeLine();
    if (!line) return false;
    record.raw = std::move(line->text);
    record.line = line->number;
    if (!m_separator) m_separator = likelySeparator(record.raw);
    const bool isFirst = m_columns == 0;
    if (line->cut) {
        record.problem = u"csv.too-long"_s;
    } else if (!split(record.raw, m_separator, record.fields)) {
        record.fields.clear();
        if (isFirst || !takeMoreLines(record)) record.problem = u"csv.quote"_s;
    }
    if (isFirst) m_columns = std::max<std::size_t>(record.fields.size(), 1);
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
