#include "app/connectors/rest/portal_reply.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad::connectors {

namespace {

constexpr int kTokenMarginSeconds = 30;
constexpr qsizetype kMostToken = 8 * 1024, kMostType = 80;

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

/// The problem's type, which names no person; the body's other words might. A type is a URN: printable ASCII.
QString problemType(const HttpAnswer& answer)
{
    const QString type = QJsonDocument::fromJson(answer.body).object()[u"type"_s].toString().left(kMostType);
    return isPrintable(type.toUtf8()) ? type : QString();
}

/// Whether the portal itself speaks, in the contract's words; not a proxy, a captive page or another server.
bool isProblemOf(const HttpAnswer& answer, std::initializer_list<QLatin1StringView> kinds)
{
    constexpr auto kPrefix = "urn:sanad:problem:"_L1;
    const QString type = problemType(answer);
    return answer.contentType == "application/problem+json" && type.startsWith(kPrefix) &&
        std::find(kinds.begin(), kinds.end(), QStringView(type).mid(kPrefix.size())) != kinds.end();
}

/// Only this dissolves a batch and puts items aside: what the contract has for POST /v1/batches.
bool refusesBatch(const HttpAnswer& answer)
{
    const bool named =
        answer.status == 400 || answer.status == 409 || answer.status == 413 || answer.status == 422;
    return named && isProblemOf(answer, {"malformed"_L1, "limits"_L1, "hash-mismatch"_L1, "key-reused"_L1});
}

bool refusesRequest(const HttpAnswer& answer)
{
    return answer.status >= 400 && answer.status < 500 &&
        isProblemOf(answer,
            {"malformed"_L1, "limits"_L1, "not-found"_L1, "insufficient-balance"_L1, "fee-settled"_L1,
                "fee-amount"_L1, "key-reused"_L1});
}

} // namespace

Failure failureFrom(const HttpAnswer& answer, const QString& verb)
{
    const int after = answer.retryAfterSeconds;
    switch (answer.status) {
    case 0:
        return {answer.untrusted ? u"refused"_s : u"unreachable"_s, QString::fromUtf8(answer.why), 0};
    case 401:
    case 403:
        return {u"refused"_s, problemType(answer), after};
    case 429:
    case 503:
        return {u"busy"_s, problemType(answer), after};
    default:
        if (verb == u"send" && refusesBatch(answer)) return {u"batch_refused"_s, problemType(answer), after};
        if (verb != u"send" && refusesRequest(answer)) return {u"refused"_s, problemType(answer), after};
        return {u"unreachable"_s, u"HTTP %1"_s.arg(answer.status), after};
    }
}

bool isObject(const QByteArray& body)
{
    // Qt skips a byte order mark, which in the middle of a line is none.
    return body.trimmed().startsWith('{') && QJsonDocument::fromJson(body).isObject();
}

std::optional<AccessToken> accessTokenFrom(const QByteArray& grant)
{
    const QJsonObject object = QJsonDocument::fromJson(grant).object();
    const QByteArray token = object[u"access_token"_s].toString().toUtf8();
    if (token.isEmpty() || token.size() > kMostToken || !isPrintable(token)) return std::nullopt;
    const int lasts = object[u"expires_in"_s].toInt();
    return AccessToken{
        token, std::chrono::seconds(std::max(lasts, kTokenMarginSeconds) - kTokenMarginSeconds)};
}

} // namespace sanad::connectors
