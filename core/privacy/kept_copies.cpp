#include "core/privacy/kept_copies.h"

#include "core/audit/audit_trail.h"
#include "core/base/wiped_file.h"
#include "core/people/approvals.h"
#include "core/privacy/subject_repository.h"
#include "core/settings/centre.h"
#include "core/storage/durable_files.h"
#include "core/storage/output_path.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

const QString kKeptByRestore = u"-before-restore-"_s;
const QString kUnfinishedRestore = u".restoring-"_s;

namespace {

/// Where the copies of a folder lie: beside it, by its name and by the name that it has behind a link.
void addBeside(const QString& folder, QStringList& found)
{
    const QFileInfo info(folder);
    if (info.fileName().isEmpty()) return;
    const QDir parent(info.absolutePath());
    for (const QString& name :
        parent.entryList(QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDir::Name))
        for (const QString& mark : {kKeptByRestore, kUnfinishedRestore})
            if (const QString path = parent.filePath(name);
                name.startsWith(info.fileName() + mark) && !found.contains(path))
                found << path;
}

/// Damaged, of another version, or open elsewhere: nobody can say who is not in it.
bool mayHold(const QString& folder, const std::vector<ErasureEntry>& erased)
{
    if (erased.empty()) return false;
    if (!hasDatabaseFile(folder)) return !QDir(folder).isEmpty();
    const auto copy = Database::open({folder, {}}, OpenMode::ReadOnly);
    if (!copy) return true;
    const auto found = (*copy)->read([&](Tx& tx) -> Result<bool> {
        return std::any_of(erased.begin(), erased.end(),
            [&](const ErasureEntry& entry) { return SubjectRepository(tx).hasRecord(entry.subject); });
    });
    return !found || *found;
}

Result<> refuseInUse(const QString& folder)
{
    QLockFile lock(QDir(folder).filePath(u"sanad.lock"_s));
    lock.setStaleLockTime(0);
    if (lock.tryLock(0) || lock.error() != QLockFile::LockFailedError) return {};
    qint64 pid = 0;
    QString host, program;
    lock.getLockInfo(&pid, &host, &program);
    return Error{ErrorCode::Unreachable, u"storage.in-use"_s,
        {program.isEmpty() ? u"?"_s : program, QString::number(pid)}, {}};
}

} // namespace

QStringList keptFolders(const DataLocation& location)
{
    QStringList found;
    if (location.folder.isEmpty()) return found;
    addBeside(QDir::cleanPath(QDir().absoluteFilePath(location.folder)), found);
    addBeside(QFileInfo(location.folder).canonicalFilePath(), found);
    return found;
}

std::vector<KeptCopy> keptCopies(Tx& tx, const DataLocation& location)
{
    std::vector<KeptCopy> copies;
    const QStringList folders = keptFolders(location);
    if (folders.isEmpty()) return copies;
    const auto erased = SubjectRepository(tx).erasures();
    for (const QString& folder : folders)
        copies.push_back({folder, mayHold(folder, erased)});
    return copies;
}

std::optional<Error> keptCopyWarning(const std::vector<KeptCopy>& copies)
{
    QStringList holding;
    for (const KeptCopy& copy : copies)
        if (copy.holdsErased) holding << copy.folder;
    if (holding.isEmpty()) return std::nullopt;
    return Error{ErrorCode::Conflict, u"privacy.kept-copy"_s, {holding.join(u", "_s)}, {}};
}

Result<std::optional<Error>> keptCopyWarning(Database& db)
{
    return db.read([&](Tx& tx) -> Result<std::optional<Error>> {
        return keptCopyWarning(keptCopies(tx, db.location()));
    });
}

ApprovedAct removeKeptCopyAct(const QString& folder)
{
    return {Permission::ApproveActs, u"kept-copy.removed"_s, QFileInfo(QDir::cleanPath(folder)).fileName()};
}

Result<> removeKeptCopy(Database& db, const QString& folder, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    const QString whole = QDir::cleanPath(QDir().absoluteFilePath(folder));
    const QStringList kept = keptFolders(db.location());
    const auto named = std::find_if(kept.begin(), kept.end(), [&](const QString& one) {
        return QFileInfo(one).fileName() == QFileInfo(whole).fileName() && leadsInto(whole, one) &&
            leadsInto(one, whole);
    });
    if (named == kept.end()) return Error{ErrorCode::NotFound, u"privacy.no-kept-copy"_s, {folder}, {}};
    SANAD_TRY(refuseInUse(*named));
    const auto recorded = db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY(useApproval(tx, approval, removeKeptCopyAct(*named), by));
        AuditTrail(tx).record(by, u"kept-copy.removed"_s, kBranch, approval.auditPayload());
        tx.touched(u"backups"_s);
        tx.afterCommit([path = *named] { wipeFolder(path); });
        return {};
    });
    SANAD_TRY(recorded);
    if (QFileInfo::exists(*named))
        return Error{ErrorCode::Unreachable, u"privacy.kept-copy-left"_s, {*named}, {}};
    return {};
}

} // namespace sanad
