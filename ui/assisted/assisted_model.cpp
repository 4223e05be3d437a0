#include "ui/assisted/assisted_model.h"

#include "ui/text/answer_text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSite = Language::Arabic; // agencies' pages show choices by their Arabic words

} // namespace

void AssistedModel::setForm(const ServiceForm& form, const QJsonObject& answers)
{
    m_inputs.clear();
    m_fields.clear();
    m_last = -1;
    for (const auto& section : form.layout.sections()) {
        for (const auto& field : section.fields) {
            const QJsonValue answer = answers.value(field.name);
            if (isNoAnswer(answer)) continue;
            AssistedInput input{field.name, field.label.in(true), field.label.in(false), answer};
            QString plain;
            if (answer.isArray()) {
                const QStringList rows = answerRows(field, answer.toArray(), kSite);
                input.value = QJsonArray::fromStringList(rows);
                plain = rows.join(u'\n');
            } else {
                plain = answerText(field, answer, kSite);
                if (!field.options.empty()) input.value = plain;
            }
            m_fields.push_back({input.key, input.labelAr, input.labelEn, plain, false});
            m_inputs.push_back(std::move(input));
        }
    }
}

void AssistedModel::arrange(const AssistedSheet& sheet)
{
    std::vector<Field> fields;
    for (const AssistedField& field : sheet.fields) {
        const auto known = std::find_if(
            m_fields.begin(), m_fields.end(), [&](const Field& each) { return each.key == field.key; });
        if (known == m_fields.end()) continue;
        fields.push_back({known->key, known->labelAr, known->labelEn, field.value, known->copied});
    }
    m_fields = std::move(fields);
    m_last = -1;
}

QString AssistedModel::take(int row)
{
    if (row < 0 || row >= static_cast<int>(m_fields.size())) return {};
    auto& field = m_fields[static_cast<std::size_t>(row)];
    field.copied = true;
    m_last = row;
    return field.value;
}

int AssistedModel::next() const
{
    const int count = static_cast<int>(m_fields.size());
    for (int step = 1; step <= count; ++step) {
        const int row = (m_last + step) % count;
        if (!m_fields[static_cast<std::size_t>(row)].copied) return row;
    }
    return -1;
}

} // namespace sanad
