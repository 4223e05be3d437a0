#pragma once

#include "core/catalogue/catalogue_service.h"

#include <QJsonObject>

namespace sanad::ctl {

/// A line of `catalogue list`.
QJsonObject serviceJson(const ServiceEntry& entry);
/// All of `catalogue show`.
QJsonObject guideJson(const ServiceGuide& guide);

} // namespace sanad::ctl
