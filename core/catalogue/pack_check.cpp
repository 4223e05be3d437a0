#include "core/catalogue/pack_check.h"

#include "core/base/sensitive_data.h"
#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Checks one service: its form, and that its fees ask only for what the form answers.
class ServiceCheck {
public:
    ServiceCheck(const PackedService& service, const QDate& packFrom, std::vector<Error>& problems)
        : m_service(service)
        , m_packFrom(packFrom)
        , m_problems(problems)
    {
    }

    void run()
    {
        checkForm();
        const auto& fees = m_service.fees;
        if (!fees.empty() && fees.front().validFrom > m_packFrom) problem(u"pack.fee-gap"_s);
        for (const auto& fee : fees) {
            checkRule(fee.government);
            checkWhole(fee.service.countField);
        }
    }

private:
    void problem(const QString& key, const QStringList& args = {})
    {
        m_problems.push_back(
            {ErrorCode::Unusable, key, QStringList{u"/services/"_s + m_service.item.code} + args, {}});
    }

    void checkForm()
    {
        const auto schema = parseJson(m_service.item.formSchema);
        const auto layout = parseJson(m_service.item.formLayout);
        if (!schema || !layout) return problem(u"pack.form-missing"_s);
        const auto compiled = FormSchema::compile(*schema);
        if (!compiled)
            return problem(u"pack.form-schema"_s, {compiled.error().key, compiled.error().args.value(0)});
        const auto arranged = FormLayout::parse(*layout, *schema);
        if (!arranged) problem(u"pack.form-layout"_s, {arranged.error().key, arranged.error().args.value(0)});
        if (arranged)
            for (const FormSection& section : arranged->sections()) {
                if (isSensitive(section.label)) problem(u"pack.sensitive-field"_s, {section.key});
                for (const FormField& field : section.fields)
                    if (isSensitive(field)) problem(u"pack.sensitive-field"_s, {field.name});
            }
        m_fields = schema->toObject().value(u"properties"_s).toObject();
    }

    static bool isSensitive(const FormText& text)
    {
        return sensitiveKindOf(text.ar) || sensitiveKindOf(text.en);
    }

    /// Whether anything of it asks for what may not be stored: its name, words, choices or columns.
    static bool isSensitive(const FormField& field)
    {
        return sensitiveKindOf(field.name) || isSensitive(field.label) || isSensitive(field.hint) ||
            std::any_of(field.options.begin(), field.options.end(),
                [](const FormOption& option) { return isSensitive(option.label); }) ||
            std::any_of(field.columns.begin(), field.columns.end(),
                [](const FormField& column) { return isSensitive(column); });
    }

    QJsonObject field(const QString& name) const { return m_fields.value(name).toObject(); }

    /// A field that multiplies or is money has to be a whole number that cannot be negative.
    void checkWhole(const QString& name)
    {
        if (name.isEmpty()) return;
        const auto about = field(name);
        if (about.value(u"type"_s) != u"integer"_s || about.value(u"minimum"_s).toInteger(-1) < 0)
            problem(u"pack.fee-field"_s, {name});
    }

    void checkChoice(const QString& name, const std::vector<FeeAmount>& table)
    {
        const auto choices = field(name).value(u"enum"_s).toArray();
        if (choices.isEmpty()) return problem(u"pack.fee-field"_s, {name});
        for (const auto& choice : choices) {
            const auto priced = std::any_of(table.begin(), table.end(),
                [&](const FeeAmount& amount) { return amount.code == choice.toString(); });
            if (!priced) problem(u"pack.fee-option"_s, {choice.toString()});
        }
    }

    void checkRule(const FeeRule& rule)
    {
        checkWhole(rule.countField);
        if (!rule.options.empty()) checkChoice(rule.optionField, rule.options);
        const auto& formula = rule.formula;
        for (const auto& factor : formula.factors)
            checkWhole(factor);
        if (formula.kind == FeeFormula::Kind::Percent && formula.factors.isEmpty())
            problem(u"pack.fee-field"_s, {u"factors"_s});
        checkWhole(formula.field);
        if (formula.kind == FeeFormula::Kind::Difference) {
            checkChoice(formula.fromField, formula.classes);
            checkChoice(formula.toField, formula.classes);
        }
        if (!formula.lateField.isEmpty() && field(formula.lateField).value(u"x-format"_s) != u"date_iso"_s)
            problem(u"pack.fee-field"_s, {formula.lateField});
    }

    const PackedService& m_service;
    const QDate m_packFrom;
    std::vector<Error>& m_problems;
    QJsonObject m_fields;
};

} // namespace

PackReport checkPackDocument(const QJsonObject& document)
{
    PackReport report;
    report.contents = readPackContents(document, report.problems);
    for (const auto& service : report.contents.services) {
        ServiceCheck(service, report.contents.manifest.validFrom, report.problems).run();
        QStringList causes;
        for (const auto& fee : service.fees)
            causes << clerkEnteredCauses(fee.government);
        causes.removeDuplicates();
        if (!causes.isEmpty()) report.clerkEntered.push_back({service.item.code, causes});
    }
    return report;
}

Result<PackReport> checkPack(QByteArrayView bytes)
{
    SANAD_TRY_VALUE(file, readPackFile(bytes));
    auto report = checkPackDocument(file.document);
    report.publisher = file.publisher;
    report.hash = file.hash;
    return report;
}

} // namespace sanad
