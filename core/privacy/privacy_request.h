#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace sanad {

using PrivacyRequestId = Id<struct PrivacyRequestTag>;
using PrivacyBreachId = Id<struct PrivacyBreachTag>;

/// Days within which a person's request must be answered, counted from the day it came in.
constexpr int kRequestDays = 45;
/// Hours within which a breach must be reported to the authority, from when it was found.
constexpr int kBreachHours = 72;

enum class RequestKind { Access, Correction, Restriction, Erasure, Objection };
/// `access`, `correction`, `restriction`, `erasure`, `objection`.
QString requestKindKey(RequestKind kind);
std::optional<RequestKind> requestKindFromKey(QStringView key);

enum class RequestState { Open, Done, Refused };
/// `open`, `done`, `refused`.
QString requestStateKey(RequestState state);

/// What a person asked of the centre about their data.
struct PrivacyRequest {
    PrivacyRequestId id;
    std::int64_t number = 0; ///< From 1.
    CustomerId customer;
    RequestKind kind = RequestKind::Access;
    RequestState state = RequestState::Open;
    QDate receivedOn, dueOn;
    QString words; ///< What was asked; sealed at rest, gone after an erasure.
    QString answer; ///< What was answered; likewise.
    QDateTime takenAt, closedAt; ///< UTC.
    QString takenBy, closedBy; ///< Sign-in names.

    /// Days until it must be answered; below 0 when that is over. Of an open one.
    int daysLeft(const QDate& today) const { return static_cast<int>(today.daysTo(dueOn)); }
    bool isOverdue(const QDate& today) const { return state == RequestState::Open && dueOn < today; }
    bool operator==(const PrivacyRequest&) const = default;
};

/// Personal data that was lost, changed, or seen by somebody who may not.
struct PrivacyBreach {
    PrivacyBreachId id;
    std::int64_t number = 0; ///< From 1.
    QDateTime foundAt, dueAt; ///< UTC.
    QString words; ///< What happened; sealed at rest.
    QString measures; ///< What was done about it; sealed at rest.
    QDateTime reportedAt; ///< To the authority; invalid until then.
    QString reference; ///< The authority's, empty without one.
    QDateTime toldAt; ///< When the people were told; invalid until then.
    QDateTime closedAt;
    QString recordedBy;
    std::vector<CustomerId> people; ///< Whose data it was. Those erased meanwhile are not named any more.

    /// Whole hours until it must be reported, rounded down; below 0 when that is over.
    int hoursLeft(const QDateTime& now) const;
    bool isOverdue(const QDateTime& now) const { return !reportedAt.isValid() && dueAt < now; }
    bool operator==(const PrivacyBreach&) const = default;
};

} // namespace sanad
