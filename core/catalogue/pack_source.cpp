#include "core/catalogue/pack_source.h"

#include "core/forms/json_text.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Result<QJsonValue> readJson(const QString& folder, const QString& name)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::Unreachable, u"pack.source"_s, {name}, {}};
    auto value = parseJson(file.readAll());
    if (value) return value;
    auto error = value.error();
    error.detail = name;
    return error;
}

} // namespace

Result<QJsonObject> readPackSource(const QString& folder)
{
    QJsonObject document;
    for (const auto& part :
        {u"manifest"_s, u"categories"_s, u"channels"_s, u"agencies"_s, u"governorates"_s, u"services"_s}) {
        SANAD_TRY_VALUE(value, readJson(folder, part + u".json"_s));
        document.insert(part, value);
    }
    QJsonObject forms;
    for (const auto& service : document.value(u"services"_s).toArray()) {
        const auto code = service.toObject().value(u"code"_s).toString();
        SANAD_TRY_VALUE(schema, readJson(folder, u"forms/%1.schema.json"_s.arg(code)));
        SANAD_TRY_VALUE(layout, readJson(folder, u"forms/%1.layout.json"_s.arg(code)));
        forms.insert(code, QJsonObject{{u"schema"_s, schema}, {u"layout"_s, layout}});
    }
    document.insert(u"forms"_s, forms);
    return document;
}

} // namespace sanad
