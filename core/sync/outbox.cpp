#include "core/sync/outbox.h"

#include "core/settings/centre.h"
#include "core/sync/batch_writer.h"
#include "core/sync/sync_repository.h"
#include "core/sync/sync_rows.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO outbox (id, branch_id, channel, kind, subject_id, uuid, payload, state, batch_limit, attempts, reference, created_at,
        held)
    VALUES (:id, :branch, :channel, :kind, :subject, :uuid, :payload, 'waiting', :limit, 0, '', :at, :held))";

constexpr auto kMend = R"(
    UPDATE outbox SET state = 'waiting', payload = :payload, batch_id = NULL, not_before = NULL, settled_at = NULL,
                      batch_limit = :limit
    WHERE id = :id)";

constexpr auto kWithdraw = "DELETE FROM outbox WHERE id = :id AND state IN ('waiting', 'aside')";
constexpr auto kStandsAside =
    "SELECT 1 FROM outbox WHERE subject_id = :subject AND state = 'aside' AND kind = 'transaction' LIMIT 1";
constexpr auto kPayload = "SELECT payload FROM outbox WHERE id = :id";

#define SANAD_OUTBOX_COLUMNS                                                                                 \
    "SELECT id, kind, uuid, channel, reference, subject_id, state, created_at, not_before, settled_at, "     \
    "attempts, answer FROM outbox "
constexpr auto kByUuid = SANAD_OUTBOX_COLUMNS "WHERE uuid = :uuid";
constexpr auto kBySubject = SANAD_OUTBOX_COLUMNS "WHERE subject_id = :subject ORDER BY id";
constexpr auto kOpenByState =
    SANAD_OUTBOX_COLUMNS "WHERE state <> 'delivered' AND state = :state ORDER BY id LIMIT :limit";
constexpr auto kDelivered = SANAD_OUTBOX_COLUMNS "WHERE state = :state ORDER BY id DESC LIMIT :limit";
#undef SANAD_OUTBOX_COLUMNS

OutboxState stateFrom(const QString& key)
{
    for (const auto state : {OutboxState::Waiting, OutboxState::Sending, OutboxState::Delivered})
        if (outboxStateKey(state) == key) return state;
    return OutboxState::Aside;
}

OutboxRow rowFrom(const Query& query, const Vault& vault)
{
    OutboxRow row;
    row.id = query.id<OutboxId>(0);
    row.kind = query.text(1);
    row.uuid = query.text(2);
    row.channel = query.text(3);
    row.reference = query.text(4);
    row.subjectId = query.int64(5);
    row.state = stateFrom(query.text(6));
    row.createdAt = query.time(7);
    row.notBefore = query.time(8);
    row.settledAt = query.time(9);
    row.attempts = query.int32(10);
    if (!query.isNull(11))
        if (const auto opened = vault.open(u"outbox", u"answer", row.id.raw(), query.bytes(11)))
            row.faults = faultsFromJson(*opened);
    return row;
}

std::vector<OutboxRow> rowsFrom(Query& query, const Vault& vault)
{
    std::vector<OutboxRow> rows;
    query.run();
    while (query.next())
        rows.push_back(rowFrom(query, vault));
    return rows;
}

/// The payload is pasted into a batch as it is; a damaged one would spoil its neighbours.
Result<> checkPayload(const QByteArray& payload)
{
    if (payload.startsWith('{') && payload.endsWith('}') && payload.size() <= kItemBytes) return {};
    return Error{ErrorCode::Invalid, u"sync.payload"_s, {QString::number(kItemBytes / 1024)}, {}};
}

} // namespace

QString outboxStateKey(OutboxState state)
{
    switch (state) {
    case OutboxState::Waiting:
        return u"waiting"_s;
    case OutboxState::Sending:
        return u"sending"_s;
    case OutboxState::Delivered:
        return u"delivered"_s;
    case OutboxState::Aside:
        return u"aside"_s;
    }
    return {};
}

Result<QString> Outbox::add(const OutboxItem& item)
{
    SANAD_TRY(checkPayload(item.payload));
    const auto id = OutboxId::create();
    const QString uuid = item.uuid.isEmpty() ? newUuid() : item.uuid;
    auto query = m_tx.query(kInsert);
    RowDigest digest;
    VouchedBinds(query, digest)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":channel", item.channel)
        .bind(":kind", item.kind)
        .bind(":subject", item.subjectId)
        .bind(":uuid", uuid)
        .bind(":at", m_tx.now())
        .bind(":held", item.held);
    digest.add(QString()).add(u"open"_s); // no answer yet
    query.bind(":payload", m_tx.vault().seal(u"outbox", u"payload", id.raw(), item.payload))
        .bind(":limit", kBatchItems)
        .run();
    VouchedRows(m_tx).written(kOutboxRows, id.raw(), digest);
    m_tx.touched(u"outbox"_s);
    return uuid;
}

Result<> Outbox::mend(const QString& uuid, const QByteArray& payload)
{
    SANAD_TRY(checkPayload(payload));
    const auto known = row(uuid);
    if (!known || (known->state != OutboxState::Aside && known->state != OutboxState::Waiting))
        return Error{ErrorCode::Conflict, u"sync.not-aside"_s, {}, {}};
    m_tx.query(kMend)
        .bind(":id", known->id)
        .bind(":payload", m_tx.vault().seal(u"outbox", u"payload", known->id.raw(), payload))
        .bind(":limit", kBatchItems)
        .run();
    VouchedRows(m_tx).changed(kOutboxRows, known->id);
    m_tx.touched(u"outbox"_s);
    return {};
}

Result<> Outbox::withdraw(const QString& uuid)
{
    const auto known = row(uuid);
    if (!known || m_tx.query(kWithdraw).bind(":id", known->id).run().affected() != 1)
        return Error{ErrorCode::Conflict, u"sync.not-aside"_s, {}, {}};
    VouchedRows(m_tx).gone(kOutboxRows, known->id.raw());
    m_tx.touched(u"outbox"_s);
    return {};
}

bool Outbox::standsAside(std::int64_t transactionId) const
{
    auto query = m_tx.query(kStandsAside);
    return query.bind(":subject", transactionId).run().next();
}

QByteArray Outbox::payload(const OutboxRow& row) const
{
    auto query = m_tx.query(kPayload);
    query.bind(":id", row.id).run();
    if (!query.next() || query.bytes(0).isEmpty()) return {};
    auto opened = m_tx.vault().open(u"outbox", u"payload", row.id.raw(), query.bytes(0));
    if (!opened) throw DbError(opened.error());
    return *opened;
}

std::optional<OutboxRow> Outbox::row(const QString& uuid) const
{
    auto query = m_tx.query(kByUuid);
    query.bind(":uuid", uuid).run();
    if (!query.next()) return std::nullopt;
    return rowFrom(query, m_tx.vault());
}

std::vector<OutboxRow> Outbox::rowsOf(std::int64_t subjectId) const
{
    auto query = m_tx.query(kBySubject);
    query.bind(":subject", subjectId);
    return rowsFrom(query, m_tx.vault());
}

std::vector<OutboxRow> Outbox::rows(OutboxState state, int limit) const
{
    auto query = m_tx.query(state == OutboxState::Delivered ? kDelivered : kOpenByState);
    query.bind(":state", outboxStateKey(state)).bind(":limit", limit);
    return rowsFrom(query, m_tx.vault());
}

} // namespace sanad
