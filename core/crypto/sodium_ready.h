#pragma once

namespace sanad {

/// Initialises libsodium once; every function of this folder calls it first. Aborts where the system has
/// no randomness, since nothing could be kept safe then.
void sodiumReady();

} // namespace sanad
