#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace sanad {

/// The newest end of a centre's audit chain that is known outside its database: kept in a small file beside
/// the data and beside the backups, and raised with every backup, day close and acknowledgement of a portal.
/// An old copy in the place of the data, or a tail that was cut off, ends before it.
struct KnownHead {
    std::int64_t number = 0;
    QByteArray hash;
    QDateTime at; ///< UTC.

    bool operator==(const KnownHead&) const = default;
};

/// Never lowers a head. A folder that cannot be written is left as it is: the next one tells.
void rememberHead(const QString& folder, const QString& centre, const KnownHead& head);
/// After a restore, when somebody has accepted that what followed is lost.
void replaceHead(const QString& folder, const QString& centre, const KnownHead& head);
/// Bytes from outside: what cannot be read is nothing.
std::optional<KnownHead> knownHead(const QString& folder, const QString& centre);

} // namespace sanad
