#pragma once

#include "core/crypto/vault.h"
#include "core/documents/document.h"

namespace sanad {

/// The key of every file under the files folder.
QByteArray documentKey(const Vault& vault);
/// What a file is bound to, so that it opens as no other document.
QByteArray boundToDocument(DocumentId id);
/// A random name for a file.
QString freshDocumentName();

} // namespace sanad
