#include "core/base/identifiers.h"

#include "core/base/mrz.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

QJsonArray publishedIdentifiers()
{
    QFile file(qEnvironmentVariable("SANAD_SOURCE") + u"/resources/domain/identifiers.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll())[u"identifiers"_s].toArray();
}

RuleCertainty certaintyOf(const QString& text)
{
    if (text == u"verified"_s) return RuleCertainty::Verified;
    return text == u"commonly known"_s ? RuleCertainty::CommonlyKnown : RuleCertainty::Guess;
}

} // namespace

TEST_CASE("The table of identifiers is the published one, rule by rule", "[identifiers]")
{
    const auto published = publishedIdentifiers();
    CHECK(static_cast<std::size_t>(published.size()) == identifierRules().size());
    for (const auto& value : published) {
        const auto entry = value.toObject();
        const QString key = entry[u"key"_s].toString();
        INFO(key.toStdString());
        const auto* rule = identifierRule(key);
        REQUIRE(rule);
        CHECK(rule->pattern.toString() == entry[u"regex"_s].toString());
        CHECK(rule->usualPattern.toString() == entry[u"warn_regex"_s].toString());
        CHECK(rule->certainty == certaintyOf(entry[u"confidence"_s].toString()));
        for (const auto& example : entry[u"valid_examples"_s].toArray()) {
            INFO(example.toString().toStdString());
            CHECK(hasIdentifierForm(key, example.toString()));
            const auto check = checkIdentifier(key, example.toString());
            CHECK(check.value == example.toString());
            CHECK(check.verdict != IdentifierVerdict::Refused);
        }
        for (const auto& example : entry[u"invalid_examples"_s].toArray()) {
            INFO(example.toString().toStdString());
            CHECK_FALSE(hasIdentifierForm(key, example.toString()));
        }
        if (entry.contains(u"bad_checksum_example"_s)) {
            const QString bad = entry[u"bad_checksum_example"_s].toString();
            CHECK(hasIdentifierForm(key, bad));
            CHECK(checkIdentifier(key, bad).verdict == IdentifierVerdict::Refused);
            CHECK(checkIdentifier(key, bad).problem == u"identifier.checksum"_s);
        }
    }
}

TEST_CASE("Numbers are stored in one form however they were typed", "[identifiers]")
{
    struct Row {
        const char16_t* key;
        const char16_t* typed;
        const char16_t* stored;
    };
    const Row rows[] = {
        {u"civil_number", u" ١٢٣٤٥٦٧٨ ", u"12345678"},
        {u"civil_number", u"CV 1234-5678", u"12345678"},
        {u"cr_number", u"CR1234567", u"1234567"},
        {u"cr_number", u"1/23456/7", u"1234567"},
        {u"passport_number", u"ab 12-34567", u"AB1234567"},
        {u"vatin", u"om1100000001", u"OM1100000001"},
        {u"iban_om", u"om83 0990 0000 0000 0000 017", u"OM830990000000000000017"},
        {u"phone_mobile", u"+968 9212 3456", u"92123456"},
        {u"phone_mobile", u"00968-92123456", u"92123456"},
        {u"phone_mobile", u"96892123456", u"92123456"},
        {u"phone_mobile", u"(٩٢١٢) ٣٤٥٦", u"92123456"},
        {u"email", u" Sample@Example.OM", u"Sample@example.om"},
        {u"omr_amount", u"١٬٢٣٤٫٥", u"1234.5"},
        {u"plate_number", u"12345 أب", u"12345 AB"},
        {u"plate_number", u"أ ب ١٢٣٤٥", u"12345 AB"},
        {u"plate_number", u"ab12345", u"12345 AB"},
        {u"plate_number", u"٥٥ ط ب ا", u"55 TBA"},
        {u"plate_number", u"123", u"123"},
        {u"einvoice_uuid", u"F12F329F-6430-4399-B661-7C5CD9C3A9E6", u"f12f329f-6430-4399-b661-7c5cd9c3a9e6"},
    };
    for (const auto& row : rows) {
        INFO(QString::fromUtf16(row.typed).toStdString());
        CHECK(normalisedIdentifier(QStringView(row.key), QStringView(row.typed)) ==
            QString::fromUtf16(row.stored));
    }
}

