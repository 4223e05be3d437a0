#include "core/backup/backup_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/log.h"
#include "core/documents/document_service.h"
#include "core/heads/head_faults.h"
#include "core/heads/raise_heads.h"
#include "core/people/sign_in.h"
#include "core/privacy/backup_places.h"
#include "core/privacy/erasure_list.h"
#include "core/settings/settings_repository.h"
#include "core/storage/output_path.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Automatic backups are made on behalf of whoever works at the desk, into the folder that an owner chose.
Result<> mayKeep(const Actor& by)
{
    if (by.holds(Permission::ManageBackups)) return {};
    return by.may(Permission::RunSync);
}

Result<> usable(const QString& folder, const QString& dataFolder)
{
    const QFileInfo info(folder);
    if (folder.isEmpty() || !info.isDir())
        return Error{ErrorCode::Unreachable, u"backup.no-folder"_s, {folder}, {}};
    if ((!dataFolder.isEmpty() && leadsInto(folder, dataFolder)) || !mayWriteInto(folder))
        return Error{ErrorCode::Invalid, u"backup.same-folder"_s, {}, {}};
    return {};
}

} // namespace

QDateTime BackupState::lastGood() const
{
    // One that says it is from later was made while the clock was wrong, and tells no age.
    constexpr qint64 kClockSlip = 10 * 60;
    for (const BackupRun& run : runs)
        if (run.verifiedAt.isValid() && now.secsTo(run.createdAt) <= kClockSlip) return run.createdAt;
    return {};
}

std::optional<qint64> BackupState::ageHours() const
{
    const QDateTime good = lastGood();
    if (!good.isValid()) return std::nullopt;
    return std::max<qint64>(0, good.secsTo(now) / 3600);
}

Result<> BackupService::setFolder(const QString& folder, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    SANAD_TRY(usable(folder, m_db.location().folder));
    const QString whole = QFileInfo(folder).absoluteFilePath();
    return m_db.write([&](Tx& tx) -> Result<> {
        SettingsRepository(tx).setValue(kBackupFolderKey, whole);
        AuditTrail(tx).record(by, u"backup.scheduled"_s, kBranch);
        tx.touched(u"backups"_s);
        return {};
    });
}

Result<BackupState> BackupService::state(const Actor& by)
{
    SANAD_TRY(mayKeep(by));
    return m_db.read([&](Tx& tx) -> Result<BackupState> {
        BackupState state;
        state.folder = SettingsRepository(tx).value(kBackupFolderKey);
        state.reachable = !state.folder.isEmpty() && QFileInfo(state.folder).isDir();
        BackupRepository backups(tx);
        state.runs = backups.all();
        state.lastCheck = backups.lastCheck();
        state.headFaults = headFaults(tx, m_db.location());
        state.keptCopies = keptCopies(tx, m_db.location());
        state.now = tx.now();
        return state;
    });
}

Result<BackupJob> BackupService::prepare(const QString& folder, const Actor& by)
{
    SANAD_TRY(folder.isEmpty() ? mayKeep(by) : by.may(Permission::ManageBackups));
    SANAD_TRY(SignIn(m_db).stillWorks(by));
    return m_db.read([&](Tx& tx) -> Result<BackupJob> {
        QString where = folder;
        if (where.isEmpty()) where = SettingsRepository(tx).value(kBackupFolderKey);
        if (where.isEmpty()) return Error{ErrorCode::Conflict, u"backup.no-folder-set"_s, {}, {}};
        SANAD_TRY(usable(where, m_db.location().folder));
        return BackupJob{
            m_db.location(), where, tx.vault(), m_db.clock(), BackupRepository(tx).databaseBytes(), m_disks};
    });
}

Result<> BackupService::record(const BackupFile& made, const Actor& by)
{
    SANAD_TRY(mayKeep(by));
    const QFileInfo file(made.path);
    const KnownHead head{made.header.chainNumber, made.header.chainHash, made.header.createdAt};
    // Before the row that says that a backup has left its head there. It is no later than the data in any
    // case.
    SANAD_TRY(m_db.read([&](Tx& tx) -> Result<> {
        const auto signedHead = signHead(made.header.centre, head, SettingsRepository(tx).signingKey());
        leaveHead(tx, m_db.location(), signedHead, {file.absolutePath(), m_db.location().folder});
        return {};
    }));
    SANAD_TRY(m_db.write([&](Tx& tx) -> Result<> {
        const BackupHeader& header = made.header;
        const std::int64_t id = nextRawId();
        BackupRepository(tx).insert({id, file.fileName(), made.bytes, header.createdAt, header.chainNumber,
            header.chainHash, made.files, {}, {}});
        AuditTrail(tx).record(by, u"backup.made"_s, id,
            {{u"chain"_s, qint64{header.chainNumber}}, {u"files"_s, made.files},
                {u"missing"_s, made.missing}});
        BackupPlaces(tx).remember({file.absolutePath()});
        return {};
    }));
    logEvent("backup.made"_L1,
        {{"chain"_L1, made.header.chainNumber}, {"bytes"_L1, made.bytes}, {"files"_L1, made.files},
            {"missing"_L1, made.missing}});
    // Beside the backup too, so that a restore on another PC takes no erasure back.
    const auto listed = writeErasureList(m_db, file.absolutePath());
    if (listed) return {};
    const bool own =
        !m_db.read([&](Tx& tx) { return readErasureList(tx, erasureListPath(m_db.location())); });
    return Error{ErrorCode::Conflict, u"backup.no-list"_s,
        {own ? m_db.location().folder : file.absolutePath()}, listed.error().key};
}

