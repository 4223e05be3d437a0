#pragma once

namespace sanad {

/// Keeps what this process knows out of core dumps and from other processes of the same user, where the
/// system allows it. Call it first in main() of every program that opens a vault or is given credentials.
void guardProcessMemory();

} // namespace sanad
