#include "core/forms/form_guide.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QStringList namesIn(const QJsonValue& required)
{
    QStringList names;
    for (const QJsonValue name : required.toArray())
        names << name.toString();
    return names;
}

/// Fields that the schema demands when other answers are so.
QStringList demandedSometimes(const QJsonObject& schema)
{
    QStringList names;
    QJsonArray rules = schema.value(u"allOf"_s).toArray();
    rules.append(schema);
    for (const QJsonValue rule : rules)
        for (const QString& branch : {u"then"_s, u"else"_s})
            names += namesIn(rule.toObject().value(branch).toObject().value(u"required"_s));
    return names;
}

QJsonObject limitsOf(const QJsonObject& about)
{
    QJsonObject limits;
    for (const QString& word : {u"minLength"_s, u"maxLength"_s, u"pattern"_s, u"minimum"_s, u"maximum"_s,
             u"exclusiveMinimum"_s, u"exclusiveMaximum"_s, u"multipleOf"_s, u"minItems"_s, u"maxItems"_s,
             u"uniqueItems"_s, u"x-format"_s, u"x-not-before"_s, u"x-not-after"_s})
        if (about.contains(word)) limits.insert(word, about.value(word));
    return limits;
}

/// What encloses a field: the schema of the answers or of a table's row.
struct Place {
    QJsonObject schema;
    QString pointer;
    bool alwaysShown = true;
};

FieldGuide guideOf(const FormField& field, const Place& place)
{
    const QJsonObject about = place.schema.value(u"properties"_s).toObject().value(field.name).toObject();
    FieldGuide guide;
    guide.pointer = place.pointer + u'/' + field.name;
    guide.label = field.label;
    guide.hint = field.hint;
    guide.type = about.value(u"type"_s).toString();
    const bool shown = place.alwaysShown && !field.visibleWhen;
    if (namesIn(place.schema.value(u"required"_s)).contains(field.name))
        guide.needed = shown ? FieldGuide::Needed::Always : FieldGuide::Needed::Sometimes;
    else if (demandedSometimes(place.schema).contains(field.name))
        guide.needed = FieldGuide::Needed::Sometimes;
    guide.calculated = field.calculated.has_value();
    guide.prefill = field.prefill;
    guide.defaultValue = field.defaultValue;
    guide.choices = field.options;
    guide.limits = limitsOf(about);
    const Place row{about.value(u"items"_s).toObject(), guide.pointer + u"/0"_s};
    for (const FormField& column : field.columns)
        guide.columns.push_back(guideOf(column, row));
    return guide;
}

} // namespace

std::vector<FieldGuide> formGuide(const QJsonObject& schema, const FormLayout& layout)
{
    std::vector<FieldGuide> guides;
    for (const FormSection& section : layout.sections())
        for (const FormField& field : section.fields)
            guides.push_back(guideOf(field, {schema, {}, !section.visibleWhen}));
    return guides;
}

QString neededKey(FieldGuide::Needed needed)
{
    switch (needed) {
    case FieldGuide::Needed::Always:
        return u"always"_s;
    case FieldGuide::Needed::Sometimes:
        return u"sometimes"_s;
    case FieldGuide::Needed::Never:
        break;
    }
    return u"never"_s;
}

} // namespace sanad
