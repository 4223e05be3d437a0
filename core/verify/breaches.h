#pragma once

#include "core/verify/verify.h"

#include <map>

namespace sanad {

/// Collects what the checks find; of one invariant and table no more than kMaxBreaches, so that a spoilt file
/// stays readable.
class Breaches {
public:
    void add(const QString& invariant, const QString& table, const QString& row, const QString& what)
    {
        if (++m_counts[invariant + table] > kMaxBreaches) return;
        m_list.push_back({invariant, row.isEmpty() ? table : table + u' ' + row, what});
    }
    std::vector<Breach> take() { return std::move(m_list); }

private:
    std::vector<Breach> m_list;
    std::map<QString, int> m_counts;
};

} // namespace sanad
