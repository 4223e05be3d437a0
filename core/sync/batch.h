#pragma once

#include "core/base/id.h"
#include "core/sync/outbox.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

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
};

} // namespace sanad
