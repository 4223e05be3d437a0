#include "core/backup/restore.h"

#include "core/audit/audit_repository.h"
#include "core/audit/audit_trail.h"
#include "core/backup/number_restart.h"
#include "core/backup/table_copy.h"
#include "core/base/wiped_file.h"
#include "core/crypto/hash.h"
#include "core/heads/head_repository.h"
#include "core/heads/known_heads.h"
#include "core/people/approvals.h"
#include "core/people/staff_repository.h"
#include "core/privacy/backup_places.h"
#include "core/privacy/erasure.h"
#include "core/privacy/erasure_list.h"
#include "core/privacy/kept_copies.h"
#include "core/settings/settings_repository.h"
#include "core/storage/durable_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kFiles = u"files"_s;

Error conflict(const QString& key, const QStringList& args = {}, const QString& detail = {})
{
    return {ErrorCode::Conflict, key, args, detail};
}

/// Removes what a restore that did not end well left, the plain database wiped.
void discard(const QString& folder)
{
    wipeFolder(folder, databaseFileName());
}

/// A folder beside the target, discarded unless it took the target's place.
class FreshFolder {
public:
    explicit FreshFolder(const QString& target)
    {
        const QFileInfo info(QDir::cleanPath(QDir().absoluteFilePath(target)));
        for (const QString& left : ownFolders(info.absolutePath(), info.fileName() + kUnfinishedRestore))
            discard(left);
        m_path = info.filePath() + kUnfinishedRestore + QString::fromLatin1(randomBytes(4).toHex());
    }
    ~FreshFolder()
    {
        if (!m_kept) discard(m_path);
    }
    FreshFolder(const FreshFolder&) = delete;
    FreshFolder& operator=(const FreshFolder&) = delete;
    const QString& path() const { return m_path; }
    void keep() { m_kept = true; }

private:
    QString m_path;
    bool m_kept = false;
};

Result<bool> hasCentre(Database& db)
{
    return db.read([](Tx& tx) -> Result<bool> { return SettingsRepository(tx).hasCentre(); });
}

/// The newest line after `number` that is more than somebody's coming, going, consenting or backing up.
Result<std::optional<AuditLine>> lastWorkSince(Database& db, std::int64_t number)
{
    constexpr int kPage = 500;
    static const QStringList quiet{u"session."_s, u"secret."_s, u"approval."_s, u"backup."_s, u"restore."_s};
    return db.read([&](Tx& tx) -> Result<std::optional<AuditLine>> {
        for (std::int64_t before = 0;;) {
            const auto page = AuditRepository(tx).list({}, before, kPage);
            for (const AuditLine& line : page) {
                if (line.number <= number) return std::optional<AuditLine>();
                if (!isBackupPlacesLine(line.act, line.payload) &&
                    std::none_of(quiet.begin(), quiet.end(),
                        [&](const QString& kind) { return line.act.startsWith(kind); }))
                    return std::optional(line);
            }
            if (page.empty()) return std::optional<AuditLine>();
            before = page.back().number;
        }
    });
}

QString localTime(const QDateTime& utc)
{
    return utc.toTimeZone(centreZone()).toString(u"yyyy-MM-dd hh:mm"_s);
}

/// Faults of the backup itself; others were in the data when it was made, and may be accepted with what is
/// lost.
Result<> refuseUnsound(std::vector<Breach> breaches, const std::vector<Breach>& accepted, bool acceptOlder)
{
    std::erase_if(breaches, [&](const Breach& breach) {
        return std::find(accepted.begin(), accepted.end(), breach) != accepted.end() ||
            (acceptOlder && breach.invariant != u"backup");
    });
    if (breaches.empty()) return {};
    const Breach& first = breaches.front();
    return conflict(u"backup.not-sound"_s, {first.invariant + u": "_s + first.where}, first.what);
}

