#include "core/catalogue/date_limits.h"

#include "core/base/iso_date.h"
#include "core/forms/json_pointer.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QDate dateOf(const QJsonValue& value)
{
    return isoDate(value.toString());
}

QDate bound(const QJsonValue& keyword, const QJsonObject& answers, const QDate& today)
{
    const auto name = keyword.toString();
    if (name.isEmpty()) return {};
    return name == u"today"_s ? today : dateOf(answers.value(name));
}

void check(const QJsonObject& schema, const QJsonObject& answers, const QDate& today, const QStringList& path,
    std::vector<FormFault>& faults)
{
    const auto properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const auto answer = answers.value(it.key());
        if (answer.isUndefined()) continue;
        const auto about = it.value().toObject();
        const auto place = path + QStringList(it.key());
        const auto rows = answer.toArray();
        for (qsizetype row = 0; row < rows.size(); ++row)
            check(about.value(u"items"_s).toObject(), rows.at(row).toObject(), today,
                place + QStringList(QString::number(row)), faults);
        const auto day = dateOf(answer);
        if (!day.isValid()) continue;
        const auto earliest = bound(about.value(u"x-not-before"_s), answers, today);
        const auto latest = bound(about.value(u"x-not-after"_s), answers, today);
        if (earliest.isValid() && day < earliest)
            faults.push_back(
                {jsonPointer(place), u"form.date-too-early"_s, {earliest.toString(Qt::ISODate)}});
        if (latest.isValid() && day > latest)
            faults.push_back({jsonPointer(place), u"form.date-too-late"_s, {latest.toString(Qt::ISODate)}});
    }
}

} // namespace

std::vector<FormFault> dateFaults(const QJsonObject& schema, const QJsonObject& data, const QDate& today)
{
    std::vector<FormFault> faults;
    check(schema, data, today, {}, faults);
    return faults;
}

} // namespace sanad
