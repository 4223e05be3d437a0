#include "ui/people/words.h"

#include <QCoreApplication>

namespace sanad {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("sanad::People", text);
}

} // namespace

QString roleText(Role role)
{
    switch (role) {
    case Role::Owner:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Owner"));
    case Role::Manager:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Manager"));
    case Role::Clerk:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Clerk"));
    case Role::Cashier:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Cashier"));
    case Role::FieldAgent:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Field agent"));
    case Role::Inspector:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Inspector"));
    }
    return {};
}

QString permissionText(Permission permission)
{
    using enum Permission;
    switch (permission) {
    case ManageStaff:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Manage staff and permissions"));
    case ManageSettings:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Change settings"));
    case ManageCatalogue:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Change services and prices"));
    case EditCustomers:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Add and change customers"));
    case ViewCustomers:
        return words(QT_TRANSLATE_NOOP("sanad::People", "See customers"));
    case MergeCustomers:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Merge customers"));
    case ImportCustomers:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Import customers"));
    case IssueTickets:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Issue tickets"));
    case CallTickets:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Call tickets"));
    case EditTransactions:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Work on transactions"));
    case ViewTransactions:
        return words(QT_TRANSLATE_NOOP("sanad::People", "See transactions"));
    case HandleDocuments:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Scan and see documents"));
    case IssueReceipts:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Take money and issue receipts"));
    case ViewReceipts:
        return words(QT_TRANSLATE_NOOP("sanad::People", "See receipts"));
    case OverridePrice:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Approve another price"));
    case VoidReceipts:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Void receipts"));
    case RefundFees:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Refund fees"));
    case OpenShift:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Open a shift"));
    case CloseShift:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Count and close a shift"));
    case SignOffShift:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Sign a shift off"));
    case CloseDay:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Close the day"));
    case ViewReports:
        return words(QT_TRANSLATE_NOOP("sanad::People", "See reports"));
    case RunSync:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Send to the portals"));
    case ViewSync:
        return words(QT_TRANSLATE_NOOP("sanad::People", "See what waits to be sent"));
    case ManageBackups:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Back up and restore"));
    case ViewAudit:
        return words(QT_TRANSLATE_NOOP("sanad::People", "See the audit log"));
    case EraseSubject:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Erase a person's data"));
    case ExportSubject:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Give a person their data"));
    case ManagePrivacy:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Keep the privacy registers"));
    case ApproveActs:
        return words(QT_TRANSLATE_NOOP("sanad::People", "Approve acts of others"));
    }
    return {};
}

} // namespace sanad
