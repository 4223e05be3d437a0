#pragma once

#include "core/crypto/vault.h"
#include "core/documents/document.h"

namespace sanad {

/// The key of every file under the files folder.
QByteArray documentKey(const Vault& vault);
/// What a file is bound to, so that it opens as no other document.
QByteArray boundToDocument(DocumentId id);
/// A random name for a file of this centre.
QString freshDocumentName(const QString& centreId);
/// Where a file of this centre lies; empty for a name that freshDocumentName() did not give it, whoever wrote
/// that into a row: such a file is neither read nor removed.
QString documentPath(const QString& filesFolder, const QString& name, const QString& centreId);
/// True for a name that freshDocumentName() gave a file of this centre: only such a file may be removed
/// because no row names it.
bool isDocumentName(const QString& name, const QString& centreId);

} // namespace sanad
