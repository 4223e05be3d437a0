#include "core/documents/document_files.h"

#include "core/crypto/hash.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kRandomBytes = 16;
constexpr int kMarkDigits = 8;

/// The random part, and what tells whose it is: centres may share a folder.
QString nameOf(const QString& random, const QString& centreId)
{
    const QByteArray mark = sha256((centreId + u' ' + random).toUtf8()).toHex().left(kMarkDigits);
    return random + u'-' + QString::fromLatin1(mark) + u".box"_s;
}

} // namespace

QByteArray documentKey(const Vault& vault)
{
    return vault.subKey(u"documents");
}

QByteArray boundToDocument(DocumentId id)
{
    return "document " + id.text().toLatin1();
}

QString freshDocumentName(const QString& centreId)
{
    return nameOf(QString::fromLatin1(randomBytes(kRandomBytes).toHex()), centreId);
}

QString documentPath(const QString& filesFolder, const QString& name, const QString& centreId)
{
    return isDocumentName(name, centreId) ? QDir(filesFolder).filePath(name) : QString();
}

bool isDocumentName(const QString& name, const QString& centreId)
{
    const QString random = name.left(2 * kRandomBytes);
    const bool isHex = std::all_of(random.begin(), random.end(),
        [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return isHex && name == nameOf(random, centreId);
}

} // namespace sanad
