#include "app/connectors/rest/http_client.h"

#include <QList>

#include <curl/curl.h>

#include <algorithm>

namespace sanad::connectors {

namespace {

constexpr qsizetype kMostBytes = 6 * 1024 * 1024;
constexpr long kConnectSeconds = 10;

std::size_t collect(char* data, std::size_t size, std::size_t count, void* into)
{
    auto& body = *static_cast<QByteArray*>(into);
    const auto bytes = static_cast<qsizetype>(size * count);
    // Taking less than was offered ends the transfer: nobody fills our memory.
    if (body.size() + bytes > kMostBytes) return 0;
    body.append(data, bytes);
    return size * count;
}

int goOn(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic<bool>*>(stop)->load() ? 1 : 0;
}

bool isMistrust(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_PINNEDPUBKEYNOTMATCH ||
        code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_CERTPROBLEM || code == CURLE_SSL_ISSUER_ERROR;
}

} // namespace

HttpClient::HttpClient(const Portal& portal, const std::atomic<bool>& stop)
    : m_portal(portal)
    , m_stop(stop)
    , m_curl(curl_easy_init())
{
}

HttpClient::~HttpClient()
{
    curl_easy_cleanup(m_curl);
}

HttpAnswer HttpClient::exchange(const HttpRequest& request)
{
    HttpAnswer answer;
    // Keeps the connection and the TLS session; forgets everything else of the request before.
    curl_easy_reset(m_curl);
    const QByteArray url = m_portal.url + request.path;
    curl_easy_setopt(m_curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(m_curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(m_curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_curl, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(m_curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(m_curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(m_curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    curl_easy_setopt(m_curl, CURLOPT_TIMEOUT, static_cast<long>(m_portal.timeoutSeconds));
    curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, request.method.constData());
    curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, collect);
    curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(m_curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(m_curl, CURLOPT_XFERINFOFUNCTION, goOn);
    curl_easy_setopt(m_curl, CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&m_stop));
    const auto set = [this](CURLoption option, const QByteArray& value) {
        if (!value.isEmpty()) curl_easy_setopt(m_curl, option, value.constData());
    };
    // A portal with an authority of its own is trusted by that one alone.
    if (!m_portal.authorityFile.isEmpty()) curl_easy_setopt(m_curl, CURLOPT_CAPATH, nullptr);
    set(CURLOPT_CAINFO, m_portal.authorityFile);
    set(CURLOPT_PINNEDPUBLICKEY, m_portal.pin);
    set(CURLOPT_SSLCERT, m_portal.clientCertificate);
    set(CURLOPT_SSLKEY, m_portal.clientKey);
    if (request.basic) {
        curl_easy_setopt(m_curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, m_portal.clientId);
        set(CURLOPT_PASSWORD, m_portal.clientSecret);
    }
    if (request.method != "GET") {
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, request.body.constData());
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    // Without this curl asks first and waits a second where the server does not answer that.
    curl_slist* headers = curl_slist_append(nullptr, "Expect:");
    for (const QByteArray& header : request.headers)
        headers = curl_slist_append(headers, header.constData());
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, headers);

    const CURLcode code = curl_easy_perform(m_curl);
    curl_slist_free_all(headers);
    if (code != CURLE_OK) {
        answer.untrusted = isMistrust(code);
        answer.why = curl_easy_strerror(code);
        return answer;
    }
    curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &answer.status);
    const char* type = nullptr;
    curl_easy_getinfo(m_curl, CURLINFO_CONTENT_TYPE, &type);
    answer.contentType = QByteArray(type).split(';').first().trimmed().toLower();
    curl_off_t retryAfter = 0;
    curl_easy_getinfo(m_curl, CURLINFO_RETRY_AFTER, &retryAfter);
    answer.retryAfterSeconds = static_cast<int>(std::clamp<curl_off_t>(retryAfter, 0, 86400));
    return answer;
}

} // namespace sanad::connectors
