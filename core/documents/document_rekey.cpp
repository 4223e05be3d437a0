#include "core/documents/document_rekey.h"

#include "core/base/wiped_file.h"
#include "core/crypto/file_box.h"
#include "core/crypto/hash.h"
#include "core/documents/document_files.h"
#include "core/documents/document_repository.h"
#include "core/documents/document_service.h"
#include "core/heads/head_repository.h"

#include <QBuffer>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sanad {

DocumentRekey::~DocumentRekey()
{
    for (const QString& path : std::as_const(m_made))
        QFile::remove(path);
}

Result<QHash<std::int64_t, QByteArray>> DocumentRekey::apply(Tx& tx, const Vault& from, const Vault& to)
{
    const QDir folder(m_folder);
    const QString centre = centreIdOf(tx);
    DocumentRepository documents(tx);
    QHash<std::int64_t, QByteArray> digests;
    for (const DocumentFile& file : documents.all()) {
        const QString old = documentPath(m_folder, file.name, centre);
        SANAD_TRY_VALUE(
            plain, unboxFile(old, documentKey(from), boundToDocument(file.id), DocumentService::kMaxBytes));
        QBuffer source(&plain);
        source.open(QIODevice::ReadOnly);
        const QString name = freshDocumentName(centre);
        const QString path = folder.filePath(name);
        m_made << path;
        const auto written =
            boxFile(source, path, documentKey(to), boundToDocument(file.id), DocumentService::kMaxBytes);
        plain.fill('\0');
        SANAD_TRY(written);
        documents.rename(file.id, name);
        digests.insert(file.id.raw(), sha256OfFile(path));
    }
    // Whoever writes holds off all other writers, so what no row names now is of the old key, or was left by
    // a kill.
    for (const QString& name : folder.entryList(QDir::Files))
        if (isDocumentName(name, centre) && !documents.knowsFile(name)) m_old << folder.filePath(name);
    return digests;
}

void DocumentRekey::removeOld()
{
    for (const QString& path : std::as_const(m_old))
        wipeFile(path);
    m_old.clear();
}

} // namespace sanad
