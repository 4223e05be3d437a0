#include "core/forms/expression.h"

#include "core/forms/decimal.h"
#include "core/forms/json_pointer.h"

#include <QHash>
#include <QJsonArray>

#include <functional>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace sanad {

struct Expression::Node {
    enum class Kind {
        Constant,
        Field,
        Equal,
        Unequal,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        In,
        And,
        Or,
        Not,
        Given,
        Add,
        Subtract,
        Multiply
    };
    Kind kind = Kind::Constant;
    QJsonValue constant;
    QString field;
    std::vector<Node> operands;

    QJsonValue value(const QJsonObject& answers) const;
    QJsonValue arithmetic(const QJsonObject& answers) const;
    void collect(QStringList& fields) const
    {
        if (kind == Kind::Field && !fields.contains(field)) fields += field;
        for (const Node& operand : operands)
            operand.collect(fields);
    }
};

namespace {

using Node = Expression::Node;
using Kind = Node::Kind;

constexpr int kDepth = 16;

struct Operator {
    Kind kind;
    qsizetype least;
    qsizetype most;
};

const QHash<QString, Operator>& operators()
{
    constexpr qsizetype kMany = 32;
    static const QHash<QString, Operator> table{{u"eq"_s, {Kind::Equal, 2, 2}},
        {u"ne"_s, {Kind::Unequal, 2, 2}}, {u"lt"_s, {Kind::Less, 2, 2}}, {u"le"_s, {Kind::LessOrEqual, 2, 2}},
        {u"gt"_s, {Kind::Greater, 2, 2}}, {u"ge"_s, {Kind::GreaterOrEqual, 2, 2}},
        {u"in"_s, {Kind::In, 2, kMany}}, {u"and"_s, {Kind::And, 1, kMany}}, {u"or"_s, {Kind::Or, 1, kMany}},
        {u"not"_s, {Kind::Not, 1, 1}}, {u"given"_s, {Kind::Given, 1, 1}}, {u"add"_s, {Kind::Add, 2, kMany}},
        {u"sub"_s, {Kind::Subtract, 2, 2}}, {u"mul"_s, {Kind::Multiply, 2, kMany}}};
    return table;
}

Error malformed(const QStringList& path)
{
    return {ErrorCode::Unusable, u"layout.expression"_s, {path.isEmpty() ? u"/"_s : jsonPointer(path)}, {}};
}

Result<Node> parseNode(const QJsonValue& json, const QStringList& path)
{
    if (path.size() > kDepth || json.isArray() || json.isUndefined()) return malformed(path);
    if (!json.isObject()) return Node{Kind::Constant, json, {}, {}};
    const QJsonObject object = json.toObject();
    if (object.size() != 1) return malformed(path);
    const QString name = object.begin().key();
    const QJsonValue inside = object.begin().value();
    if (name == u"field"_s) {
        if (inside.toString().isEmpty()) return malformed(path);
        return Node{Kind::Field, {}, inside.toString(), {}};
    }
    const auto known = operators().find(name);
    if (known == operators().end()) return malformed(path + QStringList(name));
    const QJsonArray given = inside.isArray() ? inside.toArray() : QJsonArray{inside};
    if (given.size() < known->least || given.size() > known->most) return malformed(path + QStringList(name));
    Node node{known->kind, {}, {}, {}};
    for (const QJsonValue& operand : given) {
        SANAD_TRY_VALUE(parsed, parseNode(operand, path + QStringList(name)));
        node.operands.push_back(std::move(parsed));
    }
    return node;
}

bool isEmpty(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
}

/// Numbers with numbers, texts (dates are texts that sort) with texts; nothing for the rest.
std::optional<std::strong_ordering> compare(const QJsonValue& a, const QJsonValue& b)
{
    if (a.isDouble() && b.isDouble()) return Decimal::fromJson(a) <=> Decimal::fromJson(b);
    if (a.isString() && b.isString()) return a.toString().compare(b.toString()) <=> 0;
    return std::nullopt;
}

std::optional<qint64> integer(const QJsonValue& value)
{
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1)) return std::nullopt;
    return value.toInteger();
}

std::optional<qint64> combine(Kind kind, qint64 a, qint64 b)
{
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    constexpr qint64 kLeast = std::numeric_limits<qint64>::min();
    switch (kind) {
    case Kind::Add:
        if ((b > 0 && a > kMost - b) || (b < 0 && a < kLeast - b)) return std::nullopt;
        return a + b;
    case Kind::Subtract:
        if ((b < 0 && a > kMost + b) || (b > 0 && a < kLeast + b)) return std::nullopt;
        return a - b;
    default: {
        if (a == 0 || b == 0) return 0;
        if (a == kLeast || b == kLeast) return std::nullopt;
        if (std::abs(a) > kMost / std::abs(b)) return std::nullopt;
        return a * b;
    }
    }
}

} // namespace

QJsonValue Expression::Node::arithmetic(const QJsonObject& answers) const
{
    auto result = integer(operands.front().value(answers));
    for (std::size_t i = 1; i < operands.size() && result; ++i) {
        const auto next = integer(operands[i].value(answers));
        result = next ? combine(kind, *result, *next) : std::nullopt;
    }
    return result ? QJsonValue(*result) : QJsonValue(QJsonValue::Null);
}

QJsonValue Expression::Node::value(const QJsonObject& answers) const
{
    const auto operand = [&](std::size_t index) { return operands[index].value(answers); };
    const auto isTrue = [&](const Node& node) { return node.value(answers).toBool(false); };
    const auto ordered = [&](auto holds) -> QJsonValue {
        const auto order = compare(operand(0), operand(1));
        return order ? QJsonValue(holds(*order)) : QJsonValue(QJsonValue::Null);
    };
    switch (kind) {
    case Kind::Constant:
        return constant;
    case Kind::Field: {
        const QJsonValue answer = answers.value(field);
        return isEmpty(answer) ? QJsonValue(QJsonValue::Null) : answer;
    }
    case Kind::Equal:
        return jsonEqual(operand(0), operand(1));
    case Kind::Unequal:
        return !jsonEqual(operand(0), operand(1));
    case Kind::Less:
        return ordered([](auto order) { return order < 0; });
    case Kind::LessOrEqual:
        return ordered([](auto order) { return order <= 0; });
    case Kind::Greater:
        return ordered([](auto order) { return order > 0; });
    case Kind::GreaterOrEqual:
        return ordered([](auto order) { return order >= 0; });
    case Kind::In: {
        const QJsonValue sought = operand(0);
        return std::any_of(operands.begin() + 1, operands.end(),
            [&](const Node& node) { return jsonEqual(sought, node.value(answers)); });
    }
    case Kind::And:
        return std::all_of(operands.begin(), operands.end(), isTrue);
    case Kind::Or:
        return std::any_of(operands.begin(), operands.end(), isTrue);
    case Kind::Not:
        return !isTrue(operands.front());
    case Kind::Given:
        return !isEmpty(operand(0));
    case Kind::Add:
    case Kind::Subtract:
    case Kind::Multiply:
        return arithmetic(answers);
    }
    return QJsonValue::Null;
}

Expression::Expression(std::shared_ptr<const Node> root)
    : m_root(std::move(root))
{
}

Result<Expression> Expression::parse(const QJsonValue& json)
{
    SANAD_TRY_VALUE(root, parseNode(json, {}));
    return Expression(std::make_shared<const Node>(std::move(root)));
}

QJsonValue Expression::value(const QJsonObject& answers) const
{
    return m_root->value(answers);
}

QStringList Expression::fields() const
{
    QStringList fields;
    m_root->collect(fields);
    return fields;
}

} // namespace sanad
