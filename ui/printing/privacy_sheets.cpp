#include "ui/printing/privacy_sheets.h"

#include "core/base/isolates.h"
#include "core/storage/output_path.h"
#include "ui/printing/centre_head.h"
#include "ui/printing/print.h"
#include "ui/printing/save_sheet.h"
#include "ui/printing/subject_sheet.h"
#include "ui/text/format.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr Words kNotice{u"إشعار الخصوصية", u"Privacy notice"};
constexpr Words kConsent{u"نص الموافقة", u"Text of the consent"};
constexpr Words kVersion{u"النسخة", u"Version"};
constexpr Words kRecord{u"سجل أنشطة معالجة البيانات الشخصية", u"Record of processing of personal data"};
constexpr Words kBasis{u"الأساس", u"Basis"};
constexpr Words kPeople{u"أصحاب البيانات", u"Whose data"};
constexpr Words kRecipients{u"من تُرسل إليه", u"Recipients"};
constexpr Words kKept{u"مدة الحفظ", u"Kept"};
constexpr Words kRows{u"القيود الآن", u"Entries now"};
constexpr Words kWhat{u"ما يُحفظ", u"What is held"};
constexpr Words kWhere{u"مكانه", u"Where"};
constexpr Words kHow{u"كيف", u"How"};
constexpr Words kSealed{u"مشفّر", u"Encrypted"};
constexpr Words kReadable{u"مقروء", u"Readable"};

Sheet begun(const QString& title, Language language)
{
    Sheet sheet;
    sheet.rightToLeft = language == Language::Arabic;
    sheet.title = title;
    sheet.footer = title;
    return sheet;
}

void addParagraph(std::vector<SheetBlock>& blocks, const QString& title, const QString& text)
{
    blocks.push_back(SheetGap{});
    blocks.push_back(SheetText{title, TextRole::Strong});
    blocks.push_back(SheetText{text});
}

} // namespace

Sheet privacyNoticeSheet(const CentrePrint& centre, Language language)
{
    const Wording say(language, false);
    const bool arabic = language == Language::Arabic;
    const PrivacyTexts& texts = privacyTexts();
    Sheet sheet = begun(say(kNotice), language);
    addCentreHead(sheet.blocks, centre, say, SheetForm::Wide);
    sheet.blocks.push_back(
        SheetSplit{{sheet.title, TextRole::Title}, {say(kVersion) + u' ' + isolateLtr(texts.version)}});
    for (const NoticeSection& section : texts.notice)
        addParagraph(sheet.blocks, section.title.in(arabic), section.text.in(arabic));
    sheet.blocks.push_back(SheetGap{});
    sheet.blocks.push_back(SheetRule{});
    addParagraph(sheet.blocks, say(kConsent), texts.consent.in(arabic));
    return sheet;
}

Sheet processingSheet(
    const std::vector<ProcessingActivity>& record, const CentrePrint& centre, Language language)
{
    const Wording say(language, false);
    const bool arabic = language == Language::Arabic;
    Sheet sheet = begun(say(kRecord), language);
    addCentreHead(sheet.blocks, centre, say, SheetForm::Wide);
    sheet.blocks.push_back(SheetText{sheet.title, TextRole::Title});
    for (const ProcessingActivity& activity : record) {
        sheet.blocks.push_back(SheetGap{});
        sheet.blocks.push_back(SheetText{activity.activity.in(arabic), TextRole::Strong});
        sheet.blocks.push_back(SheetPairs{{{say(kBasis), activity.basis.in(arabic)},
            {say(kPeople), activity.people.in(arabic)}, {say(kRecipients), activity.recipients.in(arabic)},
            {say(kKept), activity.kept.in(arabic)}, {say(kRows), isolateLtr(numberText(activity.rows))}}});
        SheetTable table;
        table.columns = {{say(kWhat), false, 2}, {say(kWhere), false, 2}, {say(kHow), false, 1}};
        for (const ProcessingColumn& column : activity.columns)
            table.rows.push_back({{column.what.in(arabic)}, {isolateLtr(column.table + u'.' + column.column)},
                {say(column.sealed ? kSealed : kReadable)}});
        sheet.blocks.push_back(std::move(table));
    }
    return sheet;
}

Result<QStringList> saveSubjectExport(const SubjectExport& made, const QString& folder)
{
    SANAD_TRY(mayWriteInto(folder));
    const QDir target(folder);
    if (target.exists() && !target.isEmpty())
        return Error{ErrorCode::Conflict, u"privacy.folder-not-empty"_s, {}, {}};
    const QString papers = u"documents"_s;
    if (!target.mkpath(made.files.empty() ? u"."_s : papers))
        return Error{ErrorCode::Unreachable, u"printing.cannot-write"_s, {folder}, {}};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QStringList names;
    const auto save = [&](const QString& name, const QByteArray& bytes) -> Result<> {
        names << name;
        return saveFile(bytes, target.filePath(name));
    };
    SANAD_TRY(save(u"subject.json"_s, QJsonDocument(made.data).toJson()));
    SANAD_TRY(save(u"subject-ar.pdf"_s, sheetPdf(subjectSheet(made, Language::Arabic), Paper::A4)));
    SANAD_TRY(save(u"subject-en.pdf"_s, sheetPdf(subjectSheet(made, Language::English), Paper::A4)));
    for (const SubjectFile& file : made.files)
        SANAD_TRY(save(papers + u'/' + file.name, file.content));
    return names;
}

} // namespace sanad