/// Whether the target's folder may be replaced, and nobody is working in it. What is returned keeps it so
/// until it is let go; null where there is nothing to keep.
Result<std::unique_ptr<Database>> holdTarget(const RestoreRequest& request, const BackupHeader& header)
{
    if (request.grant && request.grant->centre != header.centre) return conflict(u"backup.other-centre"_s);
    if (request.grant && request.grant->act.subject != restoreAct(header).subject)
        return Error{ErrorCode::Denied, u"approval.other-subject"_s, {}, {}};
    const QString& folder = request.target.folder;
    if (request.target.isServer()) {
        SANAD_TRY_VALUE(server, Database::open(request.target, OpenMode::Create));
        SANAD_TRY_VALUE(taken, hasCentre(*server));
        if (taken) return conflict(u"backup.target-not-empty"_s);
        return std::unique_ptr<Database>();
    }
    if (!hasDatabaseFile(folder)) {
        if (!QDir(folder).isEmpty() && QDir(folder).exists()) return conflict(u"backup.target-not-empty"_s);
        return std::unique_ptr<Database>();
    }
    auto opened = Database::open(request.target, OpenMode::Write);
    if (!opened) {
        const QString& key = opened.error().key;
        if (key == "storage.in-use"_L1 || key == "storage.newer"_L1) return opened.error();
        return std::unique_ptr<Database>(); // it does not open any more: that is what restoring is for
    }
    const auto taken = hasCentre(**opened);
    if (taken && !*taken) return std::move(*opened); // a program that was started on a new PC made it
    const bool sound = quickCheck(request.target, 1).isEmpty();
    if (sound && !request.grant) return Error{ErrorCode::Denied, u"backup.needs-approval"_s, {}, {}};
    if (sound && !request.acceptOlder) {
        SANAD_TRY_VALUE(last, lastWorkSince(**opened, header.chainNumber));
        if (last)
            return conflict(u"backup.older-than-known"_s,
                {QString::number(last->number - header.chainNumber), localTime(last->at)});
    }
    return std::move(*opened);
}

Result<> refuseOlder(const RestoreRequest& request, const BackupHeader& header)
{
    const auto later = laterState(request.file, header, request.target.folder);
    if (!later) return {};
    const QString at = localTime(later->at);
    if (!later->untrusted.isEmpty()) return conflict(u"backup.heads-untrusted"_s, {later->untrusted});
    if (later->lines == 0) return conflict(u"backup.newer-beside"_s, {at});
    return conflict(u"backup.older-than-known"_s, {QString::number(later->lines), at});
}

/// Who was erased since the backup, from the lists beside the data and beside the backup. One of the two may
/// be unreadable, not both.
Result<std::vector<ErasureEntry>> erasedSince(Tx& tx, const RestoreRequest& request)
{
    std::vector<ErasureEntry> erased;
    std::optional<Error> failed;
    bool read = false;
    for (const QString& folder : {request.target.folder, QFileInfo(request.file).absolutePath()}) {
        if (folder.isEmpty()) continue;
        auto list = readErasureList(tx, erasureListPath({folder, {}}));
        if (!list) {
            failed = list.error();
            continue;
        }
        read = true;
        erased.insert(erased.end(), list->begin(), list->end());
    }
    if (!read && failed) return *failed;
    return erased;
}

/// Who restores, as the audit lines of the restored centre name them. What they may do was asked in the
/// centre that worked; the restored one may know less of them, or that they had left.
Actor restorer(Tx& tx, const RestoreRequest& request)
{
    if (!request.grant) return {};
    const Actor& by = request.grant->by;
    const auto here = StaffRepository(tx).byId(by.staff());
    return {here && !here->active ? StaffId() : by.staff(), by.user(), by.counter(), {}};
}

