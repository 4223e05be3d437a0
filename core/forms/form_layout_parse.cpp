#include "core/forms/form_layout.h"
#include "core/forms/json_pointer.h"

#include <QJsonArray>
#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error problem(const QString& key, const QStringList& path, const QString& argument = {})
{
    QStringList args{path.isEmpty() ? u"/"_s : jsonPointer(path)};
    if (!argument.isNull()) args += argument;
    return {ErrorCode::Unusable, key, args, {}};
}

Result<> onlyKnown(const QJsonObject& object, const QStringList& path, const QStringList& known)
{
    for (const QString& member : object.keys())
        if (!known.contains(member)) return problem(u"layout.unknown-member"_s, path, member);
    return {};
}

Result<FormText> text(const QJsonValue& value, const QStringList& path, bool required)
{
    if (value.isUndefined() && !required) return FormText{};
    if (!value.isObject())
        return problem(value.isUndefined() ? u"layout.missing"_s : u"layout.member"_s, path);
    const QJsonObject object = value.toObject();
    SANAD_TRY(onlyKnown(object, path, {u"ar"_s, u"en"_s}));
    FormText both{object.value(u"ar"_s).toString(), object.value(u"en"_s).toString()};
    if (both.ar.isEmpty()) return problem(u"layout.missing"_s, path + QStringList(u"ar"_s));
    return both;
}

Result<std::optional<Expression>> expression(const QJsonValue& value, const QStringList& path)
{
    if (value.isUndefined()) return std::optional<Expression>();
    auto parsed = Expression::parse(value);
    if (!parsed) {
        const QString inside = parsed.error().args.value(0);
        return problem(u"layout.expression"_s, path, inside);
    }
    return std::optional<Expression>(*std::move(parsed));
}

/// The schema of one property, through one `$ref` within the schema.
QJsonObject propertySchema(const QJsonValue& root, const QJsonObject& owner, const QString& name)
{
    QJsonObject property = owner.value(u"properties"_s).toObject().value(name).toObject();
    const QString reference = property.value(u"$ref"_s).toString();
    if (!reference.startsWith(u'#')) return property;
    const auto tokens = jsonPointerTokens(reference.sliced(1));
    const auto target = tokens ? jsonAt(root, *tokens) : std::nullopt;
    return target ? target->toObject() : property;
}

class Parser {
public:
    explicit Parser(const QJsonValue& schema)
        : m_schema(schema)
    {
    }

    Result<FormSection> section(const QJsonValue& value, const QStringList& path)
    {
        if (!value.isObject()) return problem(u"layout.member"_s, path);
        const QJsonObject object = value.toObject();
        SANAD_TRY(onlyKnown(object, path, {u"key"_s, u"label"_s, u"visible_when"_s, u"fields"_s}));
        FormSection section;
        section.key = object.value(u"key"_s).toString();
        if (section.key.isEmpty()) return problem(u"layout.missing"_s, path + QStringList(u"key"_s));
        SANAD_TRY_VALUE(label, text(object.value(u"label"_s), path + QStringList(u"label"_s), true));
        section.label = label;
        SANAD_TRY_VALUE(
            visible, expression(object.value(u"visible_when"_s), path + QStringList(u"visible_when"_s)));
        section.visibleWhen = visible;
        SANAD_TRY_VALUE(fields, fieldList(object, u"fields"_s, path, m_schema.toObject()));
        section.fields = fields;
        return section;
    }

private:
    Result<std::vector<FormField>> fieldList(
        const QJsonObject& object, const QString& key, const QStringList& path, const QJsonObject& owner)
    {
        const QJsonValue given = object.value(key);
        if (!given.isArray()) return problem(u"layout.missing"_s, path + QStringList(key));
        const QJsonArray list = given.toArray();
        std::vector<FormField> fields;
        for (qsizetype i = 0; i < list.size(); ++i) {
            SANAD_TRY_VALUE(each, field(list.at(i), path + QStringList{key, QString::number(i)}, owner));
            fields.push_back(std::move(each));
        }
        return fields;
    }

