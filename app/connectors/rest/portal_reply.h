#pragma once

#include "app/connectors/protocol/line_server.h"
#include "app/connectors/rest/http_client.h"

#include <chrono>

namespace sanad::connectors {

/// What a portal answered, or whoever stands in its place: read here without a connection. docs/connectors.md
/// and api/openapi.yaml say what each means.

/// Whether the body is one JSON object, which may be handed to the desk as it is.
bool isObject(const QByteArray& body);

/// Why the request `verb` was not done. The detail is the problem's type, which names no person.
Failure failureFrom(const HttpAnswer& answer, const QString& verb);

struct AccessToken {
    QByteArray text; ///< As it may stand in a header.
    std::chrono::seconds lasts{0}; ///< Less a margin; never negative.
};
/// Nothing when the grant has no token that may stand in a header.
std::optional<AccessToken> accessTokenFrom(const QByteArray& grant);

} // namespace sanad::connectors