/// What the restored centre does before anybody opens it. Returns its new head, the gaps, and who was
/// disabled.
struct Begun {
    SignedHead head;
    std::vector<NumberGap> gaps;
    QStringList disabledAgain;
};
Result<Begun> beginAgain(
    Database& db, const RestoreRequest& request, const BackupHeader& header, const ReplacedCentre& replaced)
{
    return db.write([&](Tx& tx) -> Result<Begun> {
        const Actor by = restorer(tx, request);
        SANAD_TRY_VALUE(erased, erasedSince(tx, request));
        Begun begun;
        QJsonObject payload = request.grant ? request.grant->approval : QJsonObject();
        payload.insert(u"chain"_s, qint64{header.chainNumber});
        payload.insert(u"made_at"_s, storedTime(header.createdAt));
        payload.insert(u"older_accepted"_s, request.acceptOlder);
        AuditTrail audit(tx);
        audit.record(by, u"backup.restored"_s, kBranch, payload);
        if (request.grant) bringApproval(tx, request.grant->consent, by);
        begun.gaps = restartNumbers(tx, header.createdAt, replaced.given, by);
        begun.disabledAgain = disableAgain(tx, replaced.disabled, by);
        BackupPlaces(tx).remember(
            QStringList{QFileInfo(request.file).absolutePath()} + replaced.backupFolders);
        SANAD_TRY(applyErasures(tx, erased, db.filesFolder(), by));
        if (request.afterRestore) SANAD_TRY(request.afterRestore(tx));
        const auto head = audit.head();
        begun.head =
            signHead(header.centre, {head.number, head.hash, tx.now()}, SettingsRepository(tx).signingKey());
        return begun;
    });
}

Result<> moveScans(const QString& from, const QString& to)
{
    const QDir source(QDir(from).filePath(kFiles)), target(QDir(to).filePath(kFiles));
    if (!QDir().mkpath(target.path()))
        return Error{ErrorCode::Unreachable, u"backup.cannot-write"_s, {}, u"files"_s};
    for (const QString& name : source.entryList(QDir::Files)) {
        if (target.exists(name)) continue; // names are random: it is the same one
        if (!QFile::copy(source.filePath(name), target.filePath(name)))
            return Error{ErrorCode::Unreachable, u"backup.cannot-write"_s, {}, u"files"_s};
        (void)syncFile(target.filePath(name));
    }
    syncFolder(target.path());
    return {};
}

/// The fresh folder takes the target's place; a folder that was there is kept under another name.
Result<QString> takePlace(FreshFolder& fresh, const QString& target, const QDateTime& now)
{
    const QString whole = QDir::cleanPath(QDir().absoluteFilePath(target));
    if (QDir(whole).exists() && QDir(whole).isEmpty()) QDir().rmdir(whole);
    QString aside;
    if (QFileInfo::exists(whole)) {
        aside = whole + kKeptByRestore + now.toString(u"yyyyMMdd-hhmmss"_s);
        while (QFileInfo::exists(aside))
            aside += u'x';
    }
    SANAD_TRY(replaceFolder(fresh.path(), whole, aside));
    fresh.keep();
    return aside;
}

Result<> intoServer(Database& from, const RestoreRequest& request, const BackupProgress& progress)
{
    SANAD_TRY_VALUE(server, Database::open(request.target, OpenMode::Create));
    SANAD_TRY(moveScans(from.location().folder, request.target.folder));
    return copyTables(from, *server, [&](qint64 rows) { return !progress || progress(rows, 0); });
}

} // namespace

ApprovedAct restoreAct(const BackupHeader& backup)
{
    return {Permission::ApproveActs, u"centre.restored"_s,
        backup.centre + u' ' + storedTime(backup.createdAt) + u' ' + QString::number(backup.chainNumber)};
}

Result<RestoreGrant> grantRestore(
    Database& running, const BackupHeader& backup, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    return running.write([&](Tx& tx) -> Result<RestoreGrant> {
        SANAD_TRY(useApproval(tx, approval, restoreAct(backup), by));
        AuditTrail(tx).record(by, u"restore.approved"_s, kBranch, approval.auditPayload());
        GivenApproval consent;
        consent.record = ApprovalRepository(tx).find(approval.id()).value_or(ApprovalRecord());
        consent.approver = StaffRepository(tx).byId(approval.approver()).value_or(Staff());
        return RestoreGrant{
            by, restoreAct(backup), approval.auditPayload(), centreIdOf(tx), tx.vault(), consent};
    });
}

