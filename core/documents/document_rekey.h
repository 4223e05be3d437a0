#pragma once

#include "core/storage/database.h"

#include <QHash>
#include <QStringList>

namespace sanad {

/// The encrypted papers under another data key, each written whole to disk under a new name before the row
/// names it. The old files stay until the commit, so that a stop at any moment leaves either all of the old
/// or all of the new ones in force; what no row names then, the next rekey removes, or
/// DocumentService::purge(). Unless keep() was called, the new files go with the object.
class DocumentRekey {
public:
    explicit DocumentRekey(QString filesFolder)
        : m_folder(std::move(filesFolder))
    {
    }
    ~DocumentRekey();
    DocumentRekey(const DocumentRekey&) = delete;
    DocumentRekey& operator=(const DocumentRekey&) = delete;

    /// Returns the digest of each new file, by document. Errors: Unreachable `file.unreadable`,
    /// `file.cannot-write`; Internal `file.damaged`.
    Result<QHash<std::int64_t, QByteArray>> apply(Tx& tx, const Vault& from, const Vault& to);
    /// It is committed, or may be: the new files stay.
    void keep() { m_made.clear(); }
    /// It is committed: the old files go, and whatever no row names.
    void removeOld();

private:
    QString m_folder;
    QStringList m_old, m_made;
};

} // namespace sanad
