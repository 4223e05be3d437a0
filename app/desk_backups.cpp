#include "app/desk_backups.h"

#include "core/base/isolates.h"
#include "core/heads/known_heads.h"
#include "core/privacy/kept_copies.h"
#include "ui/approval/approval_dialog.h"
#include "ui/backup/backups_page.h"
#include "ui/backup/restore_page.h"
#include "ui/shell/top_strip.h"
#include "ui/widgets/pill.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kBackups = u"backups"_s;
const auto kRestore = u"restore"_s;
const auto kSignIn = u"sign-in"_s;

void startAgain()
{
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
    QCoreApplication::quit();
}

} // namespace

DeskBackups::DeskBackups(Tasks& tasks, Session& session, MainWindow& window, const DataLocation& data,
    DiskProbe disks, Clock clock)
    : m_tasks(tasks)
    , m_session(session)
    , m_window(window)
    , m_presenter(tasks, session, data, disks)
    , m_scheduler(tasks, session, m_presenter, std::move(clock))
    , m_disks(tasks, std::move(disks))
{
    connect(&m_presenter, &BackupPresenter::loaded, this, &DeskBackups::showAge);
    connect(&m_presenter, &BackupPresenter::loaded, this, &DeskBackups::showNotice);
    connect(&m_presenter, &BackupPresenter::closing, this, &DeskBackups::closing);
    connect(&m_presenter, &BackupPresenter::reopened, this, &DeskBackups::reopened);
    connect(&session, &Session::changed, &m_presenter, &BackupPresenter::load);
    connect(&session, &Session::changed, &m_disks, &DiskWatch::look);
    connect(&m_disks, &DiskWatch::looked, this, &DeskBackups::showDisks);
    connect(&m_presenter, &BackupPresenter::folderChosen, &m_disks, &DiskWatch::look);
    connect(&m_presenter, &BackupPresenter::reopened, &m_disks, &DiskWatch::look);
    connect(&m_presenter.runner(), &BackupRunner::finished, &m_disks, &DiskWatch::look);
    connect(&m_presenter.runner(), &BackupRunner::failed, &m_disks, &DiskWatch::look);
    connect(&m_presenter, &BackupPresenter::reopened, this, [this] {
        // The data key went with the database that was closed.
        if (!m_session.signedIn()) return;
        m_session.lock();
        m_window.setLocked(true);
        m_window.open(kSignIn);
    });
}

std::vector<PageEntry> DeskBackups::pages()
{
    connect(&m_window, &MainWindow::tryAgainWanted, &m_tasks, &Tasks::openAgain);
    connect(&m_window, &MainWindow::pageChanged, this, [this](const QString& id) {
        if (id != kRestore) m_before = id;
    });
    std::vector<PageEntry> list;
    list.push_back(
        {kBackups, [] { return commandText(Command::Backups); }, Glyph::Document, Command::Backups, true,
            [this] {
                auto* page = new BackupsPage(m_presenter);
                connect(page, &BackupsPage::restoreWanted, this, &DeskBackups::showRestore);
                connect(page, &BackupsPage::discardWanted, this, &DeskBackups::askToDiscard);
                return page;
            },
            Permission::ManageBackups, true});
    list.push_back({kRestore, [] { return tr("Restore a backup"); }, Glyph::Document, Command::Lock, false,
        [this] {
            auto* page = new RestorePage(m_presenter, m_session,
                [this](const ApprovedAct& act, std::function<void(const Approval&)> given) {
                    ApprovalDialog::ask(&m_window, m_tasks, m_session,
                        {act,
                            tr("A backup is to take the place of today's data. A second person has to "
                               "approve it."),
                            {}},
                        std::move(given));
                });
            connect(page, &RestorePage::finished, this,
                [this] { m_window.open(m_before.isEmpty() ? kSignIn : m_before); });
            connect(page, &RestorePage::restartWanted, this, &startAgain);
            return page;
        }});
    return list;
}

void DeskBackups::checkStart()
{
    m_disks.look();
    m_tasks.run(
        this, [](Database& db) { return startupCheck(db); },
        [this](const Result<std::vector<Breach>>& found) {
            if (!found) return m_window.showError(found.error());
            if (found->empty()) return;
            const Breach& first = found->front();
            if (first.where.startsWith(kHeadsFile))
                return m_window.showError({ErrorCode::Conflict, u"backup.heads-untrusted"_s,
                    {first.where.mid(kHeadsFile.size() + 1)}, first.what});
            m_window.showError({ErrorCode::Conflict, u"backup.start-check"_s,
                {first.invariant + u": "_s + first.where}, first.what});
        });
}

void DeskBackups::askToDiscard(const QString& folder)
{
    ApprovalDialog::ask(&m_window, m_tasks, m_session,
        {removeKeptCopyAct(folder),
            tr("What a restore kept of the older centre is to be removed for good: %1. A second person has "
               "to approve it.")
                .arg(isolateLtr(folder)),
            {}},
        [this, folder](const Approval& approval) { m_presenter.removeKeptCopy(folder, approval); });
}

void DeskBackups::showRestore()
{
    m_window.open(kRestore);
}

void DeskBackups::showDisks(const DiskReport& report)
{
    // What is being made or tried takes its room for minutes; the look after it counts.
    if (m_presenter.runner().running()) return;
    m_presenter.setDisks(report);
    showNotice();
}

void DeskBackups::showNotice()
{
    if (const Error* worst = m_presenter.disks().worst())
        return m_window.giveNotice(worst->key == u"disk.very-low"_s ? Tone::Error : Tone::Warning, *worst);
    const auto kept = keptCopyWarning(m_presenter.state().keptCopies);
    if (kept && m_session.signedIn() && m_session.actor().holds(Permission::ManageBackups))
        return m_window.giveNotice(Tone::Warning, *kept);
    m_window.takeNotice();
}

void DeskBackups::showAge()
{
    const Tone tone = m_presenter.age() == BackupAge::Fresh ? Tone::Success : Tone::Warning;
    m_window.strip().backup().show(tone, Glyph::Document, backupAgeText(m_presenter));
}

} // namespace sanad
