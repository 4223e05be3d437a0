#pragma once

#include "core/customers/customer.h"
#include "core/storage/database.h"

namespace sanad {

using MergeId = Id<struct MergeTag>;

/// One merge: the record `gone` points at `kept` from then on, and nothing of it is rewritten.
struct CustomerMerge {
    MergeId id;
    CustomerId kept, gone;
    bool undone = false;
};

/// What a record stands for besides itself.
struct StandingMerge {
    MergeId id;
    Customer gone; ///< As it was when it went.
    QDateTime at; ///< UTC.
    QString clerk; ///< The sign-in name.
};

/// All SQL of the merges.
class MergeRepository {
public:
    explicit MergeRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    void insert(const CustomerMerge& merge, const QString& clerk);
    std::optional<CustomerMerge> get(MergeId id);
    /// Newest first; of `gone` only the id is set.
    std::vector<StandingMerge> standingOf(CustomerId kept);
    void undo(const CustomerMerge& merge, const QString& clerk);

private:
    void wrote(const CustomerMerge& merge);
    Tx& m_tx;
};

} // namespace sanad
