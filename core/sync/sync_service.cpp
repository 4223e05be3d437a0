#include "core/sync/sync_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/crypto/hash.h"
#include "core/forms/json_text.h"
#include "core/heads/raise_heads.h"
#include "core/sync/back_off.h"
#include "core/sync/process_connector.h"
#include "core/sync/sync_repository.h"
#include "core/sync/sync_rows.h"
#include "core/sync/sync_run.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

/// A connector with what it was made from.
struct SyncService::Live {
    ConnectorEntry entry;
    QByteArray settings;
    std::unique_ptr<Connector> connector;
};

ConnectorFactory processConnectors()
{
    return [](const ConnectorEntry& entry, const QByteArray& settings) -> std::unique_ptr<Connector> {
        return std::make_unique<ProcessConnector>(entry, settings);
    };
}

SyncService::SyncService(Database& db, SyncSink& sink, ConnectorFactory connectors)
    : m_db(db)
    , m_sink(sink)
    , m_factory(std::move(connectors))
{
}

SyncService::~SyncService() = default;

namespace {

constexpr int kMostName = 40;

/// Runs the event loop until the connector has said what it is.
Result<ConnectorManifest> manifestOf(Connector& connector)
{
    std::optional<Result<ConnectorManifest>> answer;
    QEventLoop loop;
    connector.hello([&](std::variant<ConnectorManifest, ExchangeFailure> outcome) {
        if (const auto* failure = std::get_if<ExchangeFailure>(&outcome))
            answer = failure->error;
        else
            answer = std::get<ConnectorManifest>(outcome);
        loop.quit();
    });
    if (!answer) loop.exec();
    return *answer;
}

/// Empty stands for every channel.
Result<> knownChannel(SyncRepository& repository, const QString& name)
{
    QStringList known;
    for (const ChannelStatus& channel : repository.status())
        known << channel.name;
    if (name.isEmpty() || known.contains(name)) return {};
    if (known.isEmpty()) return Error{ErrorCode::NotFound, u"sync.no-channel"_s, {name}, {}};
    return Error{ErrorCode::NotFound, u"sync.channel-unknown"_s, {name, known.join(u", "_s)}, {}};
}

/// The connector that `name` stands for, as a person confirmed it.
Result<ConnectorEntry> confirmed(Tx& tx, const QString& name, const QString& missing)
{
    const auto known = SyncRepository(tx).connector(name);
    if (!known) return Error{ErrorCode::NotFound, u"sync.connector-unknown"_s, {missing}, {}};
    SANAD_TRY(refuseDifferentConnector(tx, name));
    return *known;
}

/// The files that settings name, from the root on: the connector is started from another folder each time.
/// What names no file here is the connector's own and stays.
QJsonObject withWholePaths(QJsonObject settings)
{
    for (const QString& file : {u"ca"_s, u"client_certificate"_s, u"client_key"_s}) {
        const QString path = settings.value(file).toString();
        const QFileInfo named(path);
        if (!path.isEmpty() && named.isFile())
            settings.insert(file, QDir::cleanPath(named.absoluteFilePath()));
    }
    return settings;
}

} // namespace

