#include "core/reports/day_report.h"
#include "core/cash/working_day.h"

#include "core/cash/day_close_repository.h"
#include "core/cash/shift_repository.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/receipts/receipt_repository.h"
#include "core/reports/held_money.h"
#include "core/reports/report_repository.h"
#include "core/settings/settings_repository.h"

#include <cstdlib>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kOpenWorkDays = 60;

std::vector<DayReport::Named> named(const FigureMap& figures,
    const std::map<FigureKey, std::pair<QString, QString>>& names, Dimension dimension)
{
    std::vector<DayReport::Named> rows;
    for (const auto& [key, one] : figures) {
        if (key.first != dimension) continue;
        const auto name = names.find(key);
        const auto& [ar, en] = name == names.end() ? std::pair<QString, QString>() : name->second;
        rows.push_back({key.second, ar, en, one});
    }
    return rows;
}

Figures figuresAt(const FigureMap& figures, Dimension dimension, const QString& item = {})
{
    const auto found = figures.find({dimension, item});
    return found == figures.end() ? Figures() : found->second;
}

DayReport::Difference against(const Figures& reported, const QDate& day, const std::map<QDate, Figures>& days)
{
    const auto found = days.find(day);
    DayReport::Difference difference{day, found == days.end() ? Figures() : found->second, {}, {}, {}};
    difference.income = reported.income() - difference.figures.income();
    difference.total = reported.total - difference.figures.total;
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 1'000'000;
    if (const auto base = difference.figures.income().baisa();
        base > 0 && std::abs(difference.income.baisa()) < kMost)
        difference.incomePerMille = difference.income.baisa() * 1000 / base;
    return difference;
}

template <class Rows, class Part> std::int64_t sumOf(const Rows& rows, Part part)
{
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
        [&](std::int64_t sum, const auto& row) { return sum + part(row).baisa(); });
}

std::int64_t balanceOf(const std::map<AccountRef, Money>& balances, Account account)
{
    return std::accumulate(
        balances.begin(), balances.end(), std::int64_t{0}, [&](std::int64_t sum, const auto& row) {
            return row.first.account == account ? sum + row.second.baisa() : sum;
        });
}

/// What is held for agencies and lies in wallets: as the day moved it, and what that is held against.
struct HeldAndSigned {
    HeldMoney held;
    std::map<AccountRef, Money> after; ///< What was signed; of an open day what the accounts stand at.
};

HeldAndSigned heldOn(Tx& tx, const QDate& day, const std::optional<DayClose>& close)
{
    const DayCloseRepository closes(tx);
    const QDate before = day.addDays(-1);
    auto opening = closes.signedUpTo(before);
    HeldAndSigned found{HeldMoney(tx, day, day, std::move(opening.balances)),
        close ? balancesOf(close->totals) : Ledger(tx).balancesAfter(day)};
    if (found.held.endsAt(found.after)) return found;
    // What was signed while the clock stood ahead does not know what came to be posted before it.
    if (!opening.close.isNull() && closes.isBehind(opening.closed, opening.close))
        found.held = HeldMoney(tx, day, day, Ledger(tx).balancesAfter(before));
    if (close && closes.isBehind(day, close->id)) found.after = Ledger(tx).balancesAfter(day);
    return found;
}

/// How many numbers lie between the day's first and last of each series, but for those that receipts of other
/// days bear, where the clock was set right between them.
std::int64_t numbersOf(Tx& tx, const QDate& day, std::int64_t receipts)
{
    const ReceiptRepository repository(tx);
    const auto ranges = repository.seriesOfDay(day);
    std::int64_t numbers = 0;
    for (const auto& range : ranges)
        numbers += range.last - range.first + 1;
    if (numbers == receipts) return numbers;
    for (const auto& range : ranges)
        numbers -= repository.ofOtherDays(range, day);
    return numbers;
}

