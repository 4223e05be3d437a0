#include "ui/forms/form_view.h"

#include "core/forms/json_pointer.h"
#include "ui/forms/error_summary.h"
#include "ui/forms/form_editor.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

bool isWide(const FormField& field)
{
    return field.widget == FormWidget::Multiline || field.widget == FormWidget::Table;
}

/// The field, or the column of a table, that a pointer leads to; null for neither.
const FormField* fieldAt(const FormLayout& layout, const QString& pointer)
{
    const QStringList path = pointer.split(u'/');
    const auto named = [](const std::vector<FormField>& fields, const QString& name) -> const FormField* {
        const auto found = std::find_if(
            fields.begin(), fields.end(), [&](const FormField& field) { return field.name == name; });
        return found == fields.end() ? nullptr : &*found;
    };
    for (const FormSection& section : layout.sections())
        if (const FormField* field = named(section.fields, path.value(1)))
            return path.size() > 3 ? named(field->columns, path[3]) : field;
    return nullptr;
}

bool isAboutSize(const QString& key)
{
    return key == "form.too-small"_L1 || key == "form.too-large"_L1 || key == "form.not-above"_L1 ||
        key == "form.not-below"_L1;
}

/// Why what was typed for an amount is none: too large, too precise, no amount at all.
QString amountFault(const QJsonValue& answer)
{
    const auto amount = Money::parse(answer.toString());
    return amount ? u"form.type"_s : amount.error().key;
}

bool isAboutFormat(const QString& key)
{
    return key.startsWith("form.format"_L1) || key == "form.pattern"_L1;
}

} // namespace

std::vector<FormNote> formNotes(
    const FormLayout& layout, const std::vector<FormFault>& faults, const QJsonObject& answers)
{
    // What says most of an answer: a fault before a doubt, its format before the pattern that spells it.
    const auto weight = [](const FormFault& fault) {
        return (fault.warning ? 2 : 0) + (fault.key == "form.pattern"_L1 ? 1 : 0);
    };
    std::vector<FormNote> notes;
    QSet<QString> told;
    for (const FormFault& each : faults) {
        if (told.contains(each.pointer)) continue;
        told.insert(each.pointer);
        FormFault fault = each;
        for (const FormFault& other : faults)
            if (other.pointer == fault.pointer && weight(other) < weight(fault)) fault = other;
        const FormField* field = fieldAt(layout, fault.pointer);
        if (field && field->widget == FormWidget::Date && isAboutFormat(fault.key))
            fault.key = u"form.no-date"_s;
        if (fault.key.startsWith("form.date-too-"_L1))
            fault.args = {dateText(QDate::fromString(fault.args.value(0), Qt::ISODate))};
        const bool isAmount = field && field->widget == FormWidget::Money;
        if (isAmount && isAboutSize(fault.key))
            fault.args = {amountText(Money::fromBaisa(fault.args.value(0).toLongLong()))};
        if (isAmount && fault.key == "form.type"_L1)
            if (const auto typed = jsonAt(answers, fault.pointer.split(u'/').mid(1)))
                fault.key = amountFault(*typed);
        const auto text = errorText({ErrorCode::Invalid, fault.key, fault.args, {}}, uiLanguage());
        notes.push_back({fault.field(),
            text.todo.isEmpty() ? text.happened : text.happened + u' ' + text.todo, fault.warning});
    }
    return notes;
}

FormView::FormView(QWidget* parent)
    : QWidget(parent)
    , m_summary(new ErrorSummary(this))
    , m_scroll(new QScrollArea(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_summary, &ErrorSummary::wanted, this, &FormView::focusField);
}

void FormView::build(std::shared_ptr<const ServiceForm> form, const QJsonObject& typed)
{
    m_form = std::move(form);
    m_summary->clear();
    m_notes.clear();
    m_answered.clear();
    m_sections.clear();
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, px(6), 0);
    column->setSpacing(px(14));
    for (const auto& section : m_form->layout.sections()) {
        m_sections.push_back(makeSection(section));
        column->addWidget(m_sections.back().box);
    }
    column->addStretch();
    m_scroll->setWidget(body);
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            each->show(typed.value(each->field().name));
}

FormView::Section FormView::makeSection(const FormSection& section)
{
    auto* box = new QFrame;
    box->setFrameShape(QFrame::StyledPanel);
    box->setAutoFillBackground(true);
    box->setBackgroundRole(QPalette::Base);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(px(18), px(14), px(18), px(18));
    grid->setHorizontalSpacing(px(20));
    grid->setVerticalSpacing(px(12));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    Section made{section, box, new Label(TextSize::Body, box), {}};
    made.title->setBold(true);
    grid->addWidget(made.title, 0, 0, 1, 2);
    int row = 1;
    int column = 0;
    for (const auto& field : section.fields) {
        auto* one = new FormEditor(field, box);
        made.editors.push_back(one);
        const bool wide = isWide(field);
        if (wide && column == 1) {
            ++row;
            column = 0;
        }
        grid->addWidget(one->row(), row, column, 1, wide ? 2 : 1, Qt::AlignTop);
        column = wide ? 2 : column + 1;
        if (column >= 2) {
            ++row;
            column = 0;
        }
        one->input()->installEventFilter(this);
        connect(one, &FormEditor::edited, this, [this, one] {
            one->row()->setFault(Fault::None, {});
            m_answered.insert(one->field().name);
            if (showsNotes()) listNotes();
            Q_EMIT answered(one->field().name, one->value());
        });
    }
    return made;
}

