#include "ui/backup/backups_page.h"

#include "core/base/isolates.h"
#include "ui/approval/question_dialog.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QFileDialog>
#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;

QString sizeText(qint64 bytes)
{
    return isolateLtr(numberText(std::max<qint64>(1, bytes / kMegabyte)) + u" MB"_s);
}

/// The one to be removed first: of those that hold somebody erased, else of all. Null without one.
const KeptCopy* nextKeptCopy(const std::vector<KeptCopy>& copies)
{
    const auto holding =
        std::find_if(copies.begin(), copies.end(), [](const KeptCopy& copy) { return copy.holdsErased; });
    if (holding != copies.end()) return &*holding;
    return copies.empty() ? nullptr : &copies.front();
}

} // namespace

BackupsPage::BackupsPage(BackupPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_summary(new Label(TextSize::Heading))
    , m_folder(new Label(TextSize::Body))
    , m_disks(new Label(TextSize::Body))
    , m_heads(new Label(TextSize::Body))
    , m_kept(new Label(TextSize::Body))
    , m_check(new Label(TextSize::Small))
    , m_backUp(new KeyButton(KeyButton::Kind::Primary))
    , m_choose(new KeyButton(KeyButton::Kind::Plain))
    , m_checkAll(new KeyButton(KeyButton::Kind::Plain))
    , m_renew(new KeyButton(KeyButton::Kind::Plain))
    , m_discard(new KeyButton(KeyButton::Kind::Plain))
    , m_rebuild(new KeyButton(KeyButton::Kind::Plain))
    , m_giveUp(new KeyButton(KeyButton::Kind::Plain))
    , m_restore(new KeyButton(KeyButton::Kind::Plain))
    , m_key(new KeyButton(KeyButton::Kind::Plain))
    , m_runs(new DataTable)
    , m_none(new EmptyState(Glyph::Document))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    auto* top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_backUp);
    column->addLayout(top);
    auto* where = new QHBoxLayout;
    where->addWidget(m_folder, 1);
    where->addWidget(m_choose);
    where->addWidget(m_restore);
    column->addLayout(where);
    column->addWidget(m_disks);
    auto* outside = new QHBoxLayout;
    outside->addWidget(m_heads, 1);
    outside->addWidget(m_renew);
    column->addLayout(outside);
    auto* kept = new QHBoxLayout;
    kept->addWidget(m_kept, 1);
    kept->addWidget(m_discard);
    column->addLayout(kept);
    column->addWidget(m_runs, 1);
    auto* checks = new QHBoxLayout;
    checks->addWidget(m_check, 1);
    checks->addWidget(m_rebuild);
    checks->addWidget(m_giveUp);
    checks->addWidget(m_checkAll);
    checks->addWidget(m_key);
    column->addLayout(checks);
    m_summary->setBold(true);
    m_folder->setWrapping(true);
    m_disks->setWrapping(true);
    m_disks->setTone(Tone::Warning);
    m_heads->setWrapping(true);
    m_heads->setTone(Tone::Error);
    m_kept->setWrapping(true);
    m_check->setWrapping(true);
    m_check->setSecondary(true);
    m_backUp->setKey(keyText(Command::Finish));
    m_runs->setEmptyState(m_none);

    connect(m_backUp, &QPushButton::clicked, this, &BackupsPage::backUp);
    connect(m_choose, &QPushButton::clicked, this, &BackupsPage::chooseFolder);
    connect(m_checkAll, &QPushButton::clicked, &presenter, &BackupPresenter::checkNow);
    connect(m_rebuild, &QPushButton::clicked, &presenter, &BackupPresenter::rebuild);
    connect(m_giveUp, &QPushButton::clicked, this, &BackupsPage::askToGiveUpPapers);
    connect(m_renew, &QPushButton::clicked, &presenter, &BackupPresenter::renewHeads);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (const KeptCopy* copy = nextKeptCopy(m_presenter.state().keptCopies))
            Q_EMIT discardWanted(copy->folder);
    });
    connect(m_key, &QPushButton::clicked, this, [this] { Q_EMIT wanted(u"key"_s); });
    connect(m_restore, &QPushButton::clicked, this, &BackupsPage::restoreWanted);
    connect(&presenter, &BackupPresenter::loaded, this, &BackupsPage::refresh);
    connect(&presenter, &BackupPresenter::disksSeen, this, &BackupsPage::showDisks);
    connect(&presenter, &BackupPresenter::folderChosen, this, [this](const QString& folder) {
        Q_EMIT said(Tone::Success, tr("Backups go to %1 from now on.").arg(isolateLtr(folder)));
        backUp();
    });
    connect(&presenter, &BackupPresenter::rebuilt, this, [this] {
        Q_EMIT said(Tone::Success, tr("What is derived was made anew from the facts."));
        m_presenter.checkNow();
    });
    connect(&presenter, &BackupPresenter::papersGivenUp, this, [this](int count) {
        if (count > 0)
            Q_EMIT said(Tone::Success,
                tr("Scans that were given up: %1. The audit log says so.")
                    .arg(isolateLtr(numberText(count))));
        else
            Q_EMIT said(
                Tone::Plain, tr("No scan was given up: none is lost, or other things are damaged too."));
        m_presenter.checkNow();
    });
    connect(&presenter, &BackupPresenter::headsRenewed, this, [this] {
        Q_EMIT said(Tone::Success, tr("The end of the data is remembered anew; the audit log says so."));
    });
    connect(&presenter, &BackupPresenter::keptCopyRemoved, this,
        [this] { Q_EMIT said(Tone::Success, tr("The older copy is removed; the audit log says so.")); });
    connect(&presenter.runner(), &BackupRunner::started, this, [this] {
        m_backUp->setEnabled(false);
        m_checkAll->setEnabled(false);
    });
    connect(&presenter.runner(), &BackupRunner::progressed, this, [this](int percent) {
        m_summary->setText(tr("Backing up and checking: %1 %").arg(isolateLtr(QString::number(percent))));
    });
    connect(&presenter.runner(), &BackupRunner::finished, this, &BackupsPage::refresh);
    connect(&presenter.runner(), &BackupRunner::failed, this, [this] { refresh(); });
    connect(&presenter, &BackupPresenter::failed, this, [this](const Error& error) {
        if (isVisible()) Q_EMIT failed(error);
    });
    retranslate();
}

