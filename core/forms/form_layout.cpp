#include "core/forms/form_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::pair<FormWidget, QStringView> kWidgets[] = {{FormWidget::Text, u"text"},
    {FormWidget::TextAr, u"text_ar"}, {FormWidget::TextEn, u"text_en"}, {FormWidget::Multiline, u"multiline"},
    {FormWidget::Integer, u"integer"}, {FormWidget::Decimal, u"decimal"}, {FormWidget::Money, u"money_baisa"},
    {FormWidget::Date, u"date"}, {FormWidget::Enum, u"enum"}, {FormWidget::Boolean, u"boolean"},
    {FormWidget::Identifier, u"identifier"}, {FormWidget::Table, u"table"}};

bool isAnswered(const QJsonValue& value)
{
    return !value.isNull() && !value.isUndefined() && !(value.isString() && value.toString().isEmpty());
}

} // namespace

std::optional<FormWidget> formWidgetFromKey(QStringView key)
{
    for (const auto& [widget, text] : kWidgets)
        if (text == key) return widget;
    return std::nullopt;
}

QString formWidgetKey(FormWidget widget)
{
    for (const auto& [each, text] : kWidgets)
        if (each == widget) return text.toString();
    return {};
}

const QStringList& formPrefillSources()
{
    static const QStringList sources{u"customer.civil_number"_s, u"customer.passport_number"_s,
        u"customer.cr_number"_s, u"customer.vatin"_s, u"customer.name_ar"_s, u"customer.name_en"_s,
        u"customer.company_name_ar"_s, u"customer.company_name_en"_s, u"customer.phone"_s,
        u"customer.email"_s, u"customer.nationality"_s, u"customer.birth_date"_s, u"customer.sex"_s,
        u"customer.wilayat"_s, u"centre.licence"_s, u"centre.wilayat"_s, u"today"_s};
    return sources;
}

const FormField* FormLayout::field(const QString& name) const
{
    for (const FormSection& section : m_sections)
        for (const FormField& each : section.fields)
            if (each.name == name) return &each;
    return nullptr;
}

bool FormLayout::isVisible(const FormSection& section, const QJsonObject& answers) const
{
    return !section.visibleWhen || section.visibleWhen->isTrue(answers);
}

bool FormLayout::isVisible(const QString& name, const QJsonObject& answers) const
{
    for (const FormSection& section : m_sections)
        for (const FormField& each : section.fields)
            if (each.name == name)
                return isVisible(section, answers) &&
                    (!each.visibleWhen || each.visibleWhen->isTrue(answers));
    return false;
}

QJsonObject FormLayout::completed(const QJsonObject& answers, const FormSources& sources) const
{
    QJsonObject whole = answers;
    for (const FormSection& section : m_sections) {
        for (const FormField& each : section.fields) {
            if (isAnswered(whole.value(each.name))) continue;
            const QString prefilled = each.prefill.isEmpty() ? QString() : sources.value(each.prefill);
            if (!prefilled.isEmpty())
                whole.insert(each.name, prefilled);
            else if (isAnswered(each.defaultValue))
                whole.insert(each.name, each.defaultValue);
            else
                whole.remove(each.name); // an empty answer is no answer
        }
    }
    for (const QString& name : m_calculationOrder) {
        const QJsonValue value = field(name)->calculated->value(whole);
        if (isAnswered(value))
            whole.insert(name, value);
        else
            whole.remove(name);
    }
    QJsonObject shown = whole;
    for (const FormSection& section : m_sections)
        for (const FormField& each : section.fields)
            if (!isVisible(each.name, whole)) shown.remove(each.name);
    return shown;
}

} // namespace sanad
