#include "ui/audit/audit_page.h"

#include "core/base/isolates.h"
#include "ui/audit/act_edit.h"
#include "ui/text/act_text.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QFileDialog>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

AuditPage::AuditPage(AuditPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_from(new DateEdit)
    , m_to(new DateEdit)
    , m_user(new LtrEdit)
    , m_act(new ActEdit)
    , m_fromRow(new FieldRow({}, m_from))
    , m_toRow(new FieldRow({}, m_to))
    , m_userRow(new FieldRow({}, m_user))
    , m_actRow(new FieldRow({}, m_act))
    , m_show(new KeyButton(KeyButton::Kind::Primary))
    , m_export(new KeyButton(KeyButton::Kind::Plain))
    , m_list(new DataTable)
    , m_nothing(new EmptyState(Glyph::Document))
    , m_details(new Label(TextSize::Small))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(px(12));
    for (FieldRow* row : {m_fromRow, m_toRow})
        bar->addWidget(row, 0, Qt::AlignTop);
    bar->addWidget(m_userRow, 1, Qt::AlignTop);
    bar->addWidget(m_actRow, 2, Qt::AlignTop);
    column->addLayout(bar);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_show);
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    m_list->setEmptyState(m_nothing);
    m_details->setSecondary(true);
    m_details->setWrapping(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_show->setKey(u"Enter"_s);
    m_export->setKey(keyText(Command::Finish));

    for (LtrEdit* edit : {m_from->edit(), m_to->edit(), m_user})
        connect(edit, &QLineEdit::returnPressed, this, &AuditPage::apply);
    connect(m_act, &ActEdit::entered, this, &AuditPage::apply);
    connect(m_show, &QPushButton::clicked, this, &AuditPage::apply);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::exportDays);
    presenter.setRows([](const AuditLine& line) {
        return TableRow{line.number,
            {QString::number(line.number), dateTimeText(line.at),
                line.actor.isEmpty() ? tr("The program") : line.actor, line.counter,
                actText(line.act, uiLanguage())}};
    });
    presenter.list().showIn(m_list);
    connect(m_list, &DataTable::chosen, this, [this](qint64 number) {
        m_details->setText({});
        if (number != 0) m_presenter.open(number);
    });
    connect(m_list, &DataTable::typed, this, [this](const QString& text) {
        m_act->setFocus();
        m_act->setText(text);
    });
    connect(&presenter, &AuditPresenter::opened, this, &AuditPage::showLine);
    connect(&presenter.list(), &ListFeed::shown, this, &AuditPage::showEmptiness);
    connect(&presenter.list(), &ListFeed::counted, this, &AuditPage::showEmptiness);
    connect(&presenter, &AuditPresenter::exported, this,
        [this](const QString& folder, const InspectionSummary& summary) {
            Q_EMIT said(Tone::Success,
                tr("%1 lines and %2 receipts were written to %3.")
                    .arg(isolateLtr(numberText(summary.lines)), isolateLtr(numberText(summary.receipts)),
                        isolateLtr(folder)));
        });
    connect(&presenter, &AuditPresenter::failed, this, &Page::failed);
    retranslate();
}

void AuditPage::arrive()
{
    m_list->setFocus();
    m_presenter.reload();
}

std::vector<KeyHint> AuditPage::hints() const
{
    return {
        {u"Enter"_s, tr("Show")}, {u"↑ ↓"_s, tr("Move")}, {u"Ctrl+Enter"_s, tr("Export for an inspector")}};
}

bool AuditPage::perform(Command command, int)
{
    if (command != Command::Finish) return false;
    exportDays();
    return true;
}

void AuditPage::apply()
{
    AuditFilter filter = betweenDays(m_from->date(), m_to->date());
    filter.actor = m_user->text().trimmed();
    filter.act = m_act->text().trimmed();
    filter.acts = actsMeant(filter.act);
    m_presenter.show(filter);
}

void AuditPage::showEmptiness()
{
    m_nothing->show(m_presenter.list().complete() ? tr("Nothing was recorded that matches.")
                                                  : tr("The log is being searched."));
    if (m_presenter.list().size() == 0) m_details->setText({});
}

void AuditPage::showLine(const AuditLine& line)
{
    if (line.number != m_list->currentId()) return;
    QStringList told{tr("Act: %1").arg(isolateLtr(line.act))};
    if (line.payload != u"{}"_s) told << tr("Details: %1").arg(isolateLtr(line.payload));
    told << tr("Hash: %1").arg(isolateLtr(QString::fromLatin1(line.hash.toHex())));
    m_details->setText(told.join(u'\n'));
}

void AuditPage::exportDays()
{
    for (auto [row, edit] : {std::pair{m_fromRow, m_from}, std::pair{m_toRow, m_to}}) {
        const bool there = edit->date().isValid();
        row->setFault(there ? Fault::None : Fault::Block,
            there ? QString() : tr("Choose the first and the last day to export."));
        if (!there) return edit->edit()->setFocus();
    }
    const QString parent = QFileDialog::getExistingDirectory(this, tr("Where to"));
    if (!parent.isEmpty()) m_presenter.exportTo(parent, m_from->date(), m_to->date());
}

void AuditPage::retranslate()
{
    m_fromRow->setLabel(tr("First day"));
    m_toRow->setLabel(tr("Last day"));
    m_userRow->setLabel(tr("Sign-in name"));
    m_actRow->setLabel(tr("Act"));
    m_act->setPlaceholderText(tr("Any; ↓ lists them"));
    m_list->setAccessibleName(tr("Audit log"));
    m_details->setAccessibleName(tr("The line in full"));
    m_show->setText(tr("Show"));
    m_export->setText(tr("Export for an inspector"));
    m_list->setColumns({{tr("No."), ColumnKind::Code, px(90)}, {tr("Time"), ColumnKind::Code},
        {tr("Who"), ColumnKind::Code}, {tr("Counter"), ColumnKind::Code}, {tr("Act"), ColumnKind::Text}});
    m_presenter.list().repaint();
    showEmptiness();
    if (const qint64 shown = m_list->currentId()) m_presenter.open(shown);
}

} // namespace sanad
