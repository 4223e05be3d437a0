#include "ui/pay/payment_line.h"

#include "ui/text/error_text.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array kOffered{Tender::Cash, Tender::Card, Tender::Transfer};

} // namespace

QString tenderText(Tender tender)
{
    switch (tender) {
    case Tender::Cash:
        return PaymentLine::tr("Cash");
    case Tender::Card:
        return PaymentLine::tr("Bank card");
    case Tender::Transfer:
        return PaymentLine::tr("Bank transfer");
    case Tender::Account:
        return PaymentLine::tr("Company account");
    case Tender::Deposit:
        return PaymentLine::tr("Deposit");
    }
    return {};
}

PaymentLine::PaymentLine(QWidget* parent)
    : QWidget(parent)
    , m_tender(new QComboBox(this))
    , m_amount(new MoneyEdit(this))
    , m_code(new LtrEdit(this))
    , m_tenderRow(new FieldRow({}, m_tender, this))
    , m_amountRow(new FieldRow({}, m_amount, this))
    , m_codeRow(new FieldRow({}, m_code, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    for (auto* field : {m_tenderRow, m_amountRow, m_codeRow})
        row->addWidget(field, 1, Qt::AlignTop);
    m_code->setMaxLength(32);
    for (QWidget* field : std::initializer_list<QWidget*>{m_tender, m_amount, m_code})
        field->installEventFilter(this);
    connect(m_amount, &QLineEdit::textChanged, this, [this] {
        m_amountRow->setFault(Fault::None, {});
        Q_EMIT edited();
    });
    connect(m_code, &QLineEdit::textChanged, this, [this] { m_codeRow->setFault(Fault::None, {}); });
    connect(m_tender, &QComboBox::currentIndexChanged, this, [this] {
        m_codeRow->setFault(Fault::None, {});
        showCode();
        Q_EMIT edited();
    });
    retranslate();
}

void PaymentLine::begin(Tender tender, Money amount)
{
    const auto at = std::find(kOffered.begin(), kOffered.end(), tender);
    m_tender->setCurrentIndex(static_cast<int>(at - kOffered.begin()));
    m_amount->setAmount(amount);
    focusAmount();
}

void PaymentLine::nextTender()
{
    m_tender->setCurrentIndex((m_tender->currentIndex() + 1) % m_tender->count());
    if (needsCode())
        m_code->setFocus(Qt::TabFocusReason);
    else
        focusAmount();
}

Tender PaymentLine::tender() const
{
    return kOffered[static_cast<std::size_t>(std::max(0, m_tender->currentIndex()))];
}

Money PaymentLine::amount() const
{
    return m_amount->amount().value_or(Money());
}

Result<VisitPayment> PaymentLine::payment() const
{
    SANAD_TRY_VALUE(amount, m_amount->amount());
    VisitPayment payment;
    payment.tender = tender();
    payment.amount = amount;
    if (payment.tender == Tender::Card)
        payment.approvalCode = m_code->text().trimmed();
    else if (payment.tender != Tender::Cash)
        payment.reference = m_code->text().trimmed();
    return payment;
}

void PaymentLine::focusAmount()
{
    m_amount->setFocus(Qt::TabFocusReason);
}

bool PaymentLine::explain(const Error& error)
{
    const bool lacksCode = error.key == "visit.approval-code"_L1 && tender() == Tender::Card &&
        m_code->text().trimmed().isEmpty();
    if (!lacksCode) return explainAmount();
    m_codeRow->explain(Fault::Block, [error] { return errorText(error, uiLanguage()).happened; });
    m_code->setFocus(Qt::TabFocusReason);
    return true;
}

bool PaymentLine::explainAmount()
{
    const auto amount = m_amount->amount();
    if (amount) return false;
    m_amountRow->explain(
        Fault::Block, [error = amount.error()] { return errorText(error, uiLanguage()).happened; });
    focusAmount();
    return true;
}

void PaymentLine::showCode()
{
    m_codeRow->setLabel(tender() == Tender::Card ? tr("Approval code") : tr("Reference"));
    m_codeRow->setVisible(needsCode());
    m_amountRow->setLabel(tender() == Tender::Cash ? tr("Given (rials)") : tr("Amount (rials)"));
}

void PaymentLine::retranslate()
{
    m_tenderRow->setLabel(tr("Paid by"));
    const QSignalBlocker quiet(m_tender);
    const int index = std::max(0, m_tender->currentIndex());
    m_tender->clear();
    for (const auto tender : kOffered)
        m_tender->addItem(tenderText(tender));
    m_tender->setCurrentIndex(index);
    showCode();
}

bool PaymentLine::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || (key.modifiers() & ~Qt::KeypadModifier)) return false;
    if (watched == m_tender)
        focusAmount();
    else if (watched == m_amount && needsCode())
        m_code->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT entered();
    return true;
}

} // namespace sanad
