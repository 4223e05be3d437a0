#include "core/ledger/account.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

const std::vector<AccountInfo>& chartOfAccounts()
{
    static const std::vector<AccountInfo> chart{
        {Account::Drawer, u"drawer"_s, AccountPart::Shift, true},
        {Account::CardClearing, u"card-clearing"_s, AccountPart::None, true},
        {Account::Bank, u"bank"_s, AccountPart::None, true},
        {Account::Wallet, u"wallet"_s, AccountPart::Agency, true},
        {Account::AgencyPayable, u"agency-payable"_s, AccountPart::Agency, false},
        {Account::CustomerDeposit, u"customer-deposit"_s, AccountPart::Customer, false},
        {Account::CompanyAccount, u"company-account"_s, AccountPart::Customer, true},
        {Account::Income, u"income"_s, AccountPart::IncomeKind, false},
        {Account::VatOutput, u"vat-output"_s, AccountPart::None, false},
        {Account::Discounts, u"discounts"_s, AccountPart::None, true},
        {Account::Loyalty, u"loyalty"_s, AccountPart::None, false},
        {Account::OverShort, u"over-short"_s, AccountPart::None, true},
        {Account::FieldAdvance, u"field-advance"_s, AccountPart::Staff, true},
    };
    return chart;
}

const AccountInfo& accountInfo(Account account)
{
    const auto& chart = chartOfAccounts();
    return *std::find_if(
        chart.begin(), chart.end(), [&](const AccountInfo& row) { return row.account == account; });
}

std::optional<Account> accountFromKey(QStringView key)
{
    for (const AccountInfo& row : chartOfAccounts())
        if (row.key == key) return row.account;
    return std::nullopt;
}

AccountRef drawerOf(ShiftId shift)
{
    return {Account::Drawer, shift.text()};
}
AccountRef safe()
{
    return {Account::Drawer, {}};
}
AccountRef walletAt(const QString& agency)
{
    return {Account::Wallet, agency};
}
AccountRef payableTo(const QString& agency)
{
    return {Account::AgencyPayable, agency};
}
AccountRef depositOf(CustomerId customer)
{
    return {Account::CustomerDeposit, customer.text()};
}
AccountRef accountOf(CustomerId company)
{
    return {Account::CompanyAccount, company.text()};
}

} // namespace sanad
