#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace sanad::portal {

/// What a desk and the operator need to use this portal; made at the first start, kept in one file that only
/// the owner of the folder can read.
struct Credentials {
    QString client;
    QByteArray secret;
    QByteArray adminToken;
    QString file;
};

/// Errors: Unreachable `portal.folder`, Unusable `portal.credentials`.
Result<Credentials> ensureCredentials(const QString& folder, const QString& client);

} // namespace sanad::portal
