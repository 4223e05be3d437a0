#pragma once

#include <QString>

namespace sanad::ctl {

/// What a breach says, in the language of the texts; an unknown one stays English.
QString breachText(const QString& what);

} // namespace sanad::ctl
