#include "core/base/base32.h"
#include "core/base/digits.h"
#include "core/base/search_text.h"
#include "core/base/text_gate.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("Arabic spellings of one name have one key", "[search]")
{
    struct Row {
        const char16_t* one;
        const char16_t* other;
    };
    const Row rows[] = {
        {u"أحمد", u"احمد"},
        {u"إبراهيم", u"ابراهيم"},
        {u"آمنة", u"امنه"},
        {u"موسى", u"موسي"},
        {u"فاطمة", u"فاطمه"},
        {u"عائشة", u"عايشه"},
        {u"لؤي", u"لوي"},
        {u"عبد الله", u"عبدالله"},
        {u"مُحَمَّد", u"محمد"},
        {u"محـــمد", u"محمد"},
        {u"الحارثي", u"حارثي"},
        {u"سالم بن حمد", u"سالم حمد"},
        {u"فاطمة بنت علي", u"فاطمه علي"},
        {u"شيماء", u"شيما"},
        {u"ﻣﺤﻤﺪ", u"محمد"},
        {u"یوسف", u"يوسف"},
        {u"سالم   حمد", u"سالم حمد"},
        {u"ٱلرحمن", u"الرحمن"},
    };
    for (const auto& row : rows) {
        INFO(QString::fromUtf16(row.one).toStdString());
        CHECK(foldArabic(QStringView(row.one)) == foldArabic(QStringView(row.other)));
    }
    CHECK(foldArabic(u"سالم") != foldArabic(u"سليم"));
    CHECK(foldArabic(u"عبد") == u"عبد"_s);
}

TEST_CASE("Latin spellings of one name have one key", "[search]")
{
    struct Row {
        const char16_t* one;
        const char16_t* other;
    };
    const Row rows[] = {
        {u"Khalid", u"Halid"},
        {u"Tariq", u"Tarik"},
        {u"Yousuf", u"Yusuf"},
        {u"Waleed", u"Walid"},
        {u"Saif", u"Seif"},
        {u"Zainab", u"Zaynab"},
        {u"Muath", u"Muadh"},
        {u"Hassan", u"Hasan"},
        {u"Al-Harthi", u"HARTHI"},
        {u"El Sayed", u"Sayed"},
        {u"Salim bin Hamad", u"salim hamad"},
        {u"D'Souza", u"DSouza"},
        {u"Salim", u"Salem"},
        {u"Maryam", u"Mariam"},
        {u"Harthy", u"Harthi"},
        {u"José", u"Jose"},
    };
    for (const auto& row : rows) {
        INFO(QString::fromUtf16(row.one).toStdString());
        CHECK(foldLatin(QStringView(row.one)) == foldLatin(QStringView(row.other)));
    }
    const auto sound = [](QStringView name) { return soundKey(foldLatin(name)); };
    CHECK(sound(u"Mohammed") == sound(u"Muhamad"));
    CHECK(sound(u"Issa") == sound(u"Eisa"));
    CHECK(sound(u"Dawood") == sound(u"Daoud"));
    CHECK(sound(u"محمد").isEmpty());
}

namespace {

/// True when what was typed so far of `text` finds a customer of that name: by keys, or by sound.
bool finds(const QString& typedText, const QStringList& index)
{
    const auto typed = typedWords(typedText);
    const auto starts = [&](const QString& key) {
        return std::any_of(
            index.begin(), index.end(), [&](const QString& word) { return word.startsWith(key); });
    };
    const auto hit = [&](auto form) {
        for (const auto& word : typed.finished)
            if (form(word).isEmpty() || !index.contains(form(word))) return false;
        if (typed.last.isEmpty() || typed.lastMayBeParticle ||
            (!form(typed.last).isEmpty() && starts(form(typed.last))))
            return true;
        return std::any_of(typed.lastAlternatives.begin(), typed.lastAlternatives.end(),
            [&](const QString& key) { return !form(key).isEmpty() && starts(form(key)); });
    };
    return hit([](const QString& key) { return key; }) ||
        hit([](const QString& key) { return soundKey(key); });
}

} // namespace

