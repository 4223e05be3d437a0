#include "app/connectors/rest/rest_connector.h"

#include "app/connectors/rest/portal_reply.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sanad::connectors {

namespace {

constexpr int kWorkers = 2;
constexpr int kTimeoutSeconds = 45, kMostSeconds = 600;

QByteArray textOf(const QJsonObject& object, const QString& key)
{
    return object[key].toString().toUtf8();
}

/// The request of the contract for a request of the protocol; nothing for an unknown verb.
std::optional<HttpRequest> httpFor(const QString& verb, const QJsonObject& request)
{
    const auto escaped = [&](const QString& key) { return QUrl::toPercentEncoding(request[key].toString()); };
    if (verb == u"send")
        return HttpRequest{"POST", "/v1/batches", QByteArray::fromBase64(textOf(request, u"body"_s)),
            {"Content-Type: application/json", "Content-Encoding: " + textOf(request, u"encoding"_s),
                "Idempotency-Key: " + textOf(request, u"key"_s),
                "Sanad-Content-SHA256: " + textOf(request, u"sha256"_s),
                "Sanad-Signature: " + textOf(request, u"signature"_s),
                "Sanad-Key: " + textOf(request, u"public_key"_s)}};
    if (verb == u"poll") return HttpRequest{"GET", "/v1/updates?cursor=" + escaped(u"cursor"_s), {}, {}};
    if (verb == u"batch") return HttpRequest{"GET", "/v1/batches/" + escaped(u"key"_s), {}, {}};
    if (verb == u"item") return HttpRequest{"GET", "/v1/items/" + escaped(u"uuid"_s), {}, {}};
    if (verb == u"wallet") return HttpRequest{"GET", "/v1/wallet", {}, {}};
    if (verb == u"pay")
        return HttpRequest{"PUT", "/v1/items/" + escaped(u"item"_s) + "/fee",
            QJsonDocument(QJsonObject{{u"payment"_s, request[u"payment"_s]},
                              {u"amount_baisa"_s, request[u"amount_baisa"_s]}})
                .toJson(QJsonDocument::Compact),
            {"Content-Type: application/json"}};
    return std::nullopt;
}

} // namespace

RestConnector::RestConnector(LineServer& server)
    : m_server(server)
{
}

RestConnector::~RestConnector()
{
    {
        const std::lock_guard held(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (auto& worker : m_workers)
        worker.join();
}

namespace {

/// The first of the settings that cannot be worked with, as docs/connectors.md names it; empty when all can.
QString unfitSetting(const QJsonObject& settings)
{
    static const QStringList known{u"url"_s, u"client_id"_s, u"client_secret"_s, u"ca"_s, u"pin"_s,
        u"client_certificate"_s, u"client_key"_s, u"timeout_seconds"_s};
    for (auto each = settings.begin(); each != settings.end(); ++each) {
        const bool number = each.key() == u"timeout_seconds";
        if (!known.contains(each.key()) || (number ? !each->isDouble() : !each->isString()))
            return each.key();
    }
    const QUrl url(settings[u"url"_s].toString(), QUrl::StrictMode);
    if (url.scheme() != u"https" || url.host().isEmpty() || url.hasFragment()) return u"url"_s;
    if (settings[u"client_id"_s].toString().isEmpty()) return u"client_id"_s;
    for (const QString& file : {u"ca"_s, u"client_certificate"_s, u"client_key"_s}) {
        const QString path = settings[file].toString();
        if (!path.isEmpty() && !QFileInfo(path).isReadable()) return file;
    }
    const QString pin = settings[u"pin"_s].toString();
    if (!pin.isEmpty() && !pin.startsWith(u"sha256//")) return u"pin"_s;
    const int seconds = settings[u"timeout_seconds"_s].toInt(kTimeoutSeconds);
    return seconds < 1 || seconds > kMostSeconds ? u"timeout_seconds"_s : QString();
}

} // namespace

std::optional<Failure> RestConnector::configure(const QJsonObject& settings)
{
    // Started only to say what it is, it has none.
    if (const QString unfit = settings.isEmpty() ? QString() : unfitSetting(settings); !unfit.isEmpty())
        return Failure{u"refused"_s, unfit, 0};
    m_portal = {textOf(settings, u"url"_s), textOf(settings, u"ca"_s), textOf(settings, u"pin"_s),
        textOf(settings, u"client_certificate"_s), textOf(settings, u"client_key"_s),
        textOf(settings, u"client_id"_s), textOf(settings, u"client_secret"_s),
        settings[u"timeout_seconds"_s].toInt(kTimeoutSeconds)};
    while (m_portal.url.endsWith('/'))
        m_portal.url.chop(1);
    for (int i = 0; i < kWorkers; ++i)
        m_workers.emplace_back([this] { work(); });
    return std::nullopt;
}

void RestConnector::serve(qint64 id, const QString& verb, const QJsonObject& request)
{
    if (!m_portal.url.startsWith("https://")) return m_server.failed(id, {u"refused"_s, u"url"_s});
    {
        const std::lock_guard held(m_mutex);
        m_tasks.push_back({id, verb, request});
    }
    m_wake.notify_one();
}

void RestConnector::work()
{
    HttpClient client(m_portal, m_stop);
    for (;;) {
        Task task;
        {
            std::unique_lock held(m_mutex);
            m_wake.wait(held, [this] { return m_stop || !m_tasks.empty(); });
            if (m_stop) return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        carryOut(client, task);
    }
}

void RestConnector::carryOut(HttpClient& client, const Task& task)
{
    auto http = httpFor(task.verb, task.request);
    if (!http) return m_server.failed(task.id, {u"refused"_s, u"verb"_s});
    const HttpAnswer answer = authorised(client, std::move(*http));
    if (answer.status != 200) return m_server.failed(task.id, failureFrom(answer, task.verb));
    if (!isObject(answer.body)) return m_server.failed(task.id, {u"malformed"_s, u"json"_s});
    m_server.okText(task.id, answer.body);
}

HttpAnswer RestConnector::authorised(HttpClient& client, HttpRequest request)
{
    HttpAnswer answer;
    const auto fixed = request.headers;
    for (const bool renew : {false, true}) {
        const QByteArray bearer = token(client, renew, answer);
        if (bearer.isEmpty()) return answer;
        request.headers = fixed;
        request.headers.push_back("Authorization: Bearer " + bearer);
        answer = client.exchange(request);
        if (answer.status != 401) return answer;
    }
    return answer;
}

QByteArray RestConnector::token(HttpClient& client, bool renew, HttpAnswer& answer)
{
    const std::lock_guard held(m_tokenMutex);
    const auto now = std::chrono::steady_clock::now();
    if (!renew && now < m_tokenUntil) return m_token;
    answer = client.exchange({"POST", "/v1/token", "grant_type=client_credentials&scope=batches",
        {"Content-Type: application/x-www-form-urlencoded"}, true});
    const auto granted = answer.status == 200 ? accessTokenFrom(answer.body) : std::nullopt;
    m_token = granted ? granted->text : QByteArray();
    if (answer.status == 200 && !granted) {
        answer = {};
        answer.why = "no access token";
    }
    // The token endpoint tells a wrong secret by 400 or 401; both need a person.
    if (answer.status == 400) answer.status = 401;
    // Whatever else the token endpoint says is not about the request that needs the token.
    answer.contentType.clear();
    m_tokenUntil = granted ? now + granted->lasts : now;
    return m_token;
}

} // namespace sanad::connectors
