#include "ui/transactions/correction_page.h"

#include "core/base/isolates.h"
#include "ui/forms/form_view.h"
#include "ui/text/error_text.h"
#include "ui/transactions/transaction_words.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// The portal's own words where it has any, else ours for its code.
QString wordsOf(const FieldFault& fault)
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const QString& own = arabic ? fault.messageAr : fault.messageEn;
    const QString& other = arabic ? fault.messageEn : fault.messageAr;
    if (!own.isEmpty()) return own;
    if (!other.isEmpty()) return isolateAuto(other);
    return hasErrorText(fault.code) ? errorText({{}, fault.code, {}, {}}, uiLanguage()).happened
                                    : isolateLtr(fault.code);
}

} // namespace

CorrectionPage::CorrectionPage(CorrectionPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Body, this))
    , m_reason(new Label(TextSize::Body, this))
    , m_view(new FormView(this))
    , m_send(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addWidget(m_view, 1);
    column->addWidget(m_send, 0, Qt::AlignLeading);
    m_title->setBold(true);
    m_reason->setWrapping(true);
    m_reason->setTone(Tone::Error);
    m_send->setKey(keyText(Command::Finish));
    connect(&presenter, &CorrectionPresenter::loaded, this, &CorrectionPage::build);
    connect(&presenter, &CorrectionPresenter::answersChanged, this,
        [this] { m_view->showAnswers(m_presenter.answers()); });
    connect(&presenter, &CorrectionPresenter::faulty, this, [this](const std::vector<FormFault>& faults) {
        m_faults = faults;
        showFaults(FormView::Attention::Take);
    });
    connect(&presenter, &CorrectionPresenter::sent, this, [this](const Transaction& transaction) {
        Q_EMIT wanted(u"transactions"_s);
        Q_EMIT said(Tone::Success,
            tr("Transaction %1 is corrected and will be sent again by itself. F5 sends now.")
                .arg(isolateLtr(transaction.number)));
    });
    connect(&presenter, &CorrectionPresenter::failed, this, &Page::failed);
    connect(m_view, &FormView::answered, &presenter, &CorrectionPresenter::answer);
    connect(m_send, &QPushButton::clicked, &presenter, &CorrectionPresenter::finish);
    retranslate();
}

void CorrectionPage::arrive()
{
    m_presenter.load();
}

std::vector<KeyHint> CorrectionPage::hints() const
{
    return {{u"Enter"_s, tr("Next field")}, {u"Ctrl+Enter"_s, tr("Save and send again")},
        {u"Esc"_s, tr("Back to the transactions")}};
}

bool CorrectionPage::perform(Command command, int)
{
    if (command == Command::Finish) {
        m_presenter.finish();
        return true;
    }
    if (command == Command::Back) {
        Q_EMIT wanted(u"transactions"_s);
        return true;
    }
    return false;
}

void CorrectionPage::build()
{
    m_faults.clear();
    m_view->build(m_presenter.form(), m_presenter.typed());
    m_view->showAnswers(m_presenter.answers());
    retranslate();
    const auto& faults = m_presenter.correction().faults;
    const auto first = std::find_if(faults.begin(), faults.end(),
        [this](const FieldFault& fault) { return m_view->editor(fault.pointer.section(u'/', 1, 1)); });
    m_view->placeCaret(first == faults.end() ? QString() : first->pointer.section(u'/', 1, 1), 0);
}

void CorrectionPage::showReasons()
{
    std::vector<FormNote> notes;
    for (const FieldFault& fault : m_presenter.correction().faults)
        notes.push_back({fault.pointer.section(u'/', 1, 1), wordsOf(fault)});
    if (!notes.empty())
        m_view->showNotes([](int, int) { return tr("The portal refused this. Correct what is marked."); },
            notes, FormView::Attention::Leave);
}

void CorrectionPage::showFaults(FormView::Attention attention)
{
    m_view->showNotes(
        [](int blocking, int doubtful) {
            return blocking > 0
                ? tr("Not sent yet. Correct %n field(s) first.", nullptr, blocking)
                : tr("Not sent yet. Check %n answer(s) against the document; Ctrl+Enter sends them as they "
                     "are.",
                      nullptr, doubtful);
        },
        formNotes(m_presenter.form()->layout, m_faults, m_presenter.answers()), attention);
}

FormEditor* CorrectionPage::editor(const QString& field) const
{
    return m_view->editor(field);
}

void CorrectionPage::retranslate()
{
    m_send->setText(tr("Save and send again"));
    if (!m_presenter.form()) return;
    const Correction& correction = m_presenter.correction();
    const bool arabic = uiLanguage() == Language::Arabic;
    const QString service =
        arabic || correction.service.nameEn.isEmpty() ? correction.service.nameAr : correction.service.nameEn;
    m_title->setText(isolateLtr(correction.transaction.number) + u" · "_s + isolateAuto(service) + u" · "_s +
        stateText(correction.transaction.state));
    // The portal's reasons stand beside the fields; an agency's words have no field.
    const QString words = correction.faults.empty() ? correction.transaction.reason : QString();
    m_reason->setText(words);
    m_reason->setVisible(!words.isEmpty());
    m_view->retranslate();
    if (m_faults.empty())
        showReasons();
    else if (m_view->showsNotes())
        showFaults(FormView::Attention::Leave);
}

} // namespace sanad
