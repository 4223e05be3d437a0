#include "ui/printing/subject_sheet.h"

#include "core/base/isolates.h"
#include "core/transactions/portal_answers.h"
#include "ui/printing/words.h"
#include "ui/text/act_text.h"
#include "ui/text/country_text.h"
#include "ui/text/format.h"

#include <QJsonArray>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kIsoDay = 10;

constexpr Words kTitle{u"بياناتك لدى المركز", u"Your data at the centre"};
constexpr Words kMadeAt{u"أُعدّت في", u"Made on"};
constexpr Words kNothing{u"لا شيء", u"Nothing"};
constexpr Words kAt{u"الوقت", u"Time"};
constexpr Words kWho{u"من", u"Who"};
constexpr Words kWhat{u"ماذا فعل", u"What was done"};
constexpr Words kProgram{u"البرنامج", u"The program"};
constexpr Words kPortal{u"البوابة", u"The portal"};
constexpr Words kYes{u"نعم", u"Yes"};
constexpr Words kNo{u"لا", u"No"};

struct Section {
    const char16_t* key;
    Words title;
};
constexpr std::u16string_view kAudit = u"audit";
constexpr Section kSections[] = {
    {u"records", {u"السجلات", u"Records"}},
    {u"consents", {u"الموافقات", u"Consents"}},
    {u"signs_for", {u"شركات تفوّضت عنها", u"Companies you sign for"}},
    {u"transactions", {u"المعاملات", u"Transactions"}},
    {u"receipts", {u"الإيصالات", u"Receipts"}},
    {u"tickets", {u"تذاكر الدور", u"Queue tickets"}},
    {u"requests", {u"طلباتك بشأن بياناتك", u"Your requests about your data"}},
    {u"breaches", {u"اختراقات تخصك", u"Breaches that concern you"}},
    {kAudit.data(), {u"من عمل على بياناتك", u"Who worked on your data"}},
};

struct Label {
    QLatin1StringView key;
    Words words;
};
/// What a member is called, in the order in which people read them.
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
    {"service_en"_L1, {u"الخدمة", u"Service"}},
    {"agency"_L1, {u"الجهة", u"Agency"}},
    {"role"_L1, {u"صفتك", u"Your role"}},
    {"paper"_L1, {u"المستند", u"Paper"}},
    {"state"_L1, {u"الحالة", u"State"}},
    {"reference"_L1, {u"الرقم المرجعي", u"Reference"}},
    {"received_on"_L1, {u"وصل في", u"Received"}},
    {"due_on"_L1, {u"يُجاب قبل", u"Answer due"}},
    {"words"_L1, {u"ما طُلب", u"What was asked"}},
    {"answer"_L1, {u"الجواب", u"Answer"}},
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
    {"vatin"_L1, {u"الرقم الضريبي", u"VATIN"}},
    {"tax_card_tin"_L1, {u"رقم البطاقة الضريبية", u"Tax card number"}},
    {"occi_number"_L1, {u"رقم عضوية غرفة التجارة", u"Chamber of commerce number"}},
    {"labour_permit_number"_L1, {u"رقم ترخيص العمل", u"Work permit number"}},
    {"iban_om"_L1, {u"رقم الحساب الدولي IBAN", u"IBAN"}},
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

/// Ids of ours tell a person nothing; the machine-readable form has them.
bool isForPeople(const QString& key)
{
    return key != "id"_L1 && key != "about"_L1 && key != "format"_L1;
}

/// Turns one entry of the export after the other into labels and values.
class Reader {
public:
    Reader(const SubjectWords& words, Language language)
        : m_words(words)
        , m_language(language)
    {
    }

    std::vector<SheetPair> pairsOf(const QJsonObject& entry)
    {
        m_pairs.clear();
        const auto work = m_words.work.constFind(entry.value(u"number"_s).toString());
        m_work = work != m_words.work.cend() ? &*work : nullptr;
        addObject({}, entry);
        return std::exchange(m_pairs, {});
    }

