#include "core/verify/books.h"

#include "core/settings/centre.h"

#include <algorithm>

namespace sanad {

namespace {

constexpr auto kCloses =
    "SELECT chain_number, business_day FROM day_close WHERE branch_id = :branch ORDER BY chain_number";

void addTo(std::map<AccountRef, Money>& sums, const std::map<AccountRef, Money>& entries)
{
    for (const auto& [account, amount] : entries) {
        const auto at = sums.try_emplace(account).first;
        at->second += amount;
        if (at->second.isZero()) sums.erase(at);
    }
}

} // namespace

Books::Books(Tx& tx)
{
    auto query = tx.query(kCloses);
    query.bind(":branch", kBranch).run();
    for (int latest = 0; query.next();) {
        m_closes[query.int32(1)] = query.int64(0);
        latest = std::max(latest, query.int32(1));
        m_closedUpTo[query.int64(0)] = latest;
    }
}

void Books::add(int businessDay, std::int64_t line, const std::map<AccountRef, Money>& entries)
{
    addTo(m_moved[businessDay], entries);
    const auto after = m_closedUpTo.lower_bound(line); // the first close that knows of the line
    if (after != m_closedUpTo.begin() && std::prev(after)->second >= businessDay)
        m_late.push_back({businessDay, line, entries});
}

bool Books::wasClosed(int businessDay, std::int64_t line) const
{
    const auto close = m_closes.find(businessDay);
    return close != m_closes.end() && line > close->second;
}

std::map<AccountRef, Money> Books::at(int businessDay, std::int64_t line)
{
    if (businessDay < m_summedUpTo) {
        m_summedUpTo = 0;
        m_sums.clear();
    }
    const auto end = m_moved.upper_bound(businessDay);
    for (auto day = m_moved.upper_bound(m_summedUpTo); day != end; ++day)
        addTo(m_sums, day->second);
    m_summedUpTo = businessDay;
    auto sums = m_sums;
    for (const Late& late : m_late) {
        if (late.businessDay > businessDay || late.line <= line) continue;
        auto back = late.entries;
        for (auto& [account, amount] : back)
            amount = -amount;
        addTo(sums, back);
    }
    return sums;
}

} // namespace sanad
