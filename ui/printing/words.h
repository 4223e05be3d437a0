#pragma once

#include "ui/text/language.h"

#include <QString>

namespace sanad {

/// One label of a print in both languages. Prints carry Arabic always and English beside it when asked,
/// whatever the language of the windows, so these are data and not translations of the windows.
struct Words {
    const char16_t* arabic;
    const char16_t* english;

    QString in(Language language) const
    {
        return QString::fromUtf16(language == Language::Arabic ? arabic : english);
    }
};

/// Chooses the labels of one print.
class Wording {
public:
    Wording(Language language, bool beside)
        : m_language(language)
        , m_beside(beside)
    {
    }

    Language language() const { return m_language; }
    /// English stands beside the Arabic.
    bool beside() const { return m_beside; }
    QString operator()(const Words& words) const;
    /// "label: value"; the value comes isolated.
    QString operator()(const Words& label, const QString& value) const
    {
        return (*this)(label) + QStringLiteral(": ") + value;
    }
    /// The English under the Arabic, for narrow columns.
    QString stacked(const Words& words) const;

private:
    Language m_language;
    bool m_beside;
};

namespace words {
constexpr Words kLicence{u"ترخيص رقم", u"Licence"};
constexpr Words kVatin{u"الرقم الضريبي", u"VATIN"};
constexpr Words kPhone{u"هاتف", u"Phone"};
constexpr Words kSimplifiedInvoice{u"فاتورة ضريبية مبسطة", u"Simplified tax invoice"};
constexpr Words kTaxInvoice{u"فاتورة ضريبية", u"Tax invoice"};
constexpr Words kFeeReceipt{u"إيصال رسوم", u"Fee receipt"};
constexpr Words kCopy{u"نسخة", u"Copy"};
constexpr Words kCopyNumber{u"نسخة رقم", u"Copy no."};
constexpr Words kVoid{u"ملغى", u"Void"};
constexpr Words kTraining{u"تدريب", u"Training"};
constexpr Words kCreditNote{u"إشعار دائن", u"Credit note"};
constexpr Words kReprinted{u"أعيدت الطباعة", u"Reprinted"};
constexpr Words kNumber{u"رقم الإيصال", u"Receipt no."};
constexpr Words kIssued{u"التاريخ والوقت", u"Date and time"};
constexpr Words kHijri{u"الموافق", u"Hijri"};
constexpr Words kCustomer{u"العميل", u"Customer"};
constexpr Words kIdentifier{u"رقم الهوية", u"Identifier"};
constexpr Words kService{u"الخدمة", u"Service"};
constexpr Words kAgency{u"الجهة", u"Agency"};
constexpr Words kReference{u"الرقم المرجعي", u"Reference"};
constexpr Words kGovernmentFee{u"الرسم الحكومي", u"Government fee"};
constexpr Words kGovernmentFees{u"الرسوم الحكومية", u"Government fees"};
constexpr Words kGovernmentFeeShort{u"الرسم الحكومي", u"Govt. fee"}; // for a narrow column
constexpr Words kServiceFee{u"رسم الخدمة", u"Service fee"};
constexpr Words kServiceFees{u"رسوم الخدمة", u"Service fees"};
constexpr Words kServiceFeesWithVat{u"رسوم الخدمة شاملة الضريبة", u"Service fees, VAT included"};
constexpr Words kDiscount{u"الخصم", u"Discount"};
constexpr Words kVat{u"الضريبة", u"VAT"};
constexpr Words kVatIncluded{u"منها ضريبة القيمة المضافة", u"of which VAT"};
constexpr Words kTotal{u"الإجمالي", u"Total"};
constexpr Words kCash{u"نقدًا", u"Cash"};
constexpr Words kCard{u"بطاقة بنكية", u"Bank card"};
constexpr Words kTransfer{u"تحويل بنكي", u"Bank transfer"};
constexpr Words kAccount{u"حساب الشركة", u"Company account"};
constexpr Words kDeposit{u"من الرصيد المودع", u"Deposit"};
constexpr Words kApproval{u"رمز الموافقة", u"Approval code"};
constexpr Words kGiven{u"المدفوع", u"Given"};
constexpr Words kChange{u"الباقي", u"Change"};
constexpr Words kClerk{u"الموظف", u"Clerk"};
constexpr Words kCounter{u"الشباك", u"Counter"};
constexpr Words kTicket{u"التذكرة", u"Ticket"};
constexpr Words kForCustomer{u"للعميل", u"For the customer"};
constexpr Words kForCentre{u"للمركز", u"For the centre"};
constexpr Words kCheckOffline{u"امسح الرمز للتحقق من صحة الإيصال", u"Scan to verify this receipt"};
} // namespace words

} // namespace sanad
