#include "core/forms/rejects.h"

#include "core/base/csv.h"
#include "core/forms/json_text.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Holds a line that was no object.
const auto kWholeRow = u"rejected_row"_s;
/// Holds one that was no text either, in Base64.
const auto kBytes = u"rejected_bytes"_s;

} // namespace

const QStringList& rejectColumns()
{
    static const QStringList columns{
        u"rejected_line"_s, u"rejected_key"_s, u"rejected_column"_s, u"rejected_reason"_s};
    return columns;
}

RejectsFormat::RejectsFormat(Sentence sentence)
    : m_sentence(std::move(sentence))
    , m_json(true)
{
}

RejectsFormat::RejectsFormat(Sentence sentence, const QByteArray& header, char separator)
    : m_sentence(std::move(sentence))
    , m_separator(separator)
    , m_isRejects(header.startsWith(rejectColumns().join(QLatin1Char(separator)).toUtf8() + separator))
{
    m_header = own(header);
}

QByteArray RejectsFormat::head() const
{
    if (m_json) return {};
    return rejectColumns().join(QLatin1Char(m_separator)).toUtf8() + m_separator + m_header + '\n';
}

QByteArray RejectsFormat::line(const RejectedRow& row) const
{
    return m_json ? jsonLine(row) : csvLine(row);
}

QString RejectsFormat::sentence(const Error& reason) const
{
    return m_sentence ? m_sentence(reason) : reason.key;
}

QByteArray RejectsFormat::csvLine(const RejectedRow& row) const
{
    return QByteArray::number(row.line) + m_separator + csvField(row.reason.key) + m_separator +
        csvField(row.column) + m_separator + csvField(sentence(row.reason)) + m_separator + own(row.raw) +
        '\n';
}

QByteArray RejectsFormat::own(const QByteArray& line) const
{
    qsizetype at = 0;
    bool quoted = false;
    for (qsizetype skip = m_isRejects ? rejectColumns().size() : 0; skip > 0 && at < line.size(); ++at) {
        if (line[at] == '"')
            quoted = !quoted;
        else if (line[at] == m_separator && !quoted)
            --skip;
    }
    return withFormulasMarked(line.mid(at), m_separator);
}

QString withoutFormulaMark(const QString& field)
{
    const bool marked = field.startsWith(u'\'') && startsFormula(field.mid(1, 1).toUtf8());
    return marked ? field.mid(1) : field;
}

QByteArray RejectsFormat::jsonLine(const RejectedRow& row) const
{
    // Only what reads strictly is taken apart: of a name that stands twice nothing may be lost.
    const auto parsed = parseJson(row.raw);
    auto object = parsed ? parsed->toObject() : QJsonObject();
    if (object.isEmpty()) {
        const bool isText = QUtf8StringView(row.raw).isValidUtf8();
        object[isText ? kWholeRow : kBytes] =
            isText ? QString::fromUtf8(row.raw) : QString::fromLatin1(row.raw.toBase64());
    }
    object[u"rejected_line"_s] = row.line;
    object[u"rejected_key"_s] = row.reason.key;
    object[u"rejected_column"_s] = row.column;
    object[u"rejected_reason"_s] = sentence(row.reason);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray unrejectedJson(const QByteArray& line)
{
    if (!line.contains("rejected_row") && !line.contains("rejected_bytes")) return line;
    const auto parsed = parseJson(line);
    const QJsonObject row = parsed ? parsed->toObject() : QJsonObject();
    if (const auto text = row.value(kWholeRow); text.isString()) return text.toString().toUtf8();
    if (const auto bytes = row.value(kBytes); bytes.isString())
        return QByteArray::fromBase64(bytes.toString().toLatin1());
    return line;
}

} // namespace sanad
