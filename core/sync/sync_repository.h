#pragma once

#include "core/settings/centre.h"
#include "core/sync/batch.h"
#include "core/sync/channel.h"

#include <optional>

namespace sanad {

/// One outbox row as a batch needs it.
struct SendableRow {
    OutboxId id;
    QString kind, uuid;
    std::int64_t subjectId = 0;
    QByteArray payload; ///< Empty where only the answer is applied.
    int batchLimit = 0;
    int attempts = 0; ///< Batches that carried it, the present one included.
};

/// The SQL for batches, channels, connectors and outages, and for the outbox rows as these move them.
class SyncRepository {
public:
    explicit SyncRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    void saveConnector(const ConnectorEntry& entry, StaffId confirmedBy);
    std::optional<ConnectorEntry> connector(const QString& name) const;
    void saveChannel(const QString& name, const QString& connector, const QByteArray& settings);
    /// The anchor that its portal was known to hold stays, so that a cut chain is found without it.
    void removeChannel(ChannelId id);
    /// Rows of the channel that have no answer yet.
    std::int64_t unanswered(const QString& channel) const;
    /// With settings, opened.
    std::optional<SyncChannel> channel(const QString& name) const;
    std::vector<SyncChannel> channels() const;
    std::vector<ChannelStatus> status() const;

    /// Rows of the channel that may be sent at `now`, oldest first, at most a batch of them.
    std::vector<SendableRow> sendable(const QString& channel, const QDateTime& now) const;
    /// Puts sendable rows `first` … `last` of the channel into the batch.
    void freeze(const QString& channel, const Batch& batch, OutboxId first, OutboxId last);
    /// Frozen batches without an answer, oldest first.
    std::vector<Batch> openBatches(const QString& channel) const;

    /// Rows of a frozen batch that have no answer yet, oldest first.
    std::vector<SendableRow> rowsOf(const QString& channel, BatchId batch) const;
    void deliver(OutboxId row, const QString& reference);
    void putAside(OutboxId row, const std::vector<FieldFault>& faults);
    void waitAgain(OutboxId row, const std::optional<QDateTime>& notBefore, int batchLimit = kBatchItems);
    /// `state`: settled or dissolved.
    void closeBatch(BatchId batch, const QString& state);

    void succeeded(const SyncChannel& channel, std::int64_t delivered);
    void failed(const SyncChannel& channel, const QString& reason, const QDateTime& nextAttempt);
    /// Lets the channel be tried at once.
    void clearPause(const QString& channel);
    /// As stored; nothing where the channel is gone.
    std::optional<QString> cursor(ChannelId channel) const;
    void saveCursor(const QString& channel, const QString& cursor);
    /// The highest head that the portal of a channel was known to hold.
    std::optional<Anchor> anchor(ChannelId channel) const;
    void saveAnchor(ChannelId channel, const Anchor& anchor, bool holds);
    std::vector<Outage> outages(const QString& channel) const;

    /// Kind and subject of a row, by uuid.
    std::optional<SendableRow> subjectOf(const QString& uuid, const QString& channel) const;
    /// Rows set aside wait again: all of the channel, or the one of `uuid`. Returns how many.
    std::int64_t retryAside(const QString& channel, const QString& uuid);

private:
    SyncChannel channelFrom(const Query& row) const;
    void recordOutage(const QString& channel, const QString& event, const QString& reason);

    Tx& m_tx;
};

QByteArray faultsToJson(const std::vector<FieldFault>& faults);
std::vector<FieldFault> faultsFromJson(const QByteArray& json);

} // namespace sanad
