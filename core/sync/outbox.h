#pragma once

#include "core/storage/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

/// What a desk reports to a channel. The payload is the item's `body` in the contract
/// (`api/contract.schema.json`): a Transaction for `transaction`, a FeeInstruction for `fee_payment`.
struct OutboxItem {
    QString kind; ///< `transaction` or `fee_payment`.
    std::int64_t subjectId = 0; ///< The transaction's id, for the SyncSink.
    QString uuid; ///< Lower-case RFC 9562 text: the portal records it once. Empty: one is made.
    QString channel; ///< e.g. `sanad_portal`. Rows of a channel that has no connector yet wait, visibly.
    QByteArray payload; ///< One compact JSON object, UTF-8. Sealed at rest, gone once it is delivered.
    bool held = false; ///< About a restricted record: not sent until the restriction is lifted.
};

enum class OutboxState {
    Waiting, ///< Not sent yet, or to be sent again; not before its `notBefore`.
    Sending, ///< In a frozen batch that has no answer yet.
    Delivered, ///< Accepted, or known to the portal before.
    Aside, ///< Refused; a person mends it or sends it again.
};

QString outboxStateKey(OutboxState state);

/// One reason for which a portal refused an item, about one field.
struct FieldFault {
    QString pointer; ///< JSON pointer into the payload.
    QString code; ///< The portal's or ours: `form.required`, `uuid-reused`, `sync.too-large` …
    QString messageAr, messageEn; ///< The portal's own words, where it has any.

    bool operator==(const FieldFault&) const = default;
};

struct OutboxRow {
    OutboxId id;
    QString kind, uuid, channel, reference;
    std::int64_t subjectId = 0;
    OutboxState state = OutboxState::Waiting;
    QDateTime createdAt, notBefore, settledAt;
    int attempts = 0;
    std::vector<FieldFault> faults; ///< Why it stands aside.
};

/// The rows that wait for a portal, written in the commit of what they report.
class Outbox {
public:
    explicit Outbox(Tx& tx)
        : m_tx(tx)
    {
    }

    /// The uuid of the row. Errors: Invalid `sync.payload` (not a JSON object, or above 64 KiB).
    Result<QString> add(const OutboxItem& item);

    /// Sends a row that stands aside again, or one that still waits, with a mended payload.
    /// Errors: Conflict `sync.not-aside`, Invalid `sync.payload`.
    Result<> mend(const QString& uuid, const QByteArray& payload);

    /// Takes back a row that is not wanted any more. Errors: Conflict `sync.not-aside` when it is being sent
    /// or was delivered.
    Result<> withdraw(const QString& uuid);

    /// True when a portal refused the transaction and nobody has mended it.
    bool standsAside(std::int64_t transactionId) const;
    /// What is still to be sent; nothing once it is delivered. Throws DbError `vault.damaged`.
    QByteArray payload(const OutboxRow& row) const;
    std::optional<OutboxRow> row(const QString& uuid) const;
    /// The rows about one subject, oldest first.
    std::vector<OutboxRow> rowsOf(std::int64_t subjectId) const;
    /// Rows in `state`, oldest first.
    std::vector<OutboxRow> rows(OutboxState state, int limit) const;

private:
    Tx& m_tx;
};

} // namespace sanad
