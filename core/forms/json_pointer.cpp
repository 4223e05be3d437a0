#include "core/forms/json_pointer.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

QString jsonPointer(const QStringList& tokens)
{
    QString pointer;
    for (QString token : tokens)
        pointer += u'/' + token.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return pointer;
}

std::optional<QStringList> jsonPointerTokens(const QString& pointer)
{
    if (pointer.isEmpty()) return QStringList();
    if (!pointer.startsWith(u'/')) return std::nullopt;
    QStringList tokens = pointer.sliced(1).split(u'/');
    for (QString& token : tokens) {
        for (qsizetype at = token.indexOf(u'~'); at >= 0; at = token.indexOf(u'~', at + 1))
            if (at + 1 == token.size() || (token[at + 1] != u'0' && token[at + 1] != u'1'))
                return std::nullopt;
        token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    }
    return tokens;
}

std::optional<QJsonValue> jsonAt(const QJsonValue& root, const QStringList& tokens)
{
    QJsonValue value = root;
    for (const QString& token : tokens) {
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            const auto member = object.find(token);
            if (member == object.end()) return std::nullopt;
            value = member.value();
        } else if (value.isArray()) {
            bool ok = false;
            const auto index = token.toUInt(&ok);
            if (!ok || QString::number(index) != token || index >= value.toArray().size())
                return std::nullopt;
            value = value.toArray().at(index);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

} // namespace sanad
