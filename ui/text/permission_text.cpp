#include "ui/text/permission_text.h"

using namespace Qt::StringLiterals;

namespace sanad {

QString permissionText(Permission permission, Language language)
{
    const bool arabic = language == Language::Arabic;
    using enum Permission;
    switch (permission) {
    case ManageStaff:
        return arabic ? u"إدارة الموظفين والصلاحيات"_s : u"Manage staff and permissions"_s;
    case ManageSettings:
        return arabic ? u"تغيير الإعدادات"_s : u"Change settings"_s;
    case ManageCatalogue:
        return arabic ? u"تغيير الخدمات والأسعار"_s : u"Change services and prices"_s;
    case EditCustomers:
        return arabic ? u"إضافة العملاء وتعديلهم"_s : u"Add and change customers"_s;
    case ViewCustomers:
        return arabic ? u"عرض العملاء"_s : u"See customers"_s;
    case MergeCustomers:
        return arabic ? u"دمج العملاء"_s : u"Merge customers"_s;
    case ImportCustomers:
        return arabic ? u"استيراد العملاء"_s : u"Import customers"_s;
    case IssueTickets:
        return arabic ? u"إصدار التذاكر"_s : u"Issue tickets"_s;
    case CallTickets:
        return arabic ? u"استدعاء التذاكر"_s : u"Call tickets"_s;
    case EditTransactions:
        return arabic ? u"العمل على المعاملات"_s : u"Work on transactions"_s;
    case ViewTransactions:
        return arabic ? u"عرض المعاملات"_s : u"See transactions"_s;
    case HandleDocuments:
        return arabic ? u"مسح المستندات وعرضها"_s : u"Scan and see documents"_s;
    case IssueReceipts:
        return arabic ? u"قبض المال وإصدار الإيصالات"_s : u"Take money and issue receipts"_s;
    case ViewReceipts:
        return arabic ? u"عرض الإيصالات"_s : u"See receipts"_s;
    case OverridePrice:
        return arabic ? u"الموافقة على سعر آخر"_s : u"Approve another price"_s;
    case VoidReceipts:
        return arabic ? u"إلغاء الإيصالات"_s : u"Void receipts"_s;
    case RefundFees:
        return arabic ? u"استرداد الرسوم"_s : u"Refund fees"_s;
    case OpenShift:
        return arabic ? u"فتح وردية"_s : u"Open a shift"_s;
    case CloseShift:
        return arabic ? u"عدّ الوردية وإقفالها"_s : u"Count and close a shift"_s;
    case SignOffShift:
        return arabic ? u"اعتماد الوردية"_s : u"Sign a shift off"_s;
    case CloseDay:
        return arabic ? u"إقفال اليوم"_s : u"Close the day"_s;
    case ViewReports:
        return arabic ? u"عرض التقارير"_s : u"See reports"_s;
    case RunSync:
        return arabic ? u"الإرسال إلى البوابات"_s : u"Send to the portals"_s;
    case ViewSync:
        return arabic ? u"عرض ما ينتظر الإرسال"_s : u"See what waits to be sent"_s;
    case ManageBackups:
        return arabic ? u"النسخ الاحتياطي والاستعادة"_s : u"Back up and restore"_s;
    case ViewAudit:
        return arabic ? u"عرض سجل التدقيق"_s : u"See the audit log"_s;
    case EraseSubject:
        return arabic ? u"محو بيانات شخص"_s : u"Erase a person's data"_s;
    case ExportSubject:
        return arabic ? u"تسليم الشخص بياناته"_s : u"Give a person their data"_s;
    case ManagePrivacy:
        return arabic ? u"إدارة سجلات الخصوصية"_s : u"Keep the privacy registers"_s;
    case ApproveActs:
        return arabic ? u"الموافقة على أعمال الآخرين"_s : u"Approve acts of others"_s;
    }
    return {};
}

} // namespace sanad
