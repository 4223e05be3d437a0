#include "core/privacy/erasure_list.h"

#include "core/base/whole_file.h"
#include "core/settings/settings_repository.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QByteArrayView kHeading("SANADERASURES1");
constexpr qint64 kMostBytes = 16LL * 1024 * 1024;
constexpr int kPatienceMs = 10'000;

QByteArray signedText(const ErasureEntry& entry)
{
    return "SANADERASURE1|" + entry.subject.text().toLatin1() + '|' + storedTime(entry.at).toLatin1();
}

QByteArray lineOf(const ErasureEntry& entry, const SigningKey& key)
{
    return entry.subject.text().toLatin1() + '|' + storedTime(entry.at).toLatin1() + '|' +
        sign(key, signedText(entry)).toHex();
}

std::optional<ErasureEntry> entryOf(const QByteArray& line, const std::vector<QByteArray>& keys)
{
    const QList<QByteArray> parts = line.split('|');
    if (parts.size() != 3) return std::nullopt;
    const auto id = CustomerId::parse(QString::fromLatin1(parts[0]));
    if (!id) return std::nullopt;
    const ErasureEntry entry{*id, fromStoredTime(QString::fromLatin1(parts[1]))};
    if (!entry.at.isValid()) return std::nullopt;
    const QByteArray text = signedText(entry);
    const QByteArray signature = QByteArray::fromHex(parts[2]);
    const bool ours = std::any_of(keys.begin(), keys.end(),
        [&](const QByteArray& key) { return verifySignature(key, text, signature); });
    return ours ? std::optional(entry) : std::nullopt;
}

Result<std::set<QByteArray>> linesIn(QIODevice& list)
{
    if (list.size() > kMostBytes || list.readLine().trimmed() != kHeading)
        return Error{ErrorCode::Unusable, u"privacy.list"_s, {}, {}};
    std::set<QByteArray> lines;
    while (!list.atEnd())
        if (const QByteArray line = list.readLine().trimmed(); !line.isEmpty()) lines.insert(line);
    return lines;
}

Result<std::set<QByteArray>> linesOf(const QString& path)
{
    QFile file(path);
    if (!file.exists()) return std::set<QByteArray>();
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::Unreachable, u"file.unreadable"_s, {}, {}};
    return linesIn(file);
}

std::vector<ErasureEntry> entriesOf(const std::set<QByteArray>& lines, const std::vector<QByteArray>& keys)
{
    std::vector<ErasureEntry> list;
    for (const QByteArray& line : lines)
        if (const auto entry = entryOf(line, keys)) list.push_back(*entry);
    return list;
}

Result<> writeLines(const QString& path, const std::set<QByteArray>& lines)
{
    const Error refused{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return refused;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QByteArray text = kHeading.toByteArray() + '\n';
    for (const QByteArray& line : lines)
        text += line + '\n';
    return writeWhole(file, text) && commitWhole(file) ? Result<>() : refused;
}

/// The centre's own lines: of what is erased here, and of what the list beside the data says.
Result<std::set<QByteArray>> ownLines(Database& db)
{
    return db.read([&](Tx& tx) -> Result<std::set<QByteArray>> {
        const SettingsRepository settings(tx);
        SANAD_TRY_VALUE(known, linesOf(erasureListPath(db.location())));
        const auto keys = settings.signingPublicKeys();
        std::set<QByteArray> lines;
        std::set<CustomerId> told;
        for (const QByteArray& line : known) {
            const auto entry = entryOf(line, keys);
            if (!entry) continue;
            lines.insert(line);
            told.insert(entry->subject);
        }
        for (const ErasureEntry& entry : SubjectRepository(tx).erasures())
            if (told.insert(entry.subject).second) lines.insert(lineOf(entry, settings.signingKey()));
        return lines;
    });
}

} // namespace

QString erasureListPath(const DataLocation& location)
{
    return QDir(location.folder).filePath(u"erasures.list"_s);
}

Result<std::vector<ErasureEntry>> readErasureList(Tx& tx, const QString& path)
{
    SANAD_TRY_VALUE(lines, linesOf(path));
    return entriesOf(lines, SettingsRepository(tx).signingPublicKeys());
}

Result<std::vector<ErasureEntry>> erasuresIn(QByteArrayView file, const std::vector<QByteArray>& keys)
{
    QBuffer list;
    list.setData(file.toByteArray());
    list.open(QIODevice::ReadOnly);
    SANAD_TRY_VALUE(lines, linesIn(list));
    return entriesOf(lines, keys);
}

Result<> writeErasureList(Database& db, const QString& folder)
{
    SANAD_TRY_VALUE(lines, ownLines(db));
    if (lines.empty()) return {};
    const QString path =
        folder.isEmpty() ? erasureListPath(db.location()) : erasureListPath(DataLocation{folder, {}});
    QLockFile lock(path + u".lock"_s); // several desks may share the folder
    if (!lock.tryLock(kPatienceMs)) return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
    SANAD_TRY_VALUE(there, linesOf(path));
    const auto before = there.size();
    there.insert(lines.begin(), lines.end());
    return there.size() == before ? Result<>() : writeLines(path, there);
}

} // namespace sanad
