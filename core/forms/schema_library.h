#pragma once

/// valijson's validator as this slice uses it: the library's own code, but for five members that are
/// specialised for our adapter (docs/adr/0003-forms-validator.md). Include nothing of valijson's validator
/// but this.

#include "core/forms/ecma_pattern.h"
#include "core/forms/exact_text.h"
#include "core/forms/json_adapter.h"
#include "core/forms/schema_constraints.h"

#include <valijson/validation_visitor.hpp>
#include <valijson/validator.hpp>

#include <QHash>
#include <QRegularExpression>

namespace sanad {

/// What a running check may still spend, on this thread.
struct CheckBudget {
    static constexpr int kDepth = 300;
    static constexpr int kSteps = 200'000;
    /// Faults, each counted once for every schema around it: so often the library may copy it.
    static constexpr std::size_t kCopies = 400'000;
    int depth = 0;
    int steps = 0;
    std::size_t copies = 0;
    QHash<QString, QRegularExpression> patterns; ///< Those of patternProperties.

    const QRegularExpression& pattern(const std::string& text)
    {
        const QString key = exactText(text);
        auto known = patterns.find(key);
        if (known == patterns.end()) {
            auto made = ecmaPattern(key);
            if (!made) throw std::runtime_error("pattern");
            known = patterns.insert(key, *std::move(made));
        }
        return *known;
    }
};
inline thread_local CheckBudget* checkBudget = nullptr;

} // namespace sanad

namespace valijson {

/// The library's, with a limit on depth and on work.
template <> inline bool ValidationVisitor<sanad::JsonAdapter>::validateSchema(const Subschema& subschema)
{
    sanad::CheckBudget& budget = *sanad::checkBudget;
    if (++budget.steps > sanad::CheckBudget::kSteps || budget.depth >= sanad::CheckBudget::kDepth)
        throw sanad::TooComplex();
    struct Depth {
        int& depth;
        explicit Depth(int& counter)
            : depth(counter)
        {
            ++depth;
        }
        ~Depth() { --depth; }
    } inside(budget.depth);

    if (subschema.getAlwaysInvalid()) return false;
    Subschema::ApplyFunction each = [this](const constraints::Constraint& one) { return one.accept(*this); };
    if (!m_results) return subschema.applyStrict(each);
    const auto before = m_results->numErrors();
    const bool valid = subschema.apply(each);
    if ((budget.copies += m_results->numErrors() - before) > sanad::CheckBudget::kCopies)
        throw sanad::TooComplex();
    return valid;
}

/// The library's tells the faults of the first branch that does not hold, and of no other.
template <> inline bool ValidationVisitor<sanad::JsonAdapter>::visit(const AllOfConstraint& constraint)
{
    bool valid = true;
    constraint.applyToSubschemas(ValidateSubschemas(
        m_target, m_context, true, m_results != nullptr, *this, m_results, nullptr, &valid));
    return valid;
}

/// The library's takes items behind a faulty one for additional ones.
template <> inline bool ValidationVisitor<sanad::JsonAdapter>::visit(const LinearItemsConstraint& constraint)
{
    if (!m_target.isArray()) return true;
    std::vector<const Subschema*> schemas;
    constraint.applyToItemSubschemas([&schemas](unsigned int, const Subschema* schema) {
        schemas.push_back(schema);
        return true;
    });
    bool valid = true;
    std::size_t index = 0;
    for (const sanad::JsonAdapter& item : m_target.asArray()) {
        const Subschema* schema =
            index < schemas.size() ? schemas[index] : constraint.getAdditionalItemsSubschema();
        std::vector<std::string> context = m_context;
        context.push_back("[" + std::to_string(index++) + "]");
        ValidationVisitor visitor(item, context, m_strictTypes, m_results, m_regexesCache);
        if (schema && visitor.validateSchema(*schema)) continue;
        valid = false;
        if (!m_results) return false;
    }
    return valid;
}

/// The library's checks names with another adapter, which has none of our keywords, and tells no fault.
template <>
inline bool ValidationVisitor<sanad::JsonAdapter>::visit(const PropertyNamesConstraint& constraint)
{
    if (!m_target.isObject()) return true;
    bool valid = true;
    for (const sanad::JsonMember& member : m_target.asObject()) {
        const sanad::JsonAdapter name(QJsonValue(sanad::exactText(member.first)));
        ValidationVisitor visitor(name, m_context, m_strictTypes, nullptr, m_regexesCache);
        if (visitor.validateSchema(*constraint.getSubschema())) continue;
        valid = false;
        if (!m_results) return false;
        std::vector<std::string> context = m_context;
        context.push_back("[" + member.first + "]");
        m_results->pushError(context, "Property name");
    }
    return valid;
}

/// The library's uses std::regex, over bytes and over the stack.
template <> struct ValidationVisitor<sanad::JsonAdapter>::ValidatePatternPropertySubschemas {
    ValidatePatternPropertySubschemas(const sanad::JsonMembers& object,
        const std::vector<std::string>& context, bool, bool, bool, bool strictTypes,
        ValidationResults* results, std::set<std::string>* propertiesMatched, bool* validated,
        std::unordered_map<std::string, std::regex>& regexesCache)
        : m_object(object)
        , m_context(context)
        , m_strictTypes(strictTypes)
        , m_results(results)
        , m_propertiesMatched(propertiesMatched)
        , m_validated(validated)
        , m_regexesCache(regexesCache)
    {
    }

    template <typename StringType>
    bool operator()(const StringType& pattern, const Subschema* subschema) const
    {
        const std::string text(pattern.c_str());
        const QRegularExpression& expression = sanad::checkBudget->pattern(text);
        for (const sanad::JsonMember& member : m_object) {
            const auto match = sanad::matchPattern(expression, sanad::exactText(member.first));
            if (match == sanad::PatternMatch::GaveUp)
                throw sanad::CostlyPattern{sanad::exactText(text), m_context};
            if (match == sanad::PatternMatch::No) continue;
            m_propertiesMatched->insert(member.first);
            std::vector<std::string> context = m_context;
            context.push_back("[" + member.first + "]");
            ValidationVisitor visitor(member.second, context, m_strictTypes, m_results, m_regexesCache);
            if (!visitor.validateSchema(*subschema)) *m_validated = false;
        }
        return true;
    }

private:
    const sanad::JsonMembers& m_object;
    const std::vector<std::string>& m_context;
    const bool m_strictTypes;
    ValidationResults* const m_results;
    std::set<std::string>* const m_propertiesMatched;
    bool* const m_validated;
    std::unordered_map<std::string, std::regex>& m_regexesCache;
};

} // namespace valijson
