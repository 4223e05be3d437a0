#include "app/portal/http.h"

#include "app/portal/store.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad::portal {

void answer(httplib::Response& response, const Problem& problem, const QByteArray& detail)
{
    QJsonObject body{{u"type"_s, QString(u"urn:sanad:problem:"_s + QLatin1StringView(problem.type))},
        {u"title"_s, QLatin1StringView(problem.title)}, {u"status"_s, problem.status}};
    if (!detail.isEmpty()) body[u"detail"_s] = QString::fromUtf8(detail);
    response.status = problem.status;
    response.set_content(compact(body).toStdString(), "application/problem+json");
}

void answer(httplib::Response& response, const QByteArray& json)
{
    response.status = 200;
    response.set_content(json.constData(), static_cast<std::size_t>(json.size()), "application/json");
}

const Problem& problemOf(const Error& error)
{
    if (error.key == u"portal.limits" || error.key == u"json.too-large") return kLimits;
    if (error.key == u"portal.key-reused") return kKeyReused;
    if (error.key == u"portal.fee-settled") return kFeeSettled;
    if (error.key == u"portal.fee-amount") return kFeeAmount;
    if (error.key == u"portal.insufficient-balance") return kInsufficientBalance;
    if (error.key == u"portal.not-found") return kNotFound;
    return kMalformed;
}

void refuseBearer(const httplib::Request& request, httplib::Response& response)
{
    // RFC 6750, 3.1: no code for who showed no token at all.
    response.set_header("WWW-Authenticate",
        bearer(request).isEmpty() ? R"(Bearer realm="sanad-portal")"
                                  : R"(Bearer realm="sanad-portal", error="invalid_token")");
    answer(response, kUnauthorised);
}

QByteArray header(const httplib::Request& request, const char* name)
{
    return QByteArray::fromStdString(request.get_header_value(name));
}

QByteArray bearer(const httplib::Request& request)
{
    const QByteArray value = header(request, "Authorization");
    return value.startsWith("Bearer ") ? value.mid(7) : QByteArray();
}

bool isUuid(const QString& text)
{
    static const QRegularExpression pattern(
        u"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"_s);
    return pattern.match(text).hasMatch();
}

} // namespace sanad::portal
