#pragma once

#include "app/portal/item_check.h"
#include "app/portal/store.h"

#include <atomic>
#include <optional>

namespace sanad::portal {

/// Test switches that act on single items: how many of the next ones get that result instead of their own.
struct ItemFaults {
    std::atomic<int> reject = 0;
    std::atomic<int> retry = 0;

    /// Takes one of `count`, where there is one.
    static bool take(std::atomic<int>& count)
    {
        int left = count.load();
        while (left > 0)
            if (count.compare_exchange_weak(left, left - 1)) return true;
        return false;
    }
};

/// Records batches: each item once, by its uuid, whatever comes twice or out of order.
class Intake {
public:
    Intake(Store& store, ItemFaults& faults)
        : m_store(store)
        , m_faults(faults)
    {
    }

    /// The answer stored under `key`. Errors: Conflict `portal.key-reused` when it was given for other
    /// content
    /// (`contentHash` empty: any content).
    Result<std::optional<QByteArray>> answerOf(
        const QString& client, const QString& key, const QByteArray& contentHash);

    /// Records the items and the answer in one durable commit; the answer is an Acknowledgement.
    Result<QByteArray> record(
        const QString& client, const QString& key, const QByteArray& contentHash, const CheckedBatch& batch);

private:
    QJsonObject recordItem(const QString& client, const CheckedItem& item, std::int64_t now);
    QJsonObject recordTransaction(
        const QString& client, const CheckedItem& item, const QByteArray& hash, std::int64_t now);
    QJsonObject recordPayment(
        const QString& client, const CheckedItem& item, const QByteArray& hash, std::int64_t now);
    /// The item's reference: the confirmation of a payment, else the agency's own or a new one.
    QString insert(const QString& client, const CheckedItem& item, const QByteArray& hash,
        const QString& state, std::int64_t now, const QString& confirmation = {});

    Store& m_store;
    ItemFaults& m_faults;
};

} // namespace sanad::portal
