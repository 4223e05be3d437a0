#include "core/base/date_text.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("A date is read as people and their spreadsheets write it, and in no other way", "[base]")
{
    const QDate day(2026, 2, 1);
    for (const QString& text :
        {u"2026-02-01"_s, u"01/02/2026"_s, u"1/2/2026"_s, u" 1/2/2026 "_s, u"٠١/٠٢/٢٠٢٦"_s, u"٢٠٢٦-٠٢-٠١"_s})
        CHECK(dateFromText(text) == day);
    for (const QString& text : {u""_s, u"2026-2-1"_s, u"2026-02-30"_s, u"30/02/2026"_s, u"1/2/26"_s,
             u"001/2/2026"_s, u"1/2/20260"_s, u"1/2/-026"_s, u"+1/2/2026"_s, u"1//2026"_s, u"1/2/2026/"_s,
             u"1/2/0000"_s, u"1.2.2026"_s, u"1 /2/2026"_s, u"yesterday"_s})
        CHECK_FALSE(dateFromText(text).isValid());
}
