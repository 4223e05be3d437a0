#pragma once

#include "core/queue/ticket.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// All SQL of ticket lines and tickets.
class TicketRepository {
public:
    explicit TicketRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    std::vector<TicketLine> lines() const;
    std::optional<TicketLine> line(const QString& code) const;
    void saveLine(const TicketLine& line);

    /// The next number of `line` on `day`; belongs to the commit, so a refused ticket burns none.
    QString takeNumber(const QString& line, const QDate& day);
    void insert(const Ticket& ticket);
    std::optional<Ticket> get(TicketId id) const;
    std::optional<Ticket> byNumber(const QString& number, const QDate& day) const;

    /// Gives the first waiting ticket (highest priority, then oldest) to `counter`, in one UPDATE that only
    /// succeeds while it still waits: of several counters calling at once each gets another ticket.
    std::optional<Ticket> claimNext(const QDate& day, const QString& counter, StaffId clerk);
    /// Writes `changed` over the row while its state is still `from`; false when it has moved on.
    bool update(const Ticket& changed, TicketState from);

    /// In the order in which they will be called; of one line, or of all with an empty code.
    std::vector<Ticket> waiting(const QDate& day, const QString& line = {}) const;
    std::vector<Ticket> inState(const QDate& day, TicketState state) const;
    /// The ticket called or served at `counter`.
    std::optional<Ticket> current(const QDate& day, const QString& counter) const;

private:
    Tx& m_tx;
};

} // namespace sanad
