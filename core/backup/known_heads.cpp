#include "core/backup/known_heads.h"

#include "core/base/clock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kMostBytes = 64 * 1024;
constexpr int kHashBytes = 32;

QString fileIn(const QString& folder)
{
    return QDir(folder).filePath(u"sanad-heads.json"_s);
}

QJsonObject readAll(const QString& folder)
{
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

void replaceHead(const QString& folder, const QString& centre, const KnownHead& head)
{
    if (folder.isEmpty() || !QDir(folder).exists()) return;
    QJsonObject all = readAll(folder);
    all.insert(centre,
        QJsonObject{{u"at"_s, storedTime(head.at)}, {u"hash"_s, QString::fromLatin1(head.hash.toHex())},
            {u"number"_s, qint64{head.number}}});
    QSaveFile file(fileIn(folder));
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    file.commit();
}

void rememberHead(const QString& folder, const QString& centre, const KnownHead& head)
{
    const auto known = knownHead(folder, centre);
    if (!known || known->number < head.number) replaceHead(folder, centre, head);
}

std::optional<KnownHead> knownHead(const QString& folder, const QString& centre)
{
    const QJsonObject one = readAll(folder).value(centre).toObject();
    const KnownHead head{one.value(u"number"_s).toInteger(),
        QByteArray::fromHex(one.value(u"hash"_s).toString().toLatin1()),
        fromStoredTime(one.value(u"at"_s).toString())};
    if (head.number < 1 || head.hash.size() != kHashBytes || !head.at.isValid()) return std::nullopt;
    return head;
}

} // namespace sanad
