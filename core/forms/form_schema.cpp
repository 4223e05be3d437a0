#include "core/forms/form_schema.h"

#include "core/forms/exact_text.h"
#include "core/forms/json_pointer.h"
#include "core/forms/schema_library.h"
#include "core/forms/schema_rewrite.h"

#include <valijson/schema.hpp>

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// A sentence of the library that says a fault, and how it is told here.
struct LibrarySentence {
    const char* start;
    const char* key;
};

constexpr LibrarySentence kSentences[] = {
    {"Missing required property", "form.required"},
    {"Missing dependency", "form.required"},
    {"Value type not permitted", "form.type"},
    {"String should be no fewer than", "form.too-short"},
    {"String should be no more than", "form.too-long"},
    {"Array should contain no fewer than", "form.few-items"},
    {"Array should contain no more than", "form.many-items"},
    {"Object should have no fewer than", "form.few-fields"},
    {"Object should have no more than", "form.many-fields"},
    {"Failed to any values against subschema in 'contains'", "form.contains"},
    {"Failed to validate against any schemas allowed by anyOf", "form.none-fits"},
    {"Failed to validate against any child schemas allowed by oneOf", "form.none-fits"},
    {"Failed to validate against exactly one child schema", "form.several-fit"},
    {"Target should not validate", "form.excluded"},
    {"Property name", "form.field-name"},
};

QString pointerOf(const std::vector<std::string>& context)
{
    QStringList tokens; // the library writes "<root>", then "[token]" for each step
    for (std::size_t i = 1; i < context.size(); ++i)
        tokens += exactText(std::string_view(context[i]).substr(1, context[i].size() - 2));
    return jsonPointer(tokens);
}

/// The text between the first and the last quote of a sentence: a name of the schema.
QString quoted(const QString& sentence)
{
    const auto first = sentence.indexOf(u'\'');
    return sentence.sliced(first + 1, sentence.lastIndexOf(u'\'') - first - 1);
}

/// The fault that `error` tells; nothing for sentences that only say where another one comes from.
std::optional<FormFault> faultOf(const valijson::ValidationResults::Error& error)
{
    const QString pointer = pointerOf(error.context);
    if (const auto own = ownMessage(error.description))
        return FormFault{pointer, own->key, own->args, own->warning};
    for (const LibrarySentence& sentence : kSentences) {
        if (!error.description.starts_with(sentence.start)) continue;
        const QString key = QString::fromLatin1(sentence.key);
        const QString text = QString::fromStdString(error.description);
        if (key == u"form.required") return FormFault{pointer + jsonPointer({quoted(text)}), key, {}, false};
        static const QRegularExpression number(u"[0-9]+"_s);
        const auto limit = number.match(text);
        return FormFault{
            pointer, key, limit.hasMatch() ? QStringList(limit.captured()) : QStringList(), false};
    }
    return std::nullopt;
}

} // namespace

QString FormFault::field() const
{
    const auto tokens = jsonPointerTokens(pointer);
    return tokens && !tokens->isEmpty() ? tokens->first() : QString();
}

bool acceptable(const std::vector<FormFault>& faults)
{
    return std::all_of(faults.begin(), faults.end(), [](const FormFault& fault) { return fault.warning; });
}

struct FormSchema::Impl {
    FormatCheck formats;
    valijson::Schema schema;
    QHash<QString, QString> patternPlaces;
};

FormSchema::FormSchema(std::shared_ptr<const Impl> impl)
    : m_impl(std::move(impl))
{
}

Result<FormSchema> FormSchema::compile(const QJsonValue& schema, const FormatCheck& formats)
{
    SANAD_TRY_VALUE(rewritten, rewriteSchema(schema, formats));
    auto impl = std::make_shared<Impl>();
    impl->formats = formats;
    impl->patternPlaces = std::move(rewritten.patternPlaces);
    try {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        addOwnKeywords(parser, impl->formats);
        parser.populateSchema(JsonAdapter(rewritten.schema), impl->schema);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Unusable, u"schema.refused"_s, {}, QString::fromUtf8(failure.what())};
    }
    return FormSchema(std::move(impl));
}

std::vector<FormFault> FormSchema::check(const QJsonValue& data) const
{
    CheckBudget budget;
    struct Spending {
        explicit Spending(CheckBudget* given) { checkBudget = given; }
        ~Spending() { checkBudget = nullptr; }
    } spending(&budget);

    valijson::ValidationResults results;
    bool valid = false;
    try {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valid = validator.validate(m_impl->schema, JsonAdapter(data), &results);
    } catch (const TooComplex&) {
        return {FormFault{{}, u"form.too-complex"_s, {}, false}};
    } catch (const CostlyPattern& costly) {
        return {FormFault{pointerOf(costly.context), u"form.pattern-costly"_s,
            {m_impl->patternPlaces.value(costly.pattern)}, false}};
    }

    std::vector<FormFault> faults;
    QSet<QStringList> told;
    for (const auto& error : results) {
        auto fault = faultOf(error);
        if (!fault) continue;
        const QStringList words = QStringList{fault->pointer, fault->key} + fault->args;
        if (told.contains(words)) continue;
        told.insert(words);
        faults.push_back(*std::move(fault));
    }
    if (!valid && acceptable(faults)) faults.push_back({{}, u"form.refused"_s, {}, false});
    return faults;
}

} // namespace sanad
