#include "core/privacy/backup_places.h"

#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kFolders = u"backup.folders"_s; // one a line
constexpr int kMostFolders = 50;
constexpr auto kKept = "SELECT name FROM backup_run WHERE branch_id = :branch AND removed_at IS NULL";

} // namespace

void BackupPlaces::remember(const QStringList& folders)
{
    const QStringList before = remembered();
    QStringList all = folders + before;
    all.removeDuplicates();
    all.removeIf([](const QString& folder) { return folder.isEmpty() || folder.contains(u'\n'); });
    all = all.first(std::min<qsizetype>(all.size(), kMostFolders));
    if (QSet(all.begin(), all.end()) != QSet(before.begin(), before.end()))
        SettingsRepository(m_tx).setValue(kFolders, all.join(u'\n'));
}

QStringList BackupPlaces::remembered() const
{
    return SettingsRepository(m_tx).value(kFolders).split(u'\n', Qt::SkipEmptyParts);
}

QStringList BackupPlaces::keptFiles() const
{
    QStringList names;
    auto query = m_tx.query(kKept);
    query.bind(":branch", kBranch).run();
    while (query.next())
        names << query.text(0);
    return names;
}

bool isBackupPlacesLine(const QString& act, const QString& payload)
{
    return act == "settings.changed"_L1 && payload.contains(u"\"setting:"_s + kFolders + u'"');
}

} // namespace sanad
