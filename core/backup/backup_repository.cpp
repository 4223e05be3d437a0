#include "core/backup/backup_repository.h"

#include "core/audit/audit_trail.h"
#include "core/heads/head_repository.h"
#include "core/people/staff_repository.h"
#include "core/settings/settings_repository.h"
#include "core/storage/durable_files.h"
#include "core/verify/backup_rows.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

#define SANAD_BACKUP_COLUMNS                                                                                 \
    "id, name, bytes, created_at, chain_number, chain_hash, files, verified_at, removed_at"

constexpr auto kInsert = R"(
    INSERT INTO backup_run (id, branch_id, name, bytes, created_at, chain_number, chain_hash, files)
    VALUES (:id, :branch, :name, :bytes, :at, :number, :hash, :files))";
constexpr auto kVerified = "UPDATE backup_run SET verified_at = :at WHERE name = :name RETURNING id";
constexpr auto kRemoved = "UPDATE backup_run SET removed_at = :at WHERE name = :name RETURNING id";
constexpr auto kFind = "SELECT " SANAD_BACKUP_COLUMNS " FROM backup_run WHERE name = :name";
constexpr auto kAll = "SELECT " SANAD_BACKUP_COLUMNS R"( FROM backup_run
    WHERE branch_id = :branch AND removed_at IS NULL ORDER BY created_at DESC, id DESC)";
constexpr auto kNewestBytes =
    "SELECT bytes FROM backup_run WHERE branch_id = :branch ORDER BY created_at DESC, id DESC LIMIT 1";
constexpr auto kFileBytes = R"(
    SELECT (c.page_count - f.freelist_count) * s.page_size
    FROM pragma_page_count() c, pragma_freelist_count() f, pragma_page_size() s)";
constexpr auto kServerBytes = "SELECT pg_database_size(current_database())";
constexpr auto kInsertCheck = R"(
    INSERT INTO full_check (id, branch_id, at, breaches, first) VALUES (:id, :branch, :at, :breaches, :first))";
constexpr auto kLastCheck =
    "SELECT at, breaches, first FROM full_check WHERE branch_id = :branch ORDER BY id DESC LIMIT 1";
constexpr auto kChainHash = "SELECT hash FROM audit_line WHERE branch_id = :branch AND id = :id";

/// Runs what sets a time of the row with this name.
void note(Tx& tx, const char* sql, const QString& name, const QDateTime& at)
{
    std::vector<std::int64_t> ids;
    {
        auto query = tx.query(sql);
        query.bind(":at", at).bind(":name", name).run();
        while (query.next())
            ids.push_back(query.int64(0));
    }
    for (const std::int64_t id : ids)
        VouchedRows(tx).changed(kBackupRows, id);
    tx.touched(u"backups"_s);
}

BackupRun runFrom(const Query& row)
{
    return {row.int64(0), row.text(1), row.int64(2), row.time(3), row.int64(4), row.bytes(5), row.int64(6),
        row.time(7), row.time(8)};
}

} // namespace

void BackupRepository::insert(const BackupRun& run)
{
    m_tx.query(kInsert)
        .bind(":id", run.id)
        .bind(":branch", kBranch)
        .bind(":name", run.name)
        .bind(":bytes", std::int64_t{run.bytes})
        .bind(":at", run.createdAt)
        .bind(":number", run.chainNumber)
        .bind(":hash", run.chainHash)
        .bind(":files", std::int64_t{run.files})
        .run();
    VouchedRows(m_tx).changed(kBackupRows, run.id);
    m_tx.touched(u"backups"_s);
}

void BackupRepository::setVerified(const QString& name, const QDateTime& at)
{
    note(m_tx, kVerified, name, at);
}

void BackupRepository::setRemoved(const QString& name, const QDateTime& at)
{
    note(m_tx, kRemoved, name, at);
}

std::optional<BackupRun> BackupRepository::find(const QString& name) const
{
    auto query = m_tx.query(kFind);
    query.bind(":name", name).run();
    if (!query.next()) return std::nullopt;
    return runFrom(query);
}

std::vector<BackupRun> BackupRepository::all() const
{
    std::vector<BackupRun> list;
    auto query = m_tx.query(kAll);
    query.bind(":branch", kBranch).run();
    while (query.next())
        list.push_back(runFrom(query));
    return list;
}

qint64 BackupRepository::newestBytes() const
{
    auto query = m_tx.query(kNewestBytes);
    query.bind(":branch", kBranch).run();
    return query.next() ? query.int64(0) : 0;
}

qint64 BackupRepository::databaseBytes() const
{
    auto query = m_tx.query(m_tx.onServer() ? kServerBytes : kFileBytes);
    query.run();
    return query.next() ? query.int64(0) : 0;
}

void BackupRepository::insert(const FullCheck& check)
{
    const std::int64_t id = nextRawId();
    m_tx.query(kInsertCheck)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":at", check.at)
        .bind(":breaches", std::int64_t{check.breaches})
        .bind(":first", check.first)
        .run();
    VouchedRows(m_tx).changed(kFullCheckRows, id);
    m_tx.touched(u"backups"_s);
}

std::optional<FullCheck> BackupRepository::lastCheck() const
{
    auto query = m_tx.query(kLastCheck);
    query.bind(":branch", kBranch).run();
    if (!query.next()) return std::nullopt;
    return FullCheck{query.time(0), query.int64(1), query.text(2)};
}

BackupHeader BackupRepository::headerOf() const
{
    BackupHeader header;
    header.centre = centreIdOf(m_tx);
    header.schema = newestSchema();
    const auto head = AuditTrail(m_tx).head();
    header.chainNumber = head.number;
    header.chainHash = head.hash;
    StaffRepository people(m_tx);
    if (const QByteArray key = people.recoveryKey(); !key.isEmpty()) header.locks.push_back({{}, key});
    for (const Staff& person : people.all())
        if (person.active && person.role == Role::Owner)
            if (const QByteArray key = people.secrets(person.id).wrappedKey; !key.isEmpty())
                header.locks.push_back({person.user, key});
    return header;
}

QByteArray BackupRepository::chainHash(std::int64_t number) const
{
    auto query = m_tx.query(kChainHash);
    query.bind(":branch", kBranch).bind(":id", number).run();
    return query.next() ? query.bytes(0) : QByteArray();
}

} // namespace sanad
