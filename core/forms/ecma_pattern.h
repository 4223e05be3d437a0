#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace sanad {

/// A pattern of JSON Schema (ECMA 262, over Unicode characters) as the expression that means the same to
/// PCRE2. Nothing when it is malformed or uses what the two read differently: back references, named
/// groups, \p{…}, inline options, a letter escaped without need. Matching gives up at a fixed effort.
std::optional<QRegularExpression> ecmaPattern(const QString& pattern);

enum class PatternMatch { Yes, No, GaveUp };
PatternMatch matchPattern(const QRegularExpression& pattern, const QString& text);

} // namespace sanad
