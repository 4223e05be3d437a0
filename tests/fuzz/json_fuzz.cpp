// Strict JSON, and what is written in JSON: expressions, pointers, numbers, patterns.

#include "core/forms/decimal.h"
#include "core/forms/ecma_pattern.h"
#include "core/forms/expression.h"
#include "core/forms/json_pointer.h"
#include "core/forms/json_text.h"
#include "tests/fuzz/fuzz_target.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace sanad;

FUZZ_TARGET(json)
{
    const auto value = parseJson(bytes, {.depth = 64, .bytes = 64 * 1024});
    if (!value) return;
    // What was taken is taken again as the same.
    const auto again = parseJson(QJsonDocument(QJsonArray{*value}).toJson(QJsonDocument::Compact));
    fuzz::promise(again && jsonEqual(again->toArray().at(0), *value));
    fuzz::promise(jsonIdentity(again->toArray().at(0)) == jsonIdentity(*value));
    if (value->isDouble()) (void)Decimal::fromJson(*value).text();
    if (const auto expression = Expression::parse(*value)) {
        (void)expression->fields();
        (void)expression->value(value->toObject());
    }
    if (value->isString()) {
        const QString text = value->toString();
        if (const auto tokens = jsonPointerTokens(text)) fuzz::promise(jsonPointer(*tokens) == text);
        if (const auto pattern = ecmaPattern(text)) (void)matchPattern(*pattern, text);
    }
}