Result<BackupFile> BackupService::create(
    const QString& folder, const Actor& by, const BackupProgress& progress)
{
    const auto made = [&]() -> Result<BackupFile> {
        SANAD_TRY_VALUE(job, prepare(folder, by));
        SANAD_TRY_VALUE(file, job.run(progress, &m_db));
        SANAD_TRY(record(file, by));
        return file;
    }();
    if (!made) logEvent("backup.failed"_L1, {{"key"_L1, made.error().key}});
    return made;
}

Result<BackupCheck> BackupService::check(const QString& file, const Actor& by, const BackupProgress& progress)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    SANAD_TRY_VALUE(vault, m_db.read([](Tx& tx) -> Result<Vault> { return tx.vault(); }));
    SANAD_TRY_VALUE(check, checkBackup(file, vault, m_db.location().folder, progress, m_disks));
    SANAD_TRY(recordCheck(file, check, by));
    return check;
}

Result<> BackupService::recordCheck(const QString& file, const BackupCheck& check, const Actor& by)
{
    SANAD_TRY(mayKeep(by));
    logEvent("backup.checked"_L1,
        {{"chain"_L1, check.header.chainNumber}, {"breaches"_L1, qint64(check.breaches.size())}});
    return m_db.write([&](Tx& tx) -> Result<> {
        BackupRepository backups(tx);
        const auto run = backups.find(QFileInfo(file).fileName());
        // Only the file that was made here is noted: same name, same head.
        if (!run || run->chainHash != check.header.chainHash) return {};
        if (check.good()) backups.setVerified(run->name, tx.now());
        AuditTrail(tx).record(
            by, u"backup.checked"_s, run->id, {{u"breaches"_s, static_cast<qint64>(check.breaches.size())}});
        return {};
    });
}

Result<> BackupService::noteHead(const Actor& by)
{
    SANAD_TRY(mayKeep(by));
    raiseHeads(m_db);
    return {};
}

Result<QStringList> BackupService::renewHeads(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    SANAD_TRY_VALUE(renewed, m_db.write([&](Tx& tx) -> Result<QStringList> {
        QStringList folders;
        qint64 gone = 0;
        for (const HeadFault& fault : headFaults(tx, m_db.location())) {
            folders << fault.folder;
            gone += fault.gone;
        }
        if (folders.isEmpty()) return folders;
        AuditTrail(tx).record(
            by, u"heads.renewed"_s, kBranch, {{u"damaged"_s, folders.size() - gone}, {u"gone"_s, gone}});
        const SignedHead here = headHere(tx);
        tx.touched(u"backups"_s);
        tx.afterCommit([folders, here] {
            for (const QString& folder : folders)
                replaceHead(folder, here);
        });
        return folders;
    }));
    SANAD_TRY_VALUE(left,
        m_db.read([&](Tx& tx) -> Result<std::vector<HeadFault>> { return headFaults(tx, m_db.location()); }));
    if (!left.empty())
        return Error{ErrorCode::Unreachable, u"backup.heads-cannot-write"_s, {left.front().folder}, {}};
    return renewed;
}

Result<int> BackupService::applyRule(const Actor& by, const KeepRule& rule)
{
    SANAD_TRY_VALUE(now, state(by));
    if (!now.reachable) return 0;
    // An older backup may be the only one that holds them.
    SANAD_TRY_VALUE(
        lost, m_db.read([&](Tx& tx) -> Result<bool> { return lacksPapers(tx, m_db.filesFolder()); }));
    if (lost) return 0;
    std::vector<BackupRun> verified, outdated;
    std::vector<QDate> days;
    for (const BackupRun& run : now.runs) { // newest first
        if (!QFile::exists(QDir(now.folder).filePath(run.name))) continue; // on another stick
        if (run.verifiedAt.isValid()) {
            verified.push_back(run);
            days.push_back(run.createdAt.toTimeZone(centreZone()).date());
        } else if (!verified.empty() && run.createdAt.addDays(rule.days) < now.now) {
            outdated.push_back(run);
        }
    }
    for (const std::size_t at : notKept(days, rule))
        outdated.push_back(verified[at]);
    int removed = 0;
    for (const BackupRun& run : outdated) {
        const QString path = QDir(now.folder).filePath(run.name);
        if (!QFile::remove(path)) continue;
        SANAD_TRY(m_db.write([&](Tx& tx) -> Result<> {
            BackupRepository(tx).setRemoved(run.name, tx.now());
            AuditTrail(tx).record(by, u"backup.removed"_s, run.id);
            return {};
        }));
        ++removed;
    }
    return removed;
}

} // namespace sanad
