#pragma once

#include "core/backup/backup_header.h"
#include "core/storage/database.h"

namespace sanad {

/// A backup that was made here.
struct BackupRun {
    std::int64_t id = 0;
    QString name; ///< Of its file.
    qint64 bytes = 0;
    QDateTime createdAt; ///< UTC.
    std::int64_t chainNumber = 0;
    QByteArray chainHash;
    qint64 files = 0; ///< Scans in it.
    QDateTime verifiedAt; ///< Invalid until a test restore has gone well.
    QDateTime removedAt;

    bool operator==(const BackupRun&) const = default;
};

/// A full check of every promise.
struct FullCheck {
    QDateTime at;
    qint64 breaches = 0;
    QString first;
};

/// The only SQL of backups and full checks.
class BackupRepository {
public:
    explicit BackupRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    void insert(const BackupRun& run);
    void setVerified(const QString& name, const QDateTime& at);
    void setRemoved(const QString& name, const QDateTime& at);
    std::optional<BackupRun> find(const QString& name) const;
    /// Newest first, without those that were removed.
    std::vector<BackupRun> all() const;
    /// Of the newest that was made here; 0 without one.
    qint64 newestBytes() const;
    /// What a copy of the database without its free pages takes; on a server about that.
    qint64 databaseBytes() const;

    void insert(const FullCheck& check);
    std::optional<FullCheck> lastCheck() const;

    /// The header's fields that tell of the data; salt and time are left empty.
    BackupHeader headerOf() const;
    /// Hash of one line of the audit chain; empty where there is none.
    QByteArray chainHash(std::int64_t number) const;

private:
    Tx& m_tx;
};

} // namespace sanad
