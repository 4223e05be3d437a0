#include "core/sync/connector_line.h"

#include "core/base/text_gate.h"
#include "core/forms/json_text.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostDepth = 32;
constexpr int kDetailLength = 200; // code points

Error unreachable(const QString& key, const QString& detail)
{
    return {ErrorCode::Unreachable, key, {}, detail};
}

Error malformed(const QString& what)
{
    return {ErrorCode::Unusable, u"sync.malformed-answer"_s, {}, what};
}

ExchangeFailure failureFrom(const QJsonObject& error)
{
    const QString kind = error[u"kind"_s].toString();
    const QString detail = strippedText(error[u"detail"_s].toString(), kDetailLength);
    const std::chrono::seconds retryAfter(std::max(0, error[u"retry_after"_s].toInt()));
    if (kind == u"busy") return {unreachable(u"sync.busy"_s, detail), retryAfter};
    if (kind == u"refused") return {{ErrorCode::Denied, u"sync.refused"_s, {}, detail}, retryAfter};
    if (kind == u"batch_refused")
        return {{ErrorCode::Invalid, u"sync.batch-refused"_s, {}, detail}, retryAfter};
    if (kind == u"malformed")
        return {{ErrorCode::Unusable, u"sync.malformed-answer"_s, {}, detail}, retryAfter};
    return {unreachable(u"sync.unreachable"_s, detail), retryAfter};
}

} // namespace

Result<ConnectorLine> readConnectorLine(QByteArrayView line, qsizetype mostBytes)
{
    const auto json = parseJson(line, {.depth = kMostDepth, .bytes = mostBytes});
    if (!json || !json->isObject()) return malformed(u"line"_s);
    const QJsonObject object = json->toObject();
    const QJsonValue error = object[u"error"_s], ok = object[u"ok"_s];
    ConnectorLine read{object[u"id"_s].toInteger(-1), ok.toObject()};
    if (error.isObject())
        read.answer = failureFrom(error.toObject());
    else if (!error.isUndefined() || !ok.isObject())
        read.answer = ExchangeFailure{malformed(u"ok"_s), {}};
    return read;
}

} // namespace sanad
