#include "core/base/clock.h"
#include "core/base/iso_date.h"
#include "core/base/json_writer.h"
#include "tests/support/test_support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

QJsonValue anyJson(std::mt19937& chance, int depth)
{
    static const QString texts[] = {
        u""_s, u"a"_s, u"plain 12"_s, u"سالم \"x\""_s, u"\u0007\n\\"_s, u"\U0001F600"_s};
    static const double numbers[] = {
        0, -0.0, 1, -17, 0.1, 1e15, -1e15, 999999999999999, 1e21, 1.5e-7, 4503599627370497.5};
    switch (chance() % (depth > 0 ? 7 : 5)) {
    case 0:
        return QJsonValue(texts[chance() % std::size(texts)]);
    case 1:
        return QJsonValue(numbers[chance() % std::size(numbers)]);
    case 2:
        return QJsonValue(static_cast<qint64>(chance()) << (chance() % 31));
    case 3:
        return QJsonValue(chance() % 2 == 0);
    case 4:
        return QJsonValue();
    case 5: {
        QJsonArray array;
        for (auto count = chance() % 4; count > 0; --count)
            array.append(anyJson(chance, depth - 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (auto count = chance() % 5; count > 0; --count)
            object.insert(texts[chance() % std::size(texts)], anyJson(chance, depth - 1));
        return object;
    }
    }
}

} // namespace

TEST_CASE("A stored time is Qt's ISO text to the millisecond, both ways", "[base]")
{
    const QDateTime times[] = {QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 89), Qt::UTC),
        QDateTime(QDate(1999, 12, 31), QTime(23, 59, 59, 999), Qt::UTC),
        QDateTime(QDate(9999, 1, 1), QTime(0, 0), Qt::UTC), QDateTime(QDate(9, 1, 1), QTime(0, 0), Qt::UTC),
        QDateTime(QDate(2026, 3, 4), QTime(1, 0), QTimeZone(4 * 3600)), QDateTime()};
    for (const QDateTime& time : times) {
        CHECK(storedTime(time) == time.toUTC().toString(Qt::ISODateWithMs));
        CHECK(fromStoredTime(storedTime(time)) == time);
        if (time.isValid()) CHECK(fromStoredTime(storedTime(time)).timeSpec() == Qt::UTC);
    }
    // Not as it is stored, yet a time.
    CHECK(fromStoredTime(u"2026-03-04T05:06:07Z"_s) == QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC));
    for (const auto& bad :
        {u"2026-13-04T05:06:07.089Z"_s, u"2026-03-04T25:06:07.089Z"_s, u"2026-0a-04T05:06:07.089Z"_s})
        CHECK_FALSE(fromStoredTime(bad).isValid());
}

TEST_CASE("A date is taken in one form alone", "[base]")
{
    CHECK(isoDate(u"2024-02-29") == QDate(2024, 2, 29));
    for (const auto* bad :
        {u"", u"2023-02-29", u"2024-2-29", u"2024/02/29", u"2024-02-29 ", u"٢٠٢٤-٠٢-٢٩", u"+024-02-09"})
        CHECK_FALSE(isoDate(QStringView(bad)).isValid());
    for (const QDate& date : {QDate(2024, 2, 29), QDate(1, 1, 1), QDate(9999, 12, 31), QDate(-5, 3, 4),
             QDate(10'000, 1, 1), QDate()})
        CHECK(isoText(date) == date.toString(Qt::ISODate));
}

TEST_CASE("A JSON text written member by member is QJsonDocument's own", "[base]")
{
    const QString odd = u"\"\\/\b\f\n\r\t\u0001\u001f\u007f\u0080 سالم \U0001F600 <&>'"_s;
    const QByteArray written = JsonWriter()
                                   .member("a", odd)
                                   .member("b", std::int64_t{-5})
                                   .raw("c", JsonWriter().member("x", QString()).text())
                                   .text();
    const QJsonObject object{{u"a"_s, odd}, {u"b"_s, -5}, {u"c"_s, QJsonObject{{u"x"_s, QString()}}}};
    CHECK(written == QJsonDocument(object).toJson(QJsonDocument::Compact));
    CHECK(JsonWriter().text() == "{}");
}

TEST_CASE("An object as compact text is QJsonDocument's own, whatever it holds", "[base]")
{
    std::mt19937 chance(5);
    for (int i = 0; i < 3000; ++i) {
        const QJsonObject object{{u"x"_s, anyJson(chance, 3)}, {u"ص"_s, anyJson(chance, 2)}};
        REQUIRE(compactJson(object) == QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
}
