#pragma once

#include <QDateTime>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace sanad {

/// Next 63-bit, time-ordered key: 42 bits of milliseconds since 2020, 8 of node, 13 of sequence.
/// Grows strictly within one process, also when the clock steps back. Thread-safe.
std::int64_t nextRawId();

/// Which desk makes the ids (0-255), so that counters of one server never collide. Set once at start.
void setIdNode(int node);

/// Makes ids as if it were `utc`, until called with an invalid time: demonstration data has the ids of its
/// days, the same on every machine.
void setIdTime(const QDateTime& utc);

/// A key that cannot be swapped for one of another kind. Made by the desk, BIGINT on both engines.
/// 0 means "none".
template <class Tag> class Id {
public:
    constexpr Id() = default;
    static Id create() { return Id(nextRawId()); }
    static constexpr Id fromRaw(std::int64_t raw) { return Id(raw); }
    /// Decimal digits as text() writes them; nothing else.
    static std::optional<Id> parse(QStringView text)
    {
        bool ok = false;
        const auto raw = text.toLongLong(&ok);
        if (!ok || raw <= 0) return std::nullopt;
        return Id(raw);
    }
    constexpr std::int64_t raw() const { return m_raw; }
    QString text() const { return QString::number(m_raw); }
    constexpr bool isNull() const { return m_raw == 0; }
    constexpr auto operator<=>(const Id&) const = default;

private:
    constexpr explicit Id(std::int64_t raw)
        : m_raw(raw)
    {
    }
    std::int64_t m_raw = 0;
};

using StaffId = Id<struct StaffTag>;
using CustomerId = Id<struct CustomerTag>;
using TicketId = Id<struct TicketTag>;
using ServiceId = Id<struct ServiceTag>;
using PackId = Id<struct PackTag>;
using TransactionId = Id<struct TransactionTag>;
using DocumentId = Id<struct DocumentTag>;
using ShiftId = Id<struct ShiftTag>;
using DayId = Id<struct DayTag>;
using ReceiptId = Id<struct ReceiptTag>;
using EntryId = Id<struct EntryTag>;
using OutboxId = Id<struct OutboxTag>;
using BatchId = Id<struct BatchTag>;
using ApprovalId = Id<struct ApprovalTag>;

} // namespace sanad