Result<ConnectorEntry> SyncService::confirmConnector(const QString& program, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    ConnectorEntry entry;
    entry.program = QFileInfo(program).absoluteFilePath();
    entry.sha256 = sha256OfFile(entry.program);
    if (entry.sha256.isEmpty())
        return Error{
            ErrorCode::Unreachable, u"sync.connector-missing"_s, {QFileInfo(program).fileName()}, {}};

    ProcessConnector probe(entry, "{}", {.answer = std::chrono::milliseconds(10'000)});
    SANAD_TRY_VALUE(manifest, manifestOf(probe));
    entry.name = manifest.name;
    entry.kind = manifest.kind;
    entry.version = manifest.version;
    return m_db.write([&](Tx& tx) -> Result<ConnectorEntry> {
        SyncRepository(tx).saveConnector(entry, by.staff());
        AuditTrail(tx).record(by, u"sync.connector-confirmed"_s, by.staff(),
            {{u"name"_s, entry.name}, {u"sha256"_s, QString::fromLatin1(entry.sha256.toHex())},
                {u"version"_s, entry.version}});
        return entry;
    });
}

Result<> SyncService::setChannel(
    const QString& name, const QString& connector, const QByteArray& settings, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    SANAD_TRY_VALUE(channel, cleanText(name, {.maxLength = kMostName}));
    const auto json = parseJson(settings);
    if (channel.isEmpty() || !json || !json->isObject())
        return Error{ErrorCode::Unusable, u"sync.settings"_s, {}, {}};
    const QByteArray compact = QJsonDocument(withWholePaths(json->toObject())).toJson(QJsonDocument::Compact);
    SANAD_TRY_VALUE(entry, m_db.read([&](Tx& tx) { return confirmed(tx, connector, connector); }));
    if (const auto taken = manifestOf(*m_factory(entry, compact)); !taken) {
        if (taken.error().key != "sync.refused"_L1) return taken.error();
        const QString told = cleanText(taken.error().detail).value_or(QString());
        return Error{ErrorCode::Invalid, u"sync.settings-refused"_s, {connector, told}, {}};
    }
    return m_db.write([&](Tx& tx) -> Result<> {
        SyncRepository(tx).saveChannel(channel, connector, compact);
        AuditTrail(tx).record(
            by, u"sync.channel-set"_s, by.staff(), {{u"channel"_s, channel}, {u"connector"_s, connector}});
        tx.touched(u"outbox"_s);
        return {};
    });
}

Connector& SyncService::connectorFor(const SyncChannel& channel, const ConnectorEntry& entry)
{
    Live& live = m_live[channel.name];
    if (!live.connector || live.entry != entry || live.settings != channel.settings)
        live = {entry, channel.settings, m_factory(entry, channel.settings)};
    return *live.connector;
}

Result<std::vector<SyncService::Ready>> SyncService::readyChannels()
{
    return m_db.read([](Tx& tx) -> Result<std::vector<Ready>> {
        SyncRepository repository(tx);
        std::vector<Ready> list;
        const QDateTime now = tx.now();
        for (const ChannelStatus& status : repository.status()) {
            Ready ready;
            ready.channel.name = status.name;
            if (const auto channel = repository.channel(status.name)) {
                ready.channel = *channel;
                const qint64 left = channel->nextAttempt.isValid() ? now.msecsTo(channel->nextAttempt) : 0;
                // A longer rest than there is was set while the clock stood ahead.
                const bool rests =
                    left > 0 && left <= 2 * std::chrono::milliseconds(kLongestRetryAfter).count();
                const auto entry = repository.connector(channel->connector);
                const auto same = refuseDifferentChannel(tx, channel->id);
                const auto known = entry ? refuseDifferentConnector(tx, entry->name) : Result<>();
                if (!same || !known) {
                    if (!rests) ready.refused = same ? known.error() : same.error();
                } else if (entry && entry->kind == u"assisted") {
                    continue; // A person stands between the desk and such an agency.
                } else if (!rests) {
                    ready.entry = entry;
                }
            }
            list.push_back(std::move(ready));
        }
        return list;
    });
}

Result<> SyncService::ask(const QString& channel, const QJsonObject& request, const Actor& by,
    std::function<void(Result<QJsonObject>)> done)
{
    SANAD_TRY(by.may(Permission::EditTransactions));
    SANAD_TRY_VALUE(ready, m_db.read([&](Tx& tx) -> Result<Ready> {
        SyncRepository repository(tx);
        const auto known = repository.channel(channel);
        if (!known) return Error{ErrorCode::NotFound, u"sync.connector-unknown"_s, {channel}, {}};
        SANAD_TRY(refuseDifferentChannel(tx, known->id));
        SANAD_TRY_VALUE(entry, confirmed(tx, known->connector, channel));
        return Ready{*known, entry, {}};
    }));
    connectorFor(ready.channel, *ready.entry).ask(request, [done = std::move(done)](auto outcome) {
        if (const auto* failure = std::get_if<ExchangeFailure>(&outcome)) return done(failure->error);
        done(std::get<QJsonObject>(std::move(outcome)));
    });
    return {};
}

Result<> SyncService::start(const Actor& by, std::function<void(const SyncReport&)> done)
{
    SANAD_TRY(by.may(Permission::RunSync));
    if (m_run) return Error{ErrorCode::Conflict, u"sync.running"_s, {}, {}};

    SANAD_TRY_VALUE(ready, readyChannels());
    m_run = std::make_unique<SyncRun>(m_db, m_sink, by, [this, done = std::move(done)] {
        // From the event loop: the run that calls this is still at work.
        QMetaObject::invokeMethod(
            &m_context,
            [this, done] {
                const auto run = std::exchange(m_run, nullptr);
                if (run->report().delivered > 0) raiseHeads(m_db);
                done(run->report());
            },
            Qt::QueuedConnection);
    });
    for (const Ready& each : ready) {
        if (each.entry)
            m_run->add(each.channel, connectorFor(each.channel, *each.entry));
        else if (each.refused)
            m_run->refuse(each.channel, *each.refused);
        else
            m_run->skip(each.channel.name);
    }
    QMetaObject::invokeMethod(
        &m_context, [this] { m_run->begin(); }, Qt::QueuedConnection);
    return {};
}

Result<SyncReport> SyncService::run(const Actor& by)
{
    QEventLoop loop;
    SyncReport report;
    SANAD_TRY(start(by, [&](const SyncReport& done) {
        report = done;
        loop.quit();
    }));
    loop.exec();
    return report;
}

Result<std::vector<ChannelStatus>> SyncService::status(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewSync));
    return m_db.read(
        [](Tx& tx) -> Result<std::vector<ChannelStatus>> { return SyncRepository(tx).status(); });
}

Result<std::vector<Outage>> SyncService::outages(const QString& channel, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewSync));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<Outage>> { return SyncRepository(tx).outages(channel); });
}

Result<std::vector<OutboxRow>> SyncService::aside(int limit, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewSync));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<OutboxRow>> { return Outbox(tx).rows(OutboxState::Aside, limit); });
}

Result<std::int64_t> SyncService::retry(const QString& channel, const QString& uuid, const Actor& by)
{
    SANAD_TRY(by.may(Permission::RunSync));
    return m_db.write([&](Tx& tx) -> Result<std::int64_t> {
        SyncRepository repository(tx);
        SANAD_TRY(knownChannel(repository, channel));
        repository.clearPause(channel);
        const std::int64_t count = repository.retryAside(channel, uuid);
        if (count == 0 && !uuid.isEmpty()) return Error{ErrorCode::NotFound, u"sync.nothing-aside"_s, {}, {}};
        AuditTrail(tx).record(by, u"sync.retried"_s, by.staff(),
            {{u"channel"_s, channel}, {u"items"_s, static_cast<qint64>(count)}});
        tx.touched(u"outbox"_s);
        return count;
    });
}

} // namespace sanad
