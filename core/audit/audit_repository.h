#pragma once

#include "core/audit/audit_line.h"
#include "core/storage/list_index.h"

#include <functional>
#include <optional>
#include <vector>

namespace sanad {

/// The lines that `filter` lets through, newest first. Without a filter their places are known at once, since
/// lines are numbered without gaps; with one the trail is searched, newest first, so many lines a step.
LongList<AuditLine> auditList(const AuditFilter& filter);

/// Reads the audit trail. Writing is AuditTrail's alone.
class AuditRepository {
public:
    explicit AuditRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Newest first, before line `before` (0: from the newest), at most `limit`.
    std::vector<AuditLine> list(const AuditFilter& filter, std::int64_t before, int limit) const;

    /// Numbers of the first and last line with `from` <= at < `to`; nothing when there is none. Lines between
    /// them may lie outside where the clock was set back.
    struct Span {
        std::int64_t first = 0, last = 0;
    };
    std::optional<Span> span(const QDateTime& from, const QDateTime& to) const;
    /// Lines `span.first` … `span.last` in order, one at a time; stops when `take` says false.
    void walk(const Span& span, const std::function<bool(const AuditLine&)>& take) const;

    /// Number of the first line about `subject`; 0 without one.
    std::int64_t firstAbout(std::int64_t subject) const;
    /// The time of the nearest line before line `number` that is not after `now`; invalid without one. The
    /// clock may have stood ahead where lines are left out.
    QDateTime timeBefore(std::int64_t number, const QDateTime& now) const;
    /// When the first line was written; invalid without one.
    QDateTime firstTime() const;

private:
    Tx& m_tx;
};

} // namespace sanad