    /// Who did something: a sign-in name, or the portal, or the program.
    QString who(const QString& user) const
    {
        if (user.isEmpty()) return kProgram.in(m_language);
        return user == kPortalUser ? kPortal.in(m_language) : isolateAuto(user);
    }

private:
    bool arabic() const { return m_language == Language::Arabic; }

    QString in(const BilingualText& text) const
    {
        return isolateAuto((arabic() && !text.ar.isEmpty()) || text.en.isEmpty() ? text.ar : text.en);
    }
    QString named(const QHash<QString, BilingualText>& names, const QString& code) const
    {
        const auto name = names.constFind(code);
        return name != names.cend() ? in(*name) : isolateAuto(code);
    }

    QString plainText(const QJsonValue& value) const
    {
        if (value.isBool()) return (value.toBool() ? kYes : kNo).in(m_language);
        if (value.isDouble()) return isolateLtr(QString::number(value.toDouble(), 'g', 15));
        const QString text = value.toString();
        if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == kIsoDay)
            return isolateLtr(dateText(day));
        return isolateAuto(text);
    }

    QString valueText(const QString& key, const QJsonValue& value) const
    {
        const QString text = value.toString();
        if (key.endsWith("_baisa"_L1)) return moneyText(Money::fromBaisa(value.toInteger()), m_language);
        if (key.endsWith("_at"_L1) || key == "at"_L1) return isolateLtr(dateTimeText(fromStoredTime(text)));
        if (key == "service"_L1) return m_work ? in(m_work->service) : isolateAuto(text);
        if (key == "paper"_L1 && m_work) return named(m_work->papers, text);
        if (key == "agency"_L1) return named(m_words.agencies, text);
        if (key == "wilayat"_L1) return named(m_words.wilayats, text);
        if (key == "guardian"_L1) return named(m_words.people, text);
        if (key == "country"_L1 || key == "nationality"_L1) return isolateAuto(countryText(text, m_language));
        if (key == "who"_L1) return who(text);
        if (std::find(std::begin(kKeyed), std::end(kKeyed), key) != std::end(kKeyed))
            if (const Label* known = find(kValues, text)) return isolateAuto(known->words.in(m_language));
        return plainText(value);
    }

    /// Of a name in both languages that the member is one of, the other language's is left out.
    bool isOtherLanguage(const QString& key, const QJsonObject& object) const
    {
        const QString own = arabic() ? u"service_ar"_s : u"service_en"_s;
        return (key == "service_ar"_L1 || key == "service_en"_L1) && key != own &&
            !object.value(own).toString().isEmpty();
    }

    void add(const QString& label, const QString& value) { m_pairs.push_back({label, value}); }

    void addObject(const QString& before, const QJsonObject& object)
    {
        for (const QString& key : keysOf(object)) {
            if (!isForPeople(key) || isOtherLanguage(key, object)) continue;
            const Label* known = find(kLabels, key);
            const QString own = known ? known->words.in(m_language) : isolateLtr(key);
            const QString label = before.isEmpty() ? own : before + u" · "_s + own;
            const QJsonValue value = object.value(key);
            if (key == "form"_L1)
                addAnswers(value.toObject());
            else if (value.isObject())
                addObject(label, value.toObject());
            else if (value.isArray())
                addList(label, key, value.toArray());
            else if (!value.isNull() && (key == "who"_L1 || value != QJsonValue(QString())))
                add(label, valueText(key, value));
        }
    }

    void addList(const QString& label, const QString& key, const QJsonArray& entries)
    {
        int number = 0;
        for (const QJsonValue& entry : entries) {
            const QString at = label + u' ' + isolateLtr(QString::number(++number));
            if (entry.isObject())
                addObject(at, entry.toObject());
            else
                add(at, valueText(key, entry));
        }
    }

    QString answerText(const FormField& field, const QJsonValue& answer) const
    {
        if (field.widget == FormWidget::Money && answer.isDouble())
            return moneyText(Money::fromBaisa(answer.toInteger()), m_language);
        const QString text = answer.toString();
        for (const FormOption& option : field.options)
            if (option.value == text) return isolateAuto(option.label.in(arabic()));
        if (field.format == "nationality"_L1) return isolateAuto(countryText(text, m_language));
        if (field.format == "wilayat_code"_L1) return named(m_words.wilayats, text);
        return plainText(answer);
    }

    void addAnswer(const QString& before, const FormField& field, const QJsonValue& answer)
    {
        const QString label = before + u" · "_s + isolateAuto(field.label.in(arabic()));
        if (!answer.isArray()) {
            if (!answer.isNull() && answer != QJsonValue(QString())) add(label, answerText(field, answer));
            return;
        }
        int number = 0;
        for (const QJsonValue& row : answer.toArray()) {
            const QString at = label + u' ' + isolateLtr(QString::number(++number));
            if (!row.isObject()) {
                add(at, answerText(field, row));
                continue;
            }
            for (const FormField& column : field.columns)
                if (const QJsonValue cell = row.toObject().value(column.name); !cell.isUndefined())
                    addAnswer(at, column, cell);
        }
    }

    /// In the order of the form; what the form does not know any more, by its key.
    void addAnswers(QJsonObject answers)
    {
        const QString before = find(kLabels, u"form"_s)->words.in(m_language);
        if (m_work && m_work->form)
            for (const FormSection& section : m_work->form->layout.sections())
                for (const FormField& field : section.fields)
                    if (const QJsonValue answer = answers.take(field.name); !answer.isUndefined())
                        addAnswer(before, field, answer);
        for (auto rest = answers.constBegin(); rest != answers.constEnd(); ++rest)
            add(before + u" · "_s + isolateLtr(rest.key()), plainText(rest.value()));
    }

    const SubjectWords& m_words;
    Language m_language;
    const SubjectWords::Work* m_work = nullptr; ///< Of the entry.
    std::vector<SheetPair> m_pairs;
};

