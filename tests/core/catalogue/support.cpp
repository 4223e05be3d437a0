#include "tests/core/catalogue/support.h"

#include "core/catalogue/pack_service.h"
#include "core/catalogue/pack_source.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::test {

std::unique_ptr<Database> trustingDatabase()
{
    auto db = migratedDatabase();
    must(
        PackService(*db).confirmPublisher(demonstrationPublisher().publicKey, u"Demonstrations"_s, anyone()));
    return db;
}

const QJsonObject& demonstrationDocument()
{
    static const auto document =
        must(readPackSource(qEnvironmentVariable("SANAD_SOURCE") + u"/resources/pack"_s));
    return document;
}

QByteArray demonstrationFile()
{
    static const auto file = writePackFile(demonstrationDocument(), demonstrationPublisher());
    return file;
}

const PackContents& demonstrationContents()
{
    static const auto contents = [] {
        std::vector<Error> problems;
        auto read = readPackContents(demonstrationDocument(), problems);
        REQUIRE(problems.empty());
        return read;
    }();
    return contents;
}

ServiceItem demonstrationService(const QString& code)
{
    for (const auto& service : demonstrationContents().services)
        if (service.item.code == code) return *serviceOn(service, kDay);
    FAIL("no service " << code.toStdString());
    return {};
}

QJsonObject smallDocument(std::int64_t version, std::int64_t baisa, const QString& validFrom)
{
    auto document = QJsonDocument::fromJson(R"({
        "manifest": {"format": 1, "pack": "test.small", "version": 1, "valid_from": "2026-01-01",
                     "demonstration": true, "ar": "حزمة", "en": "Pack"},
        "categories": [{"code": "traffic", "ar": "المرور", "en": "Traffic"},
                       {"code": "centre_own", "ar": "خدمات المركز", "en": "Own"}],
        "channels": [{"code": "local", "kind": "local", "ar": "داخل المركز", "en": "Local"}],
        "agencies": [{"code": "CENTRE", "name_ar": "المركز", "name_en": "Centre", "short_ar": "المركز",
                      "kind": "centre", "website": ""}],
        "governorates": [],
        "services": [{"code": "A-ONE", "agency": "CENTRE", "category": "traffic", "nature": "own",
            "channel": "local", "channel_kind": "local", "ar": "خدمة أولى", "en": "First service",
            "customer_kinds": ["citizen"], "signature": "none", "electronic": "none", "field_visit": "none",
            "munqidh": false, "processing": {"amount": 5, "unit": "minutes", "ar": "5 دقائق", "en": "5 minutes"},
            "documents": [],
            "fees": [{"valid_from": "2026-01-01", "government": {"per": "transaction", "baisa": 1000},
                      "service": {"baisa": 500, "ceiling_baisa": 900}}]}],
        "forms": {"A-ONE": {
            "schema": {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
                       "additionalProperties": false, "properties": {"note": {"type": "string"}}},
            "layout": {"sections": [{"key": "d", "label": {"ar": "د", "en": "D"}, "fields": [
                {"name": "note", "widget": "text", "label": {"ar": "ملاحظة", "en": "Note"}}]}]}}}
        })")
                        .object();
    auto manifest = document.value(u"manifest"_s).toObject();
    manifest.insert(u"version"_s, static_cast<qint64>(version));
    manifest.insert(u"valid_from"_s, validFrom);
    document.insert(u"manifest"_s, manifest);
    auto service = document.value(u"services"_s).toArray().first().toObject();
    auto fee = service.value(u"fees"_s).toArray().first().toObject();
    fee.insert(
        u"government"_s, QJsonObject{{u"per"_s, u"transaction"_s}, {u"baisa"_s, static_cast<qint64>(baisa)}});
    service.insert(u"fees"_s, QJsonArray{fee});
    document.insert(u"services"_s, QJsonArray{service});
    return document;
}

QByteArray smallFile(std::int64_t version, std::int64_t baisa, const QString& validFrom)
{
    return writePackFile(smallDocument(version, baisa, validFrom), demonstrationPublisher());
}

} // namespace sanad::test
