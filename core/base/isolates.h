#pragma once

#include <QString>

#include <algorithm>

namespace sanad {

/// Marks that keep a piece of data whole inside a sentence of either direction (UAX #9). Every value that
/// goes into a sentence, on screen or on paper, passes through one of these three.

/// Numbers, amounts, identifiers, phones, dates, whole English phrases: U+2066 … U+2069.
inline QString isolateLtr(const QString& text)
{
    return text.isEmpty() ? text : QChar(0x2066) + text + QChar(0x2069);
}

/// Whole Arabic phrases inside English: U+2067 … U+2069.
inline QString isolateRtl(const QString& text)
{
    return text.isEmpty() ? text : QChar(0x2067) + text + QChar(0x2069);
}

/// Names and free text, which follow their own first letter: U+2068 … U+2069.
inline QString isolateAuto(const QString& text)
{
    return text.isEmpty() ? text : QChar(0x2068) + text + QChar(0x2069);
}

/// True when `text` holds a letter of a right-to-left script.
inline bool hasRtlLetters(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

/// `text` without the marks, for a file or a terminal.
inline QString withoutIsolates(QString text)
{
    return text.removeIf([](QChar c) { return c.unicode() >= 0x2066 && c.unicode() <= 0x2069; });
}

} // namespace sanad
