#pragma once

#include "core/backup/number_restart.h"
#include "core/people/approval_repository.h"
#include "core/people/staff.h"

#include <QStringList>

namespace sanad {

/// What a restored centre has to know of the one whose place it takes.
struct ReplacedCentre {
    GivenNumbers given;
    std::set<StaffId> disabled;
    QStringList backupFolders;
};

/// Nothing where it is another centre, is none, or cannot be read.
ReplacedCentre readReplaced(Database& replaced, const QString& centre);

/// Disables whoever was disabled in the replaced centre and works in the restored one, with an audit line
/// each; never the last owner who can sign in. Returns their user names.
QStringList disableAgain(Tx& tx, const std::set<StaffId>& disabled, const Actor& by);

/// A second person's consent, and who they are.
struct GivenApproval {
    ApprovalRecord record;
    Staff approver;
};
/// Keeps the consent that the replaced centre holds, its reason sealed anew, with an audit line. An approver
/// whom the restored centre does not know comes along, disabled and without a password.
void bringApproval(Tx& tx, const GivenApproval& consent, const Actor& by);

} // namespace sanad
