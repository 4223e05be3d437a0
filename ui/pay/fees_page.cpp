#include "ui/pay/fees_page.h"

#include "core/base/isolates.h"
#include "core/transactions/portal_item.h"
#include "ui/pay/fee_additions.h"
#include "ui/pay/price_panel.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const std::vector<FeeState>& offeredStates()
{
    static const std::vector<FeeState> states{
        FeeState::Unpaid, FeeState::PaidUnconfirmed, FeeState::Confirmed};
    return states;
}

} // namespace

FeesPage::FeesPage(CurrentVisit& visit, QWidget* parent)
    : Page(parent)
    , m_visit(visit)
    , m_title(new Label(TextSize::Body, this))
    , m_parts(new DataTable(this))
    , m_remark(new Label(TextSize::Small, this))
    , m_additions(new FeeAdditions(this))
    , m_price(new PricePanel(this))
    , m_fee(new MoneyEdit(this))
    , m_reference(new LtrEdit(this))
    , m_state(new QComboBox(this))
    , m_feeRow(new FieldRow({}, m_fee, this))
    , m_referenceRow(new FieldRow({}, m_reference, this))
    , m_stateRow(new FieldRow({}, m_state, this))
    , m_otherPrice(new KeyButton(KeyButton::Kind::Quiet, this))
    , m_later(new KeyButton(KeyButton::Kind::Plain, this))
    , m_finish(new KeyButton(KeyButton::Kind::Primary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_parts, 1);
    column->addWidget(m_remark);
    column->addWidget(m_additions);
    column->addWidget(m_price);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(px(16));
    for (auto* row : {m_feeRow, m_referenceRow, m_stateRow})
        fields->addWidget(row, 1, Qt::AlignTop);
    column->addLayout(fields);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_otherPrice);
    buttons->addWidget(m_later);
    buttons->addWidget(m_finish);
    column->addLayout(buttons);
    m_title->setBold(true);
    m_remark->setWrapping(true);
    m_remark->setSecondary(true);
    m_parts->setFocusPolicy(Qt::NoFocus);
    m_reference->setMaxLength(kMostReference);
    m_finish->setKey(keyText(Command::Finish));
    m_later->setKey(keyText(Command::PayLater));
    for (QWidget* field : std::initializer_list<QWidget*>{m_fee, m_reference, m_state})
        field->installEventFilter(this);
    connect(m_finish, &QPushButton::clicked, this, &FeesPage::finish);
    connect(m_later, &QPushButton::clicked, this, &FeesPage::leaveUnpaid);
    connect(m_additions, &FeeAdditions::edited, this, &FeesPage::takeAdditions);
    connect(m_otherPrice, &QPushButton::clicked, this, [this] {
        m_price->setVisible(true);
        m_price->takeFocus();
    });
    connect(m_price, &PricePanel::edited, this,
        [this] { m_visit.edit([this](Draft& draft) { m_price->take(draft); }); });
    for (QWidget* field : m_price->fields())
        field->installEventFilter(this);
    connect(m_fee, &QLineEdit::textEdited, this, &FeesPage::take);
    connect(m_reference, &QLineEdit::textEdited, this, &FeesPage::take);
    connect(m_state, &QComboBox::currentIndexChanged, this, &FeesPage::take);
    connect(&visit, &CurrentVisit::changed, this, [this] {
        if (isVisible()) refresh();
    });
    retranslate();
}

bool FeesPage::atCounter() const
{
    const auto* work = m_visit.work();
    return work && work->service.channelKind == "counter"_L1;
}

bool FeesPage::clerkEnters() const
{
    const auto* work = m_visit.work();
    return work && !work->isAssisted() && agencyHasFigure();
}

bool FeesPage::agencyHasFigure() const
{
    const auto* work = m_visit.work();
    return work && ((work->quote && work->quote->needsClerkAmount) || work->draft.governmentFee);
}

void FeesPage::arrive()
{
    fill();
    refresh();
    QWidget* first = m_finish;
    if (clerkEnters())
        first = m_fee;
    else if (atCounter())
        first = m_reference;
    first->setFocus(Qt::TabFocusReason);
}

