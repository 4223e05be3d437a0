#include "app/portal/portal_server.h"

#include "app/portal/fees.h"
#include "app/portal/portal_http.h"

#include "core/crypto/hash.h"
#include "core/crypto/signing.h"
#include "core/forms/json_text.h"

#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

constexpr auto kItemPath = R"(/v1/items/([^/]+))";
constexpr auto kFeePath = R"(/v1/items/([^/]+)/fee)";
constexpr auto kBatchPath = R"(/v1/batches/([^/]+))";
constexpr int kDefaultPage = 200;
constexpr int kLargestPage = 500;

using DeskHandler = std::function<void(const QString& client, const httplib::Request&, httplib::Response&)>;

/// What a delivery says about itself.
struct Delivery {
    QString key;
    QByteArray hash, signature, publicKey;
    QByteArray content; ///< After gzip.
};

std::optional<Delivery> readHeaders(const httplib::Request& request)
{
    Delivery delivery{QString::fromLatin1(header(request, "Idempotency-Key")),
        header(request, "Sanad-Content-SHA256"), QByteArray::fromBase64(header(request, "Sanad-Signature")),
        QByteArray::fromBase64(header(request, "Sanad-Key")), {}};
    if (!isUuid(delivery.key) || delivery.signature.size() != kSignatureBytes ||
        delivery.publicKey.size() != kPublicKeyBytes)
        return std::nullopt;
    return delivery;
}

QByteArray signedText(const Delivery& delivery)
{
    return "sanad-batch-v1\n" + delivery.key.toLatin1() + '\n' + delivery.hash;
}

/// Whether a parameter comes more than once, in the query and the body together, also with the same value.
bool namesTwice(const httplib::Request& request)
{
    QSet<QString> names;
    const auto repeats = [&](const std::string& text) {
        const auto items = QUrlQuery(QString::fromStdString(text)).queryItems(QUrl::FullyDecoded);
        return std::any_of(items.begin(), items.end(), [&](const auto& each) {
            const bool again = names.contains(each.first);
            names.insert(each.first);
            return again;
        });
    };
    const auto query = request.target.find('?');
    return repeats(request.body) || (query != std::string::npos && repeats(request.target.substr(query + 1)));
}

/// Promises the whole answer and breaks off in the middle, as a line that goes down does.
void breakOff(httplib::Response& response, const QByteArray& json)
{
    response.status = 200;
    response.set_content_provider(static_cast<std::size_t>(json.size()), "application/json",
        [half = json.first(json.size() / 2)](std::size_t offset, std::size_t, httplib::DataSink& sink) {
            if (offset == 0) return sink.write(half.constData(), static_cast<std::size_t>(half.size()));
            return false;
        });
}

} // namespace

PortalServer::PortalServer(Store& store, const ItemCheck& check, DecisionRules rules, ServerOptions options)
    : m_options(std::move(options))
    , m_check(check)
    , m_accounts(store)
    , m_store(store)
    , m_intake(store, m_faults.items)
    , m_progress(store, rules)
{
}

PortalServer::~PortalServer() = default;

