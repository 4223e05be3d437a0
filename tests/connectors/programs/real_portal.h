#pragma once

#include "core/sync/connector.h"
#include "core/sync/process_connector.h"

#include <QEventLoop>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace sanad::test {

/// A program of this build: `SANAD_BIN/name`.
QString builtProgram(const QString& name);

/// `sanad-portal` as a process on a folder of its own; killed with the object.
class RealPortal {
public:
    explicit RealPortal(const QStringList& options = {});
    ~RealPortal();

    void start(); ///< Again on the same port, after stop() or crash().
    void stop(); ///< SIGTERM; checks that it ends cleanly.
    void crash(); ///< kill -9.
    QJsonObject settings() const; ///< For the rest connector.
    /// What it recorded, read from its file by `--dump`.
    std::vector<QJsonObject> dump() const;
    /// POST /admin/`path`.
    void admin(const QString& path, const QJsonObject& body) const;
    QString folder() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QStringList m_options;
    QString m_url;
    std::unique_ptr<QProcess> m_process;
};

/// Runs an exchange to its end in a local event loop.
template <class T, class Start> std::variant<T, ExchangeFailure> exchange(Start start)
{
    std::optional<std::variant<T, ExchangeFailure>> outcome;
    QEventLoop loop;
    start([&](std::variant<T, ExchangeFailure> got) {
        outcome = std::move(got);
        loop.quit();
    });
    if (!outcome) loop.exec();
    return std::move(*outcome);
}

/// The connector program as the desk would run it.
std::unique_ptr<ProcessConnector> connectorFor(
    const QString& program, const QJsonObject& settings, ConnectorLimits limits = {});

/// A valid ROP-VEH-RENEW transaction as the contract's body.
QByteArray vehicleRenewal(int number);

} // namespace sanad::test
