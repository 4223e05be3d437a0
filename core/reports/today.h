#pragma once

#include "core/base/actor.h"
#include "core/receipts/day_figures.h"
#include "core/reports/day_report.h"

namespace sanad {

/// The owner's page: one look, no recomputation.
struct Today {
    QDate day;
    Figures figures, lastWeek; ///< Today, and the same weekday last week as a whole.
    Money cash, card, otherTenders;
    std::int64_t waiting = 0, unsynced = 0;
    std::map<QString, Figures> hours, clerks, services;
};

Result<Today> today(Database& db, const Actor& by);

/// Revenue of a day, a month or a year.
struct Revenue {
    QDate first, last;
    Figures figures;
    std::map<QDate, Figures> days; ///< Days that sold something.
    std::map<QString, Figures> services, clerks, agencies, tenders;
};

/// Errors: Denied; Invalid `reports.period`.
Result<Revenue> revenue(Database& db, const QDate& first, const QDate& last, const Actor& by);

/// Of a period, by day, service fees less discounts that were sold while the centre was not registered for
/// VAT. Errors as revenue().
Result<std::map<QDate, Money>> soldWithoutVat(
    Database& db, const QDate& first, const QDate& last, const Actor& by);

/// What was held for each agency before a period and after it, and what moved it. Errors as revenue().
Result<std::vector<DayReport::AgencyMoney>> heldForAgencies(
    Database& db, const QDate& first, const QDate& last, const Actor& by);

} // namespace sanad
