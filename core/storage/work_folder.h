#pragma once

#include <QLockFile>
#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace sanad {

/// A folder of this program's own for a copy of the data, wiped with it. It lies in the data's folder, or
/// among the temporary files where there is none. Its lock is free as soon as the program has ended, however.
class WorkFolder {
public:
    /// Discards what others left, too.
    explicit WorkFolder(const QString& dataFolder);
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    bool isValid() const { return m_lock && m_lock->isLocked(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::optional<QLockFile> m_lock;
};

/// Wipes every work folder there and among the temporary files that no living program holds: a copy in which
/// everybody stands who was in the data then, under the key of then.
void discardAbandonedCopies(const QString& dataFolder);

} // namespace sanad
