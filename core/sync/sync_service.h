#pragma once

#include "core/base/actor.h"
#include "core/sync/channel.h"
#include "core/sync/connector.h"
#include "core/sync/sync_sink.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace sanad {

class SyncRun;

/// Makes the connector of a channel. The default starts the confirmed program as a child process.
using ConnectorFactory =
    std::function<std::unique_ptr<Connector>(const ConnectorEntry& entry, const QByteArray& settings)>;
ConnectorFactory processConnectors();

/// What one run did.
struct SyncReport {
    std::int64_t delivered = 0; ///< Items that have a reference now.
    std::int64_t aside = 0; ///< Items that a person must mend.
    std::int64_t postponed = 0; ///< Items that the portal wants again later.
    std::int64_t updates = 0;
    int batches = 0;
    QStringList unreached; ///< Channels that could not be used; their items wait.
};

/// Everything that goes to and comes from portals. Answers are applied in one commit each, together with what
/// the sink makes of them: exactly once, also when the program dies at any point. Runs on the thread of `db`,
/// and needs its event loop.
class SyncService {
public:
    SyncService(Database& db, SyncSink& sink, ConnectorFactory connectors = processConnectors());
    ~SyncService();

    /// Starts the program to read its manifest, and writes it down with the hash of its file: the owner's
    /// consent. Errors: Unreachable `sync.connector-missing`, Unusable `sync.connector-protocol`.
    Result<ConnectorEntry> confirmConnector(const QString& program, const Actor& by);
    /// Adds a channel or changes it, once its connector has been started and has taken the settings. The
    /// files that they name and that exist (`ca`, `client_certificate`, `client_key`) are kept with their
    /// absolute path. Errors: NotFound `sync.connector-unknown` (arg); Unusable `sync.settings`; Invalid
    /// `sync.settings-refused` (args: the connector, what it says), Denied `sync.connector-differs`; those of
    /// cleanText() and of starting it.
    Result<> setChannel(
        const QString& name, const QString& connector, const QByteArray& settings, const Actor& by);

    /// Sends what is due and takes in what is new, on every channel at once, until nothing more can be done
    /// now; runs the event loop meanwhile. A channel or connector whose row is not the one that the last act
    /// on it vouched for is not started, and counts as one that could not be reached. Errors: Conflict
    /// `sync.running`.
    Result<SyncReport> run(const Actor& by);
    /// As run(), without waiting: `done` is called from the event loop.
    Result<> start(const Actor& by, std::function<void(const SyncReport&)> done);

    /// Hands a request of the protocol (`wallet`, `pay`, `present`, `result`) to a channel's connector;
    /// `done` is called from the event loop. Errors: NotFound `sync.connector-unknown`, Denied
    /// `sync.connector-differs`, `sync.channel-differs`.
    Result<> ask(const QString& channel, const QJsonObject& request, const Actor& by,
        std::function<void(Result<QJsonObject>)> done);

    Result<std::vector<ChannelStatus>> status(const Actor& by);
    Result<std::vector<Outage>> outages(const QString& channel, const Actor& by);
    /// What stands aside, oldest first, with the reasons.
    Result<std::vector<OutboxRow>> aside(int limit, const Actor& by);
    /// Ends pauses and sends again what stands aside: on one channel or (empty) all, one item or (empty) all.
    /// Returns how many items wait again. Errors: NotFound `sync.channel-unknown` (args: it, those there
    /// are), `sync.no-channel` (arg: it) where there is none, `sync.nothing-aside` for a uuid that does not.
    Result<std::int64_t> retry(const QString& channel, const QString& uuid, const Actor& by);

private:
    struct Live;
    struct Ready {
        SyncChannel channel;
        std::optional<ConnectorEntry> entry; ///< Nothing: it cannot or must not be used now.
        std::optional<Error> refused; ///< Somebody changed its rows past every act.
    };
    Result<std::vector<Ready>> readyChannels();
    Connector& connectorFor(const SyncChannel& channel, const ConnectorEntry& entry);

    Database& m_db;
    SyncSink& m_sink;
    ConnectorFactory m_factory;
    std::map<QString, Live> m_live; ///< Running connectors by channel, kept between runs.
    std::unique_ptr<SyncRun> m_run;
    QObject m_context;
};

} // namespace sanad
