#include "core/transactions/answer_gate.h"

#include "core/base/digits.h"
#include "core/base/text_gate.h"
#include "core/forms/json_pointer.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostCharacters = 10'000; // the schema of a field says how many it takes

/// Clean beyond doubt, as nearly every answer is: printable ASCII and plain Arabic letters, single spaces.
bool isPlainlyClean(QStringView text, bool foldsDigits)
{
    if (text.size() > kMostCharacters || text.startsWith(u' ') || text.endsWith(u' ')) return false;
    QChar before;
    return std::all_of(text.begin(), text.end(), [&](QChar c) {
        const bool arabic = (c >= QChar(0x0621) && c <= QChar(0x064A)) ||
            (!foldsDigits && c >= QChar(0x0660) && c <= QChar(0x0669));
        const bool twice = c == u' ' && before == u' ';
        before = c;
        return !twice && (arabic || (c >= u' ' && c <= u'~'));
    });
}

class Gate {
public:
    explicit Gate(std::vector<FormFault>& faults)
        : m_faults(faults)
    {
    }

    QJsonValue answer(const QJsonValue& value, const FormField* field, const QStringList& pointer)
    {
        if (value.isString()) return text(value, field, pointer);
        if (value.isArray()) {
            QJsonArray rows = value.toArray();
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QJsonValue row = rows.at(i);
                const QStringList at = pointer + QStringList{QString::number(i)};
                const QJsonValue clean =
                    row.isObject() ? QJsonValue(members(row.toObject(), field, at)) : answer(row, field, at);
                if (clean != row) rows.replace(i, clean);
            }
            return rows;
        }
        if (value.isObject()) return members(value.toObject(), nullptr, pointer);
        return value;
    }

private:
    QJsonObject members(const QJsonObject& object, const FormField* table, const QStringList& pointer)
    {
        QJsonObject clean = object;
        for (auto member = object.begin(); member != object.end(); ++member) {
            const FormField* column = nullptr;
            if (table)
                for (const FormField& each : table->columns)
                    if (each.name == member.key()) column = &each;
            const QJsonValue value = answer(member.value(), column, pointer + QStringList{member.key()});
            if (value != member.value()) clean.insert(member.key(), value);
        }
        return clean;
    }

    QJsonValue text(const QJsonValue& value, const FormField* field, const QStringList& pointer)
    {
        const QString typed = value.toString();
        const bool foldsDigits = field &&
            (field->widget == FormWidget::Identifier || field->widget == FormWidget::Date ||
                !field->format.isEmpty());
        if (isPlainlyClean(typed, foldsDigits)) return value;
        TextRule rule{kMostCharacters};
        rule.multiline = field && field->widget == FormWidget::Multiline;
        auto clean = cleanText(typed, rule);
        if (clean) return foldsDigits ? asciiDigits(*clean) : *clean;
        m_faults.push_back({jsonPointer(pointer), clean.error().key, clean.error().args, false});
        return value;
    }

    std::vector<FormFault>& m_faults;
};

} // namespace

QJsonObject gatedAnswers(const FormLayout& layout, const QJsonObject& typed, std::vector<FormFault>& faults)
{
    Gate gate(faults);
    QJsonObject clean = typed;
    for (auto member = typed.begin(); member != typed.end(); ++member) {
        const QJsonValue value = gate.answer(member.value(), layout.field(member.key()), {member.key()});
        if (value != member.value()) clean.insert(member.key(), value);
    }
    return clean;
}

} // namespace sanad
