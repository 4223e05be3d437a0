#pragma once

#include "core/base/actor.h"
#include "core/customers/customer.h"
#include "core/storage/database.h"

#include <memory>

namespace sanad {

/// Customers who do not exist, for demonstrations, tests and the bench: combined from the name parts of
/// `resources/domain/names.json`, with its mix of nationalities and the spelling noise of its notes. The same
/// seed gives the same customers in the same order on every machine. Identifiers never repeat within nine
/// million; some phones do, as families share them.
class SyntheticCustomers {
public:
    explicit SyntheticCustomers(quint64 seed);
    ~SyntheticCustomers();
    SyntheticCustomers(const SyntheticCustomers&) = delete;
    SyntheticCustomers& operator=(const SyntheticCustomers&) = delete;

    /// The next one, without id; clean as cleanedCustomer() leaves it. About one in 25 is a company, one in
    /// 50 a visitor.
    Customer next();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Writes `count` of them, by transactions of CustomerImport::kRowsPerCommit, without looking for duplicates.
Result<> loadSyntheticCustomers(Database& db, qint64 count, quint64 seed, const Actor& by);

} // namespace sanad
