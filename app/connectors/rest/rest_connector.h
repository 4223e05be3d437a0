#pragma once

#include "app/connectors/protocol/line_server.h"
#include "app/connectors/rest/http_client.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <thread>

namespace sanad::connectors {

/// Speaks the contract of `api/openapi.yaml`: two exchanges at a time, each on a connection of its own that
/// is kept. Retries nothing but an expired token: when to try again is the desk's decision.
class RestConnector {
public:
    explicit RestConnector(LineServer& server);
    ~RestConnector();

    std::optional<Failure> configure(const QJsonObject& settings);
    /// Queues the request; a worker answers it.
    void serve(qint64 id, const QString& verb, const QJsonObject& request);

private:
    struct Task {
        qint64 id;
        QString verb;
        QJsonObject request;
    };
    void work();
    void carryOut(HttpClient& client, const Task& task);
    /// With an access token; asks for a new one once, when it is refused.
    HttpAnswer authorised(HttpClient& client, HttpRequest request);
    /// Empty when there is none to be had; `answer` then says why.
    QByteArray token(HttpClient& client, bool renew, HttpAnswer& answer);

    LineServer& m_server;
    Portal m_portal;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::vector<std::thread> m_workers;
    std::mutex m_tokenMutex;
    QByteArray m_token;
    std::chrono::steady_clock::time_point m_tokenUntil;
};

} // namespace sanad::connectors
