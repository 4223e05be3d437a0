#include "core/reports/day_report.h"

#include "core/base/clock.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

qint64 baisa(Money money)
{
    return money.baisa();
}

QJsonObject figuresJson(const Figures& figures)
{
    return {{u"receipts"_s, qint64{figures.receipts}},
        {u"government_fees_baisa"_s, baisa(figures.governmentFees)},
        {u"service_fees_baisa"_s, baisa(figures.serviceFees)},
        {u"discounts_baisa"_s, baisa(figures.discounts)}, {u"vat_baisa"_s, baisa(figures.vat)},
        {u"income_baisa"_s, baisa(figures.income())}, {u"total_baisa"_s, baisa(figures.total)}};
}

QJsonArray namedJson(const std::vector<DayReport::Named>& rows, const QString& keyName)
{
    QJsonArray array;
    for (const auto& row : rows) {
        QJsonObject object = figuresJson(row.figures);
        object.insert(keyName, row.key);
        if (!row.nameAr.isEmpty()) object.insert(u"name_ar"_s, row.nameAr);
        if (!row.nameEn.isEmpty()) object.insert(u"name_en"_s, row.nameEn);
        array.append(object);
    }
    return array;
}

QJsonObject differenceJson(const DayReport::Difference& difference)
{
    QJsonObject object{{u"day"_s, difference.day.toString(Qt::ISODate)},
        {u"figures"_s, figuresJson(difference.figures)}, {u"income_baisa"_s, baisa(difference.income)},
        {u"total_baisa"_s, baisa(difference.total)}};
    if (difference.incomePerMille) object.insert(u"income_per_mille"_s, qint64{*difference.incomePerMille});
    return object;
}

QJsonArray agenciesJson(const std::vector<DayReport::AgencyMoney>& rows)
{
    QJsonArray array;
    for (const auto& row : rows)
        array.append(
            QJsonObject{{u"agency"_s, row.agency}, {u"name_ar"_s, row.nameAr}, {u"name_en"_s, row.nameEn},
                {u"opening_baisa"_s, baisa(row.opening)}, {u"collected_baisa"_s, baisa(row.collected)},
                {u"paid_on_baisa"_s, baisa(row.paidOn)}, {u"refunded_baisa"_s, baisa(row.refunded)},
                {u"closing_baisa"_s, baisa(row.closing)}, {u"unconfirmed"_s, qint64{row.unconfirmed}},
                {u"oldest_unpaid_hours"_s, qint64{row.oldestUnpaidHours}}});
    return array;
}

QJsonArray walletsJson(const std::vector<DayReport::Wallet>& rows)
{
    QJsonArray array;
    for (const auto& row : rows)
        array.append(
            QJsonObject{{u"agency"_s, row.agency}, {u"name_ar"_s, row.nameAr}, {u"name_en"_s, row.nameEn},
                {u"opening_baisa"_s, baisa(row.opening)}, {u"topped_up_baisa"_s, baisa(row.toppedUp)},
                {u"spent_baisa"_s, baisa(row.spent)}, {u"closing_baisa"_s, baisa(row.closing)}});
    return array;
}

QJsonArray drawersJson(const std::vector<ShiftSummary>& rows)
{
    QJsonArray array;
    for (const auto& row : rows) {
        QJsonObject object{{u"counter"_s, row.shift.counter}, {u"clerk"_s, row.shift.clerk},
            {u"state"_s, shiftStateKey(row.shift.state)},
            {u"opening_float_baisa"_s, baisa(row.shift.openingFloat)},
            {u"cash_in_baisa"_s, baisa(row.cashIn)}, {u"cash_out_baisa"_s, baisa(row.cashOut)}};
        if (row.count) {
            object.insert(u"cash_sales_baisa"_s, baisa(row.cashSales));
            object.insert(u"moved_on_baisa"_s, baisa(row.movedOn()));
            object.insert(u"expected_baisa"_s, baisa(row.count->expected));
            object.insert(u"counted_baisa"_s, baisa(row.count->counted));
            object.insert(u"difference_baisa"_s, baisa(row.count->difference()));
            object.insert(u"reason"_s, row.reason);
        }
        if (!row.closedBy.isEmpty()) object.insert(u"closed_by"_s, row.closedBy);
        if (!row.signedOffBy.isEmpty()) object.insert(u"signed_off_by"_s, row.signedOffBy);
        array.append(object);
    }
    return array;
}

