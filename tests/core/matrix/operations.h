#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <functional>
#include <optional>
#include <vector>

namespace sanad::test {

/// One thing that a person can do, and what they must hold for it. tools/check-matrix says which are missing.
struct Operation {
    const char* name; ///< `Class::method`, or a function that takes the database.
    std::vector<Permission> all; ///< Empty, with `any`: being signed in is enough.
    std::vector<Permission> any; ///< One of these besides, where there are some.
    /// Tries it on an empty centre, where most of what it names does not exist; how it was refused.
    std::function<std::optional<Error>(Database& db, const Actor& by)> attempt;
};

const std::vector<Operation>& operations();

} // namespace sanad::test