Result<int> PortalServer::bind(const CertificateFiles& certificates)
{
    const QByteArray certificate = certificates.serverCertificate.toLocal8Bit(),
                     key = certificates.serverKey.toLocal8Bit(),
                     authority = certificates.authority.toLocal8Bit();
    m_http = std::make_unique<Http>(new httplib::SSLServer(
        certificate.constData(), key.constData(), m_options.mutualTls ? authority.constData() : nullptr));
    httplib::SSLServer& server = *m_http->server;
    if (!server.is_valid())
        return Error{ErrorCode::Unreachable, u"portal.certificate"_s, {}, certificates.serverCertificate};
    server.set_tcp_nodelay(true);
    server.set_payload_max_length(static_cast<std::size_t>(kMaxContentBytes));
    server.set_keep_alive_max_count(100000);
    server.set_keep_alive_timeout(30);
    server.set_exception_handler(
        [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
            response.set_header("Retry-After", "5");
            answer(response, kUnavailable, "The portal could not record it");
        });
    server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (response.body.empty())
            answer(response,
                response.status == 413       ? kLimits
                    : response.status == 404 ? kNotFound
                                             : kMalformed);
    });
    addDeskRoutes();
    if (!m_options.adminToken.isEmpty()) addAdminRoutes();

    const std::string host = m_options.host.toStdString();
    const int port = m_options.port == 0            ? server.bind_to_any_port(host)
        : server.bind_to_port(host, m_options.port) ? m_options.port
                                                    : -1;
    if (port <= 0)
        return Error{ErrorCode::Unreachable, u"portal.listen"_s, {QString::number(m_options.port)}, {}};
    return port;
}

void PortalServer::serve()
{
    m_http->server->listen_after_bind();
}

void PortalServer::stop()
{
    m_http->server->stop();
}

void PortalServer::addDeskRoutes()
{
    httplib::SSLServer& server = *m_http->server;
    const auto desk = [this](DeskHandler handler) {
        return [this, handler = std::move(handler)](
                   const httplib::Request& request, httplib::Response& response) {
            const auto client = m_accounts.clientOf(bearer(request));
            if (!client) return refuseBearer(request, response);
            handler(*client, request, response);
        };
    };

    server.Post("/v1/token", [this](const httplib::Request& request, httplib::Response& response) {
        const auto refuse = [&](int status, const QString& why) {
            answer(response, compact({{u"error"_s, why}}));
            response.status = status;
        };
        response.set_header("Cache-Control", "no-store");
        const std::string grant = request.get_param_value("grant_type");
        // RFC 6749, 3.2: one without a value is as good as left out, and none may come twice.
        if (grant.empty() || namesTwice(request)) return refuse(400, u"invalid_request"_s);
        if (grant != "client_credentials") return refuse(400, u"unsupported_grant_type"_s);
        const QByteArray basic = header(request, "Authorization");
        const QByteArray pair =
            basic.startsWith("Basic ") ? QByteArray::fromBase64(basic.mid(6)) : QByteArray();
        const auto colon = pair.indexOf(':');
        const auto token = colon > 0
            ? m_accounts.token(QString::fromUtf8(pair.first(colon)), pair.mid(colon + 1))
            : std::nullopt;
        if (!token) {
            response.set_header("WWW-Authenticate", R"(Basic realm="sanad-portal", charset="UTF-8")");
            return refuse(401, u"invalid_client"_s);
        }
        answer(response,
            compact({{u"access_token"_s, QString::fromLatin1(*token)}, {u"token_type"_s, u"Bearer"_s},
                {u"expires_in"_s, m_accounts.tokenSeconds()}, {u"scope"_s, u"batches"_s}}));
    });

    server.Post("/v1/batches",
        [this](const httplib::Request& request, httplib::Response& response,
            const httplib::ContentReader& read) {
            QByteArray content;
            bool fits = true;
            const bool complete = read([&](const char* data, std::size_t size) {
                fits = content.size() + static_cast<qsizetype>(size) <= kMaxContentBytes;
                if (fits) content.append(data, static_cast<qsizetype>(size));
                return fits;
            });
            if (!fits || response.status == 413) return answer(response, kLimits);
            if (!complete) return answer(response, kMalformed);
            const auto client = m_accounts.clientOf(bearer(request));
            if (!client) return refuseBearer(request, response);
            receive(*client, content, request, response);
        });

    server.Get(kBatchPath, desk([this](const QString& client, const auto& request, auto& response) {
        const auto stored = m_intake.answerOf(client, QString::fromStdString(request.matches[1]), {});
        if (!stored || !*stored) return answer(response, kNotFound);
        answer(response, **stored);
    }));

    server.Get(kFeePath, desk([this](const QString& client, const auto& request, auto& response) {
        const auto held = m_store.lock();
        const auto fee = Fees(m_store.database()).status(client, QString::fromStdString(request.matches[1]));
        if (!fee) return answer(response, kNotFound);
        answer(response, compact(fee->json()));
    }));

    server.Put(kFeePath, desk([this](const QString& client, const auto& request, auto& response) {
        const auto body =
            parseJson(QByteArrayView(request.body.data(), static_cast<qsizetype>(request.body.size())));
        if (!body || !m_check.isFeePayment(*body)) return answer(response, kMalformed);
        const auto held = m_store.lock();
        SqliteTransaction transaction(m_store.database());
        const QJsonObject payment = body->toObject();
        const auto fee =
            Fees(m_store.database())
                .pay(client, QString::fromStdString(request.matches[1]), payment[u"payment"_s].toString(),
                    payment[u"amount_baisa"_s].toInteger(), QDateTime::currentMSecsSinceEpoch());
        if (!fee) return answer(response, problemOf(fee.error()));
        transaction.commit();
        answer(response, compact(fee->json()));
    }));

    server.Get(kItemPath, desk([this](const QString& client, const auto& request, auto& response) {
        const auto item = m_progress.item(client, QString::fromStdString(request.matches[1]));
        if (!item) return answer(response, kNotFound);
        answer(response, *item);
    }));

    server.Get("/v1/updates", desk([this](const QString& client, const auto& request, auto& response) {
        bool number = true;
        int limit = kDefaultPage;
        if (request.has_param("limit"))
            limit = QString::fromStdString(request.get_param_value("limit")).toInt(&number);
        if (!number || limit < 1 || limit > kLargestPage) return answer(response, kMalformed);
        const auto page =
            m_progress.updates(client, QString::fromStdString(request.get_param_value("cursor")), limit);
        if (!page) return answer(response, problemOf(page.error()));
        answer(response, *page);
    }));

    server.Get("/v1/wallet", desk([this](const QString& client, const auto&, auto& response) {
        answer(response, compact({{u"balance_baisa"_s, static_cast<qint64>(m_accounts.wallet(client))}}));
    }));
}

