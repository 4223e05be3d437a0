#include "core/sync/sync_repository.h"

#include "core/sync/back_off.h"

#include "core/sync/sync_rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSaveConnector = R"(
    INSERT INTO sync_connector (id, branch_id, name, kind, version, program, sha256, confirmed_by, confirmed_at)
    VALUES (:id, :branch, :name, :kind, :version, :program, :sha256, :by, :at)
    ON CONFLICT (branch_id, name) DO UPDATE SET kind = excluded.kind, version = excluded.version,
        program = excluded.program, sha256 = excluded.sha256, confirmed_by = excluded.confirmed_by,
        confirmed_at = excluded.confirmed_at
    RETURNING id)";
constexpr auto kConnector = "SELECT name, kind, version, program, sha256 FROM sync_connector WHERE branch_id "
                            "= :branch AND name = :name";

constexpr auto kChannelId = "SELECT id FROM sync_channel WHERE branch_id = :branch AND channel = :channel";
constexpr auto kInsertChannel = R"(
    INSERT INTO sync_channel (id, branch_id, channel, connector, settings, feed_cursor, delivered, failures, last_error)
    VALUES (:id, :branch, :channel, :connector, :settings, '', 0, 0, ''))";
constexpr auto kUpdateChannel = R"(
    UPDATE sync_channel SET connector = :connector, settings = :settings, failures = 0, next_attempt = NULL WHERE id = :id)";
constexpr auto kChannel = R"(
    SELECT id, channel, connector, feed_cursor, delivered, failures, next_attempt, down_since, last_success, last_error,
           settings
    FROM sync_channel WHERE branch_id = :branch AND channel = :channel)";
constexpr auto kChannels = R"(
    SELECT id, channel, connector, feed_cursor, delivered, failures, next_attempt, down_since, last_success, last_error
    FROM sync_channel WHERE branch_id = :branch ORDER BY channel)";
constexpr auto kRemoveChannel = "DELETE FROM sync_channel WHERE id = :id";
constexpr auto kUnanswered = "SELECT count(*) FROM outbox WHERE state <> 'delivered' AND channel = :channel";
constexpr auto kOpenCounts = R"(
    SELECT channel, state, count(*), min(id), min(created_at) FROM outbox
    WHERE state <> 'delivered' GROUP BY channel, state ORDER BY channel, state)";

constexpr auto kSendable = R"(
    SELECT id, kind, uuid, subject_id, payload, batch_limit FROM outbox
    WHERE state <> 'delivered' AND channel = :channel AND state = 'waiting' AND held = 0
      AND (not_before IS NULL OR not_before <= :now OR not_before > :longest)
    ORDER BY id LIMIT :limit)";
constexpr auto kInsertBatch = R"(
    INSERT INTO sync_batch (id, branch_id, channel, batch_key, content_hash, signature, public_key, body, item_count,
                            state, attempts, created_at)
    VALUES (:id, :branch, :channel, :key, :hash, :signature, :public_key, :body, :count, 'open', 0, :at))";
constexpr auto kFreezeRows = R"(
    UPDATE outbox SET state = 'sending', batch_id = :batch, attempts = attempts + 1
    WHERE state <> 'delivered' AND channel = :channel AND state = 'waiting' AND held = 0 AND id BETWEEN :first AND :last
      AND (not_before IS NULL OR not_before <= :now OR not_before > :longest))";
constexpr auto kOpenBatches = R"(
    SELECT id, batch_key, content_hash, signature, public_key, body, item_count FROM sync_batch
    WHERE state = 'open' AND channel = :channel ORDER BY id)";
constexpr auto kRowsOfBatch = R"(
    SELECT id, kind, uuid, subject_id, batch_limit, attempts FROM outbox
    WHERE state <> 'delivered' AND channel = :channel AND state = 'sending' AND batch_id = :batch ORDER BY id)";
constexpr auto kDeliver = R"(
    UPDATE outbox SET state = 'delivered', reference = :reference, payload = :nothing, answer = NULL, settled_at = :at
    WHERE id = :id)";