void FormView::showAnswers(const QJsonObject& completed)
{
    if (!m_form) return;
    for (const auto& section : m_sections) {
        section.box->setVisible(m_form->layout.isVisible(section.section, completed));
        for (auto* each : section.editors) {
            each->row()->setVisible(m_form->layout.isVisible(each->field().name, completed));
            if (each->field().calculated || (each != focused() && each->value().isUndefined()))
                each->show(completed.value(each->field().name));
        }
    }
}

void FormView::showNotes(const NotesTitle& title, const std::vector<FormNote>& notes, Attention attention)
{
    if (attention == Attention::Take) m_answered.clear();
    std::vector<const FormEditor*> order;
    for (const auto& section : m_sections)
        for (auto* each : section.editors) {
            each->row()->setFault(Fault::None, {});
            order.push_back(each);
        }
    m_notesTitle = title;
    m_notes = notes; // as a person meets the fields; what has none comes last
    std::stable_sort(m_notes.begin(), m_notes.end(), [&](const FormNote& one, const FormNote& other) {
        return std::find(order.begin(), order.end(), editor(one.field)) <
            std::find(order.begin(), order.end(), editor(other.field));
    });
    listNotes();
    if (attention == Attention::Take) m_summary->setFocus();
    // After the summary has taken the focus: a field that is left judges itself first.
    for (const auto& note : m_notes)
        if (auto* found = editor(note.field))
            found->row()->setFault(note.warning ? Fault::Warn : Fault::Block, note.sentence);
}

void FormView::listNotes()
{
    std::erase_if(m_notes, [this](const FormNote& note) { return m_answered.contains(note.field); });
    if (m_notes.empty()) return m_summary->clear();
    std::vector<ErrorSummary::Line> lines;
    for (const auto& note : m_notes) {
        const auto* found = editor(note.field);
        lines.push_back({note.field,
            found ? tr("%1: %2", "field, what is wrong").arg(found->row()->label(), note.sentence)
                  : note.sentence,
            note.warning});
    }
    const auto doubtful = static_cast<int>(
        std::count_if(m_notes.begin(), m_notes.end(), [](const FormNote& note) { return note.warning; }));
    m_summary->show(m_notesTitle(static_cast<int>(m_notes.size()) - doubtful, doubtful), lines);
}

bool FormView::showsNotes() const
{
    return m_summary->isVisibleTo(this);
}

void FormView::placeCaret(const QString& field, int caret)
{
    if (auto* back = editor(field); back && back->row()->isVisibleTo(this)) {
        back->focus();
        back->setCaret(caret);
        m_scroll->ensureWidgetVisible(back->row());
        return;
    }
    const auto editors = typed();
    for (auto* each : editors) {
        if (!each->value().isUndefined()) continue;
        each->focus();
        m_scroll->ensureWidgetVisible(each->row());
        return;
    }
    if (!editors.empty()) editors.front()->focus();
}

void FormView::focusField(const QString& field)
{
    auto* found = editor(field);
    if (!found) return;
    found->focus();
    m_scroll->ensureWidgetVisible(found->row());
}

FormEditor* FormView::editor(const QString& field) const
{
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (each->field().name == field) return each;
    return nullptr;
}

std::vector<FormEditor*> FormView::typed() const
{
    std::vector<FormEditor*> list;
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (!each->field().calculated && each->row()->isVisibleTo(this)) list.push_back(each);
    return list;
}

QStringList FormView::visibleFields() const
{
    QStringList names;
    for (const auto* each : typed())
        names.append(each->field().name);
    return names;
}

FormEditor* FormView::focused() const
{
    const auto* focus = QApplication::focusWidget();
    if (!focus) return nullptr;
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (each->row()->isAncestorOf(focus)) return each;
    return nullptr;
}

void FormView::noteCaret()
{
    if (const auto* each = focused()) Q_EMIT caretMoved(each->field().name, each->caret());
}

void FormView::moveOn(FormEditor* from)
{
    const auto editors = typed();
    auto at = std::find(editors.begin(), editors.end(), from);
    if (at == editors.end() || ++at == editors.end()) return;
    (*at)->focus();
    m_scroll->ensureWidgetVisible((*at)->row());
}

bool FormView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        if (auto* each = focused()) m_scroll->ensureWidgetVisible(each->row());
        noteCaret();
    }
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || (key.modifiers() & ~Qt::KeypadModifier) || qobject_cast<QPlainTextEdit*>(watched))
        return false;
    if (auto* each = focused()) moveOn(each);
    return true;
}

void FormView::retranslate()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    for (auto& section : m_sections) {
        section.title->setText(section.section.label.in(arabic));
        for (auto* each : section.editors)
            each->retranslate();
    }
}

} // namespace sanad
