#pragma once

#include <QString>

#include <functional>

namespace sanad {

/// A sentence that can be said again, in whatever language the windows have then.
using Words = std::function<QString()>;

} // namespace sanad
