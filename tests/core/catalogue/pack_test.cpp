#include "core/catalogue/catalogue.h"
#include "core/catalogue/date_limits.h"
#include "core/catalogue/pack_check.h"
#include "core/catalogue/sample_form.h"
#include "core/forms/form_layout.h"
#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"
#include "tests/core/catalogue/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <functional>
#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A document with the object at `path` ("services/0/fees/0") changed by `edit`.
QJsonValue edited(const QJsonValue& value, QStringList path, const std::function<void(QJsonObject&)>& edit)
{
    if (path.isEmpty()) {
        auto object = value.toObject();
        edit(object);
        return object;
    }
    const auto step = path.takeFirst();
    if (value.isArray()) {
        auto array = value.toArray();
        const auto at = step.toInt();
        array.replace(at, edited(array.at(at), path, edit));
        return array;
    }
    auto object = value.toObject();
    object.insert(step, edited(object.value(step), path, edit));
    return object;
}

std::set<QString> problemsOf(const QString& path, const std::function<void(QJsonObject&)>& edit)
{
    const auto steps = path.split(u'/', Qt::SkipEmptyParts);
    const auto report = checkPackDocument(edited(smallDocument(1, 1000), steps, edit).toObject());
    std::set<QString> keys;
    for (const auto& problem : report.problems)
        keys.insert(problem.key);
    return keys;
}

void setTo(QJsonObject& object, const char* key, const QJsonValue& value)
{
    object.insert(QString::fromLatin1(key), value);
}

} // namespace

TEST_CASE(
    "The demonstration pack has no problems and holds all 130 services in both languages", "[catalogue]")
{
    const auto report = must(checkPack(demonstrationFile()));
    for (const auto& problem : report.problems)
        UNSCOPED_INFO(problem.key.toStdString() << ' ' << problem.args.join(u' ').toStdString());
    CHECK(report.problems.empty());
    const auto& pack = report.contents;
    CHECK(pack.services.size() == 130);
    CHECK(pack.governorates.size() == 11);
    std::size_t wilayats = 0;
    for (const auto& governorate : pack.governorates)
        wilayats += governorate.wilayats.size();
    CHECK(wilayats == 63);
    CHECK(pack.manifest.demonstration);
    CHECK(pack.manifest.labelEn == u"demonstration fees"_s);

    static const QRegularExpression arabic(u"[\u0621-\u064a]"_s);
    for (const auto& service : pack.services) {
        INFO(service.item.code.toStdString());
        CHECK(arabic.match(service.item.nameAr).hasMatch());
        const auto layout = must(FormLayout::parse(
            must(parseJson(service.item.formLayout)), must(parseJson(service.item.formSchema))));
        for (const auto& section : layout.sections()) {
            for (const auto& field : section.fields) {
                INFO(field.name.toStdString());
                CHECK(arabic.match(field.label.ar).hasMatch());
                CHECK_FALSE(field.label.en.isEmpty());
                for (const auto& option : field.options)
                    CHECK_FALSE((option.label.ar.isEmpty() || option.label.en.isEmpty()));
                for (const auto& column : field.columns)
                    CHECK_FALSE((column.label.ar.isEmpty() || column.label.en.isEmpty()));
            }
        }
    }
}

TEST_CASE(
    "108 of the demonstration services are done on an agency's site with the desk's help", "[catalogue]")
{
    std::map<QString, int> kinds;
    for (const auto& service : demonstrationContents().services)
        ++kinds[service.item.channelKind];
    CHECK(kinds[u"assisted"_s] == 108);
    CHECK(kinds[u"local"_s] == 9);
    CHECK(kinds[u"rest"_s] == 7);
    CHECK(kinds[u"counter"_s] == 6);
}