TEST_CASE("Every written form of every known name part finds the others, letter by letter", "[search]")
{
    QFile file(qEnvironmentVariable("SANAD_SOURCE") + u"/resources/domain/names.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto names = QJsonDocument::fromJson(file.readAll()).object();
    int checked = 0;
    for (const auto& group : {u"omani_given_male"_s, u"omani_given_female"_s, u"omani_family"_s}) {
        for (const auto& value : names[group].toArray()) {
            const auto entry = value.toObject();
            QStringList latin{entry[u"en"_s].toString()};
            for (const auto& variant : entry[u"en_variants"_s].toArray())
                latin << variant.toString();
            if (entry.contains(u"en_joined"_s)) latin << entry[u"en_joined"_s].toString();
            for (const auto& stored : latin) {
                const auto index = indexWords(stored);
                for (const auto& typed : latin) {
                    INFO(stored.toStdString() << " typed as " << typed.toStdString());
                    CHECK(finds(typed, index));
                    ++checked;
                }
                for (qsizetype length = 1; length <= stored.size(); ++length) {
                    INFO(stored.toStdString() << " typed up to " << stored.left(length).toStdString());
                    CHECK(finds(stored.left(length), index));
                }
            }
            for (const auto& form : {u"ar"_s, u"ar_m"_s, u"ar_f"_s}) {
                const QString stored = entry[form].toString();
                const auto index = indexWords(stored);
                for (qsizetype length = 1; length <= stored.size(); ++length) {
                    INFO(stored.toStdString() << " typed up to " << stored.left(length).toStdString());
                    CHECK(finds(stored.left(length), index));
                }
            }
        }
    }
    CHECK(checked > 500);
}

TEST_CASE("A full name is found however its parts are written", "[search]")
{
    const auto index = indexWords(u"سالم بن عبد الله بن حمد الحارثي Salim Abdullah Hamad Al Harthi"_s);
    for (const auto* typed : {u"سالم بن عبدالله", u"سالم بن", u"عبد ال", u"الحارثي سالم", u"حارثي",
             u"salem abdulla", u"al harthy", u"Alharthi", u"SALIM AL-H", u"elharthi s", u"salim al"}) {
        INFO(QString::fromUtf16(typed).toStdString());
        CHECK(finds(QString::fromUtf16(typed), index));
    }
    CHECK_FALSE(finds(u"سالم ناصر"_s, index));
    CHECK(finds(u"Abdul Raheem"_s, indexWords(u"Abdulrahim"_s)));
    CHECK(finds(u"Abdulrahim"_s, indexWords(u"Abdul Raheem"_s)));
    CHECK(finds(u"البو سعيدي"_s, indexWords(u"البوسعيدي"_s)));
    CHECK(finds(u"باعمر"_s, indexWords(u"با عمر"_s)));
    CHECK(finds(u"Abdel Rahman"_s, indexWords(u"Abdulrahman"_s)));
    CHECK(typedWords(u"   ").isEmpty());
    CHECK(typedWords(u"سالم ").last.isEmpty());
}

TEST_CASE("The text gate mends what is harmless and refuses what deceives", "[text]")
{
    CHECK(cleanText(u"  سالم \t حمد ").value() == u"سالم حمد"_s);
    CHECK(cleanText(u"e\u0301").value() == u"é"_s);
    CHECK(cleanText(u"\u200Fسا\u200Bلم\uFEFF").value() == u"سالم"_s);
    CHECK(cleanText(u"a\r\nb\r\n", {.multiline = true}).value() == u"a\nb"_s);
    CHECK(cleanText(QString(200, u'م')).has_value());
    const struct {
        QString text;
        QString key;
    } bad[] = {
        {u"a\u202Eb"_s, u"text.bidi"_s},
        {u"a\u2067b"_s, u"text.bidi"_s},
        {u"a"_s + QChar(0x01), u"text.control"_s},
        {u"a\nb"_s, u"text.control"_s},
        {QString(QChar(0xD800)), u"text.not-unicode"_s},
        {QString(QChar(0xFFFF)), u"text.not-unicode"_s},
        {QString(201, u'م'), u"text.too-long"_s},
        {QString(100'000, u' '), u"text.too-long"_s},
    };
    for (const auto& row : bad)
        CHECK(test::refusal(cleanText(row.text)).key == row.key);
    CHECK(test::refusal(cleanText(u" \u200B ", {.required = true})).key == u"text.empty"_s);
    CHECK(test::refusal(cleanText(u"a\nb")).key == u"text.control"_s);
}

TEST_CASE("Of a text of others what deceives is taken out, and the rest is cut at whole characters", "[text]")
{
    const auto of = [](const QString& text, int most = 200) { return strippedText(text, most); };
    CHECK(of(u" REF\u202E12\u2066-\a\x1B[31m 7\r\n\u20289 "_s) == u"REF12-[31m 7 9"_s);
    CHECK(of(u"\u3164\u115F\uFEFF\uE000\uFFFF"_s).isEmpty());
    CHECK(of(u"e\u0301"_s) == u"\u00E9"_s);
    CHECK(of(QString(QChar(0xD800)) + u"x"_s) == u"x"_s);
    const QString house = QString::fromUcs4(U"\U0001F3E0");
    CHECK(of(house + house + house, 2) == house + house);
    CHECK(of(QString(500, u'س'), 200) == QString(200, u'س'));
    for (const QString& clean : {u"سالم بن حمد"_s, u"OMR 12.500, T-000123"_s})
        CHECK(of(clean) == cleanText(clean).value());
}

TEST_CASE("Bytes that are not UTF-8 are refused with their place", "[text]")
{
    CHECK(textFromUtf8("\xEF\xBB\xBFسالم").value() == u"سالم"_s);
    for (const auto* bad : {"ab\xFF", "ab\xC0\xAF", "ab\xED\xA0\x80", "ab\xF4\x90\x80\x80", "ab\xE2\x82"}) {
        const auto error = test::refusal(textFromUtf8(bad));
        CHECK(error.code == ErrorCode::Unusable);
        CHECK(error.args == QStringList{u"2"_s});
    }
}

TEST_CASE("Base 32 is that of RFC 4648", "[text]")
{
    const std::pair<const char*, const char16_t*> rows[] = {{"", u""}, {"f", u"MY"}, {"fo", u"MZXQ"},
        {"foo", u"MZXW6"}, {"foob", u"MZXW6YQ"}, {"fooba", u"MZXW6YTB"}, {"foobar", u"MZXW6YTBOI"}};
    for (const auto& [bytes, text] : rows) {
        CHECK(toBase32(QByteArrayView(bytes, qstrlen(bytes))) == QString::fromUtf16(text));
        CHECK(fromBase32(QStringView(text)) == QByteArray(bytes));
    }
    CHECK(fromBase32(u"mzxw 6ytb-oi") == QByteArray("foobar"));
    CHECK_FALSE(fromBase32(u"MZXW1"));
    CHECK_FALSE(fromBase32(u"MZ1"));
    CHECK_FALSE(fromBase32(u"A"));
}

TEST_CASE("Digits of both Arabic sets become ASCII", "[text]")
{
    CHECK(asciiDigits(u"٠١٢٣٤٥٦٧٨٩ ۰۹ a") == u"0123456789 09 a"_s);
    CHECK(isAsciiDigits(u"12"));
    CHECK_FALSE(isAsciiDigits(u"١٢"));
    CHECK_FALSE(isAsciiDigits(u""));
}

TEST_CASE("A document's number is found however its digits and letters are typed", "[text]")
{
    CHECK(documentNumber(u" c1-٠٠٠١٢٣ ") == u"C1-000123"_s);
    CHECK(documentNumber(u"T-۰۰۰۰۰۹") == u"T-000009"_s);
}

TEST_CASE("Whatever shows nothing is taken out of a text, so that names that look alike are alike", "[base]")
{
    for (const char32_t c :
        {0x034Fu, 0x115Fu, 0x200Bu, 0x200Eu, 0x206Au, 0x206Eu, 0x3164u, 0xFE0Fu, 0xE0041u})
        CHECK(test::must(cleanText(u"سالم"_s + QString::fromUcs4(&c, 1) + u" حمد"_s)) == u"سالم حمد"_s);
    CHECK(cleanText(u"a\uFFF9b"_s).error().key == u"text.not-unicode"_s);
}
