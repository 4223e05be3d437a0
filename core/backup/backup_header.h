#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace sanad {

/// What stands readable at the beginning of a backup file: enough to open it on another PC with the recovery
/// code or an owner's password, no personal data. It is bound to every piece that follows.
struct BackupHeader {
    /// The data key, wrapped under the recovery code (no user) or an owner's password.
    struct Lock {
        QString user; ///< Sign-in name.
        QByteArray wrappedKey;
        bool operator==(const Lock&) const = default;
    };

    QString centre; ///< 32 hex digits, from the centre's first public key: the same for ever.
    QDateTime createdAt; ///< UTC.
    int schema = 0; ///< The migration that its tables are of.
    std::int64_t chainNumber = 0; ///< The last audit line in it.
    QByteArray chainHash;
    QByteArray salt; ///< Of the key that encrypts it.
    std::vector<Lock> locks;

    bool operator==(const BackupHeader&) const = default;
};

constexpr int kBackupSaltBytes = 16;
/// Nothing longer is read as a header.
constexpr qsizetype kMostHeaderBytes = 256 * 1024;

/// Magic, length, header: the beginning of a file.
QByteArray headerBytes(const BackupHeader& header);

struct ParsedHeader {
    BackupHeader header;
    QByteArray bytes; ///< All of it, as written.
};
/// Reads the beginning of a file; what follows the header is not looked at. Bytes from outside.
/// Errors: Unusable `backup.not-a-backup`, `backup.newer-format`, `backup.damaged`.
Result<ParsedHeader> parseBackupHeader(QByteArrayView bytes);

} // namespace sanad
