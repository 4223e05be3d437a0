#pragma once

#include "core/storage/database.h"

namespace sanad {

/// What is wrong with what is remembered of the audit chain's end in a folder outside the database.
struct HeadFault {
    QString folder;
    bool gone = false; ///< Else it is damaged, or not signed by this centre.
};

/// Looks beside the data and into the folder of automatic backups. Beside the data, where every backup and
/// every day close leaves a head, a file that is not there is a fault too; a stick may be a new one.
std::vector<HeadFault> headFaults(Tx& tx, const DataLocation& location);

} // namespace sanad
