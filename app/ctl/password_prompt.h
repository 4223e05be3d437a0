#pragma once

#include "core/base/result.h"

#include <QString>

namespace sanad::ctl {

/// A secret from the environment variable, else typed at the terminal without echo; never an argument, which
/// everybody on the machine can read. Errors, both Usage: `ctl.no-password`
/// (arg: the variable) without a terminal, `ctl.secret-encoding` for what is no UTF-8.
Result<QString> secret(const char* variable, const QString& question);

} // namespace sanad::ctl
