#include "core/reports/today.h"

#include "core/cash/working_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/reports/held_money.h"
#include "core/reports/report_repository.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

Result<Today> today(Database& db, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    return db.read([&](Tx& tx) -> Result<Today> {
        Today page;
        page.day = workingDay(tx);
        const DayFigures roll(tx);
        for (const auto& [key, figures] : roll.stored(page.day)) {
            const auto& [dimension, item] = key;
            if (dimension == Dimension::Day) page.figures = figures;
            if (dimension == Dimension::Hour) page.hours[item] = figures;
            if (dimension == Dimension::Clerk) page.clerks[item] = figures;
            if (dimension == Dimension::Service) page.services[item] = figures;
            if (dimension == Dimension::Tender)
                (item == "cash"_L1          ? page.cash
                        : item == "card"_L1 ? page.card
                                            : page.otherTenders) += figures.total;
        }
        const QDate lastWeek = page.day.addDays(-7);
        const auto days = roll.days(lastWeek, lastWeek);
        if (!days.empty()) page.lastWeek = days.begin()->second;
        const ReportRepository reports(tx);
        auto tickets =
            reports.ticketStates(businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour));
        page.waiting = tickets[u"waiting"_s] + tickets[u"transferred"_s];
        page.unsynced = reports.outbox().count;
        return page;
    });
}

namespace {

Result<> checkPeriod(const QDate& first, const QDate& last)
{
    if (first.isValid() && last.isValid() && first <= last) return {};
    return Error{ErrorCode::Invalid, u"reports.period"_s, {}, {}};
}

} // namespace

Result<Revenue> revenue(Database& db, const QDate& first, const QDate& last, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    SANAD_TRY(checkPeriod(first, last));
    return db.read([&](Tx& tx) -> Result<Revenue> {
        const DayFigures roll(tx);
        Revenue revenue{first, last, {}, roll.days(first, last), roll.over(Dimension::Service, first, last),
            roll.over(Dimension::Clerk, first, last), roll.over(Dimension::Agency, first, last),
            roll.over(Dimension::Tender, first, last)};
        for (const auto& [day, figures] : revenue.days)
            revenue.figures += figures;
        return revenue;
    });
}

Result<std::map<QDate, Money>> soldWithoutVat(
    Database& db, const QDate& first, const QDate& last, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    SANAD_TRY(checkPeriod(first, last));
    return db.read([&](Tx& tx) -> Result<std::map<QDate, Money>> {
        return ReportRepository(tx).soldWithoutVat(first, last);
    });
}

Result<std::vector<DayReport::AgencyMoney>> heldForAgencies(
    Database& db, const QDate& first, const QDate& last, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    SANAD_TRY(checkPeriod(first, last));
    return db.read([&](Tx& tx) -> Result<std::vector<DayReport::AgencyMoney>> {
        auto rows = HeldMoney(tx, first, last, Ledger(tx).balancesAfter(first.addDays(-1))).agencies();
        CatalogueRepository catalogue(tx);
        for (DayReport::AgencyMoney& row : rows)
            if (const auto agency = catalogue.agency(row.agency, last)) {
                row.nameAr = agency->nameAr;
                row.nameEn = agency->nameEn;
            }
        return rows;
    });
}

} // namespace sanad
