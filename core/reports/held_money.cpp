#include "core/reports/held_money.h"

#include <algorithm>

namespace sanad {

HeldMoney::HeldMoney(Tx& tx, const QDate& first, const QDate& last, std::map<AccountRef, Money> opening)
    : m_opening(std::move(opening))
    , m_movements(Ledger(tx).movements(first, last))
{
}

std::vector<DayReport::AgencyMoney> HeldMoney::agencies() const
{
    std::map<QString, DayReport::AgencyMoney> rows;
    const auto row = [&](const QString& agency) -> DayReport::AgencyMoney& {
        auto& one = rows[agency];
        one.agency = agency;
        return one;
    };
    // A payable is a credit: what is held is its balance turned round.
    for (const auto& [account, balance] : m_opening)
        if (account.account == Account::AgencyPayable) row(account.part).opening = -balance;
    for (const auto& movement : m_movements) {
        if (movement.account.account != Account::AgencyPayable) continue;
        auto& one = row(movement.account.part);
        const Money net = movement.credit - movement.debit;
        if (movement.kind == DocumentKind::AgencyPaid || movement.kind == DocumentKind::AgencyRefund)
            one.paidOn -= net;
        else if (movement.kind == DocumentKind::CreditNote)
            one.refunded -= net;
        else
            one.collected += net;
    }
    std::vector<DayReport::AgencyMoney> list;
    for (auto& [agency, one] : rows) {
        one.closing = one.opening + one.collected - one.paidOn - one.refunded;
        list.push_back(std::move(one));
    }
    return list;
}

std::vector<DayReport::Wallet> HeldMoney::wallets() const
{
    std::map<QString, DayReport::Wallet> rows;
    for (const auto& [account, balance] : m_opening)
        if (account.account == Account::Wallet) rows[account.part].opening = balance;
    for (const auto& movement : m_movements) {
        if (movement.account.account != Account::Wallet) continue;
        const Money net = movement.debit - movement.credit;
        auto& one = rows[movement.account.part];
        (movement.kind == DocumentKind::WalletTopUp ? one.toppedUp : one.spent) +=
            movement.kind == DocumentKind::WalletTopUp ? net : -net;
    }
    std::vector<DayReport::Wallet> list;
    for (auto& [agency, one] : rows) {
        one.agency = agency;
        one.closing = one.opening + one.toppedUp - one.spent;
        list.push_back(std::move(one));
    }
    return list;
}

bool HeldMoney::endsAt(const std::map<AccountRef, Money>& balances) const
{
    auto rest = m_opening;
    for (const auto& movement : m_movements)
        rest[movement.account] += movement.debit - movement.credit;
    for (const auto& [account, balance] : balances)
        rest[account] -= balance;
    return std::all_of(rest.begin(), rest.end(), [](const auto& row) {
        const auto& [account, difference] = row;
        return difference.isZero() ||
            (account.account != Account::AgencyPayable && account.account != Account::Wallet);
    });
}

Money HeldMoney::receipted(Account account) const
{
    Money sum;
    for (const auto& movement : m_movements)
        if (movement.account.account == account && movement.kind == DocumentKind::Receipt)
            sum += movement.credit - movement.debit;
    return sum;
}

} // namespace sanad
