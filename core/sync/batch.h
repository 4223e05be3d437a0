#pragma once

#include "core/base/id.h"
#include "core/sync/outbox.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

constexpr int kBatchItems = 250;
constexpr qsizetype kBatchBytes = 512 * 1024; ///< Of content, before gzip.
constexpr qsizetype kItemBytes = 64 * 1024;

/// A frozen batch: these bytes under this key, however often they are sent.
struct Batch {
    BatchId id;
    QString key; ///< Idempotency key, RFC 9562 text.
    QByteArray contentHash; ///< SHA-256 of the content before gzip.
    QByteArray signature; ///< Ed25519, as api/openapi.yaml says.
    QByteArray publicKey;
    QByteArray body; ///< gzip.
    int count = 0;
};

/// A head of the audit chain as it was told to a portal, which keeps it: what the desk can't take back.
struct Anchor {
    std::int64_t number = 0; ///< Of an audit line.
    QByteArray hash; ///< Of all lines up to it.
    bool operator==(const Anchor&) const = default;
};

struct ItemResult {
    enum class Kind { Accepted, Duplicate, Rejected, Retry };
    QString uuid;
    Kind kind = Kind::Retry;
    QString reference;
    int retryAfterSeconds = 0;
    std::vector<FieldFault> faults;
};

struct Acknowledgement {
    QString key;
    std::vector<ItemResult> results;
};

struct Update {
    enum class Kind { Status, Fee, Notice };
    Kind kind = Kind::Notice;
    QString item; ///< uuid; empty for a notice.
    QString state, reference, textAr, textEn;
    QDateTime at;
};

struct Updates {
    std::vector<Update> updates;
    QString cursor;
    bool more = false;
    std::optional<Anchor> anchor; ///< The highest head that the portal was told.
};

} // namespace sanad
