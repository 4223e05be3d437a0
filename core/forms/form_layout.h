#pragma once

#include "core/base/result.h"
#include "core/forms/expression.h"
#include "core/forms/form_sources.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

/// A label in both languages. `ar` is never empty.
struct FormText {
    QString ar, en;
    const QString& in(bool arabic) const { return arabic || en.isEmpty() ? ar : en; }
    bool operator==(const FormText&) const = default;
};

/// What edits an answer: the `widget` words of a layout.
enum class FormWidget {
    Text,
    TextAr,
    TextEn,
    Multiline,
    Integer,
    Decimal,
    Money,
    Date,
    Enum,
    Boolean,
    Identifier,
    Table
};
/// `text`, `text_ar`, `text_en`, `multiline`, `integer`, `decimal`, `money_baisa`, `date`, `enum`, `boolean`,
/// `identifier`, `table`.
std::optional<FormWidget> formWidgetFromKey(QStringView key);
QString formWidgetKey(FormWidget widget);

struct FormOption {
    QString value;
    FormText label;
};

struct FormField {
    QString name; ///< The property of the schema.
    FormText label, hint;
    FormWidget widget = FormWidget::Text;
    QString prefill; ///< `customer.civil_number`; empty: none. One of formPrefillSources().
    QJsonValue defaultValue; ///< Undefined: none.
    std::vector<FormOption> options; ///< Of an enum.
    std::vector<FormField> columns; ///< Of a table: the properties of a row.
    std::optional<Expression> visibleWhen;
    std::optional<Expression> calculated; ///< Shown, not typed.
    bool required = false; ///< By the schema, unconditionally.
    int maximumLength = 0; ///< By the schema; 0: none.
    QString format; ///< The schema's `x-format`, e.g. civil_number.
};

struct FormSection {
    QString key;
    FormText label;
    std::optional<Expression> visibleWhen;
    std::vector<FormField> fields;
};

/// How a form is laid out: sections and fields in order, labels, widgets, prefill, conditions and
/// calculated fields. Beside the schema, which alone says what is valid. docs/forms.md is its reference.
class FormLayout {
public:
    /// Reads `layout` and holds it against `schema`: same properties, same choices, no loop of calculations.
    /// Errors, all Unusable with the pointer as first arg: `layout.unknown-member`, `layout.missing`,
    /// `layout.member`, `layout.not-in-schema`, `layout.not-laid-out`, `layout.twice`, `layout.options`,
    /// `layout.prefill`, `layout.expression`, `layout.unknown-field`, `layout.loop`.
    static Result<FormLayout> parse(const QJsonValue& layout, const QJsonValue& schema);

    const std::vector<FormSection>& sections() const { return m_sections; }
    /// Null when there is none of that name.
    const FormField* field(const QString& name) const;

    bool isVisible(const FormSection& section, const QJsonObject& answers) const;
    /// False also when its section is hidden.
    bool isVisible(const QString& field, const QJsonObject& answers) const;

    /// `answers` as they count: fields without an answer take their prefill (`sources`: `customer.phone` →
    /// value) or default, calculated ones are computed, hidden ones go. What is in no field stays as it is,
    /// for the schema to refuse.
    QJsonObject completed(const QJsonObject& answers, const FormSources& sources = {}) const;

private:
    std::vector<FormSection> m_sections;
    std::vector<QString> m_calculationOrder;
};

/// Every source that a layout may name.
const QStringList& formPrefillSources();

} // namespace sanad
