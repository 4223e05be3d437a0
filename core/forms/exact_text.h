#pragma once

#include <QString>

#include <string_view>

namespace sanad {

/// Valid UTF-8, whole: QString takes each first U+FEFF for a mark of the encoding and leaves it out, and to
/// JSON it is a character like others (RFC 8259, section 7).
inline QString exactText(std::string_view utf8)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    qsizetype marks = 0;
    for (; utf8.starts_with(kMark); utf8.remove_prefix(kMark.size()))
        ++marks;
    const QString rest = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return marks == 0 ? rest : QString(marks, QChar(QChar::ByteOrderMark)) + rest;
}

} // namespace sanad
