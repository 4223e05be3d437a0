#include "core/privacy/subject_export.h"

#include "core/customers/customer_service.h"
#include "core/documents/document_service.h"
#include "core/privacy/privacy_service.h"
#include "core/privacy/processing_record.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("An export has everything that is held on a person, and nothing of others", "[privacy]")
{
    Desk desk;
    Customer other;
    other.nameAr = u"ناصر بن علي الهنائي"_s;
    other.identifiers = {{u"civil_number"_s, u"20000001"_s}};
    must(CustomerService(*desk.db).create(other, desk.by));
    must(CustomerService(*desk.db).recordConsent(desk.salim.id, u"2026-1"_s, u"ar"_s, desk.by));
    must(PrivacyService(*desk.db).takeRequest(
        desk.salim.id, RequestKind::Access, u"يريد نسخة"_s, {}, desk.by));
    const auto draft = desk.renewalDraft();
    const QTemporaryDir folder;
    QFile scan(folder.filePath(u"scan.pdf"_s));
    REQUIRE(scan.open(QIODevice::WriteOnly));
    scan.write("%PDF-1.4 something");
    scan.close();
    must(DocumentService(*desk.db).add(draft.id, u"veh"_s, scan.fileName(), {}, desk.by));
    const auto receipt = must(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by));

    const auto made = must(SubjectExportService(*desk.db).exportSubject(desk.salim.id, true, desk.by));
    const QJsonObject& data = made.data;
    CHECK(data[u"format"_s] == u"sanad-subject-1"_s);
    CHECK(data[u"records"_s][0][u"identifiers"_s][0][u"value"_s] == u"12345678"_s);
    CHECK(data[u"records"_s][0][u"phone"_s] == u"+96892345678"_s);
    CHECK(data[u"consents"_s][0][u"text_version"_s] == u"2026-1"_s);
    CHECK(data[u"transactions"_s][0][u"form"_s][u"insurance_policy_no"_s] == u"P-1"_s);
    CHECK(data[u"receipts"_s][0][u"number"_s] == receipt.number);
    CHECK(data[u"requests"_s][0][u"words"_s] == u"يريد نسخة"_s);
    CHECK(data[u"audit"_s].toArray().size() > 4);
    REQUIRE(made.files.size() == 1);
    CHECK(made.files.front().content == "%PDF-1.4 something");
    CHECK(made.files.front().name.endsWith(u"-veh-1.pdf"_s));
    CHECK_FALSE(QJsonDocument(data).toJson().contains("الهنائي"));
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'subject.exported'"_s) == 1);

    CHECK(must(SubjectExportService(*desk.db).exportSubject(desk.salim.id, false, desk.by)).files.empty());
    const Actor clerk = actorWith({Permission::ViewCustomers});
    CHECK(refusal(SubjectExportService(*desk.db).exportSubject(desk.salim.id, false, clerk)).key ==
        u"gate.denied"_s);
}

TEST_CASE("The record of processing knows every column of the database", "[privacy]")
{
    Desk desk;
    const QStringList unknown =
        must(desk.db->read([](Tx& tx) -> Result<QStringList> { return unclassifiedColumns(tx); }));
    INFO("say in resources/privacy/privacy.json what these hold");
    CHECK(unknown == QStringList{});
    const auto record = must(processingRecord(*desk.db, desk.by));
    CHECK(record.size() == privacyTexts().record.size());
    CHECK(record.front().rows == 1);
    for (const auto& activity : record)
        for (const auto& column : activity.columns) {
            CHECK_FALSE(column.what.ar.isEmpty());
            CHECK_FALSE(column.what.en.isEmpty());
        }
}

TEST_CASE("A sealed column of the record is a column that cannot be read", "[privacy]")
{
    Desk desk;
    must(PrivacyService(*desk.db).takeRequest(
        desk.salim.id, RequestKind::Access, u"Planted words"_s, {}, desk.by));
    desk.renewalDraft();
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    const QList<QByteArray> planted{"12345678", "92345678", "P-1", "Planted"};
    for (const auto& activity : privacyTexts().record)
        for (const auto& column : activity.columns) {
            if (!column.sealed || column.table == u"customer_word"_s) continue;
            const auto values = must(desk.db->read([&](Tx& tx) -> Result<std::vector<QByteArray>> {
                std::vector<QByteArray> list;
                auto query = tx.query(u"SELECT %1 FROM %2"_s.arg(column.column, column.table));
                query.run();
                while (query.next())
                    list.push_back(query.bytes(0));
                return list;
            }));
            for (const QByteArray& value : values)
                for (const QByteArray& word : planted)
                    CHECK_FALSE(value.contains(word));
        }
}
