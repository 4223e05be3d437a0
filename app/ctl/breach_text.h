#pragma once

#include "core/verify/verify.h"

#include <QJsonObject>

namespace sanad::ctl {

/// What a breach says, in the language of the texts; an unknown one stays English.
QString breachText(const QString& what);
/// A breach as a line for people.
QString breachLine(const Breach& breach);
/// `what` is the same in every language, `text` is for people.
QJsonObject breachJson(const Breach& breach);

} // namespace sanad::ctl
