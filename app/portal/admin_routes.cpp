#include "app/portal/http.h"
#include "app/portal/portal_http.h"
#include "app/portal/portal_server.h"

#include "core/crypto/hash.h"
#include "core/forms/json_text.h"

using namespace Qt::StringLiterals;

namespace sanad::portal {

bool PortalServer::isAdmin(const httplib::Request& request) const
{
    // Hashes are compared, so the time taken tells nothing about the token.
    return sha256(bearer(request)) == sha256(m_options.adminToken);
}

void PortalServer::addAdminRoutes()
{
    httplib::SSLServer& server = *m_http->server;
    using Act = std::function<Result<>(const QJsonObject&)>;
    const auto post = [&, this](const char* path, Act act) {
        server.Post(
            path, [this, act = std::move(act)](const httplib::Request& request, httplib::Response& response) {
                if (!isAdmin(request)) return refuseBearer(request, response);
                const auto body = parseJson(
                    QByteArrayView(request.body.data(), static_cast<qsizetype>(request.body.size())));
                if (!body || !body->isObject()) return answer(response, kMalformed);
                if (const auto done = act(body->toObject()); !done)
                    return answer(response, problemOf(done.error()));
                answer(response, QByteArray("{}"));
            });
    };
    const auto text = [](const QJsonObject& body, const QString& key) { return body[key].toString(); };

    post("/admin/faults", [this](const QJsonObject& body) -> Result<> {
        if (!m_faults.set(body)) return Error{ErrorCode::Invalid, u"portal.malformed"_s, {}, {}};
        return {};
    });
    post("/admin/forget-tokens", [this](const QJsonObject&) -> Result<> {
        m_accounts.forgetTokens();
        return {};
    });
    post("/admin/wallet", [this, text](const QJsonObject& body) -> Result<> {
        const auto baisa = body[u"baisa"_s].toInteger();
        if (baisa <= 0) return Error{ErrorCode::Invalid, u"portal.malformed"_s, {}, {}};
        m_accounts.topUp(text(body, u"client"_s), baisa);
        return {};
    });
    post("/admin/decide", [this, text](const QJsonObject& body) -> Result<> {
        static const QStringList states{
            u"in_review"_s, u"action_needed"_s, u"approved"_s, u"rejected"_s, u"fee_due"_s, u"completed"_s};
        if (!states.contains(text(body, u"state"_s)))
            return Error{ErrorCode::Invalid, u"portal.malformed"_s, {}, {}};
        return m_progress.decide(text(body, u"uuid"_s), text(body, u"state"_s), text(body, u"text_ar"_s),
            text(body, u"text_en"_s));
    });
    post("/admin/fee", [this, text](const QJsonObject& body) -> Result<> {
        static const QStringList states{u"confirmed"_s, u"disputed"_s, u"refunded"_s};
        if (!states.contains(text(body, u"state"_s)))
            return Error{ErrorCode::Invalid, u"portal.malformed"_s, {}, {}};
        return m_progress.confirmFee(text(body, u"uuid"_s), text(body, u"state"_s));
    });
    post("/admin/notice", [this, text](const QJsonObject& body) -> Result<> {
        m_progress.notice(text(body, u"client"_s), text(body, u"text_ar"_s), text(body, u"text_en"_s));
        return {};
    });

    server.Get("/admin/items", [this](const httplib::Request& request, httplib::Response& response) {
        if (!isAdmin(request)) return refuseBearer(request, response);
        std::string lines;
        m_progress.dump([&](const QByteArray& line) {
            lines.append(line.constData(), static_cast<std::size_t>(line.size()));
            lines += '\n';
        });
        response.set_content(lines, "application/x-ndjson");
    });
}

} // namespace sanad::portal
