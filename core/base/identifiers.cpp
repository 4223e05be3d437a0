#include "core/base/identifiers.h"

#include "core/base/digits.h"
#include "core/base/mrz.h"

#include <QRegularExpression>

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// The texts are those of `resources/domain/identifiers.json`; a test compares them.
constexpr QStringView kMobile = u"^(?:1505[0-9]{4}|90[1-9][0-9]{5}|(?:7[126-9]|9[1-9])[0-9]{6})$";
constexpr QStringView kLandline = u"^2[1-6][0-9]{6}$";
constexpr QStringView kTollFree = u"^(?:8007[0-9]{4,5}|(?:500|800[05])[0-9]{4})$";
constexpr QStringView kEmail =
    u"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}$";
constexpr QStringView kPlate = u"^(?:[1-9][0-9]{0,4})(?: ?[ABDHJKLMRSTWY]{1,3})?$";
constexpr QStringView kTd1 =
    u"^[AIC][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{9}[0-9<][A-Z0-9<]{15}\\n[0-9]{6}[0-9][MFX<][0-9]{6}[0-9]"
    u"[A-Z<]{3}[A-Z0-9<]{11}[0-9]\\n[A-Z<]{30}$";
constexpr QStringView kTd3 =
    u"^P[A-Z0-9<][A-Z<]{3}[A-Z<]{39}\\n[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{6}[0-9][MFX<][0-9]{6}"
    u"[0-9][A-Z0-9<]{14}[0-9<][0-9]$";
constexpr QStringView kUuid = u"^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

constexpr auto kVerified = RuleCertainty::Verified;
constexpr auto kCommon = RuleCertainty::CommonlyKnown;
constexpr auto kGuess = RuleCertainty::Guess;

struct LetterPair {
    char16_t arabic;
    char16_t latin;
};
constexpr std::array<LetterPair, 15> kPlateLetters{{{u'أ', u'A'}, {u'ا', u'A'}, {u'إ', u'A'}, {u'ب', u'B'},
    {u'د', u'D'}, {u'ح', u'H'}, {u'ج', u'J'}, {u'ك', u'K'}, {u'ل', u'L'}, {u'م', u'M'}, {u'ر', u'R'},
    {u'س', u'S'}, {u'ط', u'T'}, {u'و', u'W'}, {u'ي', u'Y'}}};

QString without(QString text, QStringView characters)
{
    return text.removeIf([&](QChar c) { return characters.contains(c); });
}

QString withoutPrefix(const QString& text, QStringView prefix)
{
    return text.startsWith(prefix) ? text.mid(prefix.size()) : text;
}

/// Digits first, then the letters, whichever way round and in whichever script they were typed.
QString plateForm(const QString& upper)
{
    QString digits, letters;
    for (const QChar c : upper) {
        const auto pair =
            std::find_if(kPlateLetters.begin(), kPlateLetters.end(), [c](auto p) { return p.arabic == c; });
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (pair != kPlateLetters.end())
            letters += QChar(pair->latin);
        else if (!c.isSpace() && c != u'-' && c != u'/' && c != QChar(0x0640))
            letters += c;
    }
    return letters.isEmpty() ? digits : digits + u' ' + letters;
}

QString emailForm(const QString& text)
{
    const auto at = text.lastIndexOf(u'@');
    return at < 0 ? text : text.left(at) + text.mid(at).toLower();
}

QString amountForm(QString text)
{
    text.replace(QChar(0x066B), u'.');
    return without(text, u",\u066C\u060C ");
}

const QRegularExpression& compiled(QStringView pattern)
{
    thread_local std::map<QStringView, QRegularExpression>
        cache; // views into the table above, which never goes
    const auto found = cache.find(pattern);
    if (found != cache.end()) return found->second;
    // \z, not $: a line end after the number is no part of it.
    QString text = pattern.toString();
    if (text.endsWith(u'$')) text = text.chopped(1) + u"\\z"_s;
    return cache.emplace(pattern, QRegularExpression(text)).first->second;
}

bool matches(QStringView pattern, const QString& text)
{
    return compiled(pattern).match(text).hasMatch();
}

bool hasTypicalLength(const IdentifierRule& rule, const QString& value)
{
    return rule.usualPattern.isEmpty() || matches(rule.usualPattern, value);
}