Result<Vault> backupKey(
    Database& running, const QString& file, const QString& user, const QString& secret, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    if (!secret.isEmpty()) {
        SANAD_TRY_VALUE(reader, BackupReader::open(file));
        return unlockHeader(reader->header(), user, secret);
    }
    SANAD_TRY_VALUE(today, running.read([](Tx& tx) -> Result<Vault> { return tx.vault(); }));
    SANAD_TRY_VALUE(opens, opensBackup(file, today));
    if (!opens) return Error{ErrorCode::Denied, u"backup.older-key"_s, {}, {}};
    return today;
}

std::optional<LaterState> laterState(
    const QString& file, const BackupHeader& header, const QString& dataFolder)
{
    std::optional<LaterState> later;
    const QString beside = QFileInfo(file).absolutePath();
    QString untrusted;
    for (const QString& folder : {dataFolder, beside}) {
        const auto known = knownHead(folder, header.centre);
        if (!known) {
            untrusted = folder;
        } else if (*known && (*known)->number > header.chainNumber) {
            const auto lines = (*known)->number - header.chainNumber;
            if (!later || lines > later->lines) later = LaterState{lines, (*known)->at, {}};
        }
    }
    if (later) return later;
    for (const BackupFile& other : backupsIn(beside))
        if (other.header.centre == header.centre && other.header.createdAt > header.createdAt)
            return LaterState{0, other.header.createdAt, {}};
    if (!untrusted.isEmpty()) return LaterState{0, header.createdAt, untrusted};
    return std::nullopt;
}

Result<RestoreOutcome> restoreBackup(const RestoreRequest& request, const BackupProgress& progress)
{
    SANAD_TRY_VALUE(reader, BackupReader::open(request.file));
    const BackupHeader header = reader->header();
    reader.reset();
    SANAD_TRY_VALUE(held, holdTarget(request, header));
    if (!request.acceptOlder) SANAD_TRY(refuseOlder(request, header));
    const ReplacedCentre replaced = held ? readReplaced(*held, header.centre) : ReplacedCentre();

    const QString beside =
        request.target.folder.isEmpty() ? QDir::tempPath() + u"/sanad"_s : request.target.folder;
    FreshFolder fresh(beside);
    SANAD_TRY_VALUE(backup, extractBackup(request.file, request.vault, fresh.path(), progress));
    SANAD_TRY_VALUE(check, checkExtracted(backup, fresh.path()));
    SANAD_TRY(refuseUnsound(check.breaches, {}, request.acceptOlder));
    QFile::remove(QDir(fresh.path()).filePath(u"manifest.json"_s));
    RestoreOutcome outcome{header, backup.files, {}, {}, {}};
    SignedHead head;
    {
        SANAD_TRY_VALUE(db, Database::open({fresh.path(), {}}, OpenMode::Write));
        db->setClock(request.clock);
        db->unlock(request.vault);
        SANAD_TRY_VALUE(begun, beginAgain(*db, request, header, replaced));
        SANAD_TRY(ErasureService(*db).compactIfDue());
        SANAD_TRY(writeErasureList(*db));
        outcome.gaps = begun.gaps;
        outcome.disabledAgain = begun.disabledAgain;
        head = begun.head;
        SANAD_TRY_VALUE(breaches, verifyCentre(*db));
        SANAD_TRY(refuseUnsound(breaches, check.breaches, false));
        if (request.target.isServer()) SANAD_TRY(intoServer(*db, request, progress));
    }
    if (!request.target.isServer()) {
        replaceHead(fresh.path(), head);
        held.reset(); // its lock goes with it, in the last moment
        SANAD_TRY_VALUE(aside, takePlace(fresh, request.target.folder, request.clock()));
        outcome.keptAside = aside;
    }
    replaceHead(request.target.folder, head);
    // Where nothing was given up, what lies there is a beginning of this chain too, and of that of a centre
    // that goes on elsewhere: the restore may have been a drill.
    if (request.acceptOlder) replaceHead(QFileInfo(request.file).absolutePath(), head);
    return outcome;
}

} // namespace sanad