std::vector<DayReport::Check> checksOf(Tx& tx, const DayReport& report, const HeldAndSigned& money)
{
    const Figures& all = report.headline;
    const auto total = [](const DayReport::Named& row) { return row.figures.total; };
    const auto closing = [](const auto& row) { return row.closing; };
    return {
        {u"total"_s, all.total.baisa(), (all.governmentFees + all.serviceFees - all.discounts).baisa()},
        {u"tenders"_s, all.total.baisa(), sumOf(report.tenders, total)},
        {u"clerks"_s, all.total.baisa(), sumOf(report.clerks, total)},
        {u"services"_s, all.total.baisa(), sumOf(report.services, total)},
        {u"agencies"_s, sumOf(report.agencies, closing), -balanceOf(money.after, Account::AgencyPayable)},
        {u"wallets"_s, sumOf(report.wallets, closing), balanceOf(money.after, Account::Wallet)},
        {u"fees"_s, all.governmentFees.baisa(), money.held.receipted(Account::AgencyPayable).baisa()},
        {u"vat"_s, all.vat.baisa(), money.held.receipted(Account::VatOutput).baisa()},
        {u"numbers"_s, all.receipts, numbersOf(tx, report.day, all.receipts)},
    };
}

void addWork(Tx& tx, DayReport& report)
{
    const ReportRepository reports(tx);
    auto states = reports.transactionStates(report.day, report.day);
    report.transactionsCompleted = states[u"completed"_s] + states[u"handed_over"_s];
    report.transactionsRejected = states[u"rejected"_s];
    for (const auto& [state, count] : states)
        report.transactionsOpened += count;
    report.transactionsPending = report.transactionsOpened - report.transactionsCompleted -
        report.transactionsRejected - states[u"cancelled"_s];

    auto tickets = reports.ticketStates(report.day);
    report.ticketsServed = tickets[u"done"_s];
    report.ticketsNoShow = tickets[u"no_show"_s];
    report.ticketsWaiting = tickets[u"waiting"_s] + tickets[u"held"_s] + tickets[u"transferred"_s];

    const QDate since = report.day.addDays(-kOpenWorkDays);
    auto recent = reports.transactionStates(since, report.day);
    report.waitingForCustomer =
        recent[u"waiting_for_customer"_s] + recent[u"action_needed"_s] + recent[u"fee_due"_s];
    report.waitingForAgency = recent[u"submitted"_s] + recent[u"in_review"_s] + recent[u"approved"_s];
    report.readyForHandOver = recent[u"completed"_s];
    report.overdue = reports.overdue(since, report.day);

    const auto outbox = reports.outbox();
    report.queued = outbox.count;
    if (outbox.count > 0) report.oldestQueuedMinutes = outbox.oldest.secsTo(tx.now()) / 60;
}

void addHeldMoney(Tx& tx, DayReport& report, const HeldMoney& held)
{
    report.agencies = held.agencies();
    report.wallets = held.wallets();
    const auto unsettled = ReportRepository(tx).unsettledFees();
    CatalogueRepository catalogue(tx);
    const auto name = [&](auto& row) {
        if (const auto agency = catalogue.agency(row.agency, report.day)) {
            row.nameAr = agency->nameAr;
            row.nameEn = agency->nameEn;
            return;
        }
        for (const auto& sold : report.soldByAgency) { // gone from the catalogue since
            if (sold.key != row.agency) continue;
            row.nameAr = sold.nameAr;
            row.nameEn = sold.nameEn;
        }
    };
    for (auto& wallet : report.wallets)
        name(wallet);
    for (auto& row : report.agencies) {
        name(row);
        if (const auto found = unsettled.find(row.agency); found != unsettled.end()) {
            row.unconfirmed = found->second.count;
            row.oldestUnpaidHours = found->second.oldest.secsTo(tx.now()) / 3600;
        }
    }
}

void addDrawers(Tx& tx, DayReport& report)
{
    const ShiftRepository shifts(tx);
    for (const Shift& shift : shifts.ofDay(report.day)) {
        ShiftSummary summary = shifts.summary(shift);
        if (summary.count && !summary.count->difference().isZero()) ++report.exceptions.drawersOff;
        if (!summary.count) summary.cashSales = {}; // the count is to be blind
        report.drawers.push_back(std::move(summary));
    }
}