/// ISO 3166-1 alpha-3, as ICU lists it, and what else stands on travel documents (ICAO Doc 9303-3, section 5:
/// the stateless, refugees, the United Nations).
bool isCountry(const QString& code)
{
    static const auto known = [] {
        std::set<QByteArray> codes{"XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UNK", "EUE", "GBD", "GBN",
            "GBO", "GBP", "GBS", "RKS", "XOM", "XPO"};
        for (const char* const* each = uloc_getISOCountries(); *each; ++each)
            codes.insert(uloc_getISO3Country((QByteArray("und_") + *each).constData()));
        return codes;
    }();
    return known.contains(code.toLatin1());
}

} // namespace

const std::vector<IdentifierRule>& identifierRules()
{
    static const std::vector<IdentifierRule> rules{
        {u"civil_number", u"^[1-9][0-9]{4,8}$", u"^[1-9][0-9]{6,8}$", kCommon},
        {u"id_card_kind", u"^(citizen_id|resident_card|gcc_id|passport_only)$", {}, kVerified},
        {u"passport_number", u"^[A-Z0-9]{5,12}$", {}, kCommon},
        {u"passport_number_om", u"^[A-Z]{0,2}[0-9]{6,8}$", {}, kGuess},
        {u"cr_number", u"^[1-9][0-9]{4,7}$", u"^[1-9][0-9]{6}$", kCommon},
        {u"occi_number", u"^[0-9]{1,9}$", {}, kGuess},
        {u"labour_permit_number", u"^[0-9A-Z/-]{4,20}$", {}, kGuess},
        {u"phone_mobile", kMobile, {}, kCommon},
        {u"phone_landline", kLandline, {}, kVerified},
        {u"phone_tollfree", kTollFree, {}, kVerified},
        {u"email", kEmail, {}, kCommon},
        {u"plate_number", kPlate, {}, kCommon},
        {u"vin", u"^[A-HJ-NPR-Z0-9]{17}$", {}, kCommon},
        {u"po_box", u"^[1-9][0-9]{0,4}$", {}, kCommon},
        {u"postal_code", u"^[1-9][0-9]{2}$", {}, kVerified},
        {u"omr_amount", u"^(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,3})?$", {}, kVerified},
        {u"vatin", u"^OM[0-9]{10}$", {}, kVerified},
        {u"tax_card_tin", u"^[0-9]{1,8}$", {}, kCommon},
        {u"iban_om", u"^OM[0-9]{2}[0-9]{3}[A-Z0-9]{16}$", {}, kCommon},
        {u"mrz_td1", kTd1, {}, kCommon},
        {u"mrz_td3", kTd3, {}, kVerified},
        {u"nationality", u"^[A-Z]{3}$", {}, kVerified},
        {u"wilayat_code", u"^OM-(?:MA|ZU|MU|BU|DA|BS|BJ|SJ|SS|ZA|WU)-[A-Z-]+$", {}, kVerified},
        {u"date_iso", u"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$", {}, kCommon},
        {u"einvoice_uuid", kUuid, {}, kVerified},
        {u"receipt_number", u"^[A-Z][A-Z0-9]{0,5}-[0-9]{6,}$", {}, kGuess},
        {u"sanad_licence_number", u"^[0-9A-Z/-]{1,20}$", {}, kGuess},
    };
    return rules;
}

const IdentifierRule* identifierRule(QStringView key)
{
    const auto& rules = identifierRules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [key](const auto& rule) { return rule.key == key; });
    return found == rules.end() ? nullptr : &*found;
}

bool hasIdentifierForm(QStringView key, const QString& text)
{
    const auto* rule = identifierRule(key);
    return rule && matches(rule->pattern, text);
}

QString normalisedIdentifier(QStringView key, QStringView text)
{
    if (!identifierRule(key) || key == u"wilayat_code") return text.trimmed().toString();
    if (key.startsWith(u"phone_")) {
        const QString phone = normalisedPhone(text);
        return withoutPrefix(phone, u"+968");
    }
    const QString plain = asciiDigits(text).trimmed();
    if (key == u"email") return emailForm(plain);
    if (key == u"omr_amount") return amountForm(plain);
    if (key == u"id_card_kind" || key == u"einvoice_uuid") return plain.toLower();
    if (key == u"plate_number") return plateForm(plain.toUpper());
    if (key.startsWith(u"mrz_")) return without(plain.toUpper(), u" \r\t");
    if (key == u"civil_number") return without(withoutPrefix(plain.toUpper(), u"CV"), u" -");
    if (key == u"cr_number") return without(withoutPrefix(plain.toUpper(), u"CR"), u" /-");
    if (key == u"passport_number" || key == u"passport_number_om" || key == u"vin" || key == u"vatin")
        return without(plain.toUpper(), u" -");
    if (key == u"iban_om") return without(plain.toUpper(), u" ");
    return plain.toUpper();
}

