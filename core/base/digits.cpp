#include "core/base/digits.h"

#include <algorithm>

namespace sanad {

QString asciiDigits(QStringView text)
{
    QString plain = text.toString();
    for (QChar& c : plain) {
        if (c >= QChar(0x0660) && c <= QChar(0x0669))
            c = QChar(c.unicode() - 0x0660 + u'0');
        else if (c >= QChar(0x06F0) && c <= QChar(0x06F9))
            c = QChar(c.unicode() - 0x06F0 + u'0');
    }
    return plain;
}

bool isAsciiDigits(QStringView text)
{
    return !text.isEmpty() &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString documentNumber(QStringView typed)
{
    return asciiDigits(typed.trimmed()).toUpper();
}

} // namespace sanad
