#pragma once

#include "core/sync/channel.h"
#include "core/sync/connector.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <map>
#include <memory>

namespace sanad {

struct ConnectorLimits {
    std::chrono::milliseconds answer{60'000}; ///< Longest silence before the program is killed.
    qsizetype lineBytes = 8 * 1024 * 1024; ///< Longest answer; more is a flood, and the program is killed.
};

/// A connector as a child process. Started at the first request, once its file has the confirmed hash, and
/// started anew after it died; whatever it does (crash, hang, flood, nonsense) ends as an ExchangeFailure. It
/// gets its settings on stdin and nothing of the desk's environment that starts with SANAD_.
class ProcessConnector : public Connector {
public:
    ProcessConnector(ConnectorEntry entry, QByteArray settings, ConnectorLimits limits = {});
    ~ProcessConnector() override;

    void send(const Batch& batch, ExchangeDone<Acknowledgement> done) override;
    void poll(const QString& cursor, ExchangeDone<Updates> done) override;
    void ask(const QJsonObject& request, ExchangeDone<QJsonObject> done) override;
    void hello(ExchangeDone<ConnectorManifest> done) override;

private:
    using Raw = std::variant<QJsonObject, ExchangeFailure>;
    struct Pending {
        std::function<void(Raw)> done;
        QDeadlineTimer deadline;
    };

    /// `fields` are the members of the request after its id, as JSON text.
    void request(const QByteArray& fields, std::function<void(Raw)> done);
    Result<> ensureStarted();
    void readLines();
    void take(QByteArrayView line);
    /// Kills the program and fails everything that waits for it.
    void abandon(const Error& error);

    ConnectorEntry m_entry;
    QByteArray m_settings;
    ConnectorLimits m_limits;
    std::map<qint64, Pending> m_pending;
    qint64 m_lastId = 0;
    QByteArray m_buffer;
    std::unique_ptr<QProcess> m_process;
    std::vector<std::unique_ptr<QProcess>>
        m_killed; ///< Until they are gone: a signal of theirs may be running.
    QTimer m_watch;
    QObject m_context; ///< Ends queued calls and signals when the connector goes.
};

} // namespace sanad
