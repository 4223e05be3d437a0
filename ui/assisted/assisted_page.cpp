#include "ui/assisted/assisted_page.h"

#include "core/base/isolates.h"
#include "core/transactions/portal_item.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/ui_language.h"

#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kNumberKeys = 9;

const std::vector<FeeState>& offeredStates()
{
    static const std::vector<FeeState> states{
        FeeState::Unpaid, FeeState::PaidUnconfirmed, FeeState::Confirmed};
    return states;
}

bool isEnter(const QKeyEvent& key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) &&
        !(key.modifiers() & ~Qt::KeypadModifier);
}

/// A key that writes something, other than the space that lists use.
bool writes(const QKeyEvent& key)
{
    return !key.text().isEmpty() && key.text().at(0).isPrint() && !key.text().at(0).isSpace() &&
        !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

AssistedPage::AssistedPage(AssistedPresenter& presenter, CurrentVisit& visit, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_visit(visit)
    , m_title(new Label(TextSize::Body, this))
    , m_site(new KeyButton(KeyButton::Kind::Plain, this))
    , m_remark(new Label(TextSize::Small, this))
    , m_list(new DataTable(this))
    , m_reference(new LtrEdit(this))
    , m_fee(new MoneyEdit(this))
    , m_state(new QComboBox(this))
    , m_proof(new LtrEdit(this))
    , m_referenceRow(new FieldRow({}, m_reference, this))
    , m_feeRow(new FieldRow({}, m_fee, this))
    , m_stateRow(new FieldRow({}, m_state, this))
    , m_proofRow(new FieldRow({}, m_proof, this))
    , m_finish(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_site);
    column->addLayout(top);
    column->addWidget(m_remark);
    column->addWidget(m_list, 1);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(px(16));
    for (auto* row : {m_referenceRow, m_feeRow, m_stateRow, m_proofRow})
        fields->addWidget(row, 1, Qt::AlignTop);
    column->addLayout(fields);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_finish);
    column->addLayout(buttons);
    m_title->setBold(true);
    m_title->setWrapping(true);
    m_remark->setWrapping(true);
    m_reference->setMaxLength(kMostReference);
    m_proof->setMaxLength(kMostReference);
    m_site->setKey(keyText(Command::OpenSite));
    m_finish->setKey(keyText(Command::Finish));
    for (QWidget* field : std::initializer_list<QWidget*>{m_list, m_reference, m_fee, m_state, m_proof})
        field->installEventFilter(this);
    connect(m_site, &QPushButton::clicked, &presenter, &AssistedPresenter::openSite);
    connect(m_finish, &QPushButton::clicked, &presenter, &AssistedPresenter::finish);
    connect(m_list, &DataTable::opened, this, [this](qint64 row) { copy(static_cast<int>(row) - 1); });
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_reference, m_fee, m_proof})
        connect(edit, &QLineEdit::textEdited, this, &AssistedPage::take);
    connect(m_state, &QComboBox::currentIndexChanged, this, &AssistedPage::take);
    connect(&presenter, &AssistedPresenter::loaded, this, &AssistedPage::refresh);
    connect(&presenter, &AssistedPresenter::faulty, this, &AssistedPage::tell);
    connect(&presenter, &AssistedPresenter::failed, this, &Page::failed);
    retranslate();
}

void AssistedPage::arrive()
{
    fill();
    refresh();
    m_presenter.load();
    QWidget* first = m_list;
    if (!m_reference->text().isEmpty()) first = m_reference;
    first->setFocus(Qt::TabFocusReason);
}

std::vector<KeyHint> AssistedPage::hints() const
{
    return {{u"Enter"_s, tr("Copy, then the next one")}, {u"Ctrl+1…9"_s, tr("Copy by number")},
        {keyText(Command::OpenSite), tr("Open the site")}, {u"Ctrl+Enter"_s, tr("Go on to the fees")},
        {u"F7"_s, tr("Put on hold")}, {u"Esc"_s, tr("Back")}};
}

bool AssistedPage::perform(Command command, int number)
{
    switch (command) {
    case Command::Finish:
        m_presenter.finish();
        return true;
    case Command::OpenSite:
        m_presenter.openSite();
        return true;
    case Command::Nth:
        copy(number - 1);
        return true;
    default:
        return false;
    }
}

