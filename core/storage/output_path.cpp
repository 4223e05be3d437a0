#include "core/storage/output_path.h"

#include "core/storage/durable_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QStringList>

#include <algorithm>
#include <deque>
#include <filesystem>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace sanad {

namespace {

constexpr int kMostLinks = 40; // as many as Linux follows
constexpr qint64 kBeginning = 32;

fs::path pathOf(const QString& text)
{
    return {text.toStdU16String()};
}

QString textOf(const fs::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

/// Where the system would end up: link by link, also where the end is not there yet.
fs::path whereItLeads(const QString& given)
{
    std::error_code ignored;
    const fs::path whole = fs::absolute(pathOf(given), ignored);
    const fs::path steps = whole.relative_path();
    std::deque<fs::path> ahead(steps.begin(), steps.end());
    fs::path at = whole.root_path();
    for (int links = 0; !ahead.empty();) {
        const fs::path step = ahead.front();
        ahead.pop_front();
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            at = at.parent_path();
            continue;
        }
        const fs::path next = at / step;
        if (fs::is_symlink(fs::symlink_status(next, ignored)) && ++links <= kMostLinks) {
            const fs::path target = fs::read_symlink(next, ignored);
            if (target.is_absolute()) at = target.root_path();
            const fs::path further = target.relative_path();
            ahead.insert(ahead.begin(), further.begin(), further.end());
            continue;
        }
        at = next;
    }
    return at;
}

class KeptFolders {
public:
    void add(const QString& folder)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_folders.contains(folder)) m_folders << folder;
    }
    QStringList all() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_folders;
    }

private:
    mutable QMutex m_mutex;
    QStringList m_folders;
};

KeptFolders& keptFolders()
{
    static KeptFolders folders;
    return folders;
}

/// By identity and not by name: upper and lower case, and one folder that is mounted twice, are the same.
bool isWithin(const fs::path& path, const fs::path& folder)
{
    std::error_code ignored;
    for (fs::path part = path;; part = part.parent_path()) {
        if (fs::equivalent(part, folder, ignored)) return true;
        if (part == part.parent_path()) return false;
    }
}

bool isInData(const fs::path& path)
{
    for (fs::path part = path;; part = part.parent_path()) {
        if (hasDatabaseFile(textOf(part))) return true;
        if (part == part.parent_path()) break;
    }
    const QStringList folders = keptFolders().all();
    return std::any_of(folders.begin(), folders.end(),
        [&](const QString& folder) { return isWithin(path, whereItLeads(folder)); });
}

/// Names that the desk looks for.
bool isReservedName(const QString& name)
{
    static const QStringList names{u"sanad-heads.json"_s, u"sanad-heads-damaged.json"_s, u"erasures.list"_s};
    static const QStringList endings{
        u".sanadbackup"_s, u".db"_s, u".db-wal"_s, u".db-shm"_s, u".db-journal"_s};
    return names.contains(name, Qt::CaseInsensitive) ||
        std::any_of(endings.begin(), endings.end(),
            [&](const QString& ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

/// What the files begin with that nothing may be written over: databases and their logs, backups, sealed
/// papers, the list of erasures, keys.
bool beginsLikeKept(const QString& path)
{
    static const QByteArrayList beginnings{QByteArrayLiteral("SQLite format 3"),
        QByteArrayLiteral("\x37\x7f\x06\x82"), QByteArrayLiteral("\x37\x7f\x06\x83"),
        QByteArrayLiteral("SANADBK"), QByteArrayLiteral("SANADBX"), QByteArrayLiteral("SANADERASURES"),
        QByteArrayLiteral("-----BEGIN "), QByteArrayLiteral("PGDMP")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray begins = file.read(kBeginning);
    return std::any_of(beginnings.begin(), beginnings.end(),
        [&](const QByteArray& known) { return begins.startsWith(known); });
}

Error refused(const QString& key, const QString& path)
{
    return {ErrorCode::Invalid, key, {path}, {}};
}

} // namespace

Result<> mayWriteTo(const QString& path)
{
    const fs::path end = whereItLeads(path);
    if (isInData(end)) return refused(u"storage.output-in-data"_s, path);
    std::error_code ignored;
    // Of the path as it was given: what a link of /proc leads to has no name.
    const fs::file_status status = fs::status(pathOf(path), ignored);
    if (fs::is_block_file(status) || fs::is_socket(status)) return refused(u"storage.output-no-file"_s, path);
    if (fs::is_directory(status) || fs::is_character_file(status) || fs::is_fifo(status)) return {};
    const QString name = textOf(end.filename());
    const bool kept = isReservedName(name) || (fs::is_regular_file(status) && beginsLikeKept(textOf(end)));
    if (kept) return refused(u"storage.output-over-kept"_s, path);
    return {};
}

Result<> mayWriteInto(const QString& folder)
{
    if (isInData(whereItLeads(folder))) return refused(u"storage.output-in-data"_s, folder);
    return {};
}

Result<> mayPutInto(const QString& folder, const QString& name)
{
    const QString path = QDir(folder).filePath(name);
    if (QFileInfo(path).isSymLink()) return refused(u"storage.output-link"_s, path);
    return mayWriteTo(path);
}

void keepOutputsOutOf(const QString& folder)
{
    if (!folder.isEmpty()) keptFolders().add(QFileInfo(folder).absoluteFilePath());
}

bool leadsInto(const QString& path, const QString& folder)
{
    return isWithin(whereItLeads(path), whereItLeads(folder));
}

} // namespace sanad
