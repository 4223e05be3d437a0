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

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kIsoDay = 10;

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

struct Label {
    QLatin1StringView key;
    Words words;
};
/// What a member is called, in the order in which people read them. One without a name here (a field of a
/// form, a code) comes last and is shown as it is.
constexpr Label kLabels[] = {
    {"name_ar"_L1, {u"الاسم بالعربية", u"Name in Arabic"}},
    {"name_en"_L1, {u"الاسم بالإنجليزية", u"Name in English"}},
    {"name"_L1, {u"الاسم", u"Name"}},
    {"number"_L1, {u"الرقم", u"Number"}},
    {"kind"_L1, {u"النوع", u"Kind"}},
    {"identifiers"_L1, {u"المعرّفات", u"Identifiers"}},
    {"identifier"_L1, {u"المعرّف", u"Identifier"}},
    {"value"_L1, {u"الرقم", u"Number"}},
    {"country"_L1, {u"البلد", u"Country"}},
    {"expiry"_L1, {u"تاريخ الانتهاء", u"Expiry"}},
    {"phone"_L1, {u"الهاتف", u"Phone"}},
    {"other_phone"_L1, {u"هاتف آخر", u"Other phone"}},
    {"email"_L1, {u"البريد الإلكتروني", u"E-mail"}},
    {"address"_L1, {u"العنوان", u"Address"}},
    {"wilayat"_L1, {u"الولاية", u"Wilayat"}},
    {"birth_date"_L1, {u"تاريخ الميلاد", u"Date of birth"}},
    {"sex"_L1, {u"الجنس", u"Sex"}},
    {"nationality"_L1, {u"الجنسية", u"Nationality"}},
    {"language"_L1, {u"اللغة", u"Language"}},
    {"text_version"_L1, {u"نسخة النص", u"Version of the text"}},
    {"given_at"_L1, {u"وقت الموافقة", u"Given"}},
    {"guardian"_L1, {u"الوليّ", u"Guardian"}},
    {"withdrawn_at"_L1, {u"سُحبت في", u"Withdrawn"}},
    {"service"_L1, {u"الخدمة", u"Service"}},
    {"service_ar"_L1, {u"الخدمة", u"Service"}},
    {"service_en"_L1, {u"الخدمة بالإنجليزية", u"Service in English"}},
    {"agency"_L1, {u"الجهة", u"Agency"}},
    {"role"_L1, {u"صفتك", u"Your role"}},
    {"state"_L1, {u"الحالة", u"State"}},
    {"reference"_L1, {u"الرقم المرجعي", u"Reference"}},
    {"received_on"_L1, {u"وصل في", u"Received"}},
    {"due_on"_L1, {u"يُجاب قبل", u"Answer due"}},
    {"words"_L1, {u"ما طُلب", u"What was asked"}},
    {"answer"_L1, {u"الجواب", u"Answer"}},
    {"act"_L1, {u"الفعل", u"Act"}},
    {"at"_L1, {u"الوقت", u"Time"}},
    {"to"_L1, {u"إلى", u"To"}},
    {"who"_L1, {u"من", u"Who"}},
    {"opened_at"_L1, {u"فُتحت في", u"Opened"}},
    {"issued_at"_L1, {u"صدر في", u"Issued"}},
    {"found_at"_L1, {u"اكتُشف في", u"Found"}},
    {"told_at"_L1, {u"أُبلغت في", u"Told"}},
    {"total_baisa"_L1, {u"الإجمالي", u"Total"}},
    {"government_fee_baisa"_L1, {u"الرسم الحكومي", u"Government fee"}},
    {"service_fee_baisa"_L1, {u"رسم الخدمة", u"Service fee"}},
    {"discount_baisa"_L1, {u"خصم", u"Discount"}},
    {"vat_baisa"_L1, {u"ضريبة القيمة المضافة", u"VAT"}},
    {"amount_baisa"_L1, {u"المبلغ", u"Amount"}},
    {"fee_state"_L1, {u"حالة الرسم", u"State of the fee"}},
    {"tender"_L1, {u"طريقة الدفع", u"Paid by"}},
    {"approval_code"_L1, {u"رمز الموافقة", u"Approval code"}},
    {"ticket"_L1, {u"التذكرة", u"Ticket"}},
    {"clerk"_L1, {u"الموظف", u"Clerk"}},
    {"form"_L1, {u"إجابات النموذج", u"Answers of the form"}},
    {"reason"_L1, {u"السبب", u"Reason"}},
    {"lines"_L1, {u"البنود", u"Lines"}},
    {"payments"_L1, {u"المدفوعات", u"Payments"}},
    {"moves"_L1, {u"سيرها", u"Progress"}},
    {"documents"_L1, {u"المستندات", u"Documents"}},
    {"paper"_L1, {u"المستند", u"Paper"}},
    {"file"_L1, {u"الملف", u"File"}},
    {"added_at"_L1, {u"أُضيف في", u"Added"}},
    {"kept_until"_L1, {u"يُحفظ حتى", u"Kept until"}},
    {"voided_by"_L1, {u"أُلغي بالإشعار", u"Voided by"}},
    {"closed_at"_L1, {u"أُغلق في", u"Closed"}},
    {"restricted_at"_L1, {u"مقيّد منذ", u"Restricted since"}},
    {"created_at"_L1, {u"أُنشئ في", u"Created"}},
    {"updated_at"_L1, {u"آخر تعديل", u"Last changed"}},
};

