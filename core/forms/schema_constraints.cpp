#include "core/forms/schema_constraints.h"

#include "core/base/choices.h"
#include "core/forms/ecma_pattern.h"
#include "core/forms/schema_rewrite.h"

#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/validation_results.hpp>

#include <QHash>
#include <QJsonDocument>

#include <functional>
#include <new>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using valijson::ValidationResults;
using valijson::adapters::Adapter;

constexpr QChar kMark = u'\x1f';

/// Nothing when the value passes.
using Check = std::function<std::optional<OwnMessage>(const QJsonValue&)>;

const QJsonValue& jsonOf(const Adapter& adapter)
{
    return dynamic_cast<const JsonAdapter&>(adapter).json();
}

std::string written(const OwnMessage& message)
{
    QStringList parts{QString(), message.warning ? u"w"_s : u"e"_s, message.key};
    parts += message.args;
    return parts.join(kMark).toStdString();
}

/// One keyword of ours: the library calls it like any of its own.
class OwnConstraint : public valijson::constraints::PolyConstraint {
public:
    explicit OwnConstraint(Check check)
        : m_check(std::move(check))
    {
    }
    bool validate(const Adapter& target, const std::vector<std::string>& context,
        ValidationResults* results) const override
    {
        const auto message = checked(target, context);
        if (!message) return true;
        if (results) results->pushError(context, written(*message));
        return message->warning;
    }

private:
    std::optional<OwnMessage> checked(const Adapter& target, const std::vector<std::string>& context) const
    {
        try {
            return m_check(jsonOf(target));
        } catch (CostlyPattern& costly) {
            costly.context = context;
            throw;
        }
    }
    valijson::constraints::Constraint* cloneInto(void* place) const override
    {
        return new (place) OwnConstraint(*this);
    }
    std::size_t sizeOf() const override { return sizeof(OwnConstraint); }

    Check m_check;
};

class OwnBuilder : public valijson::ConstraintBuilder {
public:
    using Make = std::function<Check(const QJsonValue& keywordValue)>;
    explicit OwnBuilder(Make make)
        : m_make(std::move(make))
    {
    }
    valijson::constraints::Constraint* make(const Adapter& value) const override
    {
        return new OwnConstraint(m_make(jsonOf(value)));
    }

private:
    Make m_make;
};

OwnMessage fault(const QString& key, const QStringList& args = {})
{
    return {key, args, false};
}

/// A bound on numbers; `passes` is told how the value compares with the bound.
OwnBuilder::Make bound(const QString& key, bool (*passes)(std::strong_ordering))
{
    return [key, passes](const QJsonValue& limit) -> Check {
        const Decimal decimal = Decimal::fromJson(limit);
        return [key, passes, decimal](const QJsonValue& value) -> std::optional<OwnMessage> {
            if (!value.isDouble() || passes(Decimal::fromJson(value) <=> decimal)) return std::nullopt;
            return fault(key, {decimal.text()});
        };
    };
}

Check multipleOf(const QJsonValue& step)
{
    const Decimal divisor = Decimal::fromJson(step);
    return [divisor](const QJsonValue& value) -> std::optional<OwnMessage> {
        if (!value.isDouble() || Decimal::fromJson(value).isMultipleOf(divisor)) return std::nullopt;
        return fault(u"form.step"_s, {divisor.text()});
    };
}

Check pattern(const QJsonValue& text)
{
    const auto expression = ecmaPattern(text.toString());
    if (!expression) throw std::runtime_error("pattern");
    return [expression = *expression, text = text.toString()](
               const QJsonValue& value) -> std::optional<OwnMessage> {
        if (!value.isString()) return std::nullopt;
        switch (matchPattern(expression, value.toString())) {
        case PatternMatch::Yes:
            return std::nullopt;
        case PatternMatch::No:
            return fault(u"form.pattern"_s);
        case PatternMatch::GaveUp:
            break;
        }
        throw CostlyPattern{text, {}};
    };
}

/// A value of a schema, as an argument of a fault.
QString inWords(const QJsonValue& value)
{
    if (value.isString()) return value.toString().replace(kMark, u' ');
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

/// `values` is an array: the choices of enum, or const's one.
OwnBuilder::Make oneOfValues(const QString& key)
{
    return [key](const QJsonValue& values) -> Check {
        return [key, choices = values.toArray()](const QJsonValue& value) -> std::optional<OwnMessage> {
            for (const QJsonValue& choice : choices)
                if (jsonEqual(choice, value)) return std::nullopt;
            QStringList named;
            for (const QJsonValue& choice : choices)
                named << inWords(choice);
            return fault(key, {namedChoices(named, value.toString())});
        };
    };
}

Check uniqueItems(const QJsonValue&)
{
    return [](const QJsonValue& value) -> std::optional<OwnMessage> {
        const QJsonArray items = value.toArray();
        QHash<QString, qsizetype> seen;
        for (qsizetype i = 0; i < items.size(); ++i) {
            qsizetype& at = seen[jsonIdentity(items.at(i))]; // from 1; 0 when it is new
            if (at > 0)
                return fault(u"form.duplicate-items"_s, {QString::number(at), QString::number(i + 1)});
            at = i + 1;
        }
        return std::nullopt;
    };
}

Check never(const QJsonValue& key)
{
    return [key = key.toString()](const QJsonValue&) -> std::optional<OwnMessage> { return fault(key); };
}

OwnBuilder::Make formatOf(const FormatCheck& formats)
{
    return [&formats](const QJsonValue& name) -> Check {
        return [&formats, format = name.toString()](const QJsonValue& value) -> std::optional<OwnMessage> {
            if (!value.isString()) return std::nullopt;
            switch (formats(format, value.toString())) {
            case FormatVerdict::Good:
                return std::nullopt;
            case FormatVerdict::Doubtful:
                return OwnMessage{u"form.format-doubtful"_s, {format}, true};
            case FormatVerdict::Bad:
            case FormatVerdict::Unknown:
                break;
            }
            return fault(u"form.format"_s, {format});
        };
    };
}

} // namespace

void addOwnKeywords(valijson::SchemaParser& parser, const FormatCheck& formats)
{
    const auto add = [&parser](const char* key, OwnBuilder::Make make) {
        parser.addConstraintBuilder(key, new OwnBuilder(std::move(make))); // the parser deletes it
    };
    using Order = std::strong_ordering;
    add(keyword::kMinimum, bound(u"form.too-small"_s, [](Order order) { return order >= 0; }));
    add(keyword::kMaximum, bound(u"form.too-large"_s, [](Order order) { return order <= 0; }));
    add(keyword::kExclusiveMinimum, bound(u"form.not-above"_s, [](Order order) { return order > 0; }));
    add(keyword::kExclusiveMaximum, bound(u"form.not-below"_s, [](Order order) { return order < 0; }));
    add(keyword::kMultipleOf, multipleOf);
    add(keyword::kPattern, pattern);
    add(keyword::kEnum, oneOfValues(u"form.choice"_s));
    add(keyword::kConst, oneOfValues(u"form.constant"_s));
    add(keyword::kUniqueItems, uniqueItems);
    add(keyword::kNever, never);
    add(keyword::kFormat, formatOf(formats));
}

std::optional<OwnMessage> ownMessage(const std::string& description)
{
    const QString text = QString::fromStdString(description);
    if (!text.startsWith(kMark)) return std::nullopt;
    const QStringList parts = text.split(kMark);
    return OwnMessage{parts.at(2), parts.sliced(3), parts.at(1) == u"w"};
}

} // namespace sanad
