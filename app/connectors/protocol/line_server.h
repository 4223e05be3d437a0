#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

namespace sanad::connectors {

constexpr int kProtocol = 1;

/// What a connector says it is; `docs/connectors.md`.
struct Manifest {
    QString name, kind, version;
};

/// Why a request was not done. `kind` is of the protocol: unreachable, busy, refused, batch_refused,
/// malformed.
struct Failure {
    QString kind;
    QString detail; ///< For a log: never personal data.
    int retryAfterSeconds = 0;
};

/// The line that answers the request `id` by `json`, the text of one object.
QByteArray answerLine(qint64 id, QByteArray json);

/// The connector's end of the protocol: one JSON object a line, from stdin to stdout. Answers may be given
/// from any thread and in any order.
class LineServer {
public:
    explicit LineServer(Manifest manifest)
        : m_manifest(std::move(manifest))
    {
    }

    /// Called with the settings of the channel, once, before anything else. A failure is told to the desk.
    std::function<std::optional<Failure>(const QJsonObject& settings)> hello;
    /// Called with each other request, `do` and its fields; answers by ok() or failed() with the same id,
    /// soon or later.
    std::function<void(qint64 id, const QString& verb, const QJsonObject& request)> serve;

    /// Until stdin ends. Returns the exit code.
    int run();

    void ok(qint64 id, const QJsonObject& answer);
    /// `json` is the text of one object, pasted as it is.
    void okText(qint64 id, QByteArray json);
    void failed(qint64 id, const Failure& failure);

private:
    void take(const QByteArray& line);
    void write(const QByteArray& line);

    Manifest m_manifest;
    std::mutex m_mutex;
};

} // namespace sanad::connectors
