#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace sanad {

/// A server's address (DataLocation::server), as the connection needs it.
struct ServerAddress {
    QString host; ///< Empty: the socket of this machine.
    int port = 0;
    QString user, password, database;
    QStringList options; ///< libpq's `name='value'`.

    /// Whether it leads to this machine: by a socket, 127.0.0.0/8, ::1 or `localhost`. Any other is reached
    /// over TLS with its certificate checked: by `sslmode=verify-full` unless the address says `verify-ca`.
    bool isLocal() const;

    /// Errors: Usage `storage.server-address`, `storage.server-option` (arg: which),
    /// `storage.server-unprotected` (args: host, the sslmode that was asked for).
    static Result<ServerAddress> parse(const QString& text);
};

} // namespace sanad
