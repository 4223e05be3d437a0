#pragma once

#include "core/crypto/signing.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace sanad {

/// The newest end of a centre's audit chain that is known outside its database: kept in a small file beside
/// the data and beside the backups, and raised with every backup and by raiseHeads().
/// An old copy in the place of the data, or a tail that was cut off, ends before it. Each head is signed by
/// its centre, so that who can write there can take one away or put an older one back, and forge none.
struct KnownHead {
    std::int64_t number = 0;
    QByteArray hash;
    QDateTime at; ///< UTC.

    bool operator==(const KnownHead&) const = default;
};

struct SignedHead {
    QString centre;
    KnownHead head;
    QByteArray key, signature;
};
SignedHead signHead(const QString& centre, const KnownHead& head, const SigningKey& key);

/// The file's name.
extern const QString kHeadsFile;

/// Never lowers a head, and leaves one that knownHead() refuses for a person to look at. A folder that cannot
/// be written is left as it is: the next one tells.
void rememberHead(const QString& folder, const SignedHead& head);
/// After a restore, or when somebody has looked: in the place of whatever is there. A file that cannot be
/// read is kept beside as `sanad-heads-damaged.json`.
void replaceHead(const QString& folder, const SignedHead& head);
/// What is remembered of the centre in this folder; nothing where nothing is. The centre's id is made from
/// its key, so no database is needed. Errors: Unusable `backup.heads-untrusted` (arg: the folder): damaged,
/// or not signed by this centre.
Result<std::optional<KnownHead>> knownHead(const QString& folder, const QString& centre);

/// The same of what stands in such a file; `folder` is only named.
Result<std::optional<KnownHead>> knownHeadIn(
    QByteArrayView file, const QString& centre, const QString& folder = {});

} // namespace sanad
