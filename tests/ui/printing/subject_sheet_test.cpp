#include "ui/printing/subject_sheet.h"

#include "core/customers/customer_service.h"
#include "core/documents/document_service.h"
#include "core/privacy/privacy_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"
#include "tests/ui/printing/sheet_text.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A child with a guardian, a passport of another country and a wilayat; a renewal of theirs with a scanned
/// paper; a request.
SubjectExport exported(Desk& desk)
{
    CustomerService customers(*desk.db);
    Customer child = must(customers.get(desk.salim.id, desk.by));
    child.birthDate = QDate::currentDate().addYears(-10);
    child.sex = u"M"_s;
    child.nationality = u"OMN"_s;
    child.wilayat = u"OM-MA-MUSCAT"_s;
    child.identifiers.push_back({u"passport_number"_s, u"AB1234567"_s, u"IND"_s, {}});
    must(customers.update(child, desk.by));
    Customer guardian;
    guardian.nameAr = u"حمد بن ناصر الحارثي"_s;
    guardian.nameEn = u"Hamad Al Harthi"_s;
    guardian.identifiers = {{u"civil_number"_s, u"20000001"_s}};
    guardian = must(customers.create(guardian, desk.by));
    must(customers.recordConsent(child.id, u"2026-1"_s, u"ar"_s, desk.by, guardian.id));
    must(PrivacyService(*desk.db).takeRequest(child.id, RequestKind::Access, u"يريد نسخة"_s, {}, desk.by));
    const auto draft = desk.renewalDraft();
    const QTemporaryDir folder;
    QFile scan(folder.filePath(u"scan.pdf"_s));
    REQUIRE(scan.open(QIODevice::WriteOnly));
    scan.write("%PDF-1.4 something");
    scan.close();
    must(DocumentService(*desk.db).add(draft.id, u"veh"_s, scan.fileName(), {}, desk.by));
    must(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by));
    return must(SubjectExportService(*desk.db).exportSubject(child.id, false, desk.by));
}

} // namespace

TEST_CASE("A person reads words in the copy of their data: no keys of the program, no codes of the catalogue",
    "[printing]")
{
    Desk desk;
    const SubjectExport made = exported(desk);
    const QString arabic = textOf(subjectSheet(made, Language::Arabic));
    const QString english = textOf(subjectSheet(made, Language::English));
    INFO(arabic.toStdString() << english.toStdString());

    CHECK(made.data[u"transactions"_s][0][u"service"_s] == u"ROP-VEH-RENEW"_s); // machines have the codes
    CHECK(made.data[u"records"_s][0][u"nationality"_s] == u"OMN"_s);
    for (const QString& text : {arabic, english}) {
        for (const auto& code : {u"ROP"_s, u"OMN"_s, u"IND"_s, u"OM-MA"_s, u"LT1500"_s, u"civil_number"_s,
                 u"passport_number"_s, u"applicant"_s, u"fee_due"_s})
            CHECK_FALSE(text.contains(code));
        // Names of members, keys of acts and of answers.
        static const QRegularExpression key(u"\\b[a-z0-9]+(_[a-z0-9]+)+\\b|\\b[a-z-]+\\.[a-z][a-z-]*\\b"_s);
        const auto found = key.match(text);
        INFO(found.captured().toStdString());
        CHECK_FALSE(found.hasMatch());
    }
    for (const auto& words :
        {u"الجنسية=عُمان"_s, u"الولاية=مسقط"_s, u"الجهة=شرطة عمان السلطانية"_s, u"الوليّ=حمد بن ناصر الحارثي"_s,
            u"البلد=الهند"_s, u"الجنس=ذكر"_s, u"إصدار إيصال"_s, u"صفتك=مقدم الطلب"_s})
        CHECK(arabic.contains(words));
    for (const auto& words : {u"Nationality=Oman"_s, u"Wilayat=Muscat"_s, u"Agency=Royal Oman Police"_s,
             u"Guardian=Hamad Al Harthi"_s, u"Country=India"_s, u"Sex=Male"_s, u"Customer added"_s,
             u"Kind=Passport"_s})
        CHECK(english.contains(words));
}
