#pragma once

#include "tests/fuzz/fuzz_target.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace sanad::fuzz {

const std::map<std::string, Target>& targets();
/// The files of a target's corpus by their names; empty where there is none.
std::vector<std::pair<QString, QByteArray>> corpusOf(const QString& corpus, const std::string& target);

/// A short look for new inputs: each target in a process of its own gets what mutated() makes of its corpus,
/// until it has had its share of the processor. Whatever stops a target, a hang too, is written to a file
/// here, which is named. Returns how many targets were stopped. Needs a QCoreApplication.
int round(const QString& corpus, std::uint64_t seed);
/// One such process. `progress` is a file of eight bytes that holds the index of the input at hand.
int roundOfOne(const QString& corpus, const std::string& target, std::uint64_t seed, const QString& progress);

} // namespace sanad::fuzz
