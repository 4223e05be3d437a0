#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace sanad {

/// The folders in which backups of this centre lie, as far as the data knows: a backup that is made, or that
/// the centre was restored from, leaves its folder here.
class BackupPlaces {
public:
    explicit BackupPlaces(Tx& tx)
        : m_tx(tx)
    {
    }

    void remember(const QStringList& folders);
    /// Those that were remembered, newest first.
    QStringList remembered() const;
    /// Names of the files that were made here and that the rule has not removed.
    QStringList keptFiles() const;

private:
    Tx& m_tx;
};

/// Whether an audit line, by its act and payload, tells of nothing but remember().
bool isBackupPlacesLine(const QString& act, const QString& payload);

} // namespace sanad
