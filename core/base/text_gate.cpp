#include "core/base/text_gate.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

bool isInvisible(char32_t c)
{
    // Fillers, selectors and tags are letters or marks to other properties.
    const bool arabic = c >= 0x0620 && c <= 0x06FF;
    return c >= 0x80 && !arabic &&
        u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool isBidiControl(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isRefusedCodePoint(char32_t c)
{
    const bool nonCharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    const bool privateUse = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    const bool annotation = c >= 0xFFF9 && c <= 0xFFFB;
    return nonCharacter || privateUse || annotation || c == 0xFFFD || QChar::isSurrogate(c);
}

/// NFC; the text itself when it is so already, as nearly all is.
Result<QString> composed(const QString& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    const auto* source = reinterpret_cast<const UChar*>(text.utf16());
    const auto length = static_cast<int32_t>(text.size());
    if (U_SUCCESS(status) && unorm2_isNormalized(nfc, source, length, &status) && U_SUCCESS(status))
        return text;
    QString result(text.size() * 3 + 8, Qt::Uninitialized);
    const auto written = unorm2_normalize(nfc, source, length, reinterpret_cast<UChar*>(result.data()),
        static_cast<int32_t>(result.size()), &status);
    if (U_FAILURE(status)) return Error{ErrorCode::Invalid, u"text.not-unicode"_s, {}, {}};
    result.truncate(written);
    return result;
}

} // namespace

Result<QString> cleanText(QStringView text, const TextRule& rule)
{
    // Anything this much longer than allowed is refused before work is spent on it.
    if (text.size() > 4 * qsizetype{rule.maxLength} + 64)
        return Error{ErrorCode::Invalid, u"text.too-long"_s, {QString::number(rule.maxLength)}, {}};
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]), ++i;
        if (c == u'\r') {
            if (i + 1 < text.size() && text[i + 1] == u'\n') continue;
            c = u'\n';
        }
        if (rule.multiline && (c == u'\n' || c == 0x2028 || c == 0x2029)) {
            while (clean.endsWith(u' '))
                clean.chop(1);
            clean += u'\n';
            continue;
        }
        if (isBidiControl(c)) return Error{ErrorCode::Invalid, u"text.bidi"_s, {}, {}};
        if (isRefusedCodePoint(c)) return Error{ErrorCode::Invalid, u"text.not-unicode"_s, {}, {}};
        if (isInvisible(c)) continue;
        if (c == u'\t' || QChar::isSpace(c)) {
            if (c != u'\t' && c < 0x20) return Error{ErrorCode::Invalid, u"text.control"_s, {}, {}};
            if (!clean.isEmpty() && !clean.back().isSpace()) clean += u' ';
            continue;
        }
        if (QChar::category(c) == QChar::Other_Control)
            return Error{ErrorCode::Invalid, u"text.control"_s, {}, {}};
        clean += QChar::fromUcs4(c);
    }
    clean = clean.trimmed();
    SANAD_TRY_VALUE(normal, composed(clean));
    if (rule.required && normal.isEmpty()) return Error{ErrorCode::Invalid, u"text.empty"_s, {}, {}};
    const auto length = normal.size() <= rule.maxLength ? normal.size() : normal.toUcs4().size();
    if (length > rule.maxLength)
        return Error{ErrorCode::Invalid, u"text.too-long"_s, {QString::number(rule.maxLength)}, {}};
    return std::move(normal);
}

QString strippedText(QStringView text, int maxLength)
{
    QString kept;
    for (qsizetype i = 0; i < text.size() && kept.size() <= 2 * qsizetype{maxLength}; ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]), ++i;
        if (QChar::isSpace(c))
            kept += u' ';
        else if (!isBidiControl(c) && !isRefusedCodePoint(c) && QChar::category(c) != QChar::Other_Control)
            kept += QChar::fromUcs4(c);
    }
    const auto clean = cleanText(kept, {.maxLength = static_cast<int>(kept.size()) * 3});
    if (!clean || clean->size() <= maxLength) return clean.value_or(QString());
    const auto codePoints = clean->toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(codePoints.constData()),
        std::min<qsizetype>(codePoints.size(), maxLength))
        .trimmed();
}

Result<QString> textFromUtf8(QByteArrayView bytes)
{
    const auto invalid = [](qsizetype at) {
        return Error{ErrorCode::Unusable, u"text.invalid-utf8"_s, {QString::number(at)}, {}};
    };
    for (qsizetype i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const int more = lead < 0x80      ? 0
            : lead >= 0xC2 && lead < 0xE0 ? 1
            : lead >= 0xE0 && lead < 0xF0 ? 2
            : lead >= 0xF0 && lead < 0xF5 ? 3
                                          : -1;
        if (more < 0 || i + more >= bytes.size()) return invalid(i);
        for (int k = 1; k <= more; ++k) {
            const auto c = static_cast<unsigned char>(bytes[i + k]);
            if ((c & 0xC0) != 0x80) return invalid(i);
            if (k > 1) continue;
            const bool overlong = (lead == 0xE0 && c < 0xA0) || (lead == 0xF0 && c < 0x90);
            const bool outside = (lead == 0xED && c > 0x9F) || (lead == 0xF4 && c > 0x8F);
            if (overlong || outside) return invalid(i);
        }
        i += more + 1;
    }
    if (bytes.startsWith("\xEF\xBB\xBF")) bytes = bytes.sliced(3);
    return QString::fromUtf8(bytes);
}

} // namespace sanad