TEST_CASE("pack check lists every service whose fee a clerk may have to enter", "[catalogue]")
{
    const auto report = must(checkPack(demonstrationFile()));
    std::map<QString, QStringList> causes;
    for (const auto& each : report.clerkEntered)
        causes[each.service] = each.causes;
    CHECK(causes[u"ROP-VEH-NEW"_s] == QStringList{u"fee.no-figure"_s});
    CHECK(causes[u"MOC-MORTGAGE"_s] == QStringList{u"fee.by-amount"_s});
    CHECK(causes[u"MOL-WP-UPGRADE"_s] == QStringList{u"fee.difference"_s});
    CHECK(causes[u"UTIL-ELEC"_s] == QStringList{u"fee.variable"_s});
    CHECK(causes[u"OCCI-JOIN"_s] == QStringList{u"fee.option-no-figure"_s});
    CHECK(causes[u"ROP-DL-CONVERT"_s] == QStringList{u"fee.extra-no-figure"_s});
    CHECK(causes[u"OBP-CR-RENEW"_s] == QStringList{u"fee.late-range"_s});
    CHECK(causes[u"ROP-VEH-RENEW"_s] == QStringList{u"fee.late-no-figure"_s});
    CHECK_FALSE(causes.contains(u"ROP-COND-OM"_s));
}

TEST_CASE("Made-up answers are valid for every service, number and day, and can be quoted", "[catalogue]")
{
    const auto day = GENERATE(QDate(2026, 11, 22), QDate(2027, 2, 28));
    for (const auto& packed : demonstrationContents().services) {
        const auto service = *serviceOn(packed, day);
        const auto schemaJson = must(parseJson(service.formSchema));
        const auto schema = must(FormSchema::compile(schemaJson));
        for (int number = 0; number < 6; ++number) {
            const auto form = sampleForm(service, number, day);
            INFO(service.code.toStdString()
                << ' ' << QJsonDocument(form).toJson(QJsonDocument::Compact).toStdString());
            const auto faults = schema.check(form);
            for (const auto& fault : faults)
                UNSCOPED_INFO(fault.pointer.toStdString() << ' ' << fault.key.toStdString());
            CHECK(faults.empty());
            CHECK(dateFaults(schemaJson.toObject(), form, day).empty());
            CHECK(sampleForm(service, number, day) == form);
        }
    }
}

TEST_CASE("Dates of a form keep to today and to each other", "[catalogue]")
{
    const auto service = [](const QString& code) {
        return must(parseJson(demonstrationService(code).formSchema)).toObject();
    };
    const auto road = service(u"ROP-ROAD-PERMIT"_s);
    const QJsonObject early{{u"trip_from"_s, u"2026-11-21"_s}, {u"trip_to"_s, u"2026-11-20"_s}};
    const auto faults = dateFaults(road, early, kDay);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0] == FormFault{u"/trip_from"_s, u"form.date-too-early"_s, {u"2026-11-22"_s}});
    CHECK(faults[1] == FormFault{u"/trip_to"_s, u"form.date-too-early"_s, {u"2026-11-21"_s}});
    const auto child = service(u"SPF-CHILD"_s);
    const QJsonObject unborn{{u"children"_s, QJsonArray{QJsonObject{{u"birth_date"_s, u"2026-11-23"_s}}}}};
    REQUIRE(dateFaults(child, unborn, kDay).size() == 1);
    CHECK(dateFaults(child, unborn, kDay).front().pointer == u"/children/0/birth_date"_s);
    CHECK(dateFaults(child, unborn, kDay.addDays(1)).empty());
}

TEST_CASE("One of sponsor and company must be named, and a company its registration", "[catalogue]")
{
    const auto visa = demonstrationService(u"ROP-VISA-WORK"_s);
    auto form = sampleForm(visa, 1, kDay);
    form.remove(u"cr_number"_s);
    const auto schema = must(FormSchema::compile(must(parseJson(visa.formSchema))));
    CHECK(schema.check(form).empty());
    form.remove(u"sponsor_civil_number"_s);
    CHECK_FALSE(schema.check(form).empty());
    form.insert(u"cr_number"_s, u"1234567"_s);
    CHECK(schema.check(form).empty());
}

