#pragma once

#include <QDate>
#include <QStringView>

namespace sanad {

/// The date of `yyyy-MM-dd` in ASCII digits; invalid for anything else, and for a day that does not exist.
/// QDate::fromString() with a format makes a parser and a calendar for each.
inline QDate isoDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-') return {};
    int parts[3] = {};
    for (int i = 0; i < 10; ++i) {
        if (i == 4 || i == 7) continue;
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9') return {};
        int& part = parts[i < 4 ? 0 : i < 7 ? 1 : 2];
        part = part * 10 + (c - u'0');
    }
    return QDate(parts[0], parts[1], parts[2]);
}

/// What isoDate() reads, empty for an invalid date: QDate::toString(Qt::ISODate) at a tenth of its price.
QString isoText(const QDate& date);

} // namespace sanad
