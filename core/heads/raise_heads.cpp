#include "core/heads/raise_heads.h"

#include "core/audit/audit_trail.h"
#include "core/base/log.h"
#include "core/heads/head_faults.h"
#include "core/heads/head_repository.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

SignedHead headHere(Tx& tx)
{
    const auto head = AuditTrail(tx).head();
    return signHead(centreIdOf(tx), {head.number, head.hash, tx.now()}, SettingsRepository(tx).signingKey());
}

void leaveHead(Tx& tx, const DataLocation& location, const SignedHead& head, const QStringList& folders)
{
    const auto faults = headFaults(tx, location);
    for (const QString& folder : folders) {
        const bool faulty = std::any_of(
            faults.begin(), faults.end(), [&](const HeadFault& fault) { return fault.folder == folder; });
        const auto known = knownHead(folder, head.centre);
        if (faulty || !known) continue;
        if (!*known || AuditTrail(tx).hashOf((*known)->number) == (*known)->hash)
            rememberHead(folder, head);
        else if (HeadRepository(tx).wasGivenUp((*known)->number, (*known)->at))
            replaceHead(folder, head);
    }
}

void raiseHeads(Database& db)
{
    const auto raised = db.read([&](Tx& tx) -> Result<> {
        if (AuditTrail(tx).head().number == 0) return {};
        leaveHead(tx, db.location(), headHere(tx),
            {db.location().folder, SettingsRepository(tx).value(kBackupFolderKey)});
        return {};
    });
    if (!raised) logEvent("heads.not-raised"_L1, {{"key"_L1, raised.error().key}});
}

} // namespace sanad