void AssistedPage::fill()
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_filling = true;
    m_reference->setText(work->draft.portalReference);
    m_fee->setText(work->draft.governmentFee ? work->draft.governmentFee->text() : QString());
    m_proof->setText(work->draft.feeProof);
    const auto& states = offeredStates();
    const auto at = std::find(states.begin(), states.end(), work->draft.feeState);
    m_state->setCurrentIndex(at == states.end() ? 0 : static_cast<int>(at - states.begin()));
    clearFaults();
    m_filling = false;
}

void AssistedPage::take()
{
    if (m_filling || !m_visit.work()) return;
    const bool withFee = m_presenter.needsFee();
    const FeeState state = offeredStates()[static_cast<std::size_t>(std::max(0, m_state->currentIndex()))];
    m_visit.edit([&](Draft& draft) {
        draft.portalReference = m_reference->text().trimmed();
        draft.feeState = state;
        draft.feeProof = state == FeeState::Unpaid ? QString() : m_proof->text().trimmed();
        if (!withFee) return;
        const auto amount = m_fee->amount();
        draft.governmentFee = amount ? std::optional<Money>(*amount) : std::nullopt;
    });
    clearFaults();
    m_feeRow->setVisible(withFee);
    m_proofRow->setVisible(state != FeeState::Unpaid);
}

