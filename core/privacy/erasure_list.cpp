#include "core/privacy/erasure_list.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QByteArrayView kHeading("SANADERASURES1");
constexpr qint64 kMostBytes = 16LL * 1024 * 1024;

QByteArray sealOf(const ErasureEntry& entry, const Vault& vault)
{
    const QByteArray text = entry.subject.text().toLatin1() + '|' + storedTime(entry.at).toLatin1();
    return vault.commitment("erasure", text).toHex();
}

} // namespace

QString erasureListPath(const DataLocation& location)
{
    return QDir(location.folder).filePath(u"erasures.list"_s);
}

Result<std::vector<ErasureEntry>> readErasureList(const QString& path, const Vault& vault)
{
    std::vector<ErasureEntry> list;
    QFile file(path);
    if (!file.exists()) return list;
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::Unreachable, u"file.unreadable"_s, {}, {}};
    if (file.size() > kMostBytes || file.readLine().trimmed() != kHeading)
        return Error{ErrorCode::Unusable, u"privacy.list"_s, {}, {}};
    while (!file.atEnd()) {
        const QList<QByteArray> parts = file.readLine().trimmed().split('|');
        if (parts.size() != 3) continue;
        const auto id = CustomerId::parse(QString::fromLatin1(parts[0]));
        if (!id) continue;
        const ErasureEntry entry{*id, fromStoredTime(QString::fromLatin1(parts[1]))};
        if (entry.at.isValid() && sealOf(entry, vault) == parts[2]) list.push_back(entry);
    }
    return list;
}

Result<> writeErasureList(Database& db)
{
    const QString path = erasureListPath(db.location());
    return db.read([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(known, readErasureList(path, tx.vault()));
        std::map<std::int64_t, ErasureEntry> all;
        for (const auto& entry : known)
            all.emplace(entry.subject.raw(), entry);
        for (const auto& entry : SubjectRepository(tx).erasures())
            all.emplace(entry.subject.raw(), entry);
        if (all.empty()) return {};
        QSaveFile file(path);
        const Error refused{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
        if (!file.open(QIODevice::WriteOnly)) return refused;
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(kHeading.toByteArray() + '\n');
        for (const auto& [id, entry] : all)
            file.write(entry.subject.text().toLatin1() + '|' + storedTime(entry.at).toLatin1() + '|' +
                sealOf(entry, tx.vault()) + '\n');
        if (!file.commit()) return refused;
        return {};
    });
}

} // namespace sanad
