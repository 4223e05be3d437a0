#pragma once

namespace sanad::ctl {

/// Ctrl+C asks a long command to stop after what it is doing, and ends the program at once where it only
/// waits for input, which harms nothing: what was told is durable.
void watchInterrupts();
bool interrupted();

/// While one lives, the program waits for input.
class WaitingForInput {
public:
    WaitingForInput();
    ~WaitingForInput();
    WaitingForInput(const WaitingForInput&) = delete;
    WaitingForInput& operator=(const WaitingForInput&) = delete;
};

} // namespace sanad::ctl