void BackupsPage::arrive()
{
    m_runs->setFocus();
    m_presenter.load();
}

std::vector<KeyHint> BackupsPage::hints() const
{
    return {{u"Ctrl+Enter"_s, tr("Back up now")}, {u"↑ ↓"_s, tr("Move")}};
}

bool BackupsPage::perform(Command command, int)
{
    if (command != Command::Finish) return false;
    backUp();
    return true;
}

void BackupsPage::backUp()
{
    if (m_presenter.runner().running()) return Q_EMIT failed({ErrorCode::Conflict, u"backup.busy"_s, {}, {}});
    Q_EMIT said(Tone::Plain, tr("Backing up. You can go on working."));
    m_presenter.backUpNow();
}

void BackupsPage::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("A second disk or a stick"), m_presenter.state().folder);
    if (!folder.isEmpty()) m_presenter.chooseFolder(folder);
}

void BackupsPage::refresh()
{
    const BackupState& state = m_presenter.state();
    const bool idle = !m_presenter.runner().running();
    m_backUp->setEnabled(idle);
    m_checkAll->setEnabled(idle);
    m_summary->setText(backupAgeText(m_presenter));
    m_summary->setTone(m_presenter.age() == BackupAge::Fresh ? Tone::Plain : Tone::Warning);
    m_folder->setText(state.folder.isEmpty() ? tr("No folder for backups has been chosen yet.")
            : state.reachable                ? tr("Backups go to %1").arg(isolateLtr(state.folder))
                              : tr("The disk or stick is not there: %1").arg(isolateLtr(state.folder)));
    m_folder->setTone(state.reachable ? Tone::Plain : Tone::Warning);
    std::vector<TableRow> rows;
    for (const BackupRun& run : state.runs)
        rows.push_back({run.id,
            {dateTimeText(run.createdAt), sizeText(run.bytes), numberText(run.files),
                run.verifiedAt.isValid() ? dateTimeText(run.verifiedAt) : tr("not yet")}});
    m_runs->rows().setRows(std::move(rows));
    showDisks();
    showHeads();
    showKept();
    showCheck();
}

void BackupsPage::showDisks()
{
    QStringList sentences;
    for (const Error& warning : m_presenter.disks().warnings) {
        if (&warning == m_presenter.disks().worst()) continue; // it stands on the window
        sentences << errorText(warning, uiLanguage()).sentence();
    }
    m_disks->setVisible(!sentences.isEmpty());
    m_disks->setText(sentences.join(u'\n'));
}

