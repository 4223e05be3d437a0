#include "core/base/permission.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const std::vector<std::pair<Permission, QString>>& table()
{
    static const std::vector<std::pair<Permission, QString>> rows{
        {Permission::ManageStaff, u"staff.manage"_s},
        {Permission::ManageSettings, u"settings.manage"_s},
        {Permission::ManageCatalogue, u"catalogue.manage"_s},
        {Permission::EditCustomers, u"customer.edit"_s},
        {Permission::ViewCustomers, u"customer.view"_s},
        {Permission::MergeCustomers, u"customer.merge"_s},
        {Permission::ImportCustomers, u"customer.import"_s},
        {Permission::IssueTickets, u"ticket.issue"_s},
        {Permission::CallTickets, u"ticket.call"_s},
        {Permission::EditTransactions, u"transaction.edit"_s},
        {Permission::ViewTransactions, u"transaction.view"_s},
        {Permission::HandleDocuments, u"document.handle"_s},
        {Permission::IssueReceipts, u"receipt.issue"_s},
        {Permission::ViewReceipts, u"receipt.view"_s},
        {Permission::OverridePrice, u"price.override"_s},
        {Permission::VoidReceipts, u"receipt.void"_s},
        {Permission::RefundFees, u"fee.refund"_s},
        {Permission::OpenShift, u"shift.open"_s},
        {Permission::CloseShift, u"shift.close"_s},
        {Permission::SignOffShift, u"shift.sign-off"_s},
        {Permission::CloseDay, u"day.close"_s},
        {Permission::ViewReports, u"report.view"_s},
        {Permission::RunSync, u"sync.run"_s},
        {Permission::ViewSync, u"sync.view"_s},
        {Permission::ManageBackups, u"backup.manage"_s},
        {Permission::ViewAudit, u"audit.view"_s},
        {Permission::EraseSubject, u"subject.erase"_s},
        {Permission::ExportSubject, u"subject.export"_s},
        {Permission::ManagePrivacy, u"privacy.manage"_s},
        {Permission::ApproveActs, u"act.approve"_s},
    };
    return rows;
}

} // namespace

QString permissionKey(Permission permission)
{
    for (const auto& [value, key] : table())
        if (value == permission) return key;
    return {};
}

std::optional<Permission> permissionFromKey(QStringView key)
{
    for (const auto& [value, text] : table())
        if (text == key) return value;
    return std::nullopt;
}

const std::vector<Permission>& allPermissions()
{
    static const std::vector<Permission> all = [] {
        std::vector<Permission> list;
        for (const auto& row : table())
            list.push_back(row.first);
        return list;
    }();
    return all;
}

} // namespace sanad