TEST_CASE("A nationality is a country's, or one of travel documents of their own", "[identifiers]")
{
    for (const auto* known : {u"OMN", u"IND", u"SDN", u"XXA", u"UNO"})
        CHECK(checkIdentifier(u"nationality", QStringView(known)).verdict == IdentifierVerdict::Fine);
    for (const auto* other : {u"ZZZ", u"QQQ"})
        CHECK(checkIdentifier(u"nationality", QStringView(other)).verdict == IdentifierVerdict::Unusual);
}

TEST_CASE("Only a certain rule blocks; a doubtful one warns", "[identifiers]")
{
    CHECK(checkIdentifier(u"vatin", u"OM12").verdict == IdentifierVerdict::Refused);
    CHECK(checkIdentifier(u"civil_number", u"12345678").verdict == IdentifierVerdict::Fine);
    CHECK(checkIdentifier(u"civil_number", u"12345").verdict == IdentifierVerdict::Unusual);
    CHECK(checkIdentifier(u"civil_number", u"12345").problem == u"identifier.length"_s);
    CHECK(checkIdentifier(u"civil_number", u"12A45678").verdict == IdentifierVerdict::Unusual);
    CHECK(checkIdentifier(u"passport_number_om", u"X").verdict == IdentifierVerdict::Unusual);
    CHECK(checkIdentifier(u"no_such_kind", u"1").problem == u"identifier.unknown-kind"_s);
    CHECK(checkIdentifier(u"civil_number", u"12345678\n").value == u"12345678"_s);
    CHECK_FALSE(hasIdentifierForm(u"civil_number", u"12345678\n"_s));
}

TEST_CASE("A phone number has one stored form, foreign ones keep their country", "[identifiers]")
{
    CHECK(normalisedPhone(u"9212 3456") == u"+96892123456"_s);
    CHECK(normalisedPhone(u"٠٠٩٦٨٩٢١٢٣٤٥٦") == u"+96892123456"_s);
    CHECK(normalisedPhone(u"24123456") == u"+96824123456"_s);
    CHECK(normalisedPhone(u"00971 50 123 4567") == u"+971501234567"_s);
    CHECK(checkPhone(u"92123456").verdict == IdentifierVerdict::Fine);
    CHECK(checkPhone(u"24123456").verdict == IdentifierVerdict::Fine);
    CHECK(checkPhone(u"70123456").verdict == IdentifierVerdict::Unusual);
    CHECK(checkPhone(u"+971501234567").verdict == IdentifierVerdict::Fine);
    CHECK(checkPhone(u"971501234567").verdict == IdentifierVerdict::Unusual);
    CHECK(phoneText(u"+96892123456"_s) == u"9212 3456"_s);
    CHECK(maskedIdentifier(u"12345678") == u"•••••678"_s);
    CHECK(maskedIdentifier(u"123") == u"•••"_s);
}

TEST_CASE("A scanned card or passport is read with its check digits", "[identifiers]")
{
    const QDate today(2026, 11, 22);
    const auto card = readMrz(u"IDOMNT00000001400000018<<<<<<<\n9001011M3201015OMN<<<<<<<<<<<9\n"
                              u"SYNTHETIC<<SAMPLE<<<<<<<<<<<<<"_s,
        today);
    REQUIRE(card);
    CHECK_FALSE(card->passport);
    CHECK(card->checksRight);
    CHECK(card->birthDate == QDate(1990, 1, 1));
    CHECK(card->expiry == QDate(2032, 1, 1));
    CHECK(card->surname == u"SYNTHETIC"_s);
    CHECK(card->sex == u'M');

    // A reader of print takes 0 for O and 1 for I; Windows ends lines with two characters.
    const auto smudged = readMrz(u"P<OMNSYNTHETIC<<SAMPLE<<<<<<<<<<<<<<<<<<<<<<\r\n"
                                 u"T0000001<6OMN9OOIOI1F320101500000026<<<<<<28\r\n"_s,
        today);
    REQUIRE(smudged);
    CHECK(smudged->passport);
    CHECK(smudged->checksRight);
    CHECK(smudged->number == u"T0000001"_s);
    CHECK(smudged->birthDate == QDate(1990, 1, 1));

    const auto forged = readMrz(u"P<OMNSYNTHETIC<<SAMPLE<<<<<<<<<<<<<<<<<<<<<<\n"
                                u"T0000002<6OMN9001011F320101500000026<<<<<<28"_s,
        today);
    REQUIRE(forged);
    CHECK_FALSE(forged->checksRight);
    CHECK_FALSE(readMrz(u"P<OMN"_s, today));
}
