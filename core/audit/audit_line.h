#pragma once

#include "core/base/id.h"

#include <QDateTime>
#include <QStringList>

namespace sanad {

/// One line of the audit trail as recorded.
struct AuditLine {
    std::int64_t number = 0;
    QDateTime at; ///< UTC.
    StaffId staff; ///< Null: the program itself.
    QString actor; ///< Sign-in name.
    QString counter;
    QString act; ///< `receipt.issued`
    std::int64_t subject = 0;
    QString payload; ///< Canonical JSON without personal data, the text that is hashed.
    QByteArray hash; ///< SHA-256 over the hash of the line before and this line.
};

/// Which lines are wanted; what is empty does not matter.
struct AuditFilter {
    QDateTime from, to; ///< UTC, `to` excluded.
    QString actor, counter;
    QString act; ///< The beginning of it: `receipt.` for all of a kind.
    QStringList acts; ///< Or exactly one of these.
    std::int64_t subject = 0;

    bool operator==(const AuditFilter&) const = default;
};

/// The lines of the local days `from` … `to`, both included; an invalid day leaves that side open.
AuditFilter betweenDays(const QDate& from, const QDate& to);

} // namespace sanad