constexpr auto kPutAside =
    "UPDATE outbox SET state = 'aside', answer = :answer, settled_at = :at WHERE id = :id";
constexpr auto kWaitAgain = R"(
    UPDATE outbox SET state = 'waiting', batch_id = NULL, not_before = :not_before, batch_limit = :limit WHERE id = :id)";
constexpr auto kCloseBatch =
    "UPDATE sync_batch SET state = :state, body = :nothing, settled_at = :at WHERE id = :id";

constexpr auto kSucceeded = R"(
    UPDATE sync_channel SET failures = 0, next_attempt = NULL, down_since = NULL, last_success = :at, last_error = '',
                            delivered = delivered + :delivered
    WHERE id = :id)";
constexpr auto kFailed = R"(
    UPDATE sync_channel SET failures = failures + 1, next_attempt = :next, down_since = coalesce(down_since, :at),
                            last_error = :reason
    WHERE id = :id)";
constexpr auto kClearPause = "UPDATE sync_channel SET next_attempt = NULL WHERE branch_id = :branch AND "
                             "(channel = :channel OR :channel = '')";
constexpr auto kCursor = "SELECT feed_cursor FROM sync_channel WHERE id = :id";
constexpr auto kSaveCursor =
    "UPDATE sync_channel SET feed_cursor = :feed_cursor WHERE branch_id = :branch AND channel = :channel";
constexpr auto kAnchor = "SELECT number, hash FROM sync_anchor WHERE id = :id";
constexpr auto kSaveAnchor = R"(
    INSERT INTO sync_anchor (id, number, hash, holds, seen_at) VALUES (:id, :number, :hash, :holds, :at)
    ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash, holds = excluded.holds,
        seen_at = excluded.seen_at)";
constexpr auto kAnchors = R"(
    SELECT c.channel, a.number, a.holds FROM sync_anchor a JOIN sync_channel c ON c.id = a.id
    WHERE c.branch_id = :branch)";
constexpr auto kOutage = R"(
    INSERT INTO sync_outage (id, branch_id, channel, event, reason, at)
    VALUES (:id, :branch, :channel, :event, :reason, :at))";
constexpr auto kOutages = "SELECT event, reason, at FROM sync_outage WHERE channel = :channel ORDER BY id";

constexpr auto kSubject = "SELECT id, kind, subject_id FROM outbox WHERE uuid = :uuid AND channel = :channel";
constexpr auto kRetryAside = R"(
    UPDATE outbox SET state = 'waiting', batch_id = NULL, not_before = NULL, settled_at = NULL, batch_limit = :limit
    WHERE state <> 'delivered' AND state = 'aside' AND (channel = :channel OR :channel = '')
      AND (uuid = :uuid OR :uuid = '')
    RETURNING id)";

const QByteArray kNothing = QByteArrayLiteral("");

QDateTime longestWait(const QDateTime& now)
{
    return now.addSecs(std::chrono::seconds(kLongestPostponement).count());
}

QByteArray opened(const Result<QByteArray>& value)
{
    if (!value) throw DbError(value.error());
    return *value;
}

} // namespace

void SyncRepository::saveConnector(const ConnectorEntry& entry, StaffId confirmedBy)
{
    std::int64_t id = 0;
    {
        auto query = m_tx.query(kSaveConnector);
        query.bind(":id", nextRawId())
            .bind(":branch", kBranch)
            .bind(":name", entry.name)
            .bind(":kind", entry.kind)
            .bind(":version", entry.version)
            .bind(":program", entry.program)
            .bind(":sha256", entry.sha256)
            .bind(":by", confirmedBy.raw())
            .bind(":at", m_tx.now())
            .run();
        query.next();
        id = query.int64(0);
    }
    VouchedRows(m_tx).changed(kConnectorRows, id);
}

std::optional<ConnectorEntry> SyncRepository::connector(const QString& name) const
{
    auto query = m_tx.query(kConnector);
    query.bind(":branch", kBranch).bind(":name", name).run();
    if (!query.next()) return std::nullopt;
    return ConnectorEntry{query.text(0), query.text(1), query.text(2), query.text(3), query.bytes(4)};
}

