#pragma once

#include "core/storage/engine.h"

namespace sanad {

/// Tables whose ids the desk makes (core/base/id.h). An id of the audit trail, of a day or of another row is
/// none.
const QStringList& tablesWithOwnIds();

/// The ids of this process go on above all that are stored; on a server they go by its clock, and those of
/// two desks differ. After opening, before anything is written. Errors: those of reading.
Result<> goOnFromStoredIds(QSqlDatabase& connection, engine::Kind kind);

} // namespace sanad
