#include "core/heads/head_faults.h"

#include "core/heads/head_repository.h"
#include "core/heads/known_heads.h"
#include "core/settings/settings_repository.h"

namespace sanad {

std::vector<HeadFault> headFaults(Tx& tx, const DataLocation& location)
{
    const QString centre = centreIdOf(tx);
    std::vector<HeadFault> faults;
    for (const QString& folder : {location.folder, SettingsRepository(tx).value(kBackupFolderKey)}) {
        const auto known = knownHead(folder, centre);
        if (!known)
            faults.push_back({folder, false});
        else if (!*known && !folder.isEmpty() && folder == location.folder && !location.isServer() &&
            HeadRepository(tx).everLeft())
            faults.push_back({folder, true});
    }
    return faults;
}

} // namespace sanad
