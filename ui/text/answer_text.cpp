#include "ui/text/answer_text.h"

#include "ui/text/format.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace sanad {

QString answerText(const FormField& field, const QJsonValue& answer, Language language)
{
    for (const auto& option : field.options)
        if (option.value == answer.toString()) return option.label.in(language == Language::Arabic);
    if (answer.isBool()) return answer.toBool() ? u"✓"_s : u"–"_s;
    if (field.widget == FormWidget::Money) return Money::fromBaisa(answer.toInteger()).text();
    if (field.widget == FormWidget::Date) return dateText(QDate::fromString(answer.toString(), Qt::ISODate));
    return answer.toVariant().toString();
}

QStringList answerRows(const FormField& table, const QJsonArray& rows, Language language)
{
    QStringList lines;
    for (const auto& row : rows) {
        QStringList cells;
        for (const auto& column : table.columns)
            if (const QJsonValue cell = row.toObject().value(column.name); !isNoAnswer(cell))
                cells << answerText(column, cell, language);
        lines << (table.columns.empty() ? answerText(table, row, language) : cells.join(u" - "_s));
    }
    return lines;
}

bool isNoAnswer(const QJsonValue& answer)
{
    return answer.isNull() || answer.isUndefined() || (answer.isString() && answer.toString().isEmpty()) ||
        (answer.isArray() && answer.toArray().isEmpty());
}

} // namespace sanad
