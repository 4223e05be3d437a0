#include "core/base/sensitive_data.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Word {
    QStringView text; ///< Of Latin script the beginning of a word, of Arabic a whole one without its article.
    SensitiveKind kind;
};

using enum SensitiveKind;
constexpr std::array kWords{
    Word{u"medical", Health},
    Word{u"health", Health},
    Word{u"disease", Health},
    Word{u"illness", Health},
    Word{u"disab", Health},
    Word{u"blood", Health},
    Word{u"pregnan", Health},
    Word{u"diagnos", Health},
    Word{u"hiv", Health},
    Word{u"aids", Health},
    Word{u"تشخيص", Health},
    Word{u"ايدز", Health},
    Word{u"طبي", Health},
    Word{u"طبيه", Health},
    Word{u"صحي", Health},
    Word{u"صحيه", Health},
    Word{u"مرض", Health},
    Word{u"مرضيه", Health},
    Word{u"امراض", Health},
    Word{u"اعاقه", Health},
    Word{u"فصيله", Health},
    Word{u"genetic", Genetic},
    Word{u"dna", Genetic},
    Word{u"وراثي", Genetic},
    Word{u"وراثيه", Genetic},
    Word{u"جينيه", Genetic},
    Word{u"biometr", Biometric},
    Word{u"fingerprint", Biometric},
    Word{u"facial", Biometric},
    Word{u"retina", Biometric},
    Word{u"بصمه", Biometric},
    Word{u"بصمات", Biometric},
    Word{u"ethnic", Origin},
    Word{u"race", Origin},
    Word{u"racial", Origin},
    Word{u"tribe", Origin},
    Word{u"tribal", Origin},
    Word{u"عرق", Origin},
    Word{u"قبلي", Origin},
    Word{u"عرقي", Origin},
    Word{u"عرقيه", Origin},
    Word{u"قبيله", Origin},
    Word{u"sexual", PrivateLife},
    Word{u"religi", Belief},
    Word{u"faith", Belief},
    Word{u"denominat", Belief},
    Word{u"ديني", Belief},
    Word{u"دينيه", Belief},
    Word{u"عقيده", Belief},
    Word{u"معتقد", Belief},
    Word{u"معتقدات", Belief},
    Word{u"طائفه", Belief},
    Word{u"political", Belief},
    Word{u"ديانه", Belief},
    Word{u"مذهب", Belief},
    Word{u"سياسي", Belief},
    Word{u"سياسيه", Belief},
    Word{u"criminal", Conviction},
    Word{u"conviction", Conviction},
    Word{u"جنائي", Conviction},
    Word{u"جنائيه", Conviction},
    Word{u"سوابق", Conviction},
    Word{u"محكوميه", Conviction},
};
/// A policy says who is insured, not how they are.
constexpr std::array kInsurance{u"insurance", u"تامين"};

bool isLatin(QStringView word)
{
    return word.front().unicode() < 0x80;
}

/// Small letters, hamza and the feminine ending alike, without the article.
QStringList plainWords(const QString& name)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (word.size() > 4 && word.startsWith(u"ال"_s)) word.remove(0, 2);
        if (!word.isEmpty()) words << word;
        word.clear();
    };
    constexpr QChar kTatweel(0x0640);
    for (QChar c : name.toLower()) {
        if (c == kTatweel) continue;
        if (c == QChar(0x0623) || c == QChar(0x0625) || c == QChar(0x0622)) c = QChar(0x0627);
        if (c == QChar(0x0629)) c = QChar(0x0647);
        if (c.isLetter())
            word += c;
        else if (!c.isMark())
            end();
    }
    end();
    return words;
}

} // namespace

QString sensitiveKindKey(SensitiveKind kind)
{
    switch (kind) {
    case Health:
        return u"health"_s;
    case Genetic:
        return u"genetic"_s;
    case Biometric:
        return u"biometric"_s;
    case Origin:
        return u"origin"_s;
    case PrivateLife:
        return u"private-life"_s;
    case Belief:
        return u"belief"_s;
    case Conviction:
        return u"conviction"_s;
    }
    return {};
}

std::optional<SensitiveKind> sensitiveKindOf(const QString& name)
{
    const QStringList words = plainWords(name);
    for (const QStringView insurance : kInsurance)
        if (words.contains(insurance)) return std::nullopt;
    if (words == QStringList{u"دين"_s}) return Belief; // among other words it is a debt
    for (const QString& word : words)
        for (const Word& known : kWords)
            if (word == known.text || (isLatin(known.text) && word.startsWith(known.text))) return known.kind;
    return std::nullopt;
}

} // namespace sanad
