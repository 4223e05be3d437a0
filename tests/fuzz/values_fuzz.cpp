// What people type and scanners read: amounts, counts of cash, identifiers, phones, dates, machine readable
// zones.

#include "core/base/amount_words.h"
#include "core/base/clock.h"
#include "core/base/date_text.h"
#include "core/base/hijri.h"
#include "core/base/identifiers.h"
#include "core/base/iso_date.h"
#include "core/base/money.h"
#include "core/base/mrz.h"
#include "core/cash/denominations.h"
#include "tests/fuzz/fuzz_target.h"

using namespace sanad;

FUZZ_TARGET(values)
{
    const QString text = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 400)));
    if (const auto amount = Money::parse(text)) {
        fuzz::promise(Money::parse(amount->text()).value_or({}) == *amount);
        fuzz::promise(Money::parse(amount->text(true)).value_or({}) == *amount);
        (void)amountInWordsAr(*amount);
    }
    for (const auto& rule : identifierRules()) {
        const auto checked = checkIdentifier(rule.key, text);
        // The stored form of what is fine stays as it is.
        fuzz::promise(checked.verdict != IdentifierVerdict::Fine ||
            checked.value == normalisedIdentifier(rule.key, checked.value));
    }
    const auto phone = checkPhone(text);
    fuzz::promise(normalisedPhone(phone.value) == phone.value);
    (void)phoneText(phone.value);
    (void)maskedIdentifier(text);
    (void)readMrz(text, QDate(2026, 11, 22));
    const QDate day = businessDayFrom(text.left(10).toInt());
    if (day.isValid()) fuzz::promise(businessDayFrom(businessDayNumber(day)) == day);
    (void)hijriTextAr(toHijri(day));
    (void)fromStoredTime(text.left(40));
    for (const QDate& date : {isoDate(text), dateFromText(text)})
        if (date.isValid()) {
            fuzz::promise(isoDate(isoText(date)) == date && dateFromText(isoText(date)) == date);
            fuzz::promise(date.year() >= 1 && date.year() <= 9999);
        }
    if (const auto count = cashCountFromText(text)) {
        const auto total = countedTotal(*count);
        fuzz::promise(!total || !total->isNegative());
        if (total) fuzz::promise(countedTotal(fewestPieces(*total)).value_or({}) == *total);
    }
}