void PortalServer::receive(const QString& client, const QByteArray& content, const httplib::Request& request,
    httplib::Response& response)
{
    if (const int wait = m_faults.slowMilliseconds)
        std::this_thread::sleep_for(std::chrono::milliseconds(wait));
    if (ItemFaults::take(m_faults.unavailable)) {
        response.set_header("Retry-After", std::to_string(m_faults.retryAfter.load()));
        return answer(response, kUnavailable);
    }
    const auto delivery = readHeaders(request);
    if (!delivery) return answer(response, kMalformed, "A header is missing or malformed");
    const QByteArray hash = sha256(content);
    if (hash.toHex() != delivery->hash) return answer(response, kHashMismatch);
    if (!verifySignature(delivery->publicKey, signedText(*delivery), delivery->signature))
        return answer(response, kBadSignature);
    if (!m_accounts.acceptKey(client, delivery->publicKey)) return answer(response, kKeyChanged);

    auto acknowledgement = m_intake.answerOf(client, delivery->key, hash);
    if (!acknowledgement) return answer(response, problemOf(acknowledgement.error()));
    if (!*acknowledgement) {
        const auto batch = m_check.batch(content);
        if (!batch) return answer(response, problemOf(batch.error()));
        const auto recorded = m_intake.record(client, delivery->key, hash, *batch);
        if (!recorded) return answer(response, problemOf(recorded.error()));
        *acknowledgement = *recorded;
    }
    if (ItemFaults::take(m_faults.dropAcknowledgement)) return breakOff(response, **acknowledgement);
    if (ItemFaults::take(m_faults.malformed)) return answer(response, QByteArray("{\"key\":\"not all of it"));
    answer(response, **acknowledgement);
}

} // namespace sanad::portal
