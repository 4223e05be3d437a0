#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace sanad::fuzz {

constexpr qsizetype kLongestInput = 64 * 1024;

/// One of `corpus`, changed in one to four places: bits turned, parts cut out or repeated, bytes put in or
/// written over, its end taken from another. The same for the same seed and index, on every machine.
QByteArray mutated(const std::vector<QByteArray>& corpus, std::uint64_t seed, std::uint64_t index);

} // namespace sanad::fuzz