void SyncRepository::saveChannel(const QString& name, const QString& connector, const QByteArray& settings)
{
    ChannelId id;
    {
        auto known = m_tx.query(kChannelId);
        known.bind(":branch", kBranch).bind(":channel", name).run();
        if (known.next()) id = known.id<ChannelId>(0);
    }
    const bool added = id.isNull();
    if (added) id = ChannelId::create();
    auto query = m_tx.query(added ? kInsertChannel : kUpdateChannel);
    query.bind(":id", id)
        .bind(":connector", connector)
        .bind(":settings", m_tx.vault().seal(u"sync_channel", u"settings", id.raw(), settings));
    if (added) query.bind(":branch", kBranch).bind(":channel", name);
    query.run();
    VouchedRows(m_tx).changed(kChannelRows, id);
}

void SyncRepository::removeChannel(ChannelId id)
{
    m_tx.query(kRemoveChannel).bind(":id", id).run();
    VouchedRows(m_tx).gone(kChannelRows, id.raw());
}

std::int64_t SyncRepository::unanswered(const QString& channel) const
{
    auto query = m_tx.query(kUnanswered);
    query.bind(":channel", channel).run().next();
    return query.int64(0);
}

SyncChannel SyncRepository::channelFrom(const Query& row) const
{
    SyncChannel channel;
    channel.id = row.id<ChannelId>(0);
    channel.name = row.text(1);
    channel.connector = row.text(2);
    channel.cursor = row.text(3);
    channel.delivered = row.int64(4);
    channel.failures = row.int32(5);
    channel.nextAttempt = row.time(6);
    channel.downSince = row.time(7);
    channel.lastSuccess = row.time(8);
    channel.lastError = row.text(9);
    return channel;
}

std::optional<SyncChannel> SyncRepository::channel(const QString& name) const
{
    auto query = m_tx.query(kChannel);
    query.bind(":branch", kBranch).bind(":channel", name).run();
    if (!query.next()) return std::nullopt;
    SyncChannel channel = channelFrom(query);
    channel.settings =
        opened(m_tx.vault().open(u"sync_channel", u"settings", channel.id.raw(), query.bytes(10)));
    return channel;
}

std::vector<SyncChannel> SyncRepository::channels() const
{
    std::vector<SyncChannel> list;
    auto query = m_tx.query(kChannels);
    query.bind(":branch", kBranch).run();
    while (query.next())
        list.push_back(channelFrom(query));
    return list;
}

std::vector<ChannelStatus> SyncRepository::status() const
{
    std::vector<ChannelStatus> list;
    for (const SyncChannel& channel : channels())
        list.push_back({channel.name, channel.connector, 0, 0, 0, channel.delivered, {}, channel.nextAttempt,
            channel.downSince, channel.lastSuccess, channel.lastError, 0, true});
    {
        auto anchors = m_tx.query(kAnchors);
        anchors.bind(":branch", kBranch).run();
        while (anchors.next()) {
            const QString name = anchors.text(0);
            for (ChannelStatus& one : list) {
                if (one.name != name) continue;
                one.anchorNumber = anchors.int64(1);
                one.anchorHolds = anchors.int32(2) != 0;
            }
        }
    }
    auto query = m_tx.query(kOpenCounts);
    query.run();
    while (query.next()) {
        const QString name = query.text(0), state = query.text(1);
        auto found =
            std::find_if(list.begin(), list.end(), [&](const auto& status) { return status.name == name; });
        if (found == list.end()) {
            ChannelStatus unset;
            unset.name = name;
            found = list.insert(list.end(), unset);
        }
        const std::int64_t count = query.int64(2);
        if (state == u"aside") {
            found->aside = count;
            continue;
        }
        (state == u"waiting" ? found->waiting : found->sending) = count;
        const QDateTime oldest = query.time(4);
        if (!found->oldest.isValid() || oldest < found->oldest) found->oldest = oldest;
    }
    return list;
}

