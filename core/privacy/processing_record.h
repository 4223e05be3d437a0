#pragma once

#include "core/base/actor.h"
#include "core/privacy/privacy_texts.h"
#include "core/storage/database.h"

namespace sanad {

/// The record of processing as of now: the catalogue of columns held against the tables that there are, with
/// how many rows each activity has. Needs Permission::ManagePrivacy.
Result<std::vector<ProcessingActivity>> processingRecord(Database& db, const Actor& by);

/// Columns of the database of which resources/privacy/privacy.json says nothing: `table.column`. A test keeps
/// this empty, so that nobody adds a column without saying what it tells about people.
QStringList unclassifiedColumns(Tx& tx);

} // namespace sanad
