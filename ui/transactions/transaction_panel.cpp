#include "ui/transactions/transaction_panel.h"

#include "core/base/isolates.h"
#include "core/transactions/portal_item.h"
#include "core/transactions/transaction_states.h"
#include "ui/shell/key_map.h"
#include "ui/text/format.h"
#include "ui/transactions/transaction_words.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr FeeState kFeeStates[] = {
    FeeState::Unpaid, FeeState::PaidUnconfirmed, FeeState::Confirmed, FeeState::Disputed, FeeState::Refunded};

/// No move: the first entry of the list of states.
constexpr int kStays = -1;

} // namespace

TransactionPanel::TransactionPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(TextSize::Heading))
    , m_about(new Label(TextSize::Body))
    , m_state(new Label(TextSize::Body))
    , m_reasonGiven(new Label(TextSize::Body))
    , m_history(new Label(TextSize::Small))
    , m_reference(new LtrEdit)
    , m_referenceRow(new FieldRow({}, m_reference))
    , m_fee(new QComboBox)
    , m_feeRow(new FieldRow({}, m_fee))
    , m_next(new QComboBox)
    , m_nextRow(new FieldRow({}, m_next))
    , m_correct(new KeyButton(KeyButton::Kind::Primary))
    , m_pay(new KeyButton(KeyButton::Kind::Primary))
    , m_reason(new NameEdit)
    , m_reasonRow(new FieldRow({}, m_reason))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_about, m_state, m_reasonGiven,
             m_correct, m_pay, m_referenceRow, m_feeRow, m_nextRow, m_reasonRow, m_history})
        column->addWidget(widget);
    column->addStretch(1);
    m_title->setBold(true);
    m_state->setBold(true);
    m_history->setSecondary(true);
    for (Label* label : {m_about, m_reasonGiven, m_history})
        label->setWrapping(true);
    m_reference->setMaxLength(kMostReference);
    m_correct->setKey(u"Ctrl+5"_s);
    m_pay->setKey(keyText(Command::Pay));
    for (KeyButton* button : {m_correct, m_pay})
        button->setAutoDefault(true);
    connect(m_pay, &QPushButton::clicked, this, &TransactionPanel::paymentWanted);
    connect(m_correct, &QPushButton::clicked, this, &TransactionPanel::correctionWanted);
    clear();
}

void TransactionPanel::show(const TransactionEntry& entry, const std::vector<TransactionMove>& moves)
{
    m_entry = entry;
    m_moves = moves;
    m_reference->setText(entry.transaction.portalReference);
    m_reason->clear();
    setVisible(true);
    fill();
}

void TransactionPanel::clear()
{
    m_entry = {};
    setVisible(false);
}

bool TransactionPanel::isCorrectable() const
{
    const TransactionState state = m_entry.transaction.state;
    return !isEmpty() && (state == TransactionState::ActionNeeded || state == TransactionState::Rejected);
}

bool TransactionPanel::isPayable() const
{
    return !isEmpty() && sanad::isPayable(m_entry.transaction);
}

void TransactionPanel::takeFocus()
{
    if (isCorrectable())
        m_correct->setFocus();
    else if (isPayable())
        m_pay->setFocus();
    else
        m_reference->setFocus();
}

AgencyResult TransactionPanel::result() const
{
    AgencyResult result;
    const Transaction& before = m_entry.transaction;
    if (const QString reference = m_reference->text().trimmed(); reference != before.portalReference)
        result.reference = reference;
    if (const auto fee = static_cast<FeeState>(m_fee->currentData().toInt()); fee != before.feeState)
        result.fee = fee;
    if (const int next = m_next->currentData().toInt(); next != kStays)
        result.state = static_cast<TransactionState>(next);
    result.reason = m_reason->text().trimmed();
    return result;
}

void TransactionPanel::retranslate()
{
    m_referenceRow->setLabel(tr("Portal reference"));
    m_feeRow->setLabel(tr("Government fee"));
    m_nextRow->setLabel(tr("Result"));
    m_reasonRow->setLabel(tr("The agency's reason"));
    m_correct->setText(tr("Correct the form"));
    m_pay->setText(tr("Take the money"));
    if (!isEmpty()) fill();
}

void TransactionPanel::fill()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const Transaction& transaction = m_entry.transaction;
    m_title->setText(isolateLtr(transaction.number));
    QStringList about{isolateAuto(arabic ? m_entry.serviceAr : m_entry.serviceEn)};
    const QString customer = arabic || m_entry.customerEn.isEmpty() ? m_entry.customerAr : m_entry.customerEn;
    if (!customer.isEmpty()) about << isolateAuto(customer);
    about << moneyText(transaction.fee.governmentFee, uiLanguage());
    m_about->setText(about.join(u" · "_s));
    m_state->setText(
        isPayable() ? tr("%1, not paid").arg(stateText(transaction.state)) : stateText(transaction.state));
    m_state->setTone(toneOf(transaction.state));
    m_reasonGiven->setText(transaction.reason);
    m_reasonGiven->setVisible(!transaction.reason.isEmpty());

    m_correct->setVisible(isCorrectable());
    m_pay->setVisible(isPayable());

    m_fee->clear();
    for (const FeeState state : kFeeStates)
        m_fee->addItem(feeStateText(state), static_cast<int>(state));
    m_fee->setCurrentIndex(m_fee->findData(static_cast<int>(transaction.feeState)));
    m_next->clear();
    m_next->addItem(tr("No change"), kStays);
    for (const TransactionState state : movesFrom(transaction.state))
        // What was sent back becomes ready by being corrected.
        if (!(isCorrectable() && state == TransactionState::Ready))
            m_next->addItem(stateText(state), static_cast<int>(state));

    QStringList history;
    for (const TransactionMove& move : m_moves)
        history << isolateLtr(dateTimeText(move.at)) + u" · "_s + stateText(move.to) + u" · "_s +
                isolateAuto(move.user);
    m_history->setText(history.join(u'\n'));
}

} // namespace sanad
