#include "core/backup/backup_header.h"

#include "core/base/clock.h"
#include "core/forms/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kMagic = QByteArrayView("SANADBK");
constexpr char kFormat = '1'; // the byte after the magic
constexpr qsizetype kFixedBytes = 12; // magic, format, length
constexpr qsizetype kMostLocks = 200;
constexpr qsizetype kMostWrapped = 512;
constexpr std::int64_t kMostChain = 1'000'000'000'000;
constexpr int kMostSchema = 9999;
constexpr int kHashBytes = 32;

Error damaged()
{
    return {ErrorCode::Unusable, u"backup.damaged"_s, {}, u"header"_s};
}

QString encoded(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue& value)
{
    const auto result =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return result ? result.decoded : QByteArray();
}

bool readLocks(const QJsonArray& list, BackupHeader& header)
{
    static const QRegularExpression user(u"\\A([a-z][a-z0-9._-]{1,31})?\\z"_s);
    if (list.isEmpty() || list.size() > kMostLocks) return false;
    QSet<QString> users;
    for (const QJsonValue& value : list) {
        const QJsonObject lock = value.toObject();
        BackupHeader::Lock one{lock.value(u"user"_s).toString(), decoded(lock.value(u"key"_s))};
        if (!user.match(one.user).hasMatch() || one.wrappedKey.isEmpty() ||
            one.wrappedKey.size() > kMostWrapped || users.contains(one.user))
            return false;
        users.insert(one.user);
        header.locks.push_back(std::move(one));
    }
    return true;
}

} // namespace

QByteArray headerBytes(const BackupHeader& header)
{
    QJsonArray locks;
    for (const auto& lock : header.locks)
        locks.append(QJsonObject{{u"key"_s, encoded(lock.wrappedKey)}, {u"user"_s, lock.user}});
    const QByteArray json = QJsonDocument(
        QJsonObject{{u"centre"_s, header.centre}, {u"chain_hash"_s, encoded(header.chainHash)},
            {u"chain_number"_s, qint64{header.chainNumber}}, {u"created_at"_s, storedTime(header.createdAt)},
            {u"locks"_s, locks}, {u"salt"_s, encoded(header.salt)},
            {u"schema"_s,
                header.schema}}).toJson(QJsonDocument::Compact);
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(json.size()), length.data());
    return kMagic.toByteArray() + kFormat + length + json;
}

Result<ParsedHeader> parseBackupHeader(QByteArrayView bytes)
{
    static const QRegularExpression centre(u"\\A[0-9a-f]{32}\\z"_s);
    if (bytes.size() < kFixedBytes || !bytes.startsWith(kMagic))
        return Error{ErrorCode::Unusable, u"backup.not-a-backup"_s, {}, {}};
    if (bytes[kMagic.size()] != kFormat) return Error{ErrorCode::Unusable, u"backup.newer-format"_s, {}, {}};
    const qsizetype length = qFromLittleEndian<quint32>(bytes.data() + kMagic.size() + 1);
    if (length > kMostHeaderBytes || bytes.size() < kFixedBytes + length) return damaged();

    const auto json = parseJson(bytes.sliced(kFixedBytes, length), {.depth = 4, .bytes = kMostHeaderBytes});
    if (!json || !json->isObject()) return damaged();
    const QJsonObject object = json->toObject();
    ParsedHeader parsed{{}, bytes.first(kFixedBytes + length).toByteArray()};
    BackupHeader& header = parsed.header;
    header.centre = object.value(u"centre"_s).toString();
    const QString createdAt = object.value(u"created_at"_s).toString();
    header.createdAt = fromStoredTime(createdAt);
    header.schema = object.value(u"schema"_s).toInt();
    header.chainNumber = object.value(u"chain_number"_s).toInteger(-1);
    header.chainHash = decoded(object.value(u"chain_hash"_s));
    header.salt = decoded(object.value(u"salt"_s));
    if (!centre.match(header.centre).hasMatch() || !header.createdAt.isValid() ||
        storedTime(header.createdAt) != createdAt || header.schema < 1 || header.schema > kMostSchema ||
        header.chainNumber < 0 || header.chainNumber > kMostChain || header.chainHash.size() != kHashBytes ||
        header.salt.size() != kBackupSaltBytes || !readLocks(object.value(u"locks"_s).toArray(), header))
        return damaged();
    return parsed;
}

} // namespace sanad
