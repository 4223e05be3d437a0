#include "core/base/amount_words.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

enum class Gender { Masculine, Feminine };

/// A counted noun in the forms that Arabic numbers ask for.
struct Noun {
    QString one; ///< After 100, 1000 …: مائة ريال.
    QString oneAlone; ///< ريال واحد.
    QString two; ///< ريالان.
    QString twoConstruct; ///< ألفا, before another noun.
    QString few; ///< 3-10.
    QString many; ///< 11-99.
    Gender gender = Gender::Masculine;
};

using Words = std::array<QStringView, 10>;
constexpr Words kMasculine{
    u"", u"واحد", u"اثنان", u"ثلاثة", u"أربعة", u"خمسة", u"ستة", u"سبعة", u"ثمانية", u"تسعة"};
constexpr Words kFeminine{u"", u"إحدى", u"اثنتان", u"ثلاث", u"أربع", u"خمس", u"ست", u"سبع", u"ثمان", u"تسع"};
constexpr Words kTens{
    u"", u"", u"عشرون", u"ثلاثون", u"أربعون", u"خمسون", u"ستون", u"سبعون", u"ثمانون", u"تسعون"};
constexpr Words kHundreds{u"", u"مائة", u"مائتان", u"ثلاثمائة", u"أربعمائة", u"خمسمائة", u"ستمائة",
    u"سبعمائة", u"ثمانمائة", u"تسعمائة"};

QString at(const Words& words, std::int64_t index)
{
    return words[static_cast<std::size_t>(index)].toString();
}

/// 3-99, where the number stands before the noun.
QString belowHundred(std::int64_t n, Gender gender)
{
    const bool feminine = gender == Gender::Feminine;
    const auto& units = feminine ? kFeminine : kMasculine;
    if (n == 8 && feminine) return u"ثماني"_s;
    if (n == 10) return feminine ? u"عشر"_s : u"عشرة"_s;
    if (n < 10) return at(units, n);
    if (n == 11) return feminine ? u"إحدى عشرة"_s : u"أحد عشر"_s;
    if (n == 12) return feminine ? u"اثنتا عشرة"_s : u"اثنا عشر"_s;
    if (n == 18 && feminine) return u"ثماني عشرة"_s;
    if (n < 20) return at(units, n - 10) + (feminine ? u" عشرة"_s : u" عشر"_s);
    if (n % 10 == 0) return at(kTens, n / 10);
    if (n % 10 == 8 && feminine) return u"ثمانٍ و"_s + at(kTens, n / 10);
    return at(units, n % 10) + u" و"_s + at(kTens, n / 10);
}

/// `n` below 1000 with its noun. `last`: the noun is followed by what it counts (ألفا ريال, أحد عشر ألف
/// ريال).
QString countedBelowThousand(std::int64_t n, const Noun& noun, bool last)
{
    const auto rest = n % 100;
    const QString two = last ? noun.twoConstruct : noun.two;
    if (n == 1) return noun.oneAlone;
    if (n == 2) return two;
    QString hundreds = at(kHundreds, n / 100);
    if (rest <= 2 && n == 200 + rest) hundreds = u"مائتا"_s;
    if (rest == 0) return hundreds + u' ' + noun.one;
    if (rest == 1) return hundreds + u' ' + noun.one + u" و"_s + noun.oneAlone;
    if (rest == 2) return hundreds + u' ' + noun.one + u" و"_s + two;
    if (!hundreds.isEmpty()) hundreds += u" و"_s;
    const QString form = rest <= 10 ? noun.few : last ? noun.one : noun.many;
    return hundreds + belowHundred(rest, noun.gender) + u' ' + form;
}

const std::array<Noun, 4>& scales()
{
    static const std::array<Noun, 4> nouns{
        Noun{u"ألف"_s, u"ألف"_s, u"ألفان"_s, u"ألفا"_s, u"آلاف"_s, u"ألفًا"_s},
        Noun{u"مليون"_s, u"مليون"_s, u"مليونان"_s, u"مليونا"_s, u"ملايين"_s, u"مليونًا"_s},
        Noun{u"مليار"_s, u"مليار"_s, u"ملياران"_s, u"مليارا"_s, u"مليارات"_s, u"مليارًا"_s},
        Noun{u"تريليون"_s, u"تريليون"_s, u"تريليونان"_s, u"تريليونا"_s, u"تريليونات"_s, u"تريليونًا"_s},
    };
    return nouns;
}

