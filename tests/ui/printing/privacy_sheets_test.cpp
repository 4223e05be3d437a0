#include "ui/printing/privacy_sheets.h"

#include "tests/support/test_support.h"
#include "tests/ui/printing/sheet_text.h"
#include "ui/printing/subject_sheet.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

SubjectExport sample()
{
    SubjectExport made;
    made.data = {{u"format"_s, u"sanad-subject-1"_s}, {u"made_at"_s, u"2026-11-22T08:00:00.000Z"_s},
        {u"centre"_s, QJsonObject{{u"name_ar"_s, u"مركز سند"_s}, {u"name_en"_s, u"Sanad centre"_s}}},
        {u"records"_s,
            QJsonArray{QJsonObject{{u"id"_s, u"77"_s}, {u"name_ar"_s, u"سالم الحارثي"_s},
                {u"email"_s, QString()},
                {u"identifiers"_s,
                    QJsonArray{QJsonObject{{u"kind"_s, u"civil_number"_s}, {u"value"_s, u"12345678"_s}}}}}}},
        {u"transactions"_s,
            QJsonArray{QJsonObject{{u"number"_s, u"T-000001"_s}, {u"government_fee_baisa"_s, 18'000},
                {u"form"_s, QJsonObject{{u"plate_number"_s, u"12345 AB"_s}}}}}}};
    made.files = {{u"T-000001-veh-1.pdf"_s, "%PDF-1.4 paper"}};
    return made;
}

} // namespace

TEST_CASE(
    "An export is given in words: labels, amounts and times, without what is empty or ours", "[printing]")
{
    const QString arabic = textOf(subjectSheet(sample(), Language::Arabic));
    CHECK(arabic.contains(u"الاسم بالعربية=سالم الحارثي"_s));
    CHECK(arabic.contains(u"المعرّفات 1 · الرقم=12345678"_s));
    CHECK(arabic.contains(u"المعرّفات 1 · النوع=الرقم المدني"_s));
    CHECK(arabic.contains(u"إجابات النموذج · plate_number=12345 AB"_s));
    CHECK(arabic.contains(u"لا شيء"_s));
    CHECK_FALSE(arabic.contains(u"البريد"_s));
    CHECK_FALSE(arabic.contains(u"77"_s));
    const QString english = textOf(subjectSheet(sample(), Language::English));
    CHECK(english.contains(u"Government fee=OMR 18.000"_s));
    CHECK(english.contains(u"Made on 22/11/2026 12:00"_s));
}

TEST_CASE("An export fills a new folder of its owner's, and no other", "[printing]")
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"copy"_s);
    CHECK(must(saveSubjectExport(sample(), target)) ==
        QStringList{
            u"subject.json"_s, u"subject-ar.pdf"_s, u"subject-en.pdf"_s, u"documents/T-000001-veh-1.pdf"_s});
    QFile pdf(target + u"/subject-ar.pdf"_s);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
    CHECK_FALSE(QFile::permissions(target) & (QFile::ReadGroup | QFile::ReadOther));
    CHECK(refusal(saveSubjectExport(sample(), target)).key == u"privacy.folder-not-empty"_s);
}

TEST_CASE(
    "The notice says in both languages what is kept, why, how long, and what people may ask", "[printing]")
{
    CentrePrint centre;
    centre.nameAr = u"مركز سند"_s;
    centre.nameEn = u"Sanad centre"_s;
    for (const Language language : {Language::Arabic, Language::English}) {
        const QString text = textOf(privacyNoticeSheet(centre, language));
        const bool arabic = language == Language::Arabic;
        for (const NoticeSection& section : privacyTexts().notice)
            CHECK(text.contains(section.title.in(arabic)));
        CHECK(text.contains(privacyTexts().consent.in(arabic)));
        CHECK(text.contains(privacyTexts().version));
        CHECK(text.contains(u"45"_s));
        CHECK(text.contains(u"72"_s));
    }
}

TEST_CASE("The record of processing names every column with what it holds", "[printing]")
{
    const QString text = textOf(processingSheet(privacyTexts().record, {}, Language::English));
    for (const ProcessingActivity& activity : privacyTexts().record)
        for (const ProcessingColumn& column : activity.columns) {
            CHECK(text.contains(column.table + u'.' + column.column));
            CHECK(text.contains(column.what.en));
        }
}
