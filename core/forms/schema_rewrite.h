#pragma once

#include "core/base/result.h"
#include "core/forms/formats.h"

#include <QHash>
#include <QJsonValue>
#include <QString>

namespace sanad {

/// Keywords of our own that the rewritten schema carries instead of those which the library answers wrongly
/// or not at all; core/forms/schema_constraints gives them to the library.
namespace keyword {
inline constexpr auto kPattern = "sanad:pattern";
inline constexpr auto kEnum = "sanad:enum";
inline constexpr auto kConst = "sanad:const";
inline constexpr auto kMultipleOf = "sanad:multipleOf";
inline constexpr auto kMinimum = "sanad:minimum";
inline constexpr auto kMaximum = "sanad:maximum";
inline constexpr auto kExclusiveMinimum = "sanad:exclusiveMinimum";
inline constexpr auto kExclusiveMaximum = "sanad:exclusiveMaximum";
inline constexpr auto kUniqueItems = "sanad:uniqueItems";
inline constexpr auto kNever = "sanad:never";
inline constexpr auto kFormat = "sanad:format";
} // namespace keyword

struct RewrittenSchema {
    QJsonValue schema;
    QHash<QString, QString> patternPlaces; ///< Each pattern to a JSON pointer where the original has it.
};

/// Reads a draft-07 schema by the meta-schema's rules and writes it anew, meaning the same, in the part of
/// the language that valijson answers rightly: every `$ref` is `#/definitions/N`, annotations are gone.
/// Errors: those of FormSchema::compile.
Result<RewrittenSchema> rewriteSchema(const QJsonValue& schema, const FormatCheck& formats);

} // namespace sanad
