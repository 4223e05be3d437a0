#include "core/receipts/day_totals.h"

#include "core/cash/shift_repository.h"
#include "core/receipts/receipt_repository.h"

namespace sanad {

DayTotals totalsOf(const FigureMap& figures)
{
    DayTotals totals;
    for (const auto& [key, one] : figures) {
        switch (key.first) {
        case Dimension::Day:
            totals.receipts = one.receipts;
            totals.governmentFees = one.governmentFees;
            totals.serviceFees = one.serviceFees;
            totals.discounts = one.discounts;
            totals.vat = one.vat;
            totals.total = one.total;
            break;
        case Dimension::Service:
            totals.lines += one.receipts;
            break;
        case Dimension::Tender:
            totals.tenders.push_back({key.second, one.receipts, one.total});
            break;
        case Dimension::Clerk:
            totals.clerks.push_back({key.second, one.receipts, one.total});
            break;
        case Dimension::Agency:
            totals.agencies.push_back({key.second, one.receipts, one.governmentFees});
            break;
        case Dimension::Hour:
        case Dimension::Exception:
            break;
        }
    }
    return totals;
}

std::vector<DayTotals::Series> seriesIn(Tx& tx, const QDate& day)
{
    std::vector<DayTotals::Series> series;
    for (const auto& range : ReceiptRepository(tx).seriesOfDay(day))
        series.push_back({range.series, range.first, range.last});
    return series;
}

std::vector<DayTotals::Drawer> drawersIn(Tx& tx, const QDate& day)
{
    std::vector<DayTotals::Drawer> drawers;
    const ShiftRepository shifts(tx);
    for (const Shift& shift : shifts.ofDay(day)) {
        const ShiftSummary summary = shifts.summary(shift);
        drawers.push_back({shift.counter, shift.clerk, shift.openingFloat,
            summary.count ? summary.count->expected : Money(),
            summary.count ? summary.count->counted : Money(), summary.reason});
    }
    return drawers;
}

std::vector<DayTotals::Balance> balancesIn(const std::map<AccountRef, Money>& accounts)
{
    std::vector<DayTotals::Balance> balances;
    for (const auto& [account, amount] : accounts)
        balances.push_back({accountInfo(account.account).key, account.part, amount});
    return balances;
}

} // namespace sanad
