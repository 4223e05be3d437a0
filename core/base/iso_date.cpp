#include "core/base/iso_date.h"

using namespace Qt::StringLiterals;

namespace sanad {

QString isoText(const QDate& date)
{
    if (!date.isValid()) return {};
    int year = 0, month = 0, day = 0;
    date.getDate(&year, &month, &day);
    if (year < 0 || year > 9999) return date.toString(Qt::ISODate);
    QString text = u"0000-00-00"_s;
    QChar* const letters = text.data();
    const auto put = [letters](int last, int number) {
        for (; number > 0; --last, number /= 10)
            letters[last] = QChar(static_cast<char16_t>(u'0' + number % 10));
    };
    put(3, year);
    put(6, month);
    put(9, day);
    return text;
}

} // namespace sanad
