#include "core/base/json_writer.h"

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

} // namespace

void appendJsonText(QByteArray& json, const QString& text)
{
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

} // namespace sanad
