#pragma once

#include "core/ledger/account.h"
#include "core/storage/database.h"

#include <map>
#include <vector>

namespace sanad {

/// What the ledger's entries come to, for what each close of a day said of them.
class Books {
public:
    /// Reads which day each close closed, and when.
    explicit Books(Tx& tx);

    /// Entries of a document, in whatever order and pieces; `line` is the audit line that vouches for it.
    void add(int businessDay, std::int64_t line, const std::map<AccountRef, Money>& entries);
    /// Whether the day was closed before the audit line was written: nothing more is posted to it then.
    bool wasClosed(int businessDay, std::int64_t line) const;
    /// The balances as they stood once `businessDay` was over to who had seen the audit lines up to `line`;
    /// those at zero are left out. Cheap for days that ascend.
    std::map<AccountRef, Money> at(int businessDay, std::int64_t line);

private:
    /// Posted after the close of its own or of a later day: that close does not know of it.
    struct Late {
        int businessDay = 0;
        std::int64_t line = 0;
        std::map<AccountRef, Money> entries;
    };

    std::map<int, std::int64_t> m_closes; // by business day: the last audit line before its close
    std::map<std::int64_t, int>
        m_closedUpTo; // by the last audit line before a close: the latest day closed then
    std::map<int, std::map<AccountRef, Money>> m_moved; // by business day
    std::vector<Late> m_late;
    int m_summedUpTo = 0;
    std::map<AccountRef, Money> m_sums;
};

} // namespace sanad
