#pragma once

#include "core/base/id.h"

#include <QString>

#include <optional>
#include <vector>

namespace sanad {

/// The fixed chart. An account may have parts (a drawer per shift, a payable per agency); a posting names
/// both.
enum class Account {
    Drawer, ///< Cash in the drawer of a shift; without a part, cash at rest in the centre's safe.
    CardClearing, ///< Card sales that the bank has not paid out yet.
    Bank,
    Wallet, ///< Prepaid at an agency, or the centre's card used there.
    AgencyPayable, ///< Government fees held for an agency: never income.
    CustomerDeposit, ///< Money of a customer, kept for later services.
    CompanyAccount, ///< What a company owes.
    Income, ///< Per kind, before discounts, without VAT.
    VatOutput,
    Discounts,
    Loyalty, ///< Points given and not yet used.
    OverShort, ///< Differences of counted drawers.
    FieldAdvance, ///< Given to a field agent for a task, until accounted for.
};

enum class AccountPart { None, Shift, Agency, Customer, IncomeKind, Staff };

struct AccountInfo {
    Account account;
    QString key; ///< As stored: `agency-payable`.
    AccountPart part;
    bool debitNormal; ///< An asset or a cost: its balance is usually a debit.
};

const std::vector<AccountInfo>& chartOfAccounts();
const AccountInfo& accountInfo(Account account);
std::optional<Account> accountFromKey(QStringView key);

/// An account with its part.
struct AccountRef {
    Account account = Account::Drawer;
    QString part; ///< Shift id, agency code, customer id, income kind; empty where the account has none.

    bool operator==(const AccountRef&) const = default;
    /// By the order of the chart, then of the parts.
    bool operator<(const AccountRef& other) const
    {
        return account != other.account ? account < other.account : part < other.part;
    }
};

AccountRef drawerOf(ShiftId shift);
AccountRef safe();
AccountRef walletAt(const QString& agency);
AccountRef payableTo(const QString& agency);
AccountRef depositOf(CustomerId customer);
AccountRef accountOf(CustomerId company);

} // namespace sanad