/// The thousands, millions … of `n`, without its last three digits. `last`: nothing stands between them and
/// the noun.
QStringList scaleWords(std::int64_t n, bool last)
{
    QStringList words;
    n /= 1000;
    for (std::size_t scale = 0; n > 0 && scale < scales().size(); ++scale, n /= 1000) {
        if (n % 1000 == 0) continue;
        words.prepend(countedBelowThousand(n % 1000, scales()[scale], last && words.isEmpty()));
    }
    return words;
}

QString counted(std::int64_t n, const Noun& noun)
{
    const auto below = n % 1000;
    if (n < 1000) return countedBelowThousand(n, noun, false);
    if (below == 0) return scaleWords(n, true).join(u" و"_s) + u' ' + noun.one;
    if (below <= 2) // ألف ريال وريال واحد, as in ألف ليلة وليلة
        return scaleWords(n, true).join(u" و"_s) + u' ' + noun.one + u" و"_s +
            (below == 1 ? noun.oneAlone : noun.two);
    return (scaleWords(n, false) << countedBelowThousand(below, noun, false)).join(u" و"_s);
}

std::uint64_t magnitudeOf(Money amount)
{
    return static_cast<std::uint64_t>(amount.isNegative() ? -amount.baisa() : amount.baisa());
}

QString englishBelowThousand(std::int64_t n)
{
    static constexpr std::array<QStringView, 20> kUnits{u"", u"one", u"two", u"three", u"four", u"five",
        u"six", u"seven", u"eight", u"nine", u"ten", u"eleven", u"twelve", u"thirteen", u"fourteen",
        u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};
    static constexpr std::array<QStringView, 10> kTensEn{
        u"", u"", u"twenty", u"thirty", u"forty", u"fifty", u"sixty", u"seventy", u"eighty", u"ninety"};
    const auto unit = [](std::int64_t i) { return kUnits[static_cast<std::size_t>(i)].toString(); };
    QString tens;
    if (n % 100 < 20)
        tens = unit(n % 100);
    else {
        tens = kTensEn[static_cast<std::size_t>(n % 100 / 10)].toString();
        if (n % 10) tens += u'-' + unit(n % 10);
    }
    if (n < 100) return tens;
    return unit(n / 100) + u" hundred"_s + (tens.isEmpty() ? QString() : u" and "_s + tens);
}

QString english(std::int64_t n)
{
    static constexpr std::array<QStringView, 5> kScales{
        u"", u" thousand", u" million", u" billion", u" trillion"};
    if (n == 0) return u"zero"_s;
    QStringList words;
    for (std::size_t scale = 0; n > 0; ++scale, n /= 1000)
        if (n % 1000) words.prepend(englishBelowThousand(n % 1000) + kScales[scale].toString());
    return words.join(u' ');
}

} // namespace

QString amountInWordsAr(Money amount)
{
    static const Noun rial{u"ريال عُماني"_s, u"ريال عُماني واحد"_s, u"ريالان عُمانيان"_s, u"ريالان عُمانيان"_s,
        u"ريالات عُمانية"_s, u"ريالًا عُمانيًا"_s};
    static const Noun baisa{
        u"بيسة"_s, u"بيسة واحدة"_s, u"بيستان"_s, u"بيستان"_s, u"بيسات"_s, u"بيسة"_s, Gender::Feminine};
    const auto whole = static_cast<std::int64_t>(magnitudeOf(amount) / 1000);
    const auto fraction = static_cast<std::int64_t>(magnitudeOf(amount) % 1000);
    QStringList parts;
    if (whole > 0) parts << counted(whole, rial);
    if (fraction > 0) parts << counted(fraction, baisa);
    if (parts.isEmpty()) parts << u"صفر ريال عُماني"_s;
    return u"فقط "_s + (amount.isNegative() ? u"سالب "_s : QString()) + parts.join(u" و"_s) + u" لا غير"_s;
}

QString amountInWordsEn(Money amount)
{
    const auto whole = static_cast<std::int64_t>(magnitudeOf(amount) / 1000);
    const auto fraction = static_cast<std::int64_t>(magnitudeOf(amount) % 1000);
    QStringList parts;
    if (whole > 0 || fraction == 0)
        parts << english(whole) + (whole == 1 ? u" Omani rial"_s : u" Omani rials"_s);
    if (fraction > 0) parts << english(fraction) + u" baisa"_s;
    QString text = (amount.isNegative() ? u"minus "_s : QString()) + parts.join(u" and "_s) + u" only"_s;
    text[0] = text[0].toUpper();
    return text;
}

} // namespace sanad
