#include "ui/forms/form_table.h"

#include "ui/forms/form_editor.h"

#include <QHBoxLayout>
#include <QJsonObject>

namespace sanad {

FormTable::FormTable(std::vector<FormField> columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(std::move(columns))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    addLine();
}

FormTable::Line& FormTable::addLine()
{
    Line line;
    line.box = new QWidget(this);
    auto* row = new QHBoxLayout(line.box);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto& column : m_columns) {
        auto* editor = new FormEditor(column, line.box);
        row->addWidget(editor->row(), 1);
        line.editors.push_back(editor);
        connect(editor, &FormEditor::edited, this, [this] {
            if (!answers(m_lines.back()).isEmpty()) addLine();
            Q_EMIT edited();
        });
    }
    if (m_lines.empty() && !line.editors.empty()) setFocusProxy(line.editors.front()->input());
    m_column->addWidget(line.box);
    m_lines.push_back(line);
    return m_lines.back();
}

QJsonObject FormTable::answers(const Line& line)
{
    QJsonObject object;
    for (const auto* editor : line.editors) {
        const QJsonValue value = editor->value();
        // An unticked box alone does not begin a row.
        if (!value.isUndefined() && value != QJsonValue(false)) object.insert(editor->field().name, value);
    }
    return object;
}

QJsonArray FormTable::rows() const
{
    QJsonArray list;
    for (const auto& line : m_lines)
        if (const auto object = answers(line); !object.isEmpty()) list.append(object);
    return list;
}

void FormTable::show(const QJsonArray& rows)
{
    if (rows == this->rows()) return;
    while (m_lines.size() > 1) {
        delete m_lines.back().box;
        m_lines.pop_back();
    }
    for (auto* editor : m_lines.front().editors)
        editor->show({});
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject object = rows[i].toObject();
        auto& line = i == 0 ? m_lines.front() : addLine();
        for (auto* editor : line.editors)
            editor->show(object.value(editor->field().name));
    }
    if (!rows.isEmpty()) addLine();
}

void FormTable::retranslate()
{
    for (auto& line : m_lines)
        for (auto* editor : line.editors)
            editor->retranslate();
}

} // namespace sanad
