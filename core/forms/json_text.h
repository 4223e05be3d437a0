#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace sanad {

struct JsonLimits {
    int depth = 64;
    qsizetype bytes = 4 * 1024 * 1024;
};

/// Reads JSON (RFC 8259) that comes from outside. Stricter than QJsonDocument: what cannot be kept exactly
/// is refused, so that nothing is ever read as something else. 64-bit integers stay integers; another
/// number must be the shortest decimal of its double (0.1 is, 0.10000000000000001 is not), and if it has no
/// fraction the very double (5e17 is, 5555555555555e5 is not). Errors, all Unusable, with line and
/// column as args (but for too-large: the limit in bytes): `json.too-large`, `json.utf8`, `json.syntax`,
/// `json.surrogate`, `json.nul`, `json.duplicate-key`, `json.too-deep`, `json.number`. No error holds any of
/// the text.
Result<QJsonValue> parseJson(QByteArrayView bytes, JsonLimits limits = {});

} // namespace sanad
