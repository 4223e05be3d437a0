#pragma once

#include "core/ledger/ledger.h"
#include "core/reports/day_report.h"

#include <map>

namespace sanad {

/// Balances of the payables and wallets before a period, and what moved them in it.
class HeldMoney {
public:
    HeldMoney(Tx& tx, const QDate& first, const QDate& last);

    /// Without names and what is unconfirmed, by agency.
    std::vector<DayReport::AgencyMoney> agencies() const;
    std::vector<DayReport::Wallet> wallets() const;
    /// Credits less debits of an account in the period, by receipts alone.
    Money receipted(Account account) const;

private:
    std::map<AccountRef, Money> m_opening;
    std::vector<Ledger::Movement> m_movements;
};

} // namespace sanad
