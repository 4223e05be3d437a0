#include "ui/pay/receipt_page.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/ui_language.h"

#include <QDir>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

ReceiptPage::ReceiptPage(CurrentVisit& visit, ReceiptOutput& output, ReceiptCopies& copies, QWidget* parent)
    : Page(parent)
    , m_visit(visit)
    , m_output(output)
    , m_copies(copies)
    , m_title(new Label(TextSize::Body, this))
    , m_number(new Label(TextSize::Figure, this))
    , m_totalLabel(new Label(TextSize::Body, this))
    , m_total(new Label(TextSize::Heading, this))
    , m_changeLabel(new Label(TextSize::Body, this))
    , m_change(new Label(TextSize::Figure, this))
    , m_state(new Pill(this))
    , m_paper(new QScrollArea(this))
    , m_picture(new QLabel)
    , m_next(new KeyButton(KeyButton::Kind::Primary, this))
    , m_reprint(new KeyButton(KeyButton::Kind::Plain, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(24));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(6));
    for (auto* label : {m_title, m_number, m_totalLabel, m_total, m_changeLabel, m_change})
        words->addWidget(label);
    words->addSpacing(px(8));
    words->addWidget(m_state);
    words->addStretch();
    words->addWidget(m_next, 0, Qt::AlignLeading);
    words->addWidget(m_reprint, 0, Qt::AlignLeading);
    row->addLayout(words);
    row->addStretch();
    row->addWidget(m_paper);
    for (auto* label : {m_title, m_totalLabel, m_changeLabel})
        label->setSecondary(true);
    for (auto* label : {m_number, m_total, m_change})
        label->setBold(true);
    m_paper->setWidget(m_picture);
    m_paper->setFrameShape(QFrame::NoFrame);
    m_paper->setFixedWidth(px(400));
    m_paper->setFocusPolicy(Qt::NoFocus);
    m_paper->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_next->setKey(u"Enter"_s);
    m_reprint->setKey(keyText(Command::Print));
    m_next->setAutoDefault(true);
    connect(m_next, &QPushButton::clicked, this, &ReceiptPage::next);
    connect(m_reprint, &QPushButton::clicked, this, &ReceiptPage::reprint);
    connect(&output, &ReceiptOutput::printed, this, [this](const QString& number, int copy) {
        if (!m_visit.receipt() || m_visit.receipt()->number != number) return;
        m_printed = true;
        m_copy = copy;
        retranslate();
    });
    connect(&output, &ReceiptOutput::failed, this, &Page::failed);
    connect(&output, &ReceiptOutput::saved, this, [this](const QString& path) {
        Q_EMIT said(Tone::Success, tr("Saved: %1").arg(isolateLtr(QDir::toNativeSeparators(path))));
    });
    retranslate();
}

void ReceiptPage::arrive()
{
    m_printed = false;
    m_copy = 0;
    m_picture->clear();
    m_next->setFocus();
    m_arrived.start();
    retranslate();
    const auto& receipt = m_visit.receipt();
    if (!receipt) return;
    m_output.preview(*receipt, this, [this](const QImage& image) {
        const auto shown = image.scaledToWidth(px(376), Qt::SmoothTransformation);
        m_picture->setPixmap(QPixmap::fromImage(shown));
        m_picture->resize(shown.size());
    });
}

std::vector<KeyHint> ReceiptPage::hints() const
{
    return {
        {u"Enter"_s, tr("Next person")}, {u"F10"_s, tr("Print a copy")}, {u"Ctrl+P"_s, tr("Save as PDF")}};
}

bool ReceiptPage::perform(Command command, int)
{
    switch (command) {
    case Command::Finish:
    case Command::Back:
        next();
        return true;
    case Command::Print:
        reprint();
        return true;
    case Command::Pdf:
        savePdf();
        return true;
    default:
        return false;
    }
}

void ReceiptPage::next()
{
    if (m_arrived.hasExpired(kGlance)) m_visit.finish();
}

void ReceiptPage::reprint()
{
    if (m_visit.receipt()) m_copies.print(m_visit.receipt()->number);
}

void ReceiptPage::savePdf()
{
    if (!m_visit.receipt()) return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_output.savePdf(*m_visit.receipt(), QDir(folder).filePath(m_visit.receipt()->number + u".pdf"_s));
}

void ReceiptPage::retranslate()
{
    const auto& receipt = m_visit.receipt();
    m_title->setText(tr("Receipt"));
    m_number->setText(receipt ? receipt->number : QString());
    m_totalLabel->setText(tr("Paid"));
    m_total->setText(receipt ? moneyText(receipt->total, uiLanguage()) : QString());
    const Money change = receipt ? receipt->change() : Money();
    m_changeLabel->setText(tr("Change to hand over"));
    m_change->setText(moneyText(change, uiLanguage()));
    m_changeLabel->setVisible(!change.isZero());
    m_change->setVisible(!change.isZero());
    if (m_printed && m_copy > 0)
        m_state->show(
            Tone::Success, Glyph::Printer, tr("Copy %1 printed").arg(isolateLtr(numberText(m_copy))));
    else if (m_printed)
        m_state->show(Tone::Success, Glyph::Printer, tr("Printed"));
    else if (m_output.hasPrinter())
        m_state->show(Tone::Plain, Glyph::Printer, tr("Printing"));
    else
        m_state->show(Tone::Warning, Glyph::Printer, tr("Saved; no printer is set up"));
    m_next->setText(tr("Next person"));
    m_reprint->setText(tr("Print a copy"));
    m_picture->setAccessibleName(tr("The receipt as printed"));
    m_reprint->setEnabled(m_output.hasPrinter());
}

} // namespace sanad