QJsonArray checksJson(const std::vector<DayReport::Check>& checks)
{
    QJsonArray array;
    for (const auto& check : checks)
        array.append(QJsonObject{{u"check"_s, check.key}, {u"left"_s, qint64{check.left}},
            {u"right"_s, qint64{check.right}}, {u"holds"_s, check.holds()}});
    return array;
}

} // namespace

QJsonObject toJson(const DayReport& report)
{
    const auto& odd = report.exceptions;
    return {{u"day"_s, report.day.toString(Qt::ISODate)}, {u"closed"_s, report.closed},
        {u"close"_s, report.closeText}, {u"close_number"_s, qint64{report.closeNumber}},
        {u"headline"_s, figuresJson(report.headline)},
        {u"average_service_fee_baisa"_s, baisa(report.averageServiceFee())},
        {u"average_ticket_baisa"_s, baisa(report.averageTicket())},
        {u"transactions"_s,
            QJsonObject{{u"opened"_s, qint64{report.transactionsOpened}},
                {u"completed"_s, qint64{report.transactionsCompleted}},
                {u"rejected"_s, qint64{report.transactionsRejected}},
                {u"pending"_s, qint64{report.transactionsPending}}}},
        {u"tickets"_s,
            QJsonObject{{u"served"_s, qint64{report.ticketsServed}},
                {u"no_show"_s, qint64{report.ticketsNoShow}}, {u"waiting"_s, qint64{report.ticketsWaiting}}}},
        {u"yesterday"_s, differenceJson(report.yesterday)}, {u"last_week"_s, differenceJson(report.lastWeek)},
        {u"month_to_date"_s, figuresJson(report.monthToDate)}, {u"agencies"_s, agenciesJson(report.agencies)},
        {u"wallets"_s, walletsJson(report.wallets)}, {u"drawers"_s, drawersJson(report.drawers)},
        {u"tenders"_s, namedJson(report.tenders, u"tender"_s)},
        {u"services"_s, namedJson(report.services, u"service"_s)},
        {u"sold_by_agency"_s, namedJson(report.soldByAgency, u"agency"_s)},
        {u"clerks"_s, namedJson(report.clerks, u"clerk"_s)}, {u"hours"_s, namedJson(report.hours, u"hour"_s)},
        {u"exceptions"_s,
            QJsonObject{{u"reprints"_s, qint64{odd.reprints}}, {u"voids"_s, qint64{odd.voids}},
                {u"discounted_lines"_s, qint64{odd.discountedLines}},
                {u"prices_set_by_hand"_s, qint64{odd.pricesSetByHand}},
                {u"cards_without_code"_s, qint64{odd.cardsWithoutCode}},
                {u"on_account"_s, qint64{odd.onAccount}},
                {u"transfers_without_reference"_s, qint64{odd.transfersWithoutReference}},
                {u"other_drawers"_s, qint64{odd.otherDrawers}},
                {u"lines_without_transaction"_s, qint64{odd.linesWithoutTransaction}},
                {u"transactions_without_receipt"_s, qint64{odd.transactionsWithoutReceipt}},
                {u"drawers_off"_s, qint64{odd.drawersOff}},
                {u"wallets_below_zero"_s, qint64{odd.walletsBelowZero}}}},
        {u"open_work"_s,
            QJsonObject{{u"waiting_for_customer"_s, qint64{report.waitingForCustomer}},
                {u"waiting_for_agency"_s, qint64{report.waitingForAgency}},
                {u"ready_for_hand_over"_s, qint64{report.readyForHandOver}},
                {u"overdue"_s, qint64{report.overdue}}}},
        {u"sync"_s,
            QJsonObject{{u"queued"_s, qint64{report.queued}},
                {u"oldest_queued_minutes"_s, qint64{report.oldestQueuedMinutes}}}},
        {u"checks"_s, checksJson(report.checks)}};
}

} // namespace sanad