IdentifierCheck checkIdentifier(QStringView key, QStringView text)
{
    const auto* rule = identifierRule(key);
    IdentifierCheck check{normalisedIdentifier(key, text), IdentifierVerdict::Fine, {}};
    if (!rule) {
        check.verdict = IdentifierVerdict::Unusual;
        check.problem = u"identifier.unknown-kind"_s;
    } else if (check.value.isEmpty() || !matches(rule->pattern, check.value)) {
        const bool blocks = rule->certainty == kVerified && !check.value.isEmpty();
        check.verdict = blocks ? IdentifierVerdict::Refused : IdentifierVerdict::Unusual;
        check.problem = u"identifier.format"_s;
    } else if (key == u"iban_om" && !isIbanChecksumRight(check.value)) {
        check.verdict = IdentifierVerdict::Refused;
        check.problem = u"identifier.checksum"_s;
    } else if (key == u"nationality" && !isCountry(check.value)) {
        check.verdict = IdentifierVerdict::Unusual;
        check.problem = u"identifier.format"_s;
    } else if (key.startsWith(u"mrz_")) {
        const auto document = readMrz(check.value, QDate::currentDate());
        if (document && document->checksRight) return check;
        check.verdict = IdentifierVerdict::Refused;
        check.problem = u"identifier.checksum"_s;
    } else if (!hasTypicalLength(*rule, check.value)) {
        check.verdict = IdentifierVerdict::Unusual;
        check.problem = u"identifier.length"_s;
    }
    return check;
}

QString normalisedPhone(QStringView text)
{
    QString phone = without(asciiDigits(text), u" ()-.\u00A0").trimmed();
    if (phone.startsWith("00"_L1))
        phone = u'+' + phone.mid(2);
    else if (phone.size() == 11 && phone.startsWith("968"_L1))
        phone.prepend(u'+');
    if (!isAsciiDigits(phone)) return phone;
    const bool eightDigits = phone.size() == 8 && !phone.startsWith(u'0');
    const bool omani =
        eightDigits || matches(kMobile, phone) || matches(kLandline, phone) || matches(kTollFree, phone);
    return omani ? u"+968"_s + phone : phone;
}

IdentifierCheck checkPhone(QStringView text)
{
    IdentifierCheck check{normalisedPhone(text), IdentifierVerdict::Unusual, u"identifier.format"_s};
    const QString national = withoutPrefix(check.value, u"+968");
    if (national.size() != check.value.size() &&
        (matches(kMobile, national) || matches(kLandline, national) || matches(kTollFree, national)))
        return {check.value, IdentifierVerdict::Fine, {}};
    const bool foreign = national.size() == check.value.size() && check.value.startsWith(u'+') &&
        check.value.size() >= 8 && check.value.size() <= 16 && isAsciiDigits(QStringView(check.value).mid(1));
    if (foreign) return {check.value, IdentifierVerdict::Fine, {}};
    return check;
}

QString phoneText(const QString& stored)
{
    const QString national = withoutPrefix(stored, u"+968");
    if (national.size() == stored.size() || national.size() != 8) return stored;
    return national.left(4) + u' ' + national.mid(4);
}

QString maskedIdentifier(QStringView value)
{
    constexpr qsizetype kShown = 3;
    const qsizetype shown = value.size() > kShown ? kShown : 0;
    return QString(value.size() - shown, QChar(0x2022)) + value.last(shown).toString();
}

bool isIbanChecksumRight(QStringView iban)
{
    if (iban.size() < 5) return false;
    int remainder = 0;
    for (const QChar c : iban.mid(4).toString() + iban.left(4).toString()) {
        const auto u = c.unicode();
        const int value = u >= u'0' && u <= u'9' ? u - u'0' : u >= u'A' && u <= u'Z' ? u - u'A' + 10 : -1;
        if (value < 0) return false;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
}

} // namespace sanad
