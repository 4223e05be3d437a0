#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>

namespace sanad {

/// Adds `text` in quotes, escaped as QJsonDocument escapes it.
void appendJsonText(QByteArray& json, const QString& text);

/// What QJsonDocument::toJson(Compact) writes, byte by byte, of text that passed the gate.
QByteArray compactJson(const QJsonObject& object);

/// One JSON object as compact text, member by member as they come: for the few that every visit writes, where
/// building a QJsonObject first costs several times as much. Give the members in the order of their names
/// where the text must equal QJsonDocument's.
class JsonWriter {
public:
    JsonWriter& member(const char* name, const QString& value)
    {
        open(name);
        appendJsonText(m_json, value);
        return *this;
    }
    JsonWriter& member(const char* name, std::int64_t value)
    {
        open(name);
        m_json += QByteArray::number(qlonglong{value});
        return *this;
    }
    /// `json` is pasted as it is.
    JsonWriter& raw(const char* name, const QByteArray& json)
    {
        open(name);
        m_json += json;
        return *this;
    }
    QByteArray text() const { return m_json.isEmpty() ? QByteArray("{}") : m_json + '}'; }

private:
    void open(const char* name)
    {
        if (m_json.isEmpty()) m_json.reserve(kUsual);
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json += name;
        m_json += "\":";
    }

    static constexpr qsizetype kUsual = 250; // bytes
    QByteArray m_json;
};

} // namespace sanad
