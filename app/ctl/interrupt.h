#pragma once

#include <QByteArray>

namespace sanad::ctl {

/// From now on Ctrl+C and a request to end are noticed instead of killing the program; a second one ends it
/// at once. `told` goes to stderr whenever the program ends by a signal.
void watchInterrupts(const QByteArray& told);
/// In the place of `told` from now on.
void sayAtTheEnd(const QByteArray& told);
bool interrupted();

/// While one lives the program is waiting, or only reads: an interrupt ends it at once, with nothing half
/// done.
class EndsAtOnce {
public:
    EndsAtOnce();
    ~EndsAtOnce();
    EndsAtOnce(const EndsAtOnce&) = delete;
    EndsAtOnce& operator=(const EndsAtOnce&) = delete;
};

} // namespace sanad::ctl