void addAudit(Sheet& sheet, const QJsonArray& lines, const Reader& reader, Language language)
{
    SheetTable table;
    table.columns = {
        {kAt.in(language), false, 1}, {kWho.in(language), false, 1}, {kWhat.in(language), false, 2}};
    for (const QJsonValue& line : lines)
        table.rows.push_back({{isolateLtr(dateTimeText(fromStoredTime(line[u"at"_s].toString())))},
            {reader.who(line[u"who"_s].toString())},
            {isolateAuto(actText(line[u"act"_s].toString(), language))}});
    sheet.blocks.push_back(std::move(table));
}

} // namespace

Sheet subjectSheet(const SubjectExport& made, Language language)
{
    const QJsonObject& data = made.data;
    Sheet sheet;
    sheet.rightToLeft = language == Language::Arabic;
    sheet.title = sheet.footer = kTitle.in(language);
    const QString centre =
        data[u"centre"_s][language == Language::Arabic ? u"name_ar"_s : u"name_en"_s].toString();
    sheet.blocks.push_back(SheetText{isolateAuto(centre), TextRole::Secondary});
    sheet.blocks.push_back(SheetSplit{{sheet.title, TextRole::Title},
        {kMadeAt.in(language) + u' ' +
            isolateLtr(dateTimeText(fromStoredTime(data.value(u"made_at"_s).toString())))}});
    Reader reader(made.words, language);
    for (const Section& section : kSections) {
        const QJsonArray entries = data.value(QString::fromUtf16(section.key)).toArray();
        sheet.blocks.push_back(SheetGap{});
        sheet.blocks.push_back(SheetText{section.title.in(language), TextRole::Strong});
        if (entries.isEmpty())
            sheet.blocks.push_back(SheetText{kNothing.in(language), TextRole::Secondary});
        else if (section.key == kAudit)
            addAudit(sheet, entries, reader, language);
        else
            for (const QJsonValue& entry : entries) {
                sheet.blocks.push_back(SheetRule{});
                sheet.blocks.push_back(SheetPairs{reader.pairsOf(entry.toObject())});
            }
    }
    return sheet;
}

} // namespace sanad
