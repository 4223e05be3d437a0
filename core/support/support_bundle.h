#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace sanad {

/// What a helper far away needs to know of a centre, without anything of a person: versions, the system, how
/// many rows each feature holds, how the channels fare, what verify finds, and the logs. Shown before it is
/// sent, since it is plain JSON.
class SupportService {
public:
    explicit SupportService(Database& db)
        : m_db(db)
    {
    }

    /// Asks for Permission::ManageSettings; recorded in the audit trail. Errors: those of reading.
    Result<QJsonObject> bundle(const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
