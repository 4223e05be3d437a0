#include "ui/forms/form_page.h"

#include "core/base/isolates.h"
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

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

bool isWide(const FormField& field)
{
    return field.widget == FormWidget::Multiline || field.widget == FormWidget::Table;
}

QString sentenceOf(const FormFault& fault)
{
    const auto text = errorText({ErrorCode::Invalid, fault.key, fault.args, {}}, uiLanguage());
    return text.todo.isEmpty() ? text.happened : text.happened + u' ' + text.todo;
}

} // namespace

FormPage::FormPage(FormPresenter& presenter, CurrentVisit& visit, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_visit(visit)
    , m_title(new Label(TextSize::Body, this))
    , m_saved(new Label(TextSize::Small, this))
    , m_summary(new ErrorSummary(this))
    , m_scroll(new QScrollArea(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_saved);
    column->addLayout(top);
    column->addWidget(m_summary);
    column->addWidget(m_scroll, 1);
    m_title->setBold(true);
    m_saved->setSecondary(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&presenter, &FormPresenter::loaded, this, &FormPage::build);
    connect(&presenter, &FormPresenter::answersChanged, this, [this] {
        showVisibility();
        showAnswers();
    });
    connect(&presenter, &FormPresenter::faulty, this, &FormPage::showFaults);
    connect(&presenter, &FormPresenter::failed, this, &Page::failed);
    connect(m_summary, &ErrorSummary::wanted, this, [this](const QString& field) {
        if (auto* found = editor(field)) found->focus();
    });
    connect(&visit, &CurrentVisit::saved, this,
        [this](const QDateTime& at) { m_saved->setText(tr("Saved at %1").arg(isolateLtr(timeText(at)))); });
    connect(&visit, &CurrentVisit::resumed, this, [this] {
        if (isVisible() && m_visit.step() == CurrentVisit::Step::Form) arrive();
    });
}

void FormPage::arrive()
{
    m_presenter.load();
}

std::vector<KeyHint> FormPage::hints() const
{
    return {{u"Enter"_s, tr("Next field")}, {u"Ctrl+Enter"_s, tr("Check and go on")},
        {u"F7"_s, tr("Put on hold")}, {u"Esc"_s, tr("Back")}};
}

bool FormPage::perform(Command command, int)
{
    switch (command) {
    case Command::Finish:
        noteCaret();
        m_presenter.finish();
        return true;
    case Command::Hold:
        noteCaret();
        return false;
    default:
        return false;
    }
}

void FormPage::build()
{
    if (m_shown != m_presenter.draft()) {
        m_shown = m_presenter.draft();
        m_summary->clear();
        m_faults.clear();
        m_sections.clear();
        m_saved->setText({});
        auto* body = new QWidget;
        auto* column = new QVBoxLayout(body);
        column->setContentsMargins(0, 0, px(6), 0);
        column->setSpacing(px(14));
        for (const auto& section : m_presenter.layout()->sections()) {
            m_sections.push_back(makeSection(section));
            column->addWidget(m_sections.back().box);
        }
        column->addStretch();
        m_scroll->setWidget(body);
        for (const auto& section : m_sections)
            for (auto* each : section.editors)
                each->show(m_visit.work()->draft.form.value(each->field().name));
    }
    showAnswers();
    showVisibility();
    retranslate();
    placeCaret();
}

FormPage::Section FormPage::makeSection(const FormSection& section)
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
            m_presenter.answer(one->field().name, one->value());
        });
    }
    return made;
}

void FormPage::showAnswers()
{
    // What is calculated or taken as default follows; what is being typed stays as typed.
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (each->field().calculated || (each != focused() && each->value().isUndefined()))
                each->show(m_presenter.answers().value(each->field().name));
}

void FormPage::showVisibility()
{
    for (const auto& section : m_sections) {
        section.box->setVisible(m_presenter.isVisible(section.section));
        for (auto* each : section.editors)
            each->row()->setVisible(m_presenter.isVisible(each->field()));
    }
}

void FormPage::showFaults(const std::vector<FormFault>& faults)
{
    m_faults = faults;
    std::vector<ErrorSummary::Line> lines;
    int blocking = 0;
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            each->row()->setFault(Fault::None, {});
    for (const auto& fault : faults) {
        if (!fault.warning) ++blocking;
        const QString sentence = sentenceOf(fault);
        auto* found = editor(fault.field());
        if (found) found->row()->setFault(fault.warning ? Fault::Warn : Fault::Block, sentence);
        lines.push_back({fault.field(),
            found ? tr("%1: %2", "field, what is wrong").arg(found->row()->label(), sentence) : sentence,
            fault.warning});
    }
    m_summary->show(blocking > 0
            ? tr("Correct %n field(s) before going on.", nullptr, blocking)
            : tr("Check %n answer(s) against the document; Ctrl+Enter keeps them as they are.", nullptr,
                  static_cast<int>(faults.size())),
        lines);
}

void FormPage::placeCaret()
{
    if (auto* back = editor(m_presenter.caretField()); back && back->row()->isVisibleTo(this)) {
        back->focus();
        back->setCaret(m_presenter.caret());
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

FormEditor* FormPage::editor(const QString& field) const
{
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (each->field().name == field) return each;
    return nullptr;
}

std::vector<FormEditor*> FormPage::typed() const
{
    std::vector<FormEditor*> list;
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (!each->field().calculated && each->row()->isVisibleTo(this)) list.push_back(each);
    return list;
}

QStringList FormPage::visibleFields() const
{
    QStringList names;
    for (const auto* each : typed())
        names.append(each->field().name);
    return names;
}

FormEditor* FormPage::focused() const
{
    const auto* focus = QApplication::focusWidget();
    if (!focus) return nullptr;
    for (const auto& section : m_sections)
        for (auto* each : section.editors)
            if (each->row()->isAncestorOf(focus)) return each;
    return nullptr;
}

void FormPage::noteCaret()
{
    if (const auto* each = focused()) m_presenter.noteCaret(each->field().name, each->caret());
}

void FormPage::moveOn(FormEditor* from)
{
    const auto editors = typed();
    auto at = std::find(editors.begin(), editors.end(), from);
    if (at == editors.end() || ++at == editors.end()) return;
    (*at)->focus();
    m_scroll->ensureWidgetVisible((*at)->row());
}

bool FormPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        if (auto* each = focused()) m_scroll->ensureWidgetVisible(each->row());
        noteCaret();
    }
    if (event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || (key.modifiers() & ~Qt::KeypadModifier) || qobject_cast<QPlainTextEdit*>(watched))
        return false;
    if (auto* each = focused()) moveOn(each);
    return true;
}

void FormPage::retranslate()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    if (const auto* work = m_visit.work())
        m_title->setText(
            arabic || work->service.nameEn.isEmpty() ? work->service.nameAr : work->service.nameEn);
    for (auto& section : m_sections) {
        section.title->setText(section.section.label.in(arabic));
        for (auto* each : section.editors)
            each->retranslate();
    }
    if (!m_faults.empty() && m_summary->isVisible()) showFaults(m_faults);
}

} // namespace sanad
