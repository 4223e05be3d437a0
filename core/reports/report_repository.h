#pragma once

#include "core/storage/database.h"

#include <QDate>

#include <map>

namespace sanad {

/// Read-only queries across the features, for what no roll-up keeps.
class ReportRepository {
public:
    explicit ReportRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Transactions opened from `first` to `last`, by state.
    std::map<QString, std::int64_t> transactionStates(const QDate& first, const QDate& last) const;
    /// Of those, not finished and past the promised time.
    std::int64_t overdue(const QDate& first, const QDate& last) const;
    std::int64_t transactionsWithoutReceipt(const QDate& day) const;
    std::int64_t transfersWithoutReference(const QDate& day) const;
    /// Receipts that somebody issued while the drawer was another one's.
    std::int64_t intoOtherDrawers(const QDate& day) const;
    /// Tickets of a day by state.
    std::map<QString, std::int64_t> ticketStates(const QDate& day) const;

    struct UnsettledFees {
        std::int64_t count = 0;
        QDateTime oldest;
    };
    std::map<QString, UnsettledFees> unsettledFees() const; ///< By agency.

    struct Waiting {
        std::int64_t count = 0;
        QDateTime oldest;
    };
    Waiting outbox() const; ///< Not delivered yet.

    /// Service fees less discounts of receipts of no VAT registration, by business day.
    std::map<QDate, Money> soldWithoutVat(const QDate& first, const QDate& last) const;
    /// Transactions of a day whose price somebody set, with a reason, otherwise than by a discount.
    std::int64_t pricesSetByHand(const QDate& day) const;
    std::int64_t reprints(const QDateTime& from, const QDateTime& until) const;
    std::int64_t voids(const QDate& day) const;

private:
    Tx& m_tx;
};

} // namespace sanad
