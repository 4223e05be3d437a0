#include "core/base/date_text.h"

#include "core/base/digits.h"
#include "core/base/iso_date.h"

#include <QString>

namespace sanad {

QDate dateFromText(QStringView text)
{
    const QString plain = asciiDigits(text).trimmed();
    if (const QDate day = isoDate(plain); day.isValid()) return day;
    const auto parts = QStringView(plain).split(u'/');
    if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4) return {};
    for (const QStringView part : parts)
        if (!isAsciiDigits(part)) return {};
    return QDate(parts[2].toInt(), parts[1].toInt(), parts[0].toInt());
}

} // namespace sanad
