#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <memory>

namespace sanad {

/// A condition or a calculation of a form, written as JSON: a constant, {"field": "years"}, or one operator
/// with its operands, {"mul": [{"field": "years"}, 20000]}. Operators: eq ne lt le gt ge in · and or not ·
/// given · add sub mul. No text language, no loop, no function; arithmetic over 64-bit integers only.
/// What has no answer (a field left empty, text added to a number, an overflow) is null; null is not true.
class Expression {
public:
    /// Errors: Unusable `layout.expression`; args: the pointer within the expression.
    static Result<Expression> parse(const QJsonValue& json);

    QJsonValue value(const QJsonObject& answers) const;
    bool isTrue(const QJsonObject& answers) const { return value(answers).toBool(false); }
    /// Every field that it looks at.
    QStringList fields() const;

    struct Node;

private:
    explicit Expression(std::shared_ptr<const Node> root);
    std::shared_ptr<const Node> m_root;
};

} // namespace sanad