std::vector<KeyHint> FeesPage::hints() const
{
    std::vector<KeyHint> list{{u"Ctrl+Enter"_s, tr("Accept the fees")},
        {keyText(Command::PayLater), tr("The customer pays later")}, {u"F7"_s, tr("Put on hold")},
        {u"Esc"_s, tr("Back")}};
    if (m_additions->isVisibleTo(this)) list.insert(list.begin(), {u"Ctrl+1…9"_s, tr("Extra or late fine")});
    return list;
}

bool FeesPage::perform(Command command, int number)
{
    if (command == Command::Nth) return m_additions->isVisibleTo(this) && m_additions->perform(number);
    if (command == Command::PayLater) {
        leaveUnpaid();
        return true;
    }
    if (command != Command::Finish) return false;
    finish();
    return true;
}

void FeesPage::fill()
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_filling = true;
    m_price->fill(work->draft);
    m_price->setVisible(work->draft.serviceFee || !work->draft.discount.isZero());
    m_additions->offer(work->service.fee, work->draft.extras, work->draft.monthsLate);
    QWidget* before = m_state;
    for (auto* field : m_additions->fields()) {
        field->installEventFilter(this);
        setTabOrder(before, field);
        before = field;
    }
    setTabOrder(before, m_finish);
    m_fee->setText(work->draft.governmentFee ? work->draft.governmentFee->text() : QString());
    m_reference->setText(work->draft.portalReference);
    const auto& states = offeredStates();
    const auto at = std::find(states.begin(), states.end(), work->draft.feeState);
    m_state->setCurrentIndex(at == states.end() ? 0 : static_cast<int>(at - states.begin()));
    m_feeRow->setFault(Fault::None, {});
    m_referenceRow->setFault(Fault::None, {});
    m_filling = false;
    // The catalogue may have changed since.
    if (m_additions->extras() != work->draft.extras || m_additions->monthsLate() != work->draft.monthsLate)
        takeAdditions();
}

void FeesPage::takeAdditions()
{
    m_visit.edit([this](Draft& draft) {
        draft.extras = m_additions->extras();
        draft.monthsLate = m_additions->monthsLate();
    });
    m_visit.settle(this, [] {});
}

void FeesPage::take()
{
    if (m_filling) return;
    m_feeRow->setFault(Fault::None, {});
    m_referenceRow->setFault(Fault::None, {});
    m_visit.edit([this](Draft& draft) {
        draft.portalReference = m_reference->text().trimmed();
        draft.feeState = offeredStates()[static_cast<std::size_t>(std::max(0, m_state->currentIndex()))];
        if (!m_feeRow->isVisibleTo(this)) return;
        const auto amount = m_fee->amount();
        draft.governmentFee = amount ? std::optional<Money>(*amount) : std::nullopt;
    });
}

bool FeesPage::complete()
{
    if (!m_visit.work()) return false;
    if (clerkEnters()) {
        const auto amount = m_fee->amount();
        if (!amount) {
            m_feeRow->explain(Fault::Block, [empty = m_fee->isEmpty(), error = amount.error()] {
                return empty ? tr("Write the amount that the agency's site shows.")
                             : errorText(error, uiLanguage()).sentence();
            });
            m_fee->setFocus();
            return false;
        }
        if (m_reference->text().trimmed().isEmpty()) {
            m_referenceRow->explain(
                Fault::Block, [] { return tr("Write the reference that belongs to this amount."); });
            m_reference->setFocus();
            return false;
        }
    }
    return !m_price->isVisibleTo(this) || m_price->complete();
}

void FeesPage::leaveUnpaid()
{
    if (complete()) m_visit.leaveUnpaid();
}

void FeesPage::finish()
{
    if (!complete()) return;
    m_visit.settle(this, [this] {
        // It may have been put aside meanwhile.
        if (!m_visit.work()) return;
        if (m_visit.work()->feeMissing()) return refresh();
        m_visit.agree();
    });
}

