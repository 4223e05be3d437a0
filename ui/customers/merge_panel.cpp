#include "ui/customers/merge_panel.h"

#include "core/base/isolates.h"
#include "ui/approval/approval_dialog.h"
#include "ui/customers/customer_matches.h"
#include "ui/shell/key_map.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

MergePanel::MergePanel(MergePresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Heading, this))
    , m_advice(new Label(TextSize::Small, this))
    , m_search(new NameEdit(this))
    , m_searchRow(new FieldRow({}, m_search, this))
    , m_matches(new DataTable(this))
    , m_nobody(new EmptyState(Glyph::Search))
    , m_merge(new KeyButton(KeyButton::Kind::Primary, this))
    , m_doneTitle(new Label(TextSize::Small, this))
    , m_done(new DataTable(this))
    , m_undo(new KeyButton(KeyButton::Kind::Plain, this))
{
    build();
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &MergePresenter::find);
    connect(m_merge, &QPushButton::clicked, this, &MergePanel::merge);
    connect(m_undo, &QPushButton::clicked, this, &MergePanel::undo);
    connect(&presenter, &MergePresenter::found, this, &MergePanel::showMatches);
    connect(&presenter, &MergePresenter::cleared, this, [this] {
        m_search->clear();
        refresh();
    });
    connect(&presenter, &MergePresenter::loaded, this, [this] {
        m_search->clear();
        refresh();
        m_search->setFocus();
    });
    retranslate();
}

void MergePanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(10));
    const auto row = [column](QWidget* button) {
        auto* line = new QHBoxLayout;
        line->addWidget(button);
        line->addStretch();
        column->addLayout(line);
    };
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addWidget(m_searchRow);
    column->addWidget(m_matches, 3);
    row(m_merge);
    column->addWidget(m_doneTitle);
    column->addWidget(m_done, 2);
    row(m_undo);
    m_title->setBold(true);
    m_advice->setWrapping(true);
    m_advice->setSecondary(true);
    m_doneTitle->setSecondary(true);
    m_matches->setFocusPolicy(Qt::ClickFocus);
    m_matches->setEmptyState(m_nobody);
    m_merge->setKey(keyText(Command::Finish));
    m_undo->setKey(u"Ctrl+1"_s);
    m_search->installEventFilter(this);
}

void MergePanel::merge()
{
    const auto& kept = m_presenter.kept();
    const CustomerId gone = CustomerId::fromRaw(m_matches->currentId());
    if (!kept) return;
    if (gone.isNull()) {
        m_searchRow->explain(Fault::Block, [] { return tr("Find the other record first."); });
        return m_search->setFocus();
    }
    ApprovalDialog::ask(this, m_presenter.tasks(), m_presenter.session(),
        {mergeAct(kept->id, gone),
            tr("From now on the record of %1 stands for the other one too.")
                .arg(isolateAuto(kept->name(uiLanguage() == Language::Arabic))),
            {}},
        [this, gone](const Approval& approval) { m_presenter.merge(gone, approval); });
}

void MergePanel::undo()
{
    const MergeId merge = MergeId::fromRaw(m_done->currentId());
    if (merge.isNull()) return;
    ApprovalDialog::ask(this, m_presenter.tasks(), m_presenter.session(),
        {undoMergeAct(merge), tr("The merge is undone: both records stand for themselves again."), {}},
        [this, merge](const Approval& approval) { m_presenter.undo(merge, approval); });
}

void MergePanel::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto& kept = m_presenter.kept();
    setEnabled(kept.has_value());
    m_title->setText(kept ? tr("Merge into: %1").arg(isolateAuto(kept->name(arabic))) : QString());
    std::vector<TableRow> rows;
    for (const StandingMerge& merge : m_presenter.merges())
        rows.push_back({merge.id.raw(),
            {merge.gone.name(arabic), merge.gone.maskedIdentifier(), dateTimeText(merge.at), merge.clerk},
            Tone::Plain});
    const bool any = !rows.empty();
    m_done->rows().setRows(std::move(rows));
    m_done->choose(0);
    for (QWidget* each : std::initializer_list<QWidget*>{m_doneTitle, m_done, m_undo})
        each->setVisible(any);
    showMatches();
}

void MergePanel::showMatches()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    std::vector<TableRow> rows;
    for (const CustomerMatch& match : m_presenter.matches()) {
        const QString& first = arabic ? match.nameAr : match.nameEn;
        rows.push_back({match.id.raw(),
            {first.isEmpty() ? (arabic ? match.nameEn : match.nameAr) : first, customerKindText(match.kind),
                match.maskedIdentifier, match.maskedPhone},
            Tone::Plain});
    }
    m_searchRow->setFault(Fault::None, {});
    m_matches->rows().setRows(std::move(rows));
    m_matches->choose(0);
    m_merge->setEnabled(m_matches->currentId() != 0);
    m_nobody->show(m_search->text().trimmed().isEmpty() ? tr("Type a name or a number of the other record.")
                                                        : tr("No other record was found."));
}

void MergePanel::retranslate()
{
    m_advice->setText(tr("Nothing of the other record is rewritten, so a merge can be undone."));
    m_searchRow->setLabel(tr("The other record: name or number"));
    m_matches->setAccessibleName(tr("Records that may be merged"));
    m_matches->setColumns({{tr("Name")}, {tr("Kind"), ColumnKind::Short, 110},
        {tr("Identifier"), ColumnKind::Code, 140}, {tr("Mobile"), ColumnKind::Code, 140}});
    m_merge->setText(tr("Merge"));
    m_doneTitle->setText(tr("Merged into this record"));
    m_done->setAccessibleName(tr("Merged into this record"));
    m_done->setColumns({{tr("Name")}, {tr("Identifier"), ColumnKind::Code, 140},
        {tr("When"), ColumnKind::Code, 170}, {tr("By"), ColumnKind::Short, 110}});
    m_undo->setText(tr("Undo the merge"));
    refresh();
}

bool MergePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down) return QWidget::eventFilter(watched, event);
    m_matches->choose(m_matches->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1));
    return true;
}

} // namespace sanad
