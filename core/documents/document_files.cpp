#include "core/documents/document_files.h"

#include "core/crypto/hash.h"

using namespace Qt::StringLiterals;

namespace sanad {

QByteArray documentKey(const Vault& vault)
{
    return vault.subKey(u"documents");
}

QByteArray boundToDocument(DocumentId id)
{
    return "document " + id.text().toLatin1();
}

QString freshDocumentName()
{
    return QString::fromLatin1(randomBytes(16).toHex()) + u".box"_s;
}

} // namespace sanad