    Result<FormField> field(const QJsonValue& value, const QStringList& path, const QJsonObject& owner)
    {
        if (!value.isObject()) return problem(u"layout.member"_s, path);
        const QJsonObject object = value.toObject();
        SANAD_TRY(onlyKnown(object, path,
            {u"name"_s, u"label"_s, u"hint"_s, u"widget"_s, u"prefill"_s, u"default"_s, u"options"_s,
                u"columns"_s, u"visible_when"_s, u"calculated"_s}));
        FormField field;
        field.name = object.value(u"name"_s).toString();
        if (field.name.isEmpty()) return problem(u"layout.missing"_s, path + QStringList(u"name"_s));
        if (!owner.value(u"properties"_s).toObject().contains(field.name))
            return problem(u"layout.not-in-schema"_s, path, field.name);
        const QJsonObject schema = propertySchema(m_schema, owner, field.name);
        field.required = owner.value(u"required"_s).toArray().contains(field.name);
        field.maximumLength = schema.value(u"maxLength"_s).toInt(0);
        field.format = schema.value(u"x-format"_s).toString();

        SANAD_TRY_VALUE(label, text(object.value(u"label"_s), path + QStringList(u"label"_s), true));
        field.label = label;
        SANAD_TRY_VALUE(hint, text(object.value(u"hint"_s), path + QStringList(u"hint"_s), false));
        field.hint = hint;
        const auto widget = formWidgetFromKey(object.value(u"widget"_s).toString());
        if (!widget) return problem(u"layout.member"_s, path + QStringList(u"widget"_s));
        field.widget = *widget;
        field.prefill = object.value(u"prefill"_s).toString();
        if (object.contains(u"prefill"_s) && !formPrefillSources().contains(field.prefill))
            return problem(u"layout.prefill"_s, path + QStringList(u"prefill"_s));
        field.defaultValue = object.value(u"default"_s);
        SANAD_TRY_VALUE(
            visible, expression(object.value(u"visible_when"_s), path + QStringList(u"visible_when"_s)));
        field.visibleWhen = visible;
        SANAD_TRY_VALUE(
            calculated, expression(object.value(u"calculated"_s), path + QStringList(u"calculated"_s)));
        field.calculated = calculated;
        SANAD_TRY(options(object, path, schema, field));
        if (field.widget == FormWidget::Table) {
            const QJsonObject row = schema.value(u"items"_s).toObject();
            SANAD_TRY_VALUE(columns, fieldList(object, u"columns"_s, path, row));
            field.columns = columns;
        } else if (object.contains(u"columns"_s)) {
            return problem(u"layout.member"_s, path + QStringList(u"columns"_s));
        }
        return field;
    }

    static Result<> options(
        const QJsonObject& object, const QStringList& path, const QJsonObject& schema, FormField& field)
    {
        const QStringList place = path + QStringList(u"options"_s);
        QSet<QString> offered;
        for (const QJsonValue& each : object.value(u"options"_s).toArray()) {
            SANAD_TRY(onlyKnown(each.toObject(), place, {u"value"_s, u"label"_s}));
            SANAD_TRY_VALUE(label, text(each.toObject().value(u"label"_s), place, true));
            field.options.push_back({each.toObject().value(u"value"_s).toString(), label});
            offered.insert(field.options.back().value);
        }
        if (field.widget != FormWidget::Enum && !object.contains(u"options"_s)) return {};
        QSet<QString> allowed;
        for (const QJsonValue& each : schema.value(u"enum"_s).toArray())
            allowed.insert(each.toString());
        const bool same = field.widget == FormWidget::Enum && !allowed.isEmpty() && offered == allowed;
        if (!same) return problem(u"layout.options"_s, place, field.name);
        return {};
    }

    QJsonValue m_schema;
};

/// Calculated fields so that each follows those it looks at. Errors: `layout.loop`.
Result<std::vector<QString>> calculationOrder(const FormLayout& layout)
{
    std::vector<QString> order;
    QSet<QString> done;
    QSet<QString> open;
    std::function<Result<>(const FormField&)> visit = [&](const FormField& field) -> Result<> {
        if (!field.calculated || done.contains(field.name)) return {};
        if (open.contains(field.name)) return problem(u"layout.loop"_s, {}, field.name);
        open.insert(field.name);
        for (const QString& used : field.calculated->fields())
            if (const FormField* other = layout.field(used)) SANAD_TRY(visit(*other));
        done.insert(field.name);
        order.push_back(field.name);
        return {};
    };
    for (const FormSection& section : layout.sections())
        for (const FormField& field : section.fields)
            SANAD_TRY(visit(field));
    return order;
}

Result<> knowsItsFields(const FormLayout& layout, const std::optional<Expression>& expression)
{
    if (!expression) return {};
    for (const QString& name : expression->fields())
        if (!layout.field(name)) return problem(u"layout.unknown-field"_s, {}, name);
    return {};
}

} // namespace

Result<FormLayout> FormLayout::parse(const QJsonValue& layout, const QJsonValue& schema)
{
    if (!layout.isObject()) return problem(u"layout.member"_s, {});
    const QJsonObject object = layout.toObject();
    SANAD_TRY(onlyKnown(object, {}, {u"sections"_s}));
    if (!object.value(u"sections"_s).isArray()) return problem(u"layout.missing"_s, {u"sections"_s});
    const QJsonArray sections = object.value(u"sections"_s).toArray();

    FormLayout parsed;
    Parser parser(schema);
    for (qsizetype i = 0; i < sections.size(); ++i) {
        SANAD_TRY_VALUE(section, parser.section(sections.at(i), {u"sections"_s, QString::number(i)}));
        parsed.m_sections.push_back(std::move(section));
    }

    QSet<QString> laidOut;
    for (const FormSection& section : parsed.m_sections) {
        SANAD_TRY(knowsItsFields(parsed, section.visibleWhen));
        for (const FormField& field : section.fields) {
            if (laidOut.contains(field.name)) return problem(u"layout.twice"_s, {}, field.name);
            laidOut.insert(field.name);
            SANAD_TRY(knowsItsFields(parsed, field.visibleWhen));
            SANAD_TRY(knowsItsFields(parsed, field.calculated));
        }
    }
    for (const QString& name : schema.toObject().value(u"properties"_s).toObject().keys())
        if (!laidOut.contains(name)) return problem(u"layout.not-laid-out"_s, {}, name);
    SANAD_TRY_VALUE(order, calculationOrder(parsed));
    parsed.m_calculationOrder = order;
    return parsed;
}

} // namespace sanad
