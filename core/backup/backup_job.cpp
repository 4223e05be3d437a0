#include "core/backup/backup_job.h"

#include "core/audit/audit_trail.h"
#include "core/backup/table_copy.h"
#include "core/crypto/hash.h"
#include "core/heads/head_repository.h"
#include "core/storage/data_key.h"
#include "core/storage/durable_files.h"
#include "core/storage/work_folder.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

const QString kBackupSuffix = u".sanadbackup"_s;

namespace {

const auto kManifest = u"manifest.json"_s;
const auto kFilesFolder = u"files"_s;
constexpr qint64 kMostManifest = 1024 * 1024;

Error cannotWrite(const QString& detail)
{
    return {ErrorCode::Unreachable, u"backup.cannot-write"_s, {}, detail};
}
Error damaged(const QString& detail)
{
    return {ErrorCode::Unusable, u"backup.damaged"_s, {}, detail};
}

/// The data as it stands now, as a SQLite file in `folder`.
Result<> snapshot(
    const DataLocation& from, const QString& folder, const BackupProgress& progress, Database* here)
{
    if (!QDir().mkpath(folder)) return cannotWrite(u"work folder"_s);
    if (!from.isServer() && hasDatabaseFile(from.folder))
        return copySqlite(from, QDir(folder).filePath(databaseFileName()));
    std::unique_ptr<Database> opened;
    if (!here) {
        SANAD_TRY_VALUE(source, Database::open(from, OpenMode::ReadOnly));
        opened = std::move(source);
        here = opened.get();
    }
    SANAD_TRY_VALUE(copy, Database::open({folder, {}}, OpenMode::Create));
    return copyTables(*here, *copy, [&](qint64 rows) { return !progress || progress(rows, 0); });
}

struct Known {
    BackupHeader header;
    std::map<QString, qint64> counts;
    QStringList files; ///< Scans that the data names.
};

constexpr auto kFiles = "SELECT name FROM document_file ORDER BY name";

/// The locks of the header must open the key that encrypts the file. Errors: Denied `vault.key-changed`.
Result<Known> whatItHolds(const QString& folder, const Vault& vault)
{
    SANAD_TRY_VALUE(copy, Database::open({folder, {}}, OpenMode::ReadOnly));
    return copy->read([&](Tx& tx) -> Result<Known> {
        if (!isDataKey(tx, vault)) return Error{ErrorCode::Denied, u"vault.key-changed"_s, {}, {}};
        Known known{BackupRepository(tx).headerOf(), tableCounts(tx), {}};
        auto query = tx.query(kFiles);
        query.run();
        while (query.next())
            known.files << query.text(0);
        return known;
    });
}

QByteArray manifestOf(const Known& known, qint64 files, qint64 missing)
{
    QJsonObject counts;
    for (const auto& [table, count] : known.counts)
        counts.insert(table, count);
    return QJsonDocument(QJsonObject{{u"files"_s, files}, {u"missing"_s, missing}, {u"rows"_s, counts}})
        .toJson(QJsonDocument::Compact);
}

Result<> addFile(
    BackupWriter& writer, const QString& name, const QString& path, const BackupProgress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreachable, u"file.unreadable"_s, {}, file.errorString()};
    return writer.add(name, file, progress);
}

/// Temporaries that a killed program left beside its backups.
void removeTorn(const QString& folder)
{
    const QDir dir(folder);
    for (const QFileInfo& file : dir.entryInfoList({u"sanad-*"_s + kBackupSuffix + u".*"_s}, QDir::Files))
        if (file.lastModified().secsTo(QDateTime::currentDateTime()) > 24 * 3600)
            QFile::remove(file.filePath());
}

} // namespace

Result<BackupFile> BackupJob::run(const BackupProgress& progress, Database* here) const
{
    if (folder.isEmpty() || !QDir(folder).exists())
        return Error{ErrorCode::Unreachable, u"backup.no-folder"_s, {folder}, {}};
    SANAD_TRY(roomForBackup({databaseBytes, bytesOfScans(from)}, from, folder, disks));
    const WorkFolder work(from.folder);
    if (!work.isValid()) return cannotWrite(u"work folder"_s);
    const QString copy = work.path(u"copy"_s);
    SANAD_TRY(snapshot(from, copy, progress, here));
    SANAD_TRY_VALUE(known, whatItHolds(copy, vault));

    BackupFile made;
    made.header = known.header;
    made.header.createdAt = clock();
    made.header.salt = randomBytes(kBackupSaltBytes);
    made.path = QDir(folder).filePath(u"sanad-%1-%2"_s.arg(made.header.createdAt.toString(u"yyyyMMdd"_s),
                                          QString::fromLatin1(randomBytes(6).toHex())) +
        kBackupSuffix);
    removeTorn(folder);
    SANAD_TRY_VALUE(writer, BackupWriter::create(made.path, made.header, vault));
    SANAD_TRY(addFile(*writer, databaseFileName(), QDir(copy).filePath(databaseFileName()), progress));
    const QDir scans(QDir(from.folder).filePath(kFilesFolder));
    for (const QString& name : std::as_const(known.files)) {
        const QString entry = kFilesFolder + u'/' + name;
        if (!isEntryName(entry) || !QFileInfo(scans.filePath(name)).isFile()) { // a pipe would be waited for
            ++made.missing;
            continue;
        }
        SANAD_TRY(addFile(*writer, entry, scans.filePath(name), progress));
        ++made.files;
    }
    QByteArray manifest = manifestOf(known, made.files, made.missing);
    QBuffer buffer(&manifest);
    buffer.open(QIODevice::ReadOnly);
    SANAD_TRY(writer->add(kManifest, buffer));
    SANAD_TRY_VALUE(bytes, writer->finish());
    made.bytes = bytes;
    return made;
}

