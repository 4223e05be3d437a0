#include "core/heads/known_heads.h"

#include "core/base/clock.h"
#include "core/base/whole_file.h"
#include "core/forms/json_text.h"
#include "core/heads/head_repository.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sanad {

const QString kHeadsFile = u"sanad-heads.json"_s;

namespace {

constexpr JsonLimits kLimits{.depth = 4, .bytes = 64 * 1024};
constexpr int kHashBytes = 32;
constexpr int kPatienceMs = 5'000;
const auto kDamagedFile = u"sanad-heads-damaged.json"_s;

QString fileIn(const QString& folder)
{
    return QDir(folder).filePath(kHeadsFile);
}

QByteArray signedText(const QString& centre, const KnownHead& head)
{
    return QByteArrayList{"SANADHEAD1", centre.toLatin1(), QByteArray::number(qlonglong{head.number}),
        head.hash.toHex(), storedTime(head.at).toLatin1()}
        .join('|');
}

/// All heads of a file; nothing when it is none.
std::optional<QJsonObject> headsIn(QByteArrayView file)
{
    const auto json = parseJson(file, kLimits);
    return json && json->isObject() ? std::optional(json->toObject()) : std::nullopt;
}

/// All heads of a folder; nothing when there is a file that cannot be read.
std::optional<QJsonObject> readAll(const QString& folder)
{
    QFile file(fileIn(folder));
    if (!file.exists()) return QJsonObject();
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return headsIn(file.read(kLimits.bytes + 1));
}

std::optional<KnownHead> trusted(const QString& centre, const QJsonObject& entry)
{
    const auto bytes = [&](const QString& name) {
        return QByteArray::fromHex(entry.value(name).toString().toLatin1());
    };
    const KnownHead head{entry.value(u"number"_s).toInteger(), bytes(u"hash"_s),
        fromStoredTime(entry.value(u"at"_s).toString())};
    const bool whole = head.number > 0 && head.hash.size() == kHashBytes && head.at.isValid();
    const QByteArray key = bytes(u"key"_s);
    const bool ours = whole && centreIdFrom(key) == centre &&
        verifySignature(key, signedText(centre, head), bytes(u"signature"_s));
    return ours ? std::optional(head) : std::nullopt;
}

Error untrusted(const QString& folder)
{
    return {ErrorCode::Unusable, u"backup.heads-untrusted"_s, {folder}, {}};
}

Result<std::optional<KnownHead>> headOf(
    const std::optional<QJsonObject>& all, const QString& centre, const QString& folder)
{
    if (!all) return untrusted(folder);
    const auto entry = all->find(centre);
    if (entry == all->end()) return std::optional<KnownHead>();
    const auto head = trusted(centre, entry->toObject());
    if (!head) return untrusted(folder);
    return head;
}

/// Several desks and centres may share the folder: one at a time reads and writes it.
template <class Act> void alone(const QString& folder, const Act& act)
{
    if (folder.isEmpty() || !QDir(folder).exists()) return;
    QLockFile lock(fileIn(folder) + u".lock"_s);
    if (lock.tryLock(kPatienceMs)) act();
}

void write(const QString& folder, const SignedHead& head)
{
    auto all = readAll(folder);
    if (!all) {
        QFile::remove(QDir(folder).filePath(kDamagedFile));
        QFile::rename(fileIn(folder), QDir(folder).filePath(kDamagedFile));
        all = QJsonObject();
    }
    const auto hex = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); };
    all->insert(head.centre,
        QJsonObject{{u"at"_s, storedTime(head.head.at)}, {u"hash"_s, hex(head.head.hash)},
            {u"key"_s, hex(head.key)}, {u"number"_s, qint64{head.head.number}},
            {u"signature"_s, hex(head.signature)}});
    QSaveFile file(fileIn(folder));
    if (!file.open(QIODevice::WriteOnly)) return;
    if (writeWhole(file, QJsonDocument(*all).toJson(QJsonDocument::Compact))) commitWhole(file);
}

} // namespace

SignedHead signHead(const QString& centre, const KnownHead& head, const SigningKey& key)
{
    return {centre, head, key.publicKey, sign(key, signedText(centre, head))};
}

void rememberHead(const QString& folder, const SignedHead& head)
{
    alone(folder, [&] {
        const auto known = knownHead(folder, head.centre);
        if (known && (!*known || (*known)->number < head.head.number)) write(folder, head);
    });
}

void replaceHead(const QString& folder, const SignedHead& head)
{
    alone(folder, [&] { write(folder, head); });
}

Result<std::optional<KnownHead>> knownHead(const QString& folder, const QString& centre)
{
    if (folder.isEmpty()) return std::optional<KnownHead>();
    return headOf(readAll(folder), centre, folder);
}

Result<std::optional<KnownHead>> knownHeadIn(
    QByteArrayView file, const QString& centre, const QString& folder)
{
    return headOf(headsIn(file), centre, folder);
}

} // namespace sanad
