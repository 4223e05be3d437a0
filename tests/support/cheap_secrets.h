#pragma once

#include "core/crypto/password.h"

namespace sanad::test {

/// What passwords and PINs of tests cost: nobody guesses at them, and each is derived many times.
inline constexpr PasswordCost kCheap{1, 8 * 1024};

} // namespace sanad::test
