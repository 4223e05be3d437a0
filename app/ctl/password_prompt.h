#pragma once

#include "core/base/result.h"

#include <QString>

namespace sanad::ctl {

/// A secret from the environment variable, else typed at the terminal without echo; never an argument, which
/// everybody on the machine can read. Errors: Usage `ctl.no-password` (arg: the variable) without a terminal.
Result<QString> secret(const char* variable, const QString& question);

} // namespace sanad::ctl
