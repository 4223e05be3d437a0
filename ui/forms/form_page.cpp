#include "ui/forms/form_page.h"

#include "core/base/isolates.h"
#include "ui/forms/form_view.h"
#include "ui/text/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

FormPage::FormPage(FormPresenter& presenter, CurrentVisit& visit, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_visit(visit)
    , m_title(new Label(TextSize::Body, this))
    , m_saved(new Label(TextSize::Small, this))
    , m_view(new FormView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_saved);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    m_title->setBold(true);
    m_saved->setSecondary(true);
    connect(&presenter, &FormPresenter::loaded, this, &FormPage::build);
    connect(&presenter, &FormPresenter::answersChanged, this,
        [this] { m_view->showAnswers(m_presenter.answers()); });
    connect(&presenter, &FormPresenter::faulty, this,
        [this](const std::vector<FormFault>& faults) { showFaults(faults, FormView::Attention::Take); });
    connect(&presenter, &FormPresenter::failed, this, &Page::failed);
    connect(m_view, &FormView::answered, &presenter, &FormPresenter::answer);
    connect(m_view, &FormView::caretMoved, &presenter, &FormPresenter::noteCaret);
    connect(&visit, &CurrentVisit::saved, this, [this](const QDateTime& at) {
        m_savedAt = at;
        m_saved->setText(tr("Saved at %1").arg(isolateLtr(timeText(at))));
    });
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
        m_view->noteCaret();
        m_presenter.finish();
        return true;
    case Command::Hold:
        m_view->noteCaret();
        return false;
    default:
        return false;
    }
}

void FormPage::build()
{
    if (m_shown != m_presenter.draft()) {
        m_shown = m_presenter.draft();
        m_faults.clear();
        m_savedAt = {};
        m_saved->setText({});
        m_view->build(m_presenter.form(), m_visit.work()->draft.form);
    }
    m_view->showAnswers(m_presenter.answers());
    retranslate();
    m_view->placeCaret(m_presenter.caretField(), m_presenter.caret());
}

void FormPage::showFaults(const std::vector<FormFault>& faults, FormView::Attention attention)
{
    m_faults = faults;
    m_view->showNotes(
        [](int blocking, int doubtful) {
            return blocking > 0
                ? tr("Correct %n field(s) before going on.", nullptr, blocking)
                : tr("Check %n answer(s) against the document; Ctrl+Enter keeps them as they are.", nullptr,
                      doubtful);
        },
        formNotes(m_presenter.form()->layout, faults, m_presenter.answers()), attention);
}

FormEditor* FormPage::editor(const QString& field) const
{
    return m_view->editor(field);
}

QStringList FormPage::visibleFields() const
{
    return m_view->visibleFields();
}

void FormPage::retranslate()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    if (const auto* work = m_visit.work())
        m_title->setText(
            arabic || work->service.nameEn.isEmpty() ? work->service.nameAr : work->service.nameEn);
    if (m_savedAt.isValid()) m_saved->setText(tr("Saved at %1").arg(isolateLtr(timeText(m_savedAt))));
    m_view->retranslate();
    if (!m_faults.empty() && m_view->showsNotes()) showFaults(m_faults, FormView::Attention::Leave);
}

} // namespace sanad