void FeesPage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto* work = m_visit.work();
    if (!work) return;
    const auto name = [arabic](
                          const QString& ar, const QString& en) { return arabic || en.isEmpty() ? ar : en; };
    m_title->setText(name(work->service.nameAr, work->service.nameEn));
    std::vector<TableRow> rows;
    const auto add = [&rows](
                         const QString& what, const QString& count, Money amount, Tone tone = Tone::Plain) {
        rows.push_back({static_cast<qint64>(rows.size()) + 1, {what, count, amountText(amount)}, tone});
    };
    if (work->quote && !work->draft.governmentFee) {
        for (const auto& part : work->quote->parts) {
            const QString what =
                part.kind == FeePart::Kind::LateFine ? tr("Late fine") : name(part.ar, part.en);
            add(what.isEmpty() ? tr("Government fee") : tr("Government fee: %1").arg(isolateAuto(what)),
                part.count > 1 ? u"× %1"_s.arg(part.count) : QString(), part.amount);
        }
    } else if (work->draft.governmentFee) {
        add(tr("Government fee"), {}, *work->draft.governmentFee);
    }
    add(tr("Service fee (VAT included)"), {}, work->serviceFee());
    if (!work->draft.discount.isZero()) add(tr("Discount"), {}, -work->draft.discount);
    add(tr("Total"), {}, work->total(), Tone::Success);
    m_parts->rows().setRows(std::move(rows));

    QString remark;
    if (work->quote && !work->quote->dueLater.isZero())
        remark = tr("Later steps of the agency will cost %1 more.")
                     .arg(moneyText(work->quote->dueLater, uiLanguage()));
    if (work->quote && work->quote->needsClerkAmount && !work->quote->maximum.isZero()) {
        const QString least = moneyText(work->quote->minimum, uiLanguage());
        const QString most = moneyText(work->quote->maximum, uiLanguage());
        remark = least == most ? tr("The agency's figure must be %1, as on the form.").arg(most)
                               : tr("The agency's figure lies between %1 and %2.").arg(least, most);
    }
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    const bool added = !work->draft.extras.isEmpty() || work->draft.monthsLate > 0;
    m_additions->setVisible(!m_additions->isEmpty() && (added || !agencyHasFigure()));
    m_feeRow->setVisible(clerkEnters());
    m_referenceRow->setVisible(atCounter() || clerkEnters());
    m_stateRow->setVisible(atCounter() || clerkEnters());
}

void FeesPage::retranslate()
{
    m_parts->setAccessibleName(tr("Fees"));
    m_parts->setColumns(
        {{tr("Fee")}, {tr("Count"), ColumnKind::Code, 90}, {tr("Amount (rials)"), ColumnKind::Amount, 150}});
    m_feeRow->setLabel(tr("Government fee on the agency's site"), true);
    m_referenceRow->setLabel(tr("Portal reference"));
    m_stateRow->setLabel(tr("Government fee at the agency"));
    m_otherPrice->setText(tr("Another price"));
    m_later->setText(tr("The customer pays later"));
    m_finish->setText(tr("Accept the fees"));
    m_filling = true;
    const int index = std::max(0, m_state->currentIndex());
    m_state->clear();
    m_state->addItem(tr("Not paid yet"));
    m_state->addItem(tr("Paid, not confirmed"));
    m_state->addItem(tr("Paid and confirmed"));
    m_state->setCurrentIndex(index);
    m_filling = false;
    refresh();
}

bool FeesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || (key.modifiers() & ~Qt::KeypadModifier)) return false;
    const auto priced = m_price->fields();
    if (const auto at = std::find(priced.begin(), priced.end(), watched); at != priced.end())
        (at + 1 == priced.end() ? static_cast<QWidget*>(m_finish) : *(at + 1))->setFocus(Qt::TabFocusReason);
    else if (watched == m_fee)
        m_reference->setFocus(Qt::TabFocusReason);
    else if (watched == m_reference)
        m_state->setFocus(Qt::TabFocusReason);
    else
        m_finish->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace sanad
