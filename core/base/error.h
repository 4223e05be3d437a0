#pragma once

#include <QString>
#include <QStringList>

namespace sanad {

/// What kind of refusal an error is. The command line derives its exit code from it
/// (Unreachable 3, Unusable 4, Usage 2, everything else 1), the screens their colour.
enum class ErrorCode {
    Invalid, ///< What was typed or sent breaks a rule; the person can mend it.
    NotFound, ///< What was named does not exist.
    Denied, ///< The actor lacks the permission, or nobody is signed in.
    Conflict, ///< True a moment ago, no longer: taken number, closed day, state that moved on.
    Unreachable, ///< Network, server, file or device could not be reached or opened. May pass.
    Unusable, ///< Input from outside that cannot be read at all.
    Usage, ///< The command itself is off.
    Internal, ///< Our bug, or a database that broke a promise.
};

/// An error as the core tells it: a stable key that `ui/text` turns into sentences.
/// `args` fill %1, %2 … of these sentences. `detail` is for the log and for developers; neither
/// may carry personal data.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString key; ///< `slice.problem`, e.g. `money.too-precise`; stable for ever.
    QStringList args;
    QString detail;

    bool operator==(const Error&) const = default;
};

} // namespace sanad
