#include "ui/printing/privacy_sheets.h"

#include "core/base/isolates.h"
#include "ui/printing/centre_head.h"
#include "ui/printing/print.h"
#include "ui/printing/save_sheet.h"
#include "ui/text/format.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr Words kNotice{u"إشعار الخصوصية", u"Privacy notice"};
constexpr Words kConsent{u"نص الموافقة", u"Text of the consent"};
constexpr Words kVersion{u"النسخة", u"Version"};
constexpr Words kSubject{u"بياناتك لدى المركز", u"Your data at the centre"};
constexpr Words kMadeAt{u"أُعدّت في", u"Made on"};
constexpr Words kNothing{u"لا شيء", u"Nothing"};
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

struct Section {
    const char16_t* key;
    Words title;
};
constexpr Section kSections[] = {
    {u"records", {u"السجلات", u"Records"}},
    {u"consents", {u"الموافقات", u"Consents"}},
    {u"signs_for", {u"شركات تفوّضت عنها", u"Companies you sign for"}},
    {u"transactions", {u"المعاملات", u"Transactions"}},
    {u"receipts", {u"الإيصالات", u"Receipts"}},
    {u"tickets", {u"تذاكر الدور", u"Queue tickets"}},
    {u"requests", {u"طلباتك بشأن بياناتك", u"Your requests about your data"}},
    {u"breaches", {u"اختراقات تخصك", u"Breaches that concern you"}},
    {u"audit", {u"من عمل على بياناتك", u"Who worked on your data"}},
};

/// What a member is called; one without a name here (a field of a form, a code) is shown as it is.
const QMap<QString, Words>& labels()
{
    static const QMap<QString, Words> all{
        {u"kind"_s, {u"النوع", u"Kind"}},
        {u"name_ar"_s, {u"الاسم بالعربية", u"Name in Arabic"}},
        {u"name_en"_s, {u"الاسم بالإنجليزية", u"Name in English"}},
        {u"name"_s, {u"الاسم", u"Name"}},
        {u"sex"_s, {u"الجنس", u"Sex"}},
        {u"birth_date"_s, {u"تاريخ الميلاد", u"Date of birth"}},
        {u"nationality"_s, {u"الجنسية", u"Nationality"}},
        {u"phone"_s, {u"الهاتف", u"Phone"}},
        {u"other_phone"_s, {u"هاتف آخر", u"Other phone"}},
        {u"email"_s, {u"البريد الإلكتروني", u"E-mail"}},
        {u"address"_s, {u"العنوان", u"Address"}},
        {u"wilayat"_s, {u"الولاية", u"Wilayat"}},
        {u"language"_s, {u"اللغة", u"Language"}},
        {u"identifiers"_s, {u"المعرّفات", u"Identifiers"}},
        {u"identifier"_s, {u"المعرّف", u"Identifier"}},
        {u"value"_s, {u"الرقم", u"Number"}},
        {u"country"_s, {u"البلد", u"Country"}},
        {u"expiry"_s, {u"تاريخ الانتهاء", u"Expiry"}},
        {u"restricted_at"_s, {u"مقيّد منذ", u"Restricted since"}},
        {u"created_at"_s, {u"أُنشئ في", u"Created"}},
        {u"updated_at"_s, {u"آخر تعديل", u"Last changed"}},
        {u"text_version"_s, {u"نسخة النص", u"Version of the text"}},
        {u"given_at"_s, {u"وقت الموافقة", u"Given"}},
        {u"clerk"_s, {u"الموظف", u"Clerk"}},
        {u"guardian"_s, {u"الوليّ", u"Guardian"}},
        {u"withdrawn_at"_s, {u"سُحبت في", u"Withdrawn"}},
        {u"number"_s, {u"الرقم", u"Number"}},
        {u"service"_s, {u"الخدمة", u"Service"}},
        {u"service_ar"_s, {u"الخدمة", u"Service"}},
        {u"service_en"_s, {u"الخدمة بالإنجليزية", u"Service in English"}},
        {u"agency"_s, {u"الجهة", u"Agency"}},
        {u"role"_s, {u"صفتك", u"Your role"}},
        {u"state"_s, {u"الحالة", u"State"}},
        {u"reference"_s, {u"الرقم المرجعي", u"Reference"}},
        {u"opened_at"_s, {u"فُتحت في", u"Opened"}},
        {u"government_fee_baisa"_s, {u"الرسم الحكومي", u"Government fee"}},
        {u"service_fee_baisa"_s, {u"رسم الخدمة", u"Service fee"}},
        {u"discount_baisa"_s, {u"خصم", u"Discount"}},
        {u"vat_baisa"_s, {u"ضريبة القيمة المضافة", u"VAT"}},
        {u"total_baisa"_s, {u"الإجمالي", u"Total"}},
        {u"amount_baisa"_s, {u"المبلغ", u"Amount"}},
        {u"fee_state"_s, {u"حالة الرسم", u"State of the fee"}},
        {u"form"_s, {u"إجابات النموذج", u"Answers of the form"}},
        {u"reason"_s, {u"السبب", u"Reason"}},
        {u"moves"_s, {u"سيرها", u"Progress"}},
        {u"to"_s, {u"إلى", u"To"}},
        {u"at"_s, {u"الوقت", u"Time"}},
        {u"who"_s, {u"من", u"Who"}},
        {u"documents"_s, {u"المستندات", u"Documents"}},
        {u"paper"_s, {u"المستند", u"Paper"}},
        {u"file"_s, {u"الملف", u"File"}},
        {u"added_at"_s, {u"أُضيف في", u"Added"}},
        {u"kept_until"_s, {u"يُحفظ حتى", u"Kept until"}},
        {u"issued_at"_s, {u"صدر في", u"Issued"}},
        {u"ticket"_s, {u"التذكرة", u"Ticket"}},
        {u"lines"_s, {u"البنود", u"Lines"}},
        {u"payments"_s, {u"المدفوعات", u"Payments"}},
        {u"tender"_s, {u"طريقة الدفع", u"Paid by"}},
        {u"approval_code"_s, {u"رمز الموافقة", u"Approval code"}},
        {u"voided_by"_s, {u"أُلغي بالإشعار", u"Voided by"}},
        {u"received_on"_s, {u"وصل في", u"Received"}},
        {u"due_on"_s, {u"يُجاب قبل", u"Answer due"}},
        {u"words"_s, {u"ما طُلب", u"What was asked"}},
        {u"answer"_s, {u"الجواب", u"Answer"}},
        {u"closed_at"_s, {u"أُغلق في", u"Closed"}},
        {u"found_at"_s, {u"اكتُشف في", u"Found"}},
        {u"told_at"_s, {u"أُبلغت في", u"Told"}},
        {u"act"_s, {u"الفعل", u"Act"}},
    };
    return all;
}

