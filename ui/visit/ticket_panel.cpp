#include "ui/visit/ticket_panel.h"

#include "core/base/isolates.h"
#include "ui/shell/key_map.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

TicketPanel::TicketPanel(CurrentVisit& visit, QWidget* parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_ticketLabel(new Label(TextSize::Small, this))
    , m_ticket(new Label(TextSize::Figure, this))
    , m_state(new Label(TextSize::Small, this))
    , m_customerLabel(new Label(TextSize::Small, this))
    , m_customer(new Label(TextSize::Body, this))
    , m_identifier(new Label(TextSize::Small, this))
    , m_guardian(new Banner(this))
    , m_consent(new KeyButton(KeyButton::Kind::Plain, this))
    , m_lines(new QWidget(this))
    , m_grid(new QGridLayout(m_lines))
    , m_totalLabel(new Label(TextSize::Small, this))
    , m_total(new Label(TextSize::Figure, this))
    , m_pay(new KeyButton(KeyButton::Kind::Primary, this))
{
    setFixedWidth(px(300));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(18), px(16), px(18), px(16));
    column->setSpacing(px(4));
    column->addWidget(m_ticketLabel);
    column->addWidget(m_ticket);
    column->addWidget(m_state);
    column->addSpacing(px(12));
    column->addWidget(m_customerLabel);
    column->addWidget(m_customer);
    column->addWidget(m_identifier);
    column->addWidget(m_guardian);
    column->addWidget(m_consent);
    column->addSpacing(px(12));
    column->addWidget(m_lines);
    column->addStretch();
    column->addWidget(m_totalLabel);
    column->addWidget(m_total);
    column->addSpacing(px(8));
    column->addWidget(m_pay);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(px(6));
    m_grid->setColumnStretch(0, 1);

    for (auto* label : {m_ticketLabel, m_state, m_customerLabel, m_identifier, m_totalLabel})
        label->setSecondary(true);
    m_ticket->setBold(true);
    m_total->setBold(true);
    m_customer->setWrapping(true);
    m_pay->setKey(keyText(Command::Pay));
    m_pay->setGlyph(Glyph::Pay);
    connect(m_pay, &QPushButton::clicked, this, &TicketPanel::payWanted);
    m_consent->setKey(keyText(Command::Customer));
    m_consent->setGlyph(Glyph::People);
    connect(m_consent, &QPushButton::clicked, this, &TicketPanel::consentWanted);
    connect(&visit, &CurrentVisit::changed, this, &TicketPanel::refresh);
    connect(&visit, &CurrentVisit::stepChanged, this, &TicketPanel::refresh);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setFixedWidth(px(300));
        refresh();
    });
    refresh();
}

void TicketPanel::addHeading(const QString& text)
{
    auto* heading = new Label(text, TextSize::Body, m_lines);
    heading->setWrapping(true);
    m_grid->addWidget(heading, m_filled++, 0, 1, 2);
}

void TicketPanel::addLine(const QString& text, const QString& amount)
{
    auto* words = new Label(text, TextSize::Small, m_lines);
    words->setWrapping(true);
    auto* figure = new Label(amount, TextSize::Small, m_lines);
    figure->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop);
    m_grid->addWidget(words, m_filled, 0);
    m_grid->addWidget(figure, m_filled++, 1); // fills the column, so that the figures end below each other
}

void TicketPanel::clearLines()
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_filled = 0;
}

void TicketPanel::listWorks()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    for (const auto& work : m_visit.works()) {
        addHeading(arabic || work.service.nameEn.isEmpty() ? work.service.nameAr : work.service.nameEn);
        addLine(tr("Government fee"), work.feeMissing() ? QString(u'—') : amountText(work.governmentFee()));
        addLine(tr("Service fee"), amountText(work.serviceFee()));
        if (!work.draft.discount.isZero()) addLine(tr("Discount"), amountText(-work.draft.discount));
    }
    m_totalLabel->setText(tr("Total"));
    m_total->setText(moneyText(m_visit.total(), uiLanguage()));
}

void TicketPanel::listReceipt(const Receipt& receipt)
{
    addHeading(tr("Receipt %1").arg(isolateLtr(receipt.number)));
    addLine(tr("Paid"), amountText(receipt.total));
    m_totalLabel->setText(tr("Change to hand over"));
    m_total->setText(moneyText(receipt.change(), uiLanguage()));
}

void TicketPanel::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    m_ticketLabel->setText(tr("Ticket"));
    m_ticket->setText(m_visit.ticket() ? m_visit.ticket()->number : u"—"_s);
    m_ticket->setTone(Tone::Plain);
    QString state;
    if (m_visit.awaitsArrival())
        state = tr("Called. Enter when the person has come.");
    else if (m_visit.ticket())
        state = tr("At the counter");
    else if (m_visit.customer())
        state = tr("Without a ticket");
    else
        state = tr("Nobody at the counter");
    m_state->setWrapping(true);
    m_state->setText(state);

    const auto& customer = m_visit.customer();
    m_customerLabel->setText(tr("Customer"));
    m_customer->setText(customer ? customer->name(arabic) : u"—"_s);
    m_identifier->setText(customer ? isolateLtr(customer->maskedIdentifier()) : QString());
    const bool unguarded = m_visit.lacksGuardian();
    m_consent->setText(tr("Guardian's consent"));
    m_consent->setVisible(unguarded);
    if (!unguarded)
        m_guardian->clear();
    else if (m_guardian->isHidden())
        m_guardian->tell(Tone::Warning, [] { return tr("Under 18: no guardian has consented yet."); });

    clearLines();
    if (m_visit.isEmpty() && m_visit.lastReceipt())
        listReceipt(*m_visit.lastReceipt());
    else
        listWorks();
    m_pay->setText(tr("Pay"));
    m_pay->setEnabled(m_visit.payable() && m_visit.step() != CurrentVisit::Step::Done);
}

void TicketPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

void TicketPanel::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    const int line = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    painter.fillRect(QRect(line, 0, 1, height()), c.hairline);
}

} // namespace sanad
