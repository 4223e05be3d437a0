#include "ui/widgets/field_row.h"

#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

FieldRow::FieldRow(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_label(new Label(TextSize::Small, this))
    , m_editor(editor)
    , m_message(new Label(TextSize::Small, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(3));
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_message);
    m_label->setSecondary(true);
    m_label->setBuddy(editor);
    m_message->setWrapping(true);
    m_message->setVisible(false);
    setFocusProxy(editor);
    setLabel(label);
}

void FieldRow::setLabel(const QString& label, bool required)
{
    m_text = label;
    m_label->setText(required ? label + u" *"_s : label);
    m_editor->setAccessibleName(label);
    if (auto* inner = m_editor->focusProxy()) inner->setAccessibleName(label);
}

void FieldRow::setFault(Fault fault, const QString& sentence)
{
    m_words = nullptr;
    mark(fault, sentence);
}

void FieldRow::explain(Fault fault, Words words)
{
    m_words = std::move(words);
    mark(fault, m_words());
}

void FieldRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_words) mark(m_fault, m_words());
}

void FieldRow::mark(Fault fault, const QString& sentence)
{
    m_fault = fault;
    m_sentence = sentence;
    QWidget* framed = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
    framed->setProperty("fault",
        fault == Fault::Block      ? u"block"_s
            : fault == Fault::Warn ? u"warn"_s
                                   : QString());
    framed->setAccessibleDescription(sentence);
    framed->update();
    showMessage();
}

void FieldRow::setHint(const QString& hint)
{
    m_hint = hint;
    showMessage();
}

void FieldRow::showMessage()
{
    const bool fault = m_fault != Fault::None;
    m_message->setTone(m_fault == Fault::Block ? Tone::Error : fault ? Tone::Warning : Tone::Plain);
    m_message->setSecondary(!fault);
    m_message->setText(fault ? m_sentence : m_hint);
    m_message->setVisible(!(fault ? m_sentence : m_hint).isEmpty());
}

} // namespace sanad
