#include "ui/privacy/keeping_page.h"

#include "core/base/digits.h"
#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

KeepingPage::KeepingPage(KeepingPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_rules(new DataTable(this))
    , m_chosen(new Label(TextSize::Body, this))
    , m_months(new LtrEdit(this))
    , m_monthsRow(new FieldRow({}, m_months, this))
    , m_save(new KeyButton(KeyButton::Kind::Primary, this))
    , m_due(new Label(TextSize::Body, this))
    , m_purge(new KeyButton(KeyButton::Kind::Plain, this))
    , m_permit(new LtrEdit(this))
    , m_permitRow(new FieldRow({}, m_permit, this))
    , m_permitNote(new Label(TextSize::Small, this))
    , m_savePermit(new KeyButton(KeyButton::Kind::Plain, this))
{
    auto* both = new QHBoxLayout(this);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(px(20));
    both->addWidget(m_rules, 7);
    auto* side = new QVBoxLayout;
    side->setSpacing(px(10));
    for (QWidget* each : std::initializer_list<QWidget*>{m_chosen, m_monthsRow, m_save})
        side->addWidget(each);
    side->addSpacing(px(24));
    for (QWidget* each : std::initializer_list<QWidget*>{m_due, m_purge})
        side->addWidget(each);
    side->addSpacing(px(24));
    for (QWidget* each : std::initializer_list<QWidget*>{m_permitRow, m_permitNote, m_savePermit})
        side->addWidget(each);
    side->addStretch();
    both->addLayout(side, 4);
    m_chosen->setBold(true);
    m_permitNote->setSecondary(true);
    for (Label* label : {m_chosen, m_due, m_permitNote})
        label->setWrapping(true);
    m_months->setMaxLength(3);
    m_permit->setMaxLength(60);
    m_save->setKey(keyText(Command::Finish));
    m_purge->setKey(u"Ctrl+1"_s);
    m_savePermit->setKey(u"Ctrl+2"_s);
    connect(m_rules, &DataTable::chosen, this, &KeepingPage::showChosen);
    connect(m_rules, &DataTable::opened, this, [this] { m_months->setFocus(); });
    connect(m_months, &QLineEdit::returnPressed, this, &KeepingPage::saveRule);
    connect(m_permit, &QLineEdit::returnPressed, m_savePermit, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, &KeepingPage::saveRule);
    connect(m_purge, &QPushButton::clicked, this, &KeepingPage::purge);
    connect(m_savePermit, &QPushButton::clicked, this,
        [this] { m_presenter.setPermit(m_permit->text().trimmed()); });
    connect(&presenter, &KeepingPresenter::loaded, this, &KeepingPage::refresh);
    connect(&presenter, &KeepingPresenter::saved, this, [this] { Q_EMIT said(Tone::Success, tr("Saved.")); });
    connect(&presenter, &KeepingPresenter::purged, this, [this](int files) {
        Q_EMIT said(Tone::Success, tr("%n file(s) were removed for good.", nullptr, files));
    });
    connect(&presenter, &KeepingPresenter::failed, this, &Page::failed);
    retranslate();
}

void KeepingPage::arrive()
{
    m_sure = false;
    m_presenter.load();
    m_rules->setFocus();
}

std::vector<KeyHint> KeepingPage::hints() const
{
    return {{u"Enter"_s, tr("Change")}, {u"Ctrl+Enter"_s, tr("Save the rule")},
        {u"Ctrl+1"_s, tr("Remove what is over")}, {u"Ctrl+2"_s, tr("Save the permit")},
        {u"Esc"_s, tr("Back to privacy")}};
}

bool KeepingPage::perform(Command command, int number)
{
    switch (command) {
    case Command::Finish:
        saveRule();
        return true;
    case Command::Nth:
        if (number != 1 && number != 2) return false;
        (number == 1 ? m_purge : m_savePermit)->click();
        return true;
    case Command::Back:
        Q_EMIT wanted(u"privacy"_s);
        return true;
    default:
        return false;
    }
}

const KeepingRow* KeepingPage::chosen() const
{
    const auto at = static_cast<std::size_t>(m_rules->currentId() - 1);
    return m_rules->currentId() > 0 && at < m_presenter.rows().size() ? &m_presenter.rows()[at] : nullptr;
}

void KeepingPage::saveRule()
{
    const KeepingRow* row = chosen();
    if (!row) return;
    bool isNumber = false;
    const int months = asciiDigits(m_months->text().trimmed()).toInt(&isNumber);
    if (!isNumber) return m_months->setFocus();
    m_presenter.setRule(row->code, months);
}

void KeepingPage::purge()
{
    if (m_presenter.due() > 0 && !std::exchange(m_sure, true)) return showDue();
    m_sure = false;
    m_presenter.purge();
}

void KeepingPage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const qint64 before = m_rules->currentId();
    std::vector<TableRow> rows;
    for (const KeepingRow& one : m_presenter.rows()) {
        const QString name = one.code.isEmpty() ? tr("All others") : arabic ? one.nameAr : one.nameEn;
        rows.push_back({static_cast<std::int64_t>(rows.size()) + 1,
            {name, tr("%n month(s)", nullptr, one.months),
                one.code.isEmpty() ? QString()
                    : one.ownRule  ? tr("Own rule")
                                   : tr("As all others"),
                one.due > 0 ? numberText(one.due) : QString()},
            one.due > 0 ? Tone::Warning : Tone::Plain});
    }
    const int last = static_cast<int>(rows.size()) - 1;
    m_rules->rows().setRows(std::move(rows));
    if (last >= 0) m_rules->choose(std::clamp(static_cast<int>(before) - 1, 0, last));
    if (!m_permit->hasFocus()) m_permit->setText(m_presenter.permit());
    showChosen();
    showDue();
}

void KeepingPage::showChosen()
{
    const KeepingRow* row = chosen();
    m_save->setEnabled(row != nullptr);
    if (!row) return;
    const bool arabic = uiLanguage() == Language::Arabic;
    m_chosen->setText(row->code.isEmpty() ? tr("Every paper without a rule of its own")
                                          : isolateAuto(arabic ? row->nameAr : row->nameEn));
    m_months->setText(QString::number(row->months));
}

void KeepingPage::showDue()
{
    const int due = m_presenter.due();
    m_due->setTone(due > 0 ? Tone::Warning : Tone::Plain);
    m_due->setText(m_sure && due > 0
            ? tr("%n paper(s) go for good. Press once more to remove them.", nullptr, due)
            : due > 0 ? tr("%n paper(s) are past their time.", nullptr, due)
                      : tr("Nothing is past its time."));
    m_purge->setText(m_sure && due > 0 ? tr("Yes, remove for good") : tr("Remove what is over"));
}

void KeepingPage::retranslate()
{
    m_rules->setAccessibleName(tr("Rules"));
    m_rules->setColumns({{tr("Paper")}, {tr("Kept after the work"), ColumnKind::Short, 170},
        {tr("Rule"), ColumnKind::Short, 120}, {tr("Past its time"), ColumnKind::Amount, 115}});
    m_monthsRow->setLabel(tr("Months, 1 to 120"));
    m_save->setText(tr("Save the rule"));
    m_permitRow->setLabel(tr("Number of the ministry's permit"));
    m_permitNote->setText(
        tr("Papers on health, genes, biometrics, origin, private life, belief or convictions "
           "may be kept with this permit only. Without it they are looked at and given "
           "back."));
    m_savePermit->setText(tr("Save the permit"));
    refresh();
}

} // namespace sanad
