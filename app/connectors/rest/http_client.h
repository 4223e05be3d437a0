#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using CURL = void;

namespace sanad::connectors {

/// How a portal is reached and known.
struct Portal {
    QByteArray url; ///< https://host:port, no path.
    QByteArray authorityFile; ///< PEM; empty: the system's authorities.
    QByteArray pin; ///< `sha256//…` of its public key; empty: not pinned.
    QByteArray clientCertificate, clientKey; ///< PEM files for mutual TLS; empty: none.
    QByteArray clientId, clientSecret;
    int timeoutSeconds = 45;
};

struct HttpRequest {
    QByteArray method; ///< GET, POST or PUT.
    QByteArray path;
    QByteArray body;
    std::vector<QByteArray> headers; ///< `Name: value`.
    bool basic = false; ///< With the client's id and secret.
};

struct HttpAnswer {
    long status = 0; ///< 0: no answer.
    QByteArray body;
    QByteArray contentType; ///< Without parameters, in lower case.
    int retryAfterSeconds = 0;
    bool untrusted = false; ///< Not the server that it should be, or our own certificate is wrong.
    QByteArray why; ///< libcurl's words, when there is no answer.
};

/// One kept-alive HTTPS connection. For one thread.
class HttpClient {
public:
    HttpClient(const Portal& portal, const std::atomic<bool>& stop);
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    ~HttpClient();

    HttpAnswer exchange(const HttpRequest& request);

private:
    const Portal& m_portal;
    const std::atomic<bool>& m_stop;
    CURL* m_curl;
};

} // namespace sanad::connectors