void BackupsPage::showHeads()
{
    const auto& faults = m_presenter.state().headFaults;
    m_heads->setVisible(!faults.empty());
    m_renew->setVisible(!faults.empty());
    QStringList folders;
    for (const HeadFault& fault : faults)
        folders << isolateLtr(fault.folder);
    m_heads->setText(tr("What is remembered in %1 about the end of the data is damaged, missing or not of "
                        "this centre. A stick "
                        "may be damaged; or older data was put in place of today's. Compare the newest "
                        "printed day close with "
                        "the desk; if they agree, let it be remembered anew.")
                         .arg(folders.join(tr(", "))));
}

void BackupsPage::showKept()
{
    const KeptCopy* copy = nextKeptCopy(m_presenter.state().keptCopies);
    m_kept->setVisible(copy);
    m_discard->setVisible(copy);
    if (!copy) return;
    const QString folder = isolateLtr(copy->folder);
    m_kept->setTone(copy->holdsErased ? Tone::Error : Tone::Plain);
    m_kept->setText(copy->holdsErased
            ? tr("People who were erased are still in %1, which a restore kept. Remove it, and copies of it "
                 "elsewhere too.")
                  .arg(folder)
            : tr("A restore kept the older centre in %1. Remove it once nobody needs it.").arg(folder));
}

void BackupsPage::askToGiveUpPapers()
{
    QuestionDialog::ask(this, tr("Give up lost scans"),
        tr("The lists then say that the papers were seen, and hold no scan of them. Receipts stay as they "
           "are. "
           "Give the lost scans up?"),
        tr("Give them up"), [this] { m_presenter.giveUpPapers(); });
}

void BackupsPage::showCheck()
{
    const auto& check = m_presenter.state().lastCheck;
    const bool found = check && check->breaches > 0;
    const bool ofPapers = found && check->first.startsWith("file: "_L1);
    m_rebuild->setVisible(found && !ofPapers);
    m_giveUp->setVisible(ofPapers);
    m_check->setTone(found ? Tone::Error : Tone::Plain);
    if (!check)
        m_check->setText(tr("The data has not been checked as a whole yet."));
    else if (!found)
        m_check->setText(
            tr("Checked as a whole at %1: every promise holds.").arg(isolateLtr(dateTimeText(check->at))));
    else if (ofPapers)
        m_check->setText(
            tr("Checked as a whole at %1: %2 faults, the first is %3: the file of a scan is gone or "
               "damaged. Put it back from where it went; if that cannot be, give such scans up.")
                .arg(isolateLtr(dateTimeText(check->at)), isolateLtr(numberText(check->breaches)),
                    isolateLtr(check->first)));
    else
        m_check->setText(
            tr("Checked as a whole at %1: %2 faults, the first is %3. Make the derived data anew; if faults "
               "are left, restore the newest checked backup.")
                .arg(isolateLtr(dateTimeText(check->at)), isolateLtr(numberText(check->breaches)),
                    isolateLtr(check->first)));
}

void BackupsPage::retranslate()
{
    m_backUp->setText(tr("Back up now"));
    m_choose->setText(tr("Choose the folder"));
    m_checkAll->setText(tr("Check everything"));
    m_renew->setText(tr("Remember anew"));
    m_discard->setText(tr("Remove the older copy"));
    m_rebuild->setText(tr("Make derived data anew"));
    m_giveUp->setText(tr("Give up lost scans"));
    m_restore->setText(tr("Restore"));
    m_key->setText(tr("Change the data key"));
    m_runs->setAccessibleName(tr("Backups"));
    m_runs->setColumns({{tr("Made"), ColumnKind::Code, 200}, {tr("Size"), ColumnKind::Amount, 120},
        {tr("Scans"), ColumnKind::Amount, 110}, {tr("Restored on trial"), ColumnKind::Code, 200}});
    m_none->show(tr("No backup was made yet."), keyText(Command::Finish), tr("Back up now"));
    refresh();
}

QString backupAgeText(const BackupPresenter& presenter)
{
    const auto hours = presenter.state().ageHours();
    if (!hours) return BackupsPage::tr("No backup");
    if (*hours < 48) return BackupsPage::tr("Backup: %1 h ago").arg(isolateLtr(QString::number(*hours)));
    return BackupsPage::tr("Backup: %1 days ago").arg(isolateLtr(QString::number(*hours / 24)));
}

} // namespace sanad
