#include "ui/forms/form_editor.h"

#include "core/base/identifiers.h"
#include "ui/forms/form_table.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QJsonValue textValue(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

bool arabic()
{
    return uiLanguage() == Language::Arabic;
}

} // namespace

FormEditor::FormEditor(FormField field, QWidget* parent)
    : QObject(parent)
    , m_field(std::move(field))
{
    build(parent);
    m_row = new FieldRow({}, m_editor, parent);
    retranslate();
    if (m_field.calculated) {
        input()->setEnabled(false);
        input()->setFocusPolicy(Qt::NoFocus);
    }
}

void FormEditor::build(QWidget* parent)
{
    switch (m_field.widget) {
    case FormWidget::Text:
    case FormWidget::TextAr:
    case FormWidget::TextEn:
        return buildText(parent);
    case FormWidget::Multiline:
        return buildMultiline(parent);
    case FormWidget::Integer:
    case FormWidget::Decimal:
        return buildNumber(parent);
    case FormWidget::Money:
        return buildMoney(parent);
    case FormWidget::Date:
        return buildDate(parent);
    case FormWidget::Enum:
        return buildEnum(parent);
    case FormWidget::Boolean:
        return buildBoolean(parent);
    case FormWidget::Identifier:
        return buildIdentifier(parent);
    case FormWidget::Table:
        return buildTable(parent);
    }
}

void FormEditor::show(const QJsonValue& value)
{
    m_showing = true;
    m_show(value);
    m_showing = false;
}

void FormEditor::retranslate()
{
    m_row->setLabel(m_field.label.in(arabic()), m_field.required);
    m_row->setHint(m_field.hint.in(arabic()));
    if (m_retranslate) {
        m_showing = true;
        m_retranslate();
        m_showing = false;
    }
}

QWidget* FormEditor::input() const
{
    return m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
}

void FormEditor::focus()
{
    input()->setFocus(Qt::TabFocusReason);
}

int FormEditor::caret() const
{
    const auto* line = qobject_cast<QLineEdit*>(input());
    return line ? line->cursorPosition() : 0;
}

void FormEditor::setCaret(int position)
{
    if (auto* line = qobject_cast<QLineEdit*>(input())) {
        line->deselect();
        line->setCursorPosition(position);
    }
}

void FormEditor::buildText(QWidget* parent)
{
    auto* edit = new NameEdit(parent);
    if (m_field.maximumLength > 0) edit->setMaxLength(m_field.maximumLength);
    m_value = [edit] { return textValue(edit->text().simplified()); };
    m_show = [edit](const QJsonValue& value) { edit->setText(value.toString()); };
    connect(edit, &QLineEdit::textEdited, this, &FormEditor::edited);
    m_editor = edit;
}

void FormEditor::buildMultiline(QWidget* parent)
{
    auto* edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(px(88));
    m_value = [edit] { return textValue(edit->toPlainText().trimmed()); };
    m_show = [edit](const QJsonValue& value) { edit->setPlainText(value.toString()); };
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = edit;
}

void FormEditor::buildNumber(QWidget* parent)
{
    auto* edit = new LtrEdit(parent);
    edit->setMaxLength(20);
    // What is not a number stays text, for the schema to refuse in its own words.
    m_value = [edit, whole = m_field.widget == FormWidget::Integer]() -> QJsonValue {
        const QString text = edit->text().trimmed();
        bool right = false;
        if (whole) {
            const qint64 number = text.toLongLong(&right);
            return right ? QJsonValue(number) : textValue(text);
        }
        const double number = text.toDouble(&right);
        return right ? QJsonValue(number) : textValue(text);
    };
    m_show = [edit](const QJsonValue& value) {
        edit->setText(value.isDouble() ? value.toVariant().toString() : value.toString());
    };
    connect(edit, &QLineEdit::textChanged, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = edit;
}

void FormEditor::buildMoney(QWidget* parent)
{
    auto* edit = new MoneyEdit(parent);
    m_value = [edit]() -> QJsonValue {
        if (const auto amount = edit->amount()) return QJsonValue(static_cast<qint64>(amount->baisa()));
        return textValue(edit->text().trimmed());
    };
    m_show = [edit](const QJsonValue& value) {
        if (value.isDouble())
            edit->setAmount(Money::fromBaisa(value.toInteger()));
        else
            edit->setText(value.toString());
    };
    connect(edit, &QLineEdit::textChanged, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = edit;
}

void FormEditor::buildDate(QWidget* parent)
{
    auto* edit = new DateEdit(parent);
    m_value = [edit] {
        const QDate date = edit->date();
        return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : textValue(edit->text().trimmed());
    };
    m_show = [edit](const QJsonValue& value) {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        if (date.isValid())
            edit->setDate(date);
        else
            edit->setText(value.toString());
    };
    connect(edit, &DateEdit::edited, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = edit;
}

void FormEditor::buildEnum(QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    m_value = [combo] { return textValue(combo->currentData().toString()); };
    m_show = [combo](const QJsonValue& value) {
        combo->setCurrentIndex(std::max(0, combo->findData(value.toString())));
    };
    m_retranslate = [this, combo] {
        const int index = combo->currentIndex();
        combo->clear();
        combo->addItem({}, QString());
        for (const auto& option : m_field.options)
            combo->addItem(option.label.in(arabic()), option.value);
        combo->setCurrentIndex(std::max(0, index));
    };
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = combo;
}

void FormEditor::buildBoolean(QWidget* parent)
{
    auto* box = new QCheckBox(parent);
    m_value = [box] { return QJsonValue(box->isChecked()); };
    m_show = [box](const QJsonValue& value) { box->setChecked(value.toBool()); };
    m_retranslate = [this, box] { box->setText(m_field.label.in(arabic())); };
    connect(box, &QCheckBox::toggled, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = box;
}

void FormEditor::buildIdentifier(QWidget* parent)
{
    auto* edit = new LtrEdit(parent);
    edit->setMaxLength(m_field.maximumLength > 0 ? m_field.maximumLength : 60);
    const QString format = m_field.format;
    m_value = [edit, format] {
        const QString text = edit->text().trimmed();
        return textValue(format.isEmpty() || text.isEmpty() ? text : normalisedIdentifier(format, text));
    };
    m_show = [edit](const QJsonValue& value) { edit->setText(value.toString()); };
    connect(edit, &QLineEdit::textChanged, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, format] {
        if (format.isEmpty() || edit->text().trimmed().isEmpty()) return m_row->setFault(Fault::None, {});
        const auto check = checkIdentifier(format, edit->text());
        if (check.verdict == IdentifierVerdict::Fine) return m_row->setFault(Fault::None, {});
        if (check.verdict == IdentifierVerdict::Refused)
            return m_row->explain(Fault::Block,
                [] { return tr("This number cannot be right. Check it against the document."); });
        m_row->explain(Fault::Warn, [] { return tr("Unusual: check it against the document."); });
    });
    m_editor = edit;
}

void FormEditor::buildTable(QWidget* parent)
{
    auto* table = new FormTable(m_field.columns, parent);
    m_value = [table]() -> QJsonValue {
        const auto rows = table->rows();
        return rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rows);
    };
    m_show = [table](const QJsonValue& value) { table->show(value.toArray()); };
    m_retranslate = [table] { table->retranslate(); };
    connect(table, &FormTable::edited, this, [this] {
        if (!m_showing) Q_EMIT edited();
    });
    m_editor = table;
}

} // namespace sanad
