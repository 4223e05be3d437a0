#pragma once

#include "core/crypto/signing.h"
#include "core/sync/batch.h"

namespace sanad {

/// Writes a batch by pasting the stored payloads into its text: nothing is parsed or encoded again.
class BatchWriter {
public:
    BatchWriter();

    /// False, and nothing added, when the item would pass the limits of a batch. The first item always fits.
    bool add(const QString& uuid, const QString& kind, const QByteArray& payload);
    int count() const { return m_count; }
    /// Compressed and signed under a new idempotency key. `head` is the chain's, to be anchored; none while
    /// the chain is empty.
    Batch freeze(const SigningKey& key, const std::optional<Anchor>& head = {});

private:
    QByteArray m_content;
    int m_count = 0;
};

/// gzip (RFC 1952), without name and time, so that the same bytes give the same bytes.
QByteArray gzip(QByteArrayView plain);
/// A random RFC 9562 version 4 uuid, lower case.
QString newUuid();

} // namespace sanad