std::vector<SendableRow> SyncRepository::sendable(const QString& channel, const QDateTime& now) const
{
    std::vector<SendableRow> rows;
    auto query = m_tx.query(kSendable);
    query.bind(":channel", channel)
        .bind(":now", now)
        .bind(":longest", longestWait(now))
        .bind(":limit", kBatchItems)
        .run();
    while (query.next()) {
        SendableRow row{
            query.id<OutboxId>(0), query.text(1), query.text(2), query.int64(3), {}, query.int32(5), 0};
        row.payload = opened(m_tx.vault().open(u"outbox", u"payload", row.id.raw(), query.bytes(4)));
        rows.push_back(std::move(row));
    }
    return rows;
}

void SyncRepository::freeze(const QString& channel, const Batch& batch, OutboxId first, OutboxId last)
{
    const QDateTime now = m_tx.now();
    m_tx.query(kInsertBatch)
        .bind(":id", batch.id)
        .bind(":branch", kBranch)
        .bind(":channel", channel)
        .bind(":key", batch.key)
        .bind(":hash", batch.contentHash)
        .bind(":signature", batch.signature)
        .bind(":public_key", batch.publicKey)
        .bind(":body", m_tx.vault().seal(u"sync_batch", u"body", batch.id.raw(), batch.body))
        .bind(":count", batch.count)
        .bind(":at", now)
        .run();
    m_tx.query(kFreezeRows)
        .bind(":batch", batch.id)
        .bind(":channel", channel)
        .bind(":first", first)
        .bind(":last", last)
        .bind(":now", now)
        .bind(":longest", longestWait(now))
        .run();
}

std::vector<Batch> SyncRepository::openBatches(const QString& channel) const
{
    std::vector<Batch> list;
    auto query = m_tx.query(kOpenBatches);
    query.bind(":channel", channel).run();
    while (query.next()) {
        Batch batch{query.id<BatchId>(0), query.text(1), query.bytes(2), query.bytes(3), query.bytes(4), {},
            query.int32(6)};
        batch.body = opened(m_tx.vault().open(u"sync_batch", u"body", batch.id.raw(), query.bytes(5)));
        list.push_back(std::move(batch));
    }
    return list;
}

std::vector<SendableRow> SyncRepository::rowsOf(const QString& channel, BatchId batch) const
{
    std::vector<SendableRow> rows;
    auto query = m_tx.query(kRowsOfBatch);
    query.bind(":channel", channel).bind(":batch", batch).run();
    while (query.next())
        rows.push_back({query.id<OutboxId>(0), query.text(1), query.text(2), query.int64(3), {},
            query.int32(4), query.int32(5)});
    return rows;
}

void SyncRepository::deliver(OutboxId row, const QString& reference)
{
    m_tx.query(kDeliver)
        .bind(":id", row)
        .bind(":reference", reference)
        .bind(":nothing", kNothing)
        .bind(":at", m_tx.now())
        .run();
    VouchedRows(m_tx).changed(kOutboxRows, row);
}

void SyncRepository::putAside(OutboxId row, const std::vector<FieldFault>& faults)
{
    m_tx.query(kPutAside)
        .bind(":id", row)
        .bind(":answer", m_tx.vault().seal(u"outbox", u"answer", row.raw(), faultsToJson(faults)))
        .bind(":at", m_tx.now())
        .run();
    VouchedRows(m_tx).changed(kOutboxRows, row);
}

void SyncRepository::waitAgain(OutboxId row, const std::optional<QDateTime>& notBefore, int batchLimit)
{
    m_tx.query(kWaitAgain).bind(":id", row).bind(":not_before", notBefore).bind(":limit", batchLimit).run();
}

void SyncRepository::closeBatch(BatchId batch, const QString& state)
{
    m_tx.query(kCloseBatch)
        .bind(":id", batch)
        .bind(":state", state)
        .bind(":nothing", kNothing)
        .bind(":at", m_tx.now())
        .run();
}

void SyncRepository::succeeded(const SyncChannel& channel, std::int64_t delivered)
{
    if (channel.downSince.isValid()) recordOutage(channel.name, u"ended"_s, channel.lastError);
    m_tx.query(kSucceeded)
        .bind(":id", channel.id)
        .bind(":at", m_tx.now())
        .bind(":delivered", delivered)
        .run();
}

