#include "core/base/isolates.h"
#include "tests/support/test_support.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/permission_text.h"

#include "core/base/isolates.h"

using namespace sanad;
using namespace Qt::StringLiterals;

TEST_CASE("An error reads as what happened, what is kept and what to do, with its key as the code", "[text]")
{
    const ErrorText text = errorText({ErrorCode::Invalid, u"money.format"_s, {}, {}}, Language::English);
    CHECK(text.happened == u"This is not an amount."_s);
    CHECK(text.kept == u"What you typed is kept."_s);
    CHECK_FALSE(text.todo.isEmpty());
    CHECK(text.code == u"money.format"_s);
    CHECK(text.sentence().startsWith(u"This is not an amount. What you typed is kept."_s));
    CHECK(errorText({ErrorCode::Invalid, u"money.format"_s, {}, {}}, Language::Arabic).happened ==
        u"هذا ليس مبلغًا."_s);
}

TEST_CASE("Arguments are set in whole, as isolates where the sentence runs the other way", "[text]")
{
    const Error denied{ErrorCode::Denied, u"gate.denied"_s, {u"receipt.issue 100%1"_s}, {}};
    CHECK(errorText(denied, Language::Arabic).happened.contains(isolateLtr(u"receipt.issue 100%1"_s)));
    CHECK(errorText(denied, Language::English).happened.contains(u"“receipt.issue 100%1”"_s));
    const Error arabic{ErrorCode::Denied, u"gate.denied"_s, {u"إصدار"_s}, {}};
    CHECK(errorText(arabic, Language::English).happened.contains(isolateAuto(u"إصدار"_s)));
}

TEST_CASE("A permission is shown by its name, and stays a key among the arguments", "[text]")
{
    const Error denied{ErrorCode::Denied, u"gate.denied"_s, {u"price.override"_s}, {}};
    CHECK(errorText(denied, Language::English).happened.contains(u"“Approve another price”"_s));
    CHECK(errorText(denied, Language::Arabic)
              .happened.contains(permissionText(Permission::OverridePrice, Language::Arabic)));
    for (const Permission permission : allPermissions())
        for (const Language language : {Language::Arabic, Language::English})
            CHECK_FALSE(permissionText(permission, language).isEmpty());
}

TEST_CASE("A number goes with the form that its language has for it: two in English, six in Arabic", "[text]")
{
    const auto waiting = [](const char* seconds, Language language) {
        const Error error{ErrorCode::Denied, u"sign-in.wait"_s, {QString::fromLatin1(seconds)}, {}};
        return withoutIsolates(errorText(error, language).happened);
    };
    CHECK(waiting("1", Language::English).endsWith(u"1 second is left."_s));
    CHECK(waiting("0", Language::English).endsWith(u"0 seconds are left."_s));
    CHECK(waiting("30", Language::English).endsWith(u"30 seconds are left."_s));
    CHECK(waiting("0", Language::Arabic).endsWith(u"بقي أقل من ثانية."_s));
    CHECK(waiting("1", Language::Arabic).endsWith(u"بقيت ثانية واحدة."_s));
    CHECK(waiting("2", Language::Arabic).endsWith(u"بقيت ثانيتان."_s));
    CHECK(waiting("3", Language::Arabic).endsWith(u"بقيت 3 ثوانٍ."_s));
    CHECK(waiting("103", Language::Arabic).endsWith(u"بقيت 103 ثوانٍ."_s));
    CHECK(waiting("11", Language::Arabic).endsWith(u"بقيت 11 ثانية."_s));
    CHECK(waiting("100", Language::Arabic).endsWith(u"بقيت 100 ثانية."_s));
}

TEST_CASE("A key without sentences still says something and shows its code", "[text]")
{
    for (const Language language : {Language::Arabic, Language::English}) {
        const ErrorText text = errorText({ErrorCode::Internal, u"no.such-key"_s, {}, {}}, language);
        CHECK_FALSE(text.happened.isEmpty());
        CHECK_FALSE(text.todo.isEmpty());
        CHECK(text.code == u"no.such-key"_s);
    }
    CHECK_FALSE(hasErrorText(u"no.such-key"_s));
}

TEST_CASE(
    "Money has three decimals, its minus before the number and its currency at the reading end", "[text]")
{
    CHECK(moneyText(Money::fromBaisa(12'500), Language::English) == u"OMR 12.500"_s);
    CHECK(moneyText(Money::fromBaisa(-1'500), Language::English) == u"OMR -1.500"_s);
    CHECK(withoutIsolates(moneyText(Money::fromBaisa(12'500), Language::Arabic)) == u"12.500 ر.ع."_s);
    CHECK(moneyText(Money::fromBaisa(-1'500), Language::Arabic).contains(isolateLtr(u"-1.500"_s)));
    CHECK(amountText(Money::fromBaisa(1'234'567'890)) == u"1,234,567.890"_s);
}

TEST_CASE("Numbers are grouped by thousands and percents have one decimal", "[text]")
{
    CHECK(numberText(0) == u"0"_s);
    CHECK(numberText(999) == u"999"_s);
    CHECK(numberText(1'000) == u"1,000"_s);
    CHECK(numberText(-1'234'567) == u"-1,234,567"_s);
    CHECK(numberText(-123) == u"-123"_s);
    CHECK(percentText(5'000) == u"5.0%"_s);
    CHECK(percentText(-12'350) == u"-12.4%"_s);
    CHECK(percentText(40) == u"0.0%"_s);
}

TEST_CASE("Dates are written day first, in the centre's zone, with the Hijri date in words", "[text]")
{
    const QDateTime lateEvening(QDate(2026, 11, 21), QTime(22, 30), Qt::UTC);
    CHECK(dateText(QDate(2026, 11, 2)) == u"02/11/2026"_s);
    CHECK(dateTimeText(lateEvening) == u"22/11/2026 02:30"_s);
    CHECK(timeText(lateEvening) == u"02:30"_s);
    CHECK(dateText({}).isEmpty());
    CHECK(weekdayText(QDate(2026, 11, 22), Language::Arabic) == u"الأحد"_s);
    CHECK(weekdayText(QDate(2026, 11, 22), Language::English) == u"Sunday"_s);
    CHECK(hijriText(QDate(2026, 11, 22), 0, Language::English).contains(u"1448"_s));
    CHECK(
        shortHijriText(QDate(2026, 11, 22), 0, Language::English) == isolateLtr(u"12/06/1448"_s) + u" AH"_s);
    CHECK(shortHijriText(QDate(), 0, Language::Arabic).isEmpty());
    CHECK(hijriText(QDate(2026, 11, 22), 1, Language::Arabic) ==
        hijriText(QDate(2026, 11, 23), 0, Language::Arabic));
}
