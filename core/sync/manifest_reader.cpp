#include "core/sync/manifest_reader.h"

#include "core/base/text_gate.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostLength = 40;

bool isClean(const QString& text)
{
    const auto clean = cleanText(text, {.maxLength = kMostLength, .required = true});
    return clean && *clean == text;
}

} // namespace

Result<ConnectorManifest> readManifest(const QJsonObject& answer)
{
    const ConnectorManifest manifest{answer[u"name"_s].toString(), answer[u"kind"_s].toString(),
        answer[u"version"_s].toString(), answer[u"protocol"_s].toInt()};
    if (manifest.protocol == kConnectorProtocol && isClean(manifest.name) && isClean(manifest.kind) &&
        isClean(manifest.version))
        return manifest;
    return Error{
        ErrorCode::Unusable, u"sync.connector-protocol"_s, {QString::number(kConnectorProtocol)}, {}};
}

} // namespace sanad
