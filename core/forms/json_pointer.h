#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace sanad {

/// A JSON pointer (RFC 6901) from its tokens, with ~ and / escaped.
QString jsonPointer(const QStringList& tokens);
/// The tokens of `pointer`; nothing when it is no pointer ("a", "/~2").
std::optional<QStringList> jsonPointerTokens(const QString& pointer);
/// What the tokens lead to within `root`; nothing when there is no such place.
std::optional<QJsonValue> jsonAt(const QJsonValue& root, const QStringList& tokens);

} // namespace sanad