void SyncRepository::failed(const SyncChannel& channel, const QString& reason, const QDateTime& nextAttempt)
{
    if (!channel.downSince.isValid()) recordOutage(channel.name, u"began"_s, reason);
    m_tx.query(kFailed)
        .bind(":id", channel.id)
        .bind(":next", nextAttempt)
        .bind(":at", m_tx.now())
        .bind(":reason", reason)
        .run();
}

void SyncRepository::clearPause(const QString& channel)
{
    m_tx.query(kClearPause).bind(":branch", kBranch).bind(":channel", channel).run();
}

std::optional<QString> SyncRepository::cursor(ChannelId channel) const
{
    auto query = m_tx.query(kCursor);
    query.bind(":id", channel).run();
    if (!query.next()) return std::nullopt;
    return query.text(0);
}

void SyncRepository::saveCursor(const QString& channel, const QString& cursor)
{
    m_tx.query(kSaveCursor)
        .bind(":branch", kBranch)
        .bind(":channel", channel)
        .bind(":feed_cursor", cursor)
        .run();
}

void SyncRepository::recordOutage(const QString& channel, const QString& event, const QString& reason)
{
    const std::int64_t id = nextRawId();
    m_tx.query(kOutage)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":channel", channel)
        .bind(":event", event)
        .bind(":reason", reason)
        .bind(":at", m_tx.now())
        .run();
    VouchedRows(m_tx).changed(kOutageRows, id);
}

std::optional<Anchor> SyncRepository::anchor(ChannelId channel) const
{
    auto query = m_tx.query(kAnchor);
    query.bind(":id", channel).run();
    if (!query.next()) return std::nullopt;
    return Anchor{query.int64(0), query.bytes(1)};
}

void SyncRepository::saveAnchor(ChannelId channel, const Anchor& anchor, bool holds)
{
    m_tx.query(kSaveAnchor)
        .bind(":id", channel)
        .bind(":number", anchor.number)
        .bind(":hash", anchor.hash)
        .bind(":holds", holds ? 1 : 0)
        .bind(":at", m_tx.now())
        .run();
}

std::vector<Outage> SyncRepository::outages(const QString& channel) const
{
    std::vector<Outage> list;
    auto query = m_tx.query(kOutages);
    query.bind(":channel", channel).run();
    while (query.next()) {
        if (query.text(0) == u"began")
            list.push_back({channel, query.text(1), query.time(2), {}});
        else if (!list.empty())
            list.back().ended = query.time(2);
    }
    return list;
}

std::optional<SendableRow> SyncRepository::subjectOf(const QString& uuid, const QString& channel) const
{
    auto query = m_tx.query(kSubject);
    query.bind(":uuid", uuid).bind(":channel", channel).run();
    if (!query.next()) return std::nullopt;
    return SendableRow{query.id<OutboxId>(0), query.text(1), uuid, query.int64(2), {}, 0, 0};
}

std::int64_t SyncRepository::retryAside(const QString& channel, const QString& uuid)
{
    std::int64_t count = 0;
    auto query = m_tx.query(kRetryAside);
    query.bind(":limit", kBatchItems).bind(":channel", channel).bind(":uuid", uuid).run();
    for (VouchedRows rows(m_tx); query.next(); ++count)
        rows.changed(kOutboxRows, query.int64(0));
    return count;
}

QByteArray faultsToJson(const std::vector<FieldFault>& faults)
{
    QJsonArray array;
    for (const FieldFault& fault : faults)
        array.append(QJsonArray{fault.pointer, fault.code, fault.messageAr, fault.messageEn});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<FieldFault> faultsFromJson(const QByteArray& json)
{
    std::vector<FieldFault> faults;
    for (const auto& value : QJsonDocument::fromJson(json).array()) {
        const QJsonArray row = value.toArray();
        faults.push_back({row[0].toString(), row[1].toString(), row[2].toString(), row[3].toString()});
    }
    return faults;
}

} // namespace sanad
