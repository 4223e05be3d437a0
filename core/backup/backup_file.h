#pragma once

#include "core/backup/backup_header.h"
#include "core/crypto/vault.h"

#include <functional>
#include <memory>
#include <optional>

class QIODevice;

namespace sanad {

/// Told bytes done and whole (0: not known) now and then; returning false stops the work.
using BackupProgress = std::function<bool(qint64 done, qint64 whole)>;

/// Writes a backup file piece by piece: libsodium's secretstream (XChaCha20-Poly1305) over pieces of 64 KiB
/// under a key of its own, so that a changed, cut or reordered file does not open. Needs the memory of two
/// pieces. The file has its name only once it is whole and on disk.
class BackupWriter {
public:
    /// Errors: Unreachable `backup.cannot-write`.
    static Result<std::unique_ptr<BackupWriter>> create(
        const QString& path, const BackupHeader& header, const Vault& vault);
    ~BackupWriter();

    /// One file within the backup; `name` as entryName() allows. Errors: Unreachable `file.unreadable`,
    /// `backup.cannot-write`; Conflict `backup.stopped`.
    Result<> add(const QString& name, QIODevice& source, const BackupProgress& progress = {});
    /// Returns the bytes of the file.
    Result<qint64> finish();

private:
    struct Impl;
    explicit BackupWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Reads what BackupWriter wrote, in order. Everything that is not as it was written is
/// Unusable `backup.damaged`.
class BackupReader {
public:
    /// Reads the header. Errors besides: Unreachable `file.unreadable`; those of parseBackupHeader().
    static Result<std::unique_ptr<BackupReader>> open(const QString& path);
    ~BackupReader();

    const BackupHeader& header() const;
    qint64 bytes() const; ///< Of the whole file.
    /// Before next(). A vault of another key opens not even the first piece, as if that were damaged.
    Result<> unlock(const Vault& vault);

    struct Entry {
        QString name;
        qint64 bytes = 0;
    };
    /// The next file, or nothing after the last one, when the whole has been checked.
    Result<std::optional<Entry>> next();
    /// Its content, once. Errors besides: Unreachable `backup.cannot-write`, Conflict `backup.stopped`.
    Result<> extract(QIODevice& to, const BackupProgress& progress = {});

private:
    struct Impl;
    explicit BackupReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Names that a file within a backup may have: the database, the manifest, and files/NAME without any path.
bool isEntryName(const QString& name);

/// The key of `header`'s file. Errors: Denied `backup.wrong-key`.
/// `user` empty: `secret` is the recovery code, in any spelling.
Result<Vault> unlockHeader(const BackupHeader& header, const QString& user, const QString& secret);

} // namespace sanad
