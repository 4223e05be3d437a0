#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace sanad {

/// The document of a pack from its source folder: manifest.json, categories.json, channels.json,
/// agencies.json, governorates.json, services.json and, for each service, forms/CODE.schema.json and
/// forms/CODE.layout.json. Errors: Unreachable `pack.source` (arg: file), Unusable `json.*` (detail: file).
Result<QJsonObject> readPackSource(const QString& folder);

} // namespace sanad
