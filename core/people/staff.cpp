#include "core/people/staff.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using P = Permission;

const std::vector<std::pair<Role, QString>>& roleTable()
{
    static const std::vector<std::pair<Role, QString>> rows{
        {Role::Owner, u"owner"_s},
        {Role::Manager, u"manager"_s},
        {Role::Clerk, u"clerk"_s},
        {Role::Cashier, u"cashier"_s},
        {Role::FieldAgent, u"field_agent"_s},
        {Role::Inspector, u"inspector"_s},
    };
    return rows;
}

std::set<Permission> without(std::set<Permission> all, std::initializer_list<Permission> fewer)
{
    for (const auto permission : fewer)
        all.erase(permission);
    return all;
}

} // namespace

QString roleKey(Role role)
{
    for (const auto& [value, key] : roleTable())
        if (value == role) return key;
    return {};
}

std::optional<Role> roleFromKey(QStringView key)
{
    for (const auto& [value, text] : roleTable())
        if (text == key) return value;
    return std::nullopt;
}

const std::vector<Role>& allRoles()
{
    static const std::vector<Role> all{
        Role::Owner, Role::Manager, Role::Clerk, Role::Cashier, Role::FieldAgent, Role::Inspector};
    return all;
}

std::set<Permission> firstPermissions(Role role)
{
    const std::set<Permission> everything(allPermissions().begin(), allPermissions().end());
    switch (role) {
    case Role::Owner:
        return everything;
    case Role::Manager:
        return without(everything, {P::ManageStaff, P::ManageBackups});
    case Role::Clerk:
        return {P::EditCustomers, P::ViewCustomers, P::IssueTickets, P::CallTickets, P::EditTransactions,
            P::ViewTransactions, P::HandleDocuments, P::IssueReceipts, P::ViewReceipts, P::OpenShift,
            P::CloseShift, P::ViewSync, P::RunSync};
    case Role::Cashier:
        return {P::ViewCustomers, P::IssueTickets, P::CallTickets, P::ViewTransactions, P::IssueReceipts,
            P::ViewReceipts, P::OpenShift, P::CloseShift, P::ViewSync, P::RunSync};
    case Role::FieldAgent:
        return {P::ViewCustomers, P::EditTransactions, P::ViewTransactions, P::HandleDocuments};
    case Role::Inspector:
        return {P::ViewTransactions, P::ViewReceipts, P::ViewReports, P::ViewSync, P::ViewAudit};
    }
    return {};
}

} // namespace sanad
