#include "core/base/amount_words.h"
#include "core/base/clock.h"
#include "core/base/hijri.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "tests/support/test_support.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("An amount is read in either set of digits and refused when it is none", "[money]")
{
    const struct {
        const char16_t* text;
        std::int64_t baisa;
    } good[] = {{u"12", 12'000}, {u"12.5", 12'500}, {u"١٢٫٥٠٠", 12'500}, {u"1,234.567", 1'234'567},
        {u"-0.005", -5}, {u"0", 0}, {u"999999999.999", 999'999'999'999}, {u" 20 ", 20'000},
        {u"١٬٢٣٤", 1'234'000}};
    for (const auto& row : good) {
        INFO(QString::fromUtf16(row.text).toStdString());
        CHECK(test::must(Money::parse(QStringView(row.text))).baisa() == row.baisa);
    }
    const struct {
        const char16_t* text;
        const char16_t* key;
    } bad[] = {{u"", u"money.format"}, {u"01.5", u"money.format"}, {u"12,5", u"money.format"},
        {u".5", u"money.format"}, {u"1.", u"money.format"}, {u"1e3", u"money.format"},
        {u"1.2345", u"money.too-precise"}, {u"1000000000", u"money.out-of-range"}, {u"--1", u"money.format"},
        {u"1 000", u"money.format"}, {u"20,250", u"money.ambiguous"}, {u"٢٠،٢٥٠", u"money.ambiguous"},
        {u"1,234.5", u"money.ambiguous"}, {u"1,234,567", u"money.ambiguous"}, {u"20,25", u"money.format"}};
    for (const auto& row : bad) {
        INFO(QString::fromUtf16(row.text).toStdString());
        CHECK(test::refusal(Money::parse(QStringView(row.text))).key == QString::fromUtf16(row.key));
    }
}

TEST_CASE("Money is exact: rounding half up, shares that add up, overflow that throws", "[money]")
{
    CHECK(Money::fromBaisa(30).percent(5000).baisa() == 2);
    CHECK(Money::fromBaisa(-30).percent(5000).baisa() == -2);
    CHECK(Money::fromBaisa(1'234'567).text(true) == u"1,234.567"_s);
    CHECK(Money::fromBaisa(-5).text() == u"-0.005"_s);
    CHECK_THROWS_AS(Money::fromBaisa(Money::kMaxBaisa) + Money::fromBaisa(1), MoneyOverflow);
    for (const std::int64_t whole : {100, -100, 1, 7, 0}) {
        Money sum;
        for (const auto part : splitByWeight(Money::fromBaisa(whole), {1, 1, 1}))
            sum += part;
        CHECK(sum.baisa() == whole);
    }
}

TEST_CASE("An amount in Arabic words takes the number and gender of what it counts", "[money]")
{
    const struct {
        std::int64_t baisa;
        const char16_t* words;
    } rows[] = {
        {23'150, u"فقط ثلاثة وعشرون ريالًا عُمانيًا ومائة وخمسون بيسة لا غير"},
        {0, u"فقط صفر ريال عُماني لا غير"},
        {1, u"فقط بيسة واحدة لا غير"},
        {2, u"فقط بيستان لا غير"},
        {3, u"فقط ثلاث بيسات لا غير"},
        {8, u"فقط ثماني بيسات لا غير"},
        {10, u"فقط عشر بيسات لا غير"},
        {11, u"فقط إحدى عشرة بيسة لا غير"},
        {12, u"فقط اثنتا عشرة بيسة لا غير"},
        {18, u"فقط ثماني عشرة بيسة لا غير"},
        {21, u"فقط إحدى وعشرون بيسة لا غير"},
        {28, u"فقط ثمانٍ وعشرون بيسة لا غير"},
        {100, u"فقط مائة بيسة لا غير"},
        {200, u"فقط مائتا بيسة لا غير"},
        {250, u"فقط مائتان وخمسون بيسة لا غير"},
        {500, u"فقط خمسمائة بيسة لا غير"},
        {1'000, u"فقط ريال عُماني واحد لا غير"},
        {2'000, u"فقط ريالان عُمانيان لا غير"},
        {3'000, u"فقط ثلاثة ريالات عُمانية لا غير"},
        {10'000, u"فقط عشرة ريالات عُمانية لا غير"},
        {11'000, u"فقط أحد عشر ريالًا عُمانيًا لا غير"},
        {12'000, u"فقط اثنا عشر ريالًا عُمانيًا لا غير"},
        {99'000, u"فقط تسعة وتسعون ريالًا عُمانيًا لا غير"},
        {100'000, u"فقط مائة ريال عُماني لا غير"},
        {101'000, u"فقط مائة ريال عُماني وريال عُماني واحد لا غير"},
        {102'000, u"فقط مائة ريال عُماني وريالان عُمانيان لا غير"},
        {103'000, u"فقط مائة وثلاثة ريالات عُمانية لا غير"},
        {200'000, u"فقط مائتا ريال عُماني لا غير"},
        {1'000'000, u"فقط ألف ريال عُماني لا غير"},
        {2'000'000, u"فقط ألفا ريال عُماني لا غير"},
        {2'500'000, u"فقط ألفان وخمسمائة ريال عُماني لا غير"},
        {3'000'000, u"فقط ثلاثة آلاف ريال عُماني لا غير"},
        {11'000'000, u"فقط أحد عشر ألف ريال عُماني لا غير"},
        {11'500'000, u"فقط أحد عشر ألفًا وخمسمائة ريال عُماني لا غير"},
        {100'000'000, u"فقط مائة ألف ريال عُماني لا غير"},
        {1'001'000, u"فقط ألف ريال عُماني وريال عُماني واحد لا غير"},
        {1'234'567'891,
            u"فقط مليون ومائتان وأربعة وثلاثون ألفًا وخمسمائة وسبعة وستون ريالًا عُمانيًا وثمانمائة وإحدى وتسعون "
            u"بيسة لا غير"},
        {2'000'000'000, u"فقط مليونا ريال عُماني لا غير"},
        {-1'500, u"فقط سالب ريال عُماني واحد وخمسمائة بيسة لا غير"},
    };
    for (const auto& row : rows) {
        INFO(row.baisa);
        CHECK(amountInWordsAr(Money::fromBaisa(row.baisa)) == QString::fromUtf16(row.words));
    }
    CHECK_FALSE(amountInWordsAr(Money::fromBaisa(Money::kMaxBaisa)).contains(u"  "_s));
}

TEST_CASE("An amount in English words", "[money]")
{
    const struct {
        std::int64_t baisa;
        const char16_t* words;
    } rows[] = {
        {23'150, u"Twenty-three Omani rials and one hundred and fifty baisa only"},
        {1'000, u"One Omani rial only"},
        {0, u"Zero Omani rials only"},
        {5, u"Five baisa only"},
        {1'012'000'000, u"One million twelve thousand Omani rials only"},
        {999'999'999'999'999'999,
            u"Nine hundred and ninety-nine trillion nine hundred and ninety-nine billion nine hundred "
            u"and ninety-nine million nine hundred and ninety-nine thousand nine hundred and "
            u"ninety-nine Omani rials and nine hundred and ninety-nine baisa only"},
    };
    for (const auto& row : rows)
        CHECK(amountInWordsEn(Money::fromBaisa(row.baisa)) == QString::fromUtf16(row.words));
}

TEST_CASE("Hijri dates are Umm al-Qura, moved by the centre's offset", "[hijri]")
{
    // First days as published in the Umm al-Qura tables.
    const struct {
        QDate day;
        HijriDate hijri;
    } rows[] = {
        {QDate(2024, 7, 7), {1446, 1, 1}},
        {QDate(2025, 3, 1), {1446, 9, 1}},
        {QDate(2025, 3, 30), {1446, 10, 1}},
        {QDate(2025, 6, 26), {1447, 1, 1}},
        {QDate(2026, 2, 18), {1447, 9, 1}},
        {QDate(2000, 4, 6), {1421, 1, 1}},
    };
    for (const auto& row : rows) {
        INFO(row.day.toString(Qt::ISODate).toStdString());
        CHECK(toHijri(row.day) == row.hijri);
        CHECK(toHijri(row.day.addDays(1), -1) == row.hijri);
        CHECK(toHijri(row.day.addDays(-2), 2) == row.hijri);
        CHECK(toHijri(row.day.addDays(-2), 9) == row.hijri);
    }
    CHECK(hijriTextAr(toHijri(QDate(2026, 2, 18))) == u"1 رمضان 1447 هـ"_s);
    CHECK(hijriTextEn(toHijri(QDate(2026, 2, 18))) == u"1 Ramadan 1447 AH"_s);
    CHECK_FALSE(toHijri(QDate()).isValid());
    CHECK(hijriTextAr({}).isEmpty());
}

TEST_CASE("Ids grow strictly and read back", "[id]")
{
    std::int64_t last = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto next = nextRawId();
        REQUIRE(next > last);
        last = next;
    }
    const auto id = CustomerId::create();
    CHECK(CustomerId::parse(id.text()) == id);
    for (const auto* bad : {u"", u"-1", u"0", u"12x", u"99999999999999999999"})
        CHECK_FALSE(CustomerId::parse(QStringView(bad)));
}

TEST_CASE("Before the cut-off it is still the day before", "[clock]")
{
    const QDateTime half(QDate(2026, 11, 22), QTime(23, 30), Qt::UTC); // 03:30 at the centre
    CHECK(businessDayAt(half, 4) == QDate(2026, 11, 22));
    CHECK(businessDayAt(half.addSecs(1800), 4) == QDate(2026, 11, 23));
    CHECK(businessDayFrom(businessDayNumber(QDate(2026, 11, 22))) == QDate(2026, 11, 22));
    CHECK(fromStoredTime(storedTime(half)) == half);
}
