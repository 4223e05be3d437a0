#include "core/catalogue/pack_file.h"

#include "core/crypto/hash.h"
#include "core/forms/json_text.h"

#include <QJsonDocument>
#include <QtEndian>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QByteArrayView kMagic("SANADPK1");
constexpr qsizetype kKeyAt = 8;
constexpr qsizetype kSignatureAt = kKeyAt + kPublicKeyBytes;
constexpr qsizetype kSignedAt = kSignatureAt + kSignatureBytes;
constexpr qsizetype kStreamAt = kSignedAt + 8;

Error unusable(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Unusable, key, args, {}};
}

/// What the signature covers: magic and key too, so that neither can be exchanged.
QByteArray signedPart(QByteArrayView bytes)
{
    return bytes.first(kSignatureAt).toByteArray() + bytes.sliced(kSignedAt).toByteArray();
}

} // namespace

QByteArray writePackFile(const QJsonObject& document, const SigningKey& publisher)
{
    const auto plain = QJsonDocument(document).toJson(QJsonDocument::Compact);
    auto packed = compressBound(static_cast<uLong>(plain.size()));
    QByteArray stream(static_cast<qsizetype>(packed), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef*>(stream.data()), &packed, reinterpret_cast<const Bytef*>(plain.data()),
        static_cast<uLong>(plain.size()), Z_BEST_COMPRESSION);
    stream.truncate(static_cast<qsizetype>(packed));

    QByteArray length(8, Qt::Uninitialized);
    qToBigEndian<quint64>(static_cast<quint64>(plain.size()), length.data());
    const auto head = kMagic.toByteArray() + publisher.publicKey;
    return head + sign(publisher, head + length + stream) + length + stream;
}

Result<PackFile> readPackFile(QByteArrayView bytes)
{
    if (bytes.size() > kMaxPackFile) return unusable(u"pack.too-large"_s, {QString::number(kMaxPackFile)});
    if (bytes.size() <= kStreamAt || !bytes.startsWith(kMagic)) return unusable(u"pack.not-a-pack"_s);
    const auto publisher = bytes.sliced(kKeyAt, kPublicKeyBytes);
    if (!verifySignature(publisher, signedPart(bytes), bytes.sliced(kSignatureAt, kSignatureBytes)))
        return unusable(u"pack.signature"_s);

    const auto length = qFromBigEndian<quint64>(bytes.data() + kSignedAt);
    if (length > static_cast<quint64>(kMaxPackDocument))
        return unusable(u"pack.too-large"_s, {QString::number(kMaxPackDocument)});
    QByteArray plain(static_cast<qsizetype>(length), Qt::Uninitialized);
    auto unpacked = static_cast<uLongf>(length);
    const auto stream = bytes.sliced(kStreamAt);
    auto taken = static_cast<uLong>(stream.size());
    const int status = uncompress2(reinterpret_cast<Bytef*>(plain.data()), &unpacked,
        reinterpret_cast<const Bytef*>(stream.data()), &taken);
    if (status != Z_OK || unpacked != length || taken != static_cast<uLong>(stream.size()))
        return unusable(u"pack.damaged"_s);

    SANAD_TRY_VALUE(document, parseJson(plain, {.depth = 64, .bytes = kMaxPackDocument}));
    if (!document.isObject()) return unusable(u"pack.damaged"_s);
    return PackFile{publisher.toByteArray(), document.toObject(), sha256(bytes)};
}

} // namespace sanad
