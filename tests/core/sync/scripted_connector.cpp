#include "tests/core/sync/scripted_connector.h"

#include "core/crypto/signing.h"
#include "core/settings/settings_repository.h"
#include "core/sync/sync_repository.h"
#include "tests/support/test_support.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace sanad::test {

QStringList uuidsOf(const Batch& batch)
{
    QByteArray content(kBatchBytes + kItemBytes, Qt::Uninitialized);
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(batch.body.constData()));
    stream.avail_in = static_cast<uInt>(batch.body.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    content.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    QStringList uuids;
    for (const auto& item : QJsonDocument::fromJson(content).object()[u"items"_s].toArray())
        uuids << item.toObject()[u"uuid"_s].toString();
    return uuids;
}

void ScriptedConnector::send(const Batch& batch, ExchangeDone<Acknowledgement> done)
{
    ++m_portal.sends;
    m_portal.mostInFlight = std::max(m_portal.mostInFlight, ++m_portal.inFlight);
    QMetaObject::invokeMethod(
        &m_context,
        [this, batch, done = std::move(done)] {
            --m_portal.inFlight;
            done(answer(batch));
        },
        Qt::QueuedConnection);
}

std::variant<Acknowledgement, ExchangeFailure> ScriptedConnector::answer(const Batch& batch)
{
    using Fault = ScriptedPortal::Fault;
    const QStringList uuids = uuidsOf(batch);
    CHECK(uuids.size() == batch.count);
    CHECK(verifySignature(batch.publicKey,
        "sanad-batch-v1\n" + batch.key.toLatin1() + '\n' + batch.contentHash.toHex(), batch.signature));
    const auto known = m_portal.keys.emplace(batch.key, batch.contentHash).first;
    CHECK(known->second == batch.contentHash); // a frozen batch never changes under its key

    Fault fault = Fault::None;
    if (!m_portal.faults.empty()) {
        fault = m_portal.faults.front();
        m_portal.faults.pop_front();
    }
    const Error lost{ErrorCode::Unreachable, u"sync.unreachable"_s, {}, {}};
    const ExchangeFailure refused{{ErrorCode::Invalid, u"sync.batch-refused"_s, {}, {}}, {}};
    if (fault == Fault::LoseRequest) return ExchangeFailure{lost, m_portal.retryAfter};
    if (fault == Fault::RefuseDesk)
        return ExchangeFailure{{ErrorCode::Denied, u"sync.refused"_s, {}, {}}, {}};
    if (fault == Fault::RefuseBatch || uuids.contains(m_portal.poison)) return refused;

    Acknowledgement acknowledgement{batch.key, {}};
    for (const QString& uuid : uuids) {
        ++m_portal.arrivals[uuid];
        ItemResult result{uuid, ItemResult::Kind::Accepted, u"REF-"_s + uuid.left(8), 0, {}};
        if (m_portal.reject.contains(uuid))
            result = {
                uuid, ItemResult::Kind::Rejected, {}, 0, {{u"/form/years"_s, u"form.required"_s, {}, {}}}};
        else if (m_portal.postpone.erase(uuid) > 0)
            result = {uuid, ItemResult::Kind::Retry, {}, 1, {}};
        else if (!m_portal.recorded.insert(uuid).second)
            result.kind = ItemResult::Kind::Duplicate;
        else
            m_portal.sendOrder.push_back(uuid);
        acknowledgement.results.insert(acknowledgement.results.begin(), result); // in no order to rely on
    }
    if (fault == Fault::LoseAnswer) return ExchangeFailure{lost, m_portal.retryAfter};
    return acknowledgement;
}

void ScriptedConnector::poll(const QString& cursor, ExchangeDone<Updates> done)
{
    QMetaObject::invokeMethod(
        &m_context,
        [this, cursor, done = std::move(done)] {
            ++m_portal.polls;
            if (m_portal.endless) {
                const Update notice{Update::Kind::Notice, {}, {}, {}, u"x"_s, u"x"_s,
                    QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC)};
                return done(Updates{{notice}, QString::number(cursor.toInt() + 1), true, m_portal.anchor});
            }
            // Two a page.
            const auto from = static_cast<std::size_t>(cursor.toInt());
            const auto to = std::min(from + 2, m_portal.updates.size());
            Updates page{{}, QString::number(to), to < m_portal.updates.size(), m_portal.anchor};
            for (auto i = from; i < to; ++i)
                page.updates.push_back(m_portal.updates[i]);
            if (m_portal.meanwhile) m_portal.meanwhile();
            done(page);
        },
        Qt::QueuedConnection);
}

void ScriptedConnector::ask(const QJsonObject&, ExchangeDone<QJsonObject> done)
{
    QMetaObject::invokeMethod(
        &m_context, [done = std::move(done)] { done(QJsonObject()); }, Qt::QueuedConnection);
}

SyncBench::SyncBench()
    : db(migratedDatabase())
{
    must(db->write([&](Tx& tx) -> Result<> {
        SettingsRepository(tx).addSigningKey(SigningKey::create());
        SyncRepository repository(tx);
        repository.saveConnector(
            {u"scripted"_s, u"rest"_s, u"1"_s, u"/nowhere"_s, QByteArrayLiteral("x")}, StaffId::fromRaw(1));
        repository.saveChannel(u"portal"_s, u"scripted"_s, "{\"secret\":\"s3cret\"}");
        return {};
    }));
    restart();
}

void SyncBench::restart()
{
    sync = std::make_unique<SyncService>(
        *db, sink, [this](const ConnectorEntry&, const QByteArray&) -> std::unique_ptr<Connector> {
            return std::make_unique<ScriptedConnector>(portal);
        });
}

QString SyncBench::add(const QByteArray& payload)
{
    return must(db->write([&](Tx& tx) {
        return Outbox(tx).add({u"transaction"_s, nextRawId(), {}, u"portal"_s, payload});
    }));
}

SyncReport SyncBench::run()
{
    return must(sync->run(anyone()));
}

OutboxRow SyncBench::row(const QString& uuid)
{
    return must(db->read([&](Tx& tx) -> Result<OutboxRow> { return *Outbox(tx).row(uuid); }));
}

ChannelStatus SyncBench::status()
{
    return must(sync->status(anyone())).front();
}

void SyncBench::pass(std::chrono::seconds time)
{
    m_later += time.count();
    db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC).addSecs(m_later)));
}

} // namespace sanad::test
