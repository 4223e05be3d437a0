#include "ui/documents/expiry_dialog.h"

#include "core/base/clock.h"
#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

void ExpiryDialog::ask(QWidget* over, const QString& paper, std::function<void(const QDate&)> given)
{
    auto* dialog = new ExpiryDialog(over->window(), paper);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExpiryDialog::given, over, std::move(given));
    dialog->open();
}

ExpiryDialog::ExpiryDialog(QWidget* over, const QString& paper)
    : QDialog(over)
    , m_date(new DateEdit(this))
    , m_row(new FieldRow(tr("The paper expires on"), m_date, this))
{
    setWindowTitle(tr("Scan to keep"));
    setMinimumWidth(px(480));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(28), px(24), px(28), px(24));
    column->setSpacing(px(14));
    auto* name = new Label(paper, TextSize::Body, this);
    name->setWrapping(true);
    name->setBold(true);
    column->addWidget(name);
    column->addWidget(m_row);
    m_row->setHint(tr("As printed on it; leave it empty where nothing is printed."));
    auto* buttons = new QHBoxLayout;
    auto* back = new KeyButton(tr("Back"), u"Esc"_s, KeyButton::Kind::Plain, this);
    auto* keep = new KeyButton(tr("Keep a scan"), u"Enter"_s, KeyButton::Kind::Primary, this);
    back->setAutoDefault(false);
    keep->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(keep);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &ExpiryDialog::submit);
    m_date->setFocus();
}

void ExpiryDialog::submit()
{
    const QDate day = m_date->date();
    if (!m_date->isEmpty() && !day.isValid()) {
        m_row->setFault(Fault::Block, tr("This is not a date. Write it as day/month/year."));
        return m_date->setFocus();
    }
    if (day.isValid() && day < businessDayAt(systemClock()(), 0) && day != m_confirmed) {
        m_confirmed = day;
        m_row->setFault(Fault::Warn,
            tr("This paper expired on %1. Enter keeps the scan all the same.")
                .arg(isolateLtr(dateText(day))));
        return m_date->setFocus();
    }
    Q_EMIT given(day);
    accept();
}

} // namespace sanad