void addExceptions(Tx& tx, DayReport& report, const FigureMap& figures, int cutOffHour)
{
    const ReportRepository reports(tx);
    const QDateTime from = QDateTime(report.day, QTime(cutOffHour, 0), centreZone()).toUTC();
    auto& exceptions = report.exceptions;
    exceptions.reprints = reports.reprints(from, from.addDays(1));
    exceptions.voids = reports.voids(report.day);
    exceptions.discountedLines = figuresAt(figures, Dimension::Exception, u"discount"_s).receipts;
    exceptions.cardsWithoutCode = figuresAt(figures, Dimension::Exception, u"card-without-code"_s).receipts;
    exceptions.onAccount = figuresAt(figures, Dimension::Tender, tenderKey(Tender::Account)).receipts;
    if (figuresAt(figures, Dimension::Tender, tenderKey(Tender::Transfer)).receipts > 0)
        exceptions.transfersWithoutReference = reports.transfersWithoutReference(report.day);
    exceptions.pricesSetByHand = reports.pricesSetByHand(report.day);
    exceptions.otherDrawers = reports.intoOtherDrawers(report.day);
    exceptions.linesWithoutTransaction =
        figuresAt(figures, Dimension::Exception, u"no-transaction"_s).receipts;
    exceptions.transactionsWithoutReceipt = reports.transactionsWithoutReceipt(report.day);
    for (const auto& wallet : report.wallets)
        exceptions.walletsBelowZero += wallet.closing.isNegative() ? 1 : 0;
}

} // namespace

Money DayReport::averageServiceFee() const
{
    std::int64_t lines = 0;
    for (const Named& service : services)
        lines += service.figures.receipts;
    return lines == 0 ? Money() : Money::fromBaisa(headline.income().baisa() / lines);
}

Money DayReport::averageTicket() const
{
    return headline.receipts == 0 ? Money() : Money::fromBaisa(headline.total.baisa() / headline.receipts);
}

Result<DayReport> dayReport(Database& db, const QDate& day, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    if (!day.isValid()) return Error{ErrorCode::Invalid, u"reports.day"_s, {}, {}};
    return db.read([&](Tx& tx) -> Result<DayReport> {
        DayReport report;
        report.day = day;
        const auto close = DayCloseRepository(tx).find(day);
        if (close) {
            report.closed = true;
            report.closeNumber = close->number;
            report.closeText = close->numberText();
        }
        const DayFigures roll(tx);
        const FigureMap figures = roll.stored(day);
        const int cutOffHour = SettingsRepository(tx).centre().cutOffHour;
        // A clock that was set back does not hide what was sold.
        if (figures.empty() && !report.closed && day > workingDay(tx))
            return Error{ErrorCode::Invalid, u"reports.future-day"_s, {day.toString(Qt::ISODate)}, {}};
        const auto names = roll.names(day);
        report.headline = figuresAt(figures, Dimension::Day);
        report.tenders = named(figures, names, Dimension::Tender);
        report.services = named(figures, names, Dimension::Service);
        report.soldByAgency = named(figures, names, Dimension::Agency);
        report.clerks = named(figures, names, Dimension::Clerk);
        report.hours = named(figures, names, Dimension::Hour);

        const QDate monthStart(day.year(), day.month(), 1);
        const auto days = roll.days(std::min(monthStart, day.addDays(-7)), day);
        report.yesterday = against(report.headline, day.addDays(-1), days);
        report.lastWeek = against(report.headline, day.addDays(-7), days);
        for (const auto& [one, sums] : days)
            if (one >= monthStart) report.monthToDate += sums;

        const HeldAndSigned money = heldOn(tx, day, close);
        addHeldMoney(tx, report, money.held);
        addDrawers(tx, report);
        addWork(tx, report);
        addExceptions(tx, report, figures, cutOffHour);
        report.checks = checksOf(tx, report, money);
        return report;
    });
}

} // namespace sanad
