#pragma once

#include "app/portal/store.h"

#include "core/base/result.h"

#include <optional>

namespace sanad::portal {

/// What the portal knows about the government fee of one transaction.
struct FeeStatus {
    QString item, state, payment, confirmation;
    std::int64_t baisa = 0;
    QJsonObject json() const;
};

/// Government fees, paid from a desk's wallet. Every function runs inside the caller's transaction.
class Fees {
public:
    explicit Fees(Sqlite& database)
        : m_database(database)
    {
    }

    std::optional<FeeStatus> status(const QString& client, const QString& item);
    /// Takes the fee from the wallet; the same `payment` again returns what it did the first time.
    /// Errors: NotFound `portal.not-found`, Conflict `portal.fee-settled` (another payment paid it),
    /// `portal.key-reused` (the payment paid another item), Invalid `portal.fee-amount` (not what the item
    /// named as its fee; nothing, where it named none), Denied `portal.insufficient-balance`.
    Result<FeeStatus> pay(const QString& client, const QString& item, const QString& payment,
        std::int64_t baisa, std::int64_t now);

private:
    bool isFeeOf(const QString& item, std::int64_t baisa);

    Sqlite& m_database;
};

} // namespace sanad::portal
