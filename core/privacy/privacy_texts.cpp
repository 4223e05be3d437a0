#include "core/privacy/privacy_texts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

TextPair pairOf(const QJsonValue& value)
{
    return {value[u"ar"_s].toString(), value[u"en"_s].toString()};
}

ProcessingActivity activityOf(const QJsonValue& value)
{
    ProcessingActivity activity{pairOf(value[u"activity"_s]), pairOf(value[u"basis"_s]),
        pairOf(value[u"people"_s]), pairOf(value[u"recipients"_s]), pairOf(value[u"kept"_s]), {}, 0};
    const QJsonArray columns = value[u"columns"_s].toArray();
    for (const QJsonValue& column : columns)
        activity.columns.push_back({column[u"table"_s].toString(), column[u"column"_s].toString(),
            pairOf(column), column[u"sealed"_s].toBool()});
    return activity;
}

PrivacyTexts read()
{
    QFile file(u":/privacy/privacy.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    PrivacyTexts texts{root.value(u"version"_s).toString(), pairOf(root.value(u"consent"_s)), {}, {}, {}};
    const QJsonArray notice = root.value(u"notice"_s).toArray();
    for (const QJsonValue& section : notice)
        texts.notice.push_back({pairOf(section[u"title"_s]), pairOf(section[u"text"_s])});
    const QJsonArray record = root.value(u"record"_s).toArray();
    for (const QJsonValue& activity : record)
        texts.record.push_back(activityOf(activity));
    const QJsonObject plain = root.value(u"plain"_s).toObject();
    for (auto table = plain.begin(); table != plain.end(); ++table) {
        QStringList columns;
        const QJsonArray names = table.value().toArray();
        for (const QJsonValue& name : names)
            columns << name.toString();
        texts.plain.insert(table.key(), columns);
    }
    return texts;
}

} // namespace

const PrivacyTexts& privacyTexts()
{
    static const PrivacyTexts texts = read();
    return texts;
}

} // namespace sanad
