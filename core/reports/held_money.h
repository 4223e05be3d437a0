#pragma once

#include "core/ledger/ledger.h"
#include "core/reports/day_report.h"

#include <map>

namespace sanad {

/// Balances of the payables and wallets before a period, and what moved them in it.
class HeldMoney {
public:
    /// `opening`: every account's balance before `first`.
    HeldMoney(Tx& tx, const QDate& first, const QDate& last, std::map<AccountRef, Money> opening);

    /// Without names and what is unconfirmed, by agency.
    std::vector<DayReport::AgencyMoney> agencies() const;
    std::vector<DayReport::Wallet> wallets() const;
    /// Whether the payables and wallets come to what `balances` has of them.
    bool endsAt(const std::map<AccountRef, Money>& balances) const;
    /// Credits less debits of an account in the period, by receipts alone.
    Money receipted(Account account) const;

private:
    std::map<AccountRef, Money> m_opening;
    std::vector<Ledger::Movement> m_movements;
};

} // namespace sanad
