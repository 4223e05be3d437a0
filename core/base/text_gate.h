#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace sanad {

struct TextRule {
    int maxLength = 200; ///< Code points, after cleaning.
    bool required = false;
    bool multiline = false; ///< Line ends stay, as U+000A.
};

/// `text` as it may be stored: NFC, spaces trimmed and single, direction marks (U+200E, U+200F, U+061C), soft
/// hyphens and every other character that shows nothing (Default_Ignorable_Code_Point) taken out. Errors:
/// Invalid `text.empty`, `text.too-long` (arg: limit), `text.control`, `text.bidi` (embeddings, overrides and
/// isolates, which can show a text as another), `text.not-unicode` (half a surrogate pair, non-characters,
/// private use).
Result<QString> cleanText(QStringView text, const TextRule& rule = {});

/// What somebody says who is not asked again, on one line: what cleanText() refuses is taken out, and what is
/// longer than `maxLength` code points cut off.
QString strippedText(QStringView text, int maxLength);

/// Bytes from outside as text. A byte order mark at the start is skipped.
/// Errors: Unusable `text.invalid-utf8` (arg: byte offset, from 0).
Result<QString> textFromUtf8(QByteArrayView bytes);

} // namespace sanad
