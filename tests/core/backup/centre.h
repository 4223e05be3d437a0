#pragma once

#include "core/backup/backup_service.h"
#include "core/backup/restore.h"
#include "core/demo/demo_centre.h"
#include "core/documents/document_service.h"
#include "core/heads/head_repository.h"
#include "core/heads/known_heads.h"
#include "core/people/sign_in.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QTemporaryDir>

namespace sanad::test {

/// A demonstration centre with two closed days: in a folder, or on the server of SANAD_TEST_PG; a stick for
/// its backups; and room for restored ones.
struct BackedCentre {
    QTemporaryDir room;
    QString stick = QDir(room.path()).filePath(QStringLiteral("stick"));
    std::unique_ptr<Database> db;
    QString recoveryCode;
    Actor owner;

    BackedCentre();
    QString place(const QString& name) const { return QDir(room.path()).filePath(name); }
    BackupFile backup() { return must(BackupService(*db).create(stick, owner)); }
    /// A request that opens `file` with the recovery code.
    RestoreRequest request(const BackupFile& file, const QString& target) const;
};

/// Opens a restored folder and signs its owner in.
struct Reopened {
    std::unique_ptr<Database> db;
    Actor owner;
    explicit Reopened(const QString& folder);
};

/// A scan of the first transaction, kept.
DocumentFile keepPaper(BackedCentre& centre, const QByteArray& content);
/// Signed as the centre itself would.
SignedHead signedHead(Database& db, const KnownHead& head);
QByteArray contentOf(const QString& path);
void setContent(const QString& path, const QByteArray& bytes);
std::int64_t numberOf(Database& db, const QString& sql);
QString listed(const std::vector<Breach>& breaches);

} // namespace sanad::test