void AssistedPage::copy(int row)
{
    if (row < 0 || row >= static_cast<int>(m_presenter.model().fields().size())) return;
    QGuiApplication::clipboard()->setText(m_presenter.take(row));
    if (m_presenter.model().next() < 0)
        m_reference->setFocus(Qt::TabFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

FieldRow* AssistedPage::rowOf(const QString& pointer) const
{
    if (pointer == "/fee_baisa"_L1) return m_feeRow;
    if (pointer == "/fee_state"_L1) return m_stateRow;
    if (pointer == "/proof"_L1) return m_proofRow;
    return m_referenceRow;
}

std::vector<FieldRow*> AssistedPage::visibleRows() const
{
    std::vector<FieldRow*> rows;
    for (auto* row : {m_referenceRow, m_feeRow, m_stateRow, m_proofRow})
        if (row->isVisibleTo(this)) rows.push_back(row);
    return rows;
}

void AssistedPage::clearFaults()
{
    m_faults.clear();
    for (auto* row : {m_referenceRow, m_feeRow, m_stateRow, m_proofRow})
        row->setFault(Fault::None, {});
}

FieldRow* AssistedPage::showFaults()
{
    for (auto* row : {m_referenceRow, m_feeRow, m_stateRow, m_proofRow})
        row->setFault(Fault::None, {});
    for (const AssistedFault& fault : m_faults) {
        FieldRow* row = rowOf(fault.pointer);
        // What must be mended comes before what may be confirmed.
        if (row->fault() == Fault::Block) continue;
        row->explain(fault.warning ? Fault::Warn : Fault::Block, [fault] {
            const auto text = errorText({ErrorCode::Invalid, fault.key, fault.args, {}}, uiLanguage());
            return QString(text.happened + u' ' + text.todo);
        });
    }
    // As a person meets them, whatever was found out first.
    for (const Fault worst : {Fault::Block, Fault::Warn})
        for (auto* row : {m_referenceRow, m_feeRow, m_stateRow, m_proofRow})
            if (row->fault() == worst) return row;
    return nullptr;
}

void AssistedPage::tell(const std::vector<AssistedFault>& faults)
{
    m_faults = faults;
    if (auto* first = showFaults()) first->editor()->setFocus(Qt::TabFocusReason);
    if (std::all_of(faults.begin(), faults.end(), [](const AssistedFault& fault) { return fault.warning; }))
        Q_EMIT told(Tone::Warning,
            [] { return tr("Compare it with the agency's site. Ctrl+Enter again takes it as it is."); });
    else
        Q_EMIT told(Tone::Error, [] { return tr("Mend what is marked. What you typed is kept."); });
}

void AssistedPage::refresh()
{
    const auto* work = m_visit.work();
    if (!work) return;
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto name = [arabic](
                          const QString& ar, const QString& en) { return arabic || en.isEmpty() ? ar : en; };
    const auto& sheet = m_presenter.sheet();
    const QString site = sheet.nameAr.isEmpty() ? name(work->agency.nameAr, work->agency.nameEn)
                                                : name(sheet.nameAr, sheet.nameEn);
    m_title->setText(tr("To type on %1").arg(isolateAuto(site)));
    m_site->setEnabled(!sheet.site.isEmpty());
    const auto& trouble = m_presenter.trouble();
    m_remark->setVisible(trouble.has_value());
    if (trouble) {
        m_remark->setTone(Tone::Warning);
        m_remark->setText(tr("The order of this site is not at hand: %1 The list follows our form, and the "
                             "reference will not be checked.")
                              .arg(errorText(*trouble, uiLanguage()).happened));
    }

    const int next = m_presenter.model().next();
    std::vector<TableRow> rows;
    for (const auto& field : m_presenter.model().fields()) {
        const auto row = static_cast<int>(rows.size());
        const QString state = field.copied ? tr("✓ Copied") : row == next ? tr("Next") : QString();
        rows.push_back({row + 1,
            {row < kNumberKeys ? u"Ctrl+%1"_s.arg(row + 1) : QString(), name(field.labelAr, field.labelEn),
                isolateAuto(QString(field.value).replace(u'\n', u" / "_s)), state},
            field.copied ? Tone::Success : Tone::Plain});
    }
    m_list->rows().setRows(std::move(rows));
    m_list->choose(std::max(0, next));
    m_referenceRow->setHint(sheet.referenceExample.isEmpty()
            ? QString()
            : tr("Such as %1").arg(isolateLtr(sheet.referenceExample)));
    m_feeRow->setVisible(m_presenter.needsFee());
    m_proofRow->setVisible(work->draft.feeState != FeeState::Unpaid);
    if (work->quote && work->quote->needsClerkAmount && !work->quote->maximum.isZero()) {
        const QString least = moneyText(work->quote->minimum, uiLanguage());
        const QString most = moneyText(work->quote->maximum, uiLanguage());
        m_feeRow->setHint(
            least == most ? tr("%1, as on the form").arg(most) : tr("Between %1 and %2").arg(least, most));
    }
}

void AssistedPage::retranslate()
{
    m_list->setAccessibleName(tr("Answers for the agency's site"));
    m_list->setColumns({{tr("Key"), ColumnKind::Code, 84}, {tr("Field")}, {tr("Answer")},
        {tr("State"), ColumnKind::Short, 120}});
    m_site->setText(tr("Open the site"));
    m_finish->setText(tr("Go on"));
    m_referenceRow->setLabel(tr("Reference from the site"), true);
    m_feeRow->setLabel(tr("Government fee on the site"), true);
    m_stateRow->setLabel(tr("Government fee at the agency"));
    m_proofRow->setLabel(tr("The agency's receipt number"));
    m_filling = true;
    const int index = std::max(0, m_state->currentIndex());
    m_state->clear();
    for (const QString& state : {tr("Not paid yet"), tr("Paid, not confirmed"), tr("Paid and confirmed")})
        m_state->addItem(state);
    m_state->setCurrentIndex(index);
    m_filling = false;
    showFaults();
    refresh();
}

void AssistedPage::goOnFrom(const QWidget* field)
{
    const auto rows = visibleRows();
    const auto at =
        std::find_if(rows.begin(), rows.end(), [&](FieldRow* row) { return row->editor() == field; });
    if (at == rows.end() || std::next(at) == rows.end()) return m_presenter.finish();
    (*std::next(at))->editor()->setFocus(Qt::TabFocusReason);
}

bool AssistedPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    auto& key = static_cast<QKeyEvent&>(*event);
    if (watched == m_list) {
        // Whoever comes back from the site types its reference at once.
        if (!writes(key)) return false;
        m_reference->setFocus(Qt::OtherFocusReason);
        QCoreApplication::sendEvent(m_reference, &key);
        return true;
    }
    if (!isEnter(key)) return false;
    goOnFrom(static_cast<QWidget*>(watched));
    return true;
}

} // namespace sanad