Result<BackupFile> extractBackup(const QString& file, const Vault& vault, const QString& folder,
    const BackupProgress& progress, const DiskProbe& disks)
{
    SANAD_TRY_VALUE(reader, BackupReader::open(file));
    if (reader->header().schema > newestSchema())
        return Error{ErrorCode::Conflict, u"storage.newer"_s, {}, QString::number(reader->header().schema)};
    SANAD_TRY(reader->unlock(vault));
    const QDir target(folder);
    if (!QDir().mkpath(target.filePath(kFilesFolder))) return cannotWrite(u"folder"_s);
    for (const QString& each : {folder, target.filePath(kFilesFolder)})
        QFile::setPermissions(each, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    SANAD_TRY(roomToRestore(reader->bytes(), folder, disks));
    BackupFile backup{file, reader->bytes(), reader->header(), 0, 0};
    bool hasDatabase = false;
    for (;;) {
        SANAD_TRY_VALUE(entry, reader->next());
        if (!entry) break;
        if (entry->name == kManifest && entry->bytes > kMostManifest) return damaged(u"manifest"_s);
        QFile out(target.filePath(entry->name));
        // Two files of one name were never written.
        if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return out.exists() ? damaged(u"name"_s) : cannotWrite(out.errorString());
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        SANAD_TRY(reader->extract(out, progress));
        if (!out.flush()) return cannotWrite(out.errorString());
        out.close();
        if (!syncFile(out.fileName())) return cannotWrite(u"sync"_s);
        backup.files += entry->name.startsWith(kFilesFolder);
        hasDatabase = hasDatabase || entry->name == databaseFileName();
    }
    if (!hasDatabase) return damaged(u"no database"_s);
    syncFolder(target.filePath(kFilesFolder));
    syncFolder(folder);
    return backup;
}

Result<BackupCheck> checkExtracted(const BackupFile& backup, const QString& folder)
{
    QFile file(QDir(folder).filePath(kManifest));
    if (!file.open(QIODevice::ReadOnly)) return damaged(u"manifest"_s);
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject rows = manifest.value(u"rows"_s).toObject();
    BackupCheck check{backup.header, backup.bytes, backup.files, {}};
    const auto differs = [&](const QString& where, const QString& what) {
        check.breaches.push_back({u"backup"_s, where, what});
    };
    if (manifest.value(u"files"_s).toInteger(-1) != backup.files)
        differs(u"files"_s, u"are not as many as were put in"_s);
    for (const QString& fault : quickCheck({folder, {}}, 3))
        differs(u"database file"_s, fault);
    if (!check.good()) return check;

    SANAD_TRY_VALUE(db, Database::open({folder, {}}, OpenMode::Write));
    SANAD_TRY(db->read([&](Tx& tx) -> Result<> {
        const auto head = AuditTrail(tx).head();
        if (head.number != backup.header.chainNumber || head.hash != backup.header.chainHash)
            differs(u"audit_line %1"_s.arg(backup.header.chainNumber),
                u"is not the head that it was made with"_s);
        if (centreIdOf(tx) != backup.header.centre) differs(u"desk_key"_s, u"is of another centre"_s);
        const auto counts = tableCounts(tx);
        for (auto row = rows.begin(); row != rows.end(); ++row)
            if (const auto found = counts.find(row.key());
                found == counts.end() || found->second != row.value().toInteger(-1))
                differs(row.key(), u"has not as many rows as were put in"_s);
        return {};
    }));
    SANAD_TRY_VALUE(breaches, verifyCentre(*db));
    // What a portal holds beyond an accepted older copy is no fault of the backup.
    std::erase_if(breaches, [](const Breach& breach) { return breach.where.startsWith(u"sync_anchor"); });
    // Nor are papers that were lost before it was made, of which the centre itself tells.
    if (std::count_if(breaches.begin(), breaches.end(), isLostPaper) <=
        manifest.value(u"missing"_s).toInteger())
        std::erase_if(breaches, isLostPaper);
    check.breaches.insert(check.breaches.end(), breaches.begin(), breaches.end());
    return check;
}

Result<BackupCheck> checkBackup(const QString& file, const Vault& vault, const QString& workFolder,
    const BackupProgress& progress, const DiskProbe& disks)
{
    const WorkFolder work(workFolder);
    if (!work.isValid()) return cannotWrite(u"work folder"_s);
    const QString folder = work.path(u"restored"_s);
    SANAD_TRY_VALUE(backup, extractBackup(file, vault, folder, progress, disks));
    return checkExtracted(backup, folder);
}

Result<bool> opensBackup(const QString& file, const Vault& vault)
{
    SANAD_TRY_VALUE(reader, BackupReader::open(file));
    SANAD_TRY(reader->unlock(vault));
    return reader->next().has_value();
}

std::vector<BackupFile> backupsIn(const QString& folder)
{
    std::vector<BackupFile> list;
    const QDir dir(folder);
    for (const QFileInfo& file : dir.entryInfoList({u'*' + kBackupSuffix}, QDir::Files)) {
        const auto reader = BackupReader::open(file.filePath());
        if (reader) list.push_back({file.filePath(), file.size(), (*reader)->header(), 0, 0});
    }
    std::sort(list.begin(), list.end(),
        [](const BackupFile& a, const BackupFile& b) { return a.header.createdAt > b.header.createdAt; });
    return list;
}

} // namespace sanad
