#include "core/base/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace sanad {

namespace {

constexpr char kHex[] = "0123456789abcdef";

void appendEscaped(QByteArray& json, char c)
{
    switch (c) {
    case '"':
    case '\\':
        json += '\\';
        json += c;
        return;
    case '\b':
        json += "\\b";
        return;
    case '\f':
        json += "\\f";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        json += "\\u00";
        json += kHex[(c >> 4) & 0xF];
        json += kHex[c & 0xF];
    }
}

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

bool isPlain(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x80 && c != u'"' && c != u'\\';
}

void appendNumber(QByteArray& json, const QJsonValue& value)
{
    const double number = value.toDouble();
    constexpr double kWhole = 1e15; // all below are whole numbers of their own
    if (number == std::floor(number) && std::abs(number) < kWhole && !(number == 0 && std::signbit(number))) {
        char digits[20];
        const auto written = std::to_chars(std::begin(digits), std::end(digits), static_cast<qint64>(number));
        json.append(digits, written.ptr - digits);
        return;
    }
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    json.append(inArray.constData() + 1, inArray.size() - 2);
}

void appendObject(QByteArray& json, const QJsonObject& object);

void appendValue(QByteArray& json, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        appendJsonText(json, value.toString());
        return;
    case QJsonValue::Double:
        appendNumber(json, value);
        return;
    case QJsonValue::Bool:
        json += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Object:
        appendObject(json, value.toObject());
        return;
    case QJsonValue::Array: {
        json += '[';
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0) json += ',';
            appendValue(json, array.at(i));
        }
        json += ']';
        return;
    }
    default:
        json += "null";
    }
}

void appendObject(QByteArray& json, const QJsonObject& object)
{
    json += '{';
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member != object.begin()) json += ',';
        appendJsonText(json, member.key());
        json += ':';
        appendValue(json, member.value());
    }
    json += '}';
}

} // namespace

void appendJsonText(QByteArray& json, const QString& text)
{
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        const auto from = json.size();
        json.resize(from + text.size() + 2);
        char* at = json.data() + from;
        *at++ = '"';
        for (const QChar c : text)
            *at++ = static_cast<char>(c.unicode());
        *at = '"';
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    json += '"';
    qsizetype from = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (!needsEscape(utf8[at])) continue;
        json.append(utf8.constData() + from, at - from);
        appendEscaped(json, utf8[at]);
        from = at + 1;
    }
    json.append(utf8.constData() + from, utf8.size() - from);
    json += '"';
}

QByteArray compactJson(const QJsonObject& object)
{
    constexpr qsizetype kUsualSize = 1000;
    QByteArray json;
    json.reserve(kUsualSize);
    appendObject(json, object);
    return json;
}

} // namespace sanad
