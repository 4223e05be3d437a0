#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace sanad {

/// One entry per kind of act that the gate guards. Which role holds which is data (core/people).
enum class Permission {
    ManageStaff,
    ManageSettings,
    ManageCatalogue,
    EditCustomers,
    ViewCustomers,
    MergeCustomers,
    ImportCustomers,
    IssueTickets,
    CallTickets,
    EditTransactions,
    ViewTransactions,
    HandleDocuments,
    IssueReceipts,
    ViewReceipts,
    OverridePrice,
    VoidReceipts,
    RefundFees,
    OpenShift,
    CloseShift,
    SignOffShift,
    CloseDay,
    ViewReports,
    RunSync,
    ViewSync,
    ManageBackups,
    ViewAudit,
    EraseSubject,
    ExportSubject,
    ManagePrivacy, ///< Registers of requests and breaches, restriction, purge.
    ApproveActs, ///< Being the second pair of eyes for an act that one may do oneself.
};

/// Stable text of a permission, as stored and shown in audit: `receipt.issue`.
QString permissionKey(Permission permission);
std::optional<Permission> permissionFromKey(QStringView key);
const std::vector<Permission>& allPermissions();

} // namespace sanad