TEST_CASE("A pack file is the same bytes each time and refuses every change", "[catalogue]")
{
    const auto file = smallFile(1, 1000);
    CHECK(smallFile(1, 1000) == file);
    CHECK(must(readPackFile(file)).document == smallDocument(1, 1000));
    for (qsizetype at = 0; at < file.size(); at += 7) {
        auto changed = file;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x20);
        CHECK_FALSE(readPackFile(changed));
    }
    for (const qsizetype length : {qsizetype{0}, qsizetype{8}, qsizetype{111}, file.size() - 1})
        CHECK_FALSE(readPackFile(file.first(length)));
    CHECK_FALSE(readPackFile(file + 'x'));
    CHECK(refusal(readPackFile(QByteArray(kMaxPackFile + 1, 'S'))).key == u"pack.too-large"_s);
}

TEST_CASE("A pack that lies about its size is refused before it is unpacked", "[catalogue]")
{
    auto file = smallFile(1, 1000);
    const auto key = demonstrationPublisher();
    constexpr qsizetype signatureAt = 40, lengthAt = 104;
    for (const int size : {10, 100'000, 0x7f000000}) {
        auto forged = file;
        for (int i = 0; i < 8; ++i)
            forged[lengthAt + i] = static_cast<char>((static_cast<quint64>(size) >> (8 * (7 - i))) & 0xff);
        const auto signature = sign(key, forged.first(signatureAt) + forged.sliced(lengthAt));
        forged.replace(signatureAt, signature.size(), signature);
        CHECK_FALSE(readPackFile(forged));
    }
}

TEST_CASE("What is wrong in a pack is named", "[catalogue]")
{
    const auto service = u"services/0"_s;
    const auto fee = u"services/0/fees/0"_s;
    CHECK(problemsOf({}, [](auto&) {}).empty());
    CHECK(problemsOf({}, [](auto& o) { setTo(o, "extra", 1); }).contains(u"pack.unknown-key"_s));
    CHECK(problemsOf({}, [](auto& o) { o.remove(u"agencies"_s); }).contains(u"pack.missing"_s));
    CHECK(problemsOf(u"manifest"_s, [](auto& o) { setTo(o, "version", 0); }).contains(u"pack.bad-number"_s));
    CHECK(problemsOf(u"manifest"_s, [](auto& o) { setTo(o, "format", 2); }).contains(u"pack.bad-number"_s));
    CHECK(problemsOf(u"manifest"_s, [](auto& o) {
        setTo(o, "valid_from", u"2026-02-30"_s);
    }).contains(u"pack.bad-date"_s));
    CHECK(problemsOf(service, [](auto& o) { o.remove(u"ar"_s); }).contains(u"pack.missing"_s));
    CHECK(problemsOf(service, [](auto& o) { setTo(o, "en", u""_s); }).contains(u"pack.text"_s));
    CHECK(problemsOf(service, [](auto& o) { setTo(o, "ar", u"خدمة\u202e"_s); }).contains(u"pack.text"_s));
    CHECK(problemsOf(service, [](auto& o) {
        setTo(o, "agency", u"NOBODY"_s);
    }).contains(u"pack.unknown-reference"_s));
    CHECK(problemsOf(service, [](auto& o) {
        setTo(o, "channel_kind", u"rest"_s);
    }).contains(u"pack.unknown-reference"_s));
    CHECK(problemsOf(service, [](auto& o) { setTo(o, "nature", u"odd"_s); }).contains(u"pack.not-allowed"_s));
    CHECK(problemsOf(service, [](auto& o) { setTo(o, "code", u"../A"_s); }).contains(u"pack.bad-code"_s));
    CHECK(problemsOf({}, [](auto& o) {
        auto services = o.value(u"services"_s).toArray();
        services.append(services.first());
        o.insert(u"services"_s, services);
    }).contains(u"pack.duplicate-code"_s));
    CHECK(problemsOf(fee, [](auto& o) {
        setTo(o, "valid_from", u"2026-06-01"_s);
    }).contains(u"pack.fee-gap"_s));
    CHECK(problemsOf(fee + u"/government"_s, [](auto& o) {
        setTo(o, "baisa", -1);
    }).contains(u"pack.bad-number"_s));
    CHECK(problemsOf(fee + u"/government"_s, [](auto& o) {
        setTo(o, "baisa", 1.5);
    }).contains(u"pack.bad-number"_s));
    CHECK(problemsOf(fee + u"/government"_s, [](auto& o) {
        setTo(o, "count_field", u"workers"_s);
    }).contains(u"pack.fee-field"_s));
    CHECK(problemsOf(fee + u"/service"_s, [](auto& o) {
        setTo(o, "ceiling_baisa", 100);
    }).contains(u"pack.ceiling"_s));
    CHECK(problemsOf(u"forms"_s, [](auto& o) { o.remove(u"A-ONE"_s); }).contains(u"pack.form-missing"_s));
    CHECK(problemsOf(u"forms/A-ONE/schema"_s, [](auto& o) {
        setTo(o, "type", u"thing"_s);
    }).contains(u"pack.form-schema"_s));
    CHECK(problemsOf(u"forms/A-ONE/schema"_s, [](auto& o) {
        setTo(o, "$ref", u"#/definitions/none"_s);
    }).contains(u"pack.form-schema"_s));
    CHECK(problemsOf(u"forms/A-ONE/layout"_s, [](auto& o) {
        setTo(o, "sections", QJsonArray());
    }).contains(u"pack.form-layout"_s));
    CHECK(problemsOf(fee + u"/government"_s, [](auto& o) {
        setTo(o, "formula",
            QJsonObject{{u"kind"_s, u"difference"_s}, {u"of"_s, u"B-TWO"_s}, {u"from_field"_s, u"a"_s},
                {u"to_field"_s, u"b"_s}});
    }).contains(u"pack.unknown-reference"_s));
}

TEST_CASE("A form that asks for what may not be stored is refused, wherever it asks", "[catalogue]")
{
    const auto section = u"forms/A-ONE/layout/sections/0"_s;
    const auto field = section + u"/fields/0"_s;
    const QJsonObject religion{{u"ar"_s, u"الديانة"_s}, {u"en"_s, u"Religion"_s}};
    const auto refused = [](const QString& path, const std::function<void(QJsonObject&)>& edit) {
        return problemsOf(path, edit).contains(u"pack.sensitive-field"_s);
    };
    CHECK(refused(section, [&](auto& o) { setTo(o, "label", religion); }));
    CHECK(refused(field, [&](auto& o) { setTo(o, "label", religion); }));
    CHECK(refused(field, [&](auto& o) { setTo(o, "hint", religion); }));
    const auto propertyOf = [](const char* type) {
        return [type](QJsonObject& o) { setTo(o, "note", QJsonDocument::fromJson(type).object()); };
    };
    // The form as a whole, with another schema of its only field.
    const auto withSchema = [&](const char* schema, const char* laidOut) {
        return refused(u"forms/A-ONE"_s, [&](QJsonObject& form) {
            QJsonObject whole = form[u"schema"].toObject();
            QJsonObject properties;
            propertyOf(schema)(properties);
            whole[u"properties"] = properties;
            form[u"schema"] = whole;
            form[u"layout"] = QJsonDocument::fromJson(laidOut).object();
        });
    };
    CHECK(withSchema(R"({"enum":["a"]})",
        R"({"sections":[{"key":"d","label":{"ar":"د","en":"D"},"fields":[{"name":"note","widget":"enum",
            "label":{"ar":"حالة","en":"State"},"options":[{"value":"a","label":{"ar":"مرض","en":"HIV positive"}}]}]}]})"));
    CHECK(withSchema(
        R"({"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"x":{"type":"string"}}}})",
        R"({"sections":[{"key":"d","label":{"ar":"د","en":"D"},"fields":[{"name":"note","widget":"table",
            "label":{"ar":"أشخاص","en":"People"},"columns":[{"name":"x","widget":"text","label":{"ar":"الديانة","en":"Religion"}}]}]}]})"));
}