/// Keys of ours in the words of people.
constexpr Label kValues[] = {
    {"citizen"_L1, {u"مواطن", u"Citizen"}},
    {"resident"_L1, {u"مقيم", u"Resident"}},
    {"visitor"_L1, {u"زائر", u"Visitor"}},
    {"company"_L1, {u"شركة", u"Company"}},
    {"civil_number"_L1, {u"الرقم المدني", u"Civil number"}},
    {"passport_number"_L1, {u"جواز السفر", u"Passport"}},
    {"cr_number"_L1, {u"السجل التجاري", u"Commercial registration"}},
    {"M"_L1, {u"ذكر", u"Male"}},
    {"F"_L1, {u"أنثى", u"Female"}},
    {"ar"_L1, {u"العربية", u"Arabic"}},
    {"en"_L1, {u"الإنجليزية", u"English"}},
    {"applicant"_L1, {u"مقدم الطلب", u"Applicant"}},
    {"payer"_L1, {u"الدافع", u"Payer"}},
    {"beneficiary"_L1, {u"المستفيد", u"Beneficiary"}},
    {"draft"_L1, {u"مسودة", u"Draft"}},
    {"waiting_for_customer"_L1, {u"بانتظار العميل", u"Waiting for the customer"}},
    {"ready"_L1, {u"جاهزة", u"Ready"}},
    {"submitted"_L1, {u"مرسلة", u"Submitted"}},
    {"in_review"_L1, {u"قيد المعالجة", u"In review"}},
    {"action_needed"_L1, {u"تحتاج إجراء", u"Needs action"}},
    {"approved"_L1, {u"مقبولة", u"Approved"}},
    {"rejected"_L1, {u"مرفوضة", u"Rejected"}},
    {"fee_due"_L1, {u"رسم مستحق", u"Fee due"}},
    {"completed"_L1, {u"مكتملة", u"Completed"}},
    {"handed_over"_L1, {u"سُلّمت", u"Handed over"}},
    {"cancelled"_L1, {u"ملغاة", u"Cancelled"}},
    {"unpaid"_L1, {u"غير مدفوع", u"Unpaid"}},
    {"paid_unconfirmed"_L1, {u"مدفوع بلا تأكيد", u"Paid, unconfirmed"}},
    {"confirmed"_L1, {u"مؤكد", u"Confirmed"}},
    {"disputed"_L1, {u"محل خلاف", u"Disputed"}},
    {"refunded"_L1, {u"مسترد", u"Refunded"}},
    {"cash"_L1, {u"نقدًا", u"Cash"}},
    {"card"_L1, {u"بطاقة بنكية", u"Bank card"}},
    {"transfer"_L1, {u"تحويل بنكي", u"Bank transfer"}},
    {"account"_L1, {u"حساب شركة", u"Company account"}},
    {"deposit"_L1, {u"وديعة", u"Deposit"}},
    {"missing"_L1, {u"لم يُحضر", u"Missing"}},
    {"seen"_L1, {u"شوهد", u"Seen"}},
    {"scanned"_L1, {u"مسح ضوئي", u"Scanned"}},
    {"access"_L1, {u"نسخة من البيانات", u"Copy of the data"}},
    {"correction"_L1, {u"تصحيح", u"Correction"}},
    {"restriction"_L1, {u"تقييد", u"Restriction"}},
    {"erasure"_L1, {u"محو", u"Erasure"}},
    {"objection"_L1, {u"اعتراض", u"Objection"}},
    {"open"_L1, {u"مفتوح", u"Open"}},
    {"done"_L1, {u"أُجيب", u"Answered"}},
    {"refused"_L1, {u"رُفض", u"Refused"}},
};
/// Members whose values are keys of ours.
constexpr QLatin1StringView kKeyed[] = {
    "kind"_L1, "sex"_L1, "language"_L1, "role"_L1, "state"_L1, "fee_state"_L1, "tender"_L1, "to"_L1};

const Label* find(std::span<const Label> list, const QString& key)
{
    for (const Label& label : list)
        if (label.key == key) return &label;
    return nullptr;
}

QString labelOf(const QString& key, const Wording& say)
{
    const Label* known = find(kLabels, key);
    return known ? say(known->words) : isolateLtr(key);
}

/// The members of an object in the order of kLabels.
QStringList keysOf(const QJsonObject& object)
{
    QStringList keys = object.keys();
    const auto place = [](const QString& key) {
        const Label* known = find(kLabels, key);
        return known ? known - std::begin(kLabels) : std::ssize(kLabels);
    };
    std::stable_sort(keys.begin(), keys.end(),
        [&](const QString& one, const QString& other) { return place(one) < place(other); });
    return keys;
}

QString valueText(const QString& key, const QJsonValue& value, Language language)
{
    if (value.isBool()) return value.toBool() ? u"✓"_s : u"–"_s;
    if (key.endsWith("_baisa"_L1)) return moneyText(Money::fromBaisa(value.toInteger()), language);
    if (value.isDouble()) return isolateLtr(QString::number(value.toDouble(), 'g', 15));
    const QString text = value.toString();
    if (key.endsWith("_at"_L1) || key == "at"_L1) return isolateLtr(dateTimeText(fromStoredTime(text)));
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == kIsoDay)
        return isolateLtr(dateText(day));
    if (std::find(std::begin(kKeyed), std::end(kKeyed), key) != std::end(kKeyed))
        if (const Label* known = find(kValues, text)) return isolateAuto(known->words.in(language));
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
    for (const QString& key : keysOf(object)) {
        if (!isForPeople(key)) continue;
        const QJsonValue value = object.value(key);
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