QString labelOf(const QString& key, const Wording& say)
{
    const auto known = labels().constFind(key);
    return known == labels().constEnd() ? isolateLtr(key) : say(*known);
}

QString valueText(const QString& key, const QJsonValue& value, Language language)
{
    if (value.isBool()) return value.toBool() ? u"✓"_s : u"–"_s;
    if (key.endsWith("_baisa"_L1)) return moneyText(Money::fromBaisa(value.toInteger()), language);
    if (value.isDouble()) return isolateLtr(QString::number(value.toDouble(), 'g', 15));
    const QString text = value.toString();
    if (key.endsWith("_at"_L1) || key == "at"_L1) return isolateLtr(dateTimeText(fromStoredTime(text)));
    return isolateAuto(text);
}

/// Ids of ours tell a person nothing; the machine-readable form has them.
bool isForPeople(const QString& key)
{
    return key != "id"_L1 && key != "about"_L1 && key != "format"_L1;
}

void addObject(std::vector<SheetPair>& pairs, const QString& before, const QJsonObject& object,
    const Wording& say, Language language)
{
    const auto add = [&](const QString& label, const QString& key, const QJsonValue& value) {
        if (value.isNull() || (value.isString() && value.toString().isEmpty())) return;
        pairs.push_back({label, valueText(key, value, language)});
    };
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString key = member.key();
        if (!isForPeople(key)) continue;
        const QJsonValue value = member.value();
        const QString label = before.isEmpty() ? labelOf(key, say) : before + u" · "_s + labelOf(key, say);
        if (value.isObject()) {
            addObject(pairs, label, value.toObject(), say, language);
        } else if (value.isArray()) {
            int number = 0;
            const QJsonArray entries = value.toArray();
            for (const QJsonValue& entry : entries) {
                const QString at = label + u' ' + isolateLtr(QString::number(++number));
                if (entry.isObject())
                    addObject(pairs, at, entry.toObject(), say, language);
                else
                    add(at, key, entry);
            }
        } else {
            add(label, key, value);
        }
    }
}

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

Sheet subjectSheet(const QJsonObject& data, Language language)
{
    const Wording say(language, false);
    Sheet sheet = begun(say(kSubject), language);
    const QString centre =
        data[u"centre"_s][language == Language::Arabic ? u"name_ar"_s : u"name_en"_s].toString();
    sheet.blocks.push_back(SheetText{isolateAuto(centre), TextRole::Secondary});
    sheet.blocks.push_back(SheetSplit{{sheet.title, TextRole::Title},
        {say(kMadeAt) + u' ' +
            isolateLtr(dateTimeText(fromStoredTime(data.value(u"made_at"_s).toString())))}});
    for (const Section& section : kSections) {
        const QJsonArray entries = data.value(QString::fromUtf16(section.key)).toArray();
        sheet.blocks.push_back(SheetGap{});
        sheet.blocks.push_back(SheetText{say(section.title), TextRole::Strong});
        if (entries.isEmpty()) sheet.blocks.push_back(SheetText{say(kNothing), TextRole::Secondary});
        for (const QJsonValue& entry : entries) {
            std::vector<SheetPair> pairs;
            addObject(pairs, {}, entry.toObject(), say, language);
            sheet.blocks.push_back(SheetRule{});
            sheet.blocks.push_back(SheetPairs{std::move(pairs)});
        }
    }
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
    SANAD_TRY(save(u"subject-ar.pdf"_s, sheetPdf(subjectSheet(made.data, Language::Arabic), Paper::A4)));
    SANAD_TRY(save(u"subject-en.pdf"_s, sheetPdf(subjectSheet(made.data, Language::English), Paper::A4)));
    for (const SubjectFile& file : made.files)
        SANAD_TRY(save(papers + u'/' + file.name, file.content));
    return names;
}

} // namespace sanad
