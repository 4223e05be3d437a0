#include "core/base/csv.h"
#include "core/reports/day_report.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Lines of `section,key,figure,baisa,count`: one figure a line, in the column of its unit, so that a
/// spreadsheet can pivot them.
class Lines {
public:
    void money(const QString& section, const QString& key, const QString& figure, Money amount)
    {
        add(section, key, figure, QByteArray::number(qlonglong{amount.baisa()}) + ',');
    }
    void count(const QString& section, const QString& key, const QString& figure, std::int64_t number)
    {
        add(section, key, figure, ',' + QByteArray::number(qlonglong{number}));
    }
    void figures(const QString& section, const QString& key, const Figures& figures)
    {
        count(section, key, u"receipts"_s, figures.receipts);
        money(section, key, u"government_fees"_s, figures.governmentFees);
        money(section, key, u"service_fees"_s, figures.serviceFees);
        money(section, key, u"discounts"_s, figures.discounts);
        money(section, key, u"vat"_s, figures.vat);
        money(section, key, u"income"_s, figures.income());
        money(section, key, u"total"_s, figures.total);
    }
    QByteArray take() { return std::move(m_text); }

private:
    void add(const QString& section, const QString& key, const QString& figure, const QByteArray& value)
    {
        // The value is a number of ours; a minus is no formula.
        m_text += csvField(section) + ',' + csvField(key) + ',' + csvField(figure) + ',' + value + "\r\n";
    }

    QByteArray m_text = "\xEF\xBB\xBFsection,key,figure,baisa,count\r\n";
};

} // namespace

QByteArray toCsv(const DayReport& report)
{
    Lines lines;
    const QString day = report.day.toString(Qt::ISODate);
    lines.figures(u"headline"_s, day, report.headline);
    lines.money(u"headline"_s, day, u"average_ticket"_s, report.averageTicket());
    lines.figures(u"yesterday"_s, report.yesterday.day.toString(Qt::ISODate), report.yesterday.figures);
    lines.figures(u"last_week"_s, report.lastWeek.day.toString(Qt::ISODate), report.lastWeek.figures);
    lines.figures(u"month_to_date"_s, day, report.monthToDate);
    for (const auto& row : report.agencies) {
        lines.money(u"agency"_s, row.agency, u"opening"_s, row.opening);
        lines.money(u"agency"_s, row.agency, u"collected"_s, row.collected);
        lines.money(u"agency"_s, row.agency, u"paid_on"_s, row.paidOn);
        lines.money(u"agency"_s, row.agency, u"refunded"_s, row.refunded);
        lines.money(u"agency"_s, row.agency, u"closing"_s, row.closing);
        lines.count(u"agency"_s, row.agency, u"unconfirmed"_s, row.unconfirmed);
    }
    for (const auto& row : report.wallets) {
        lines.money(u"wallet"_s, row.agency, u"opening"_s, row.opening);
        lines.money(u"wallet"_s, row.agency, u"topped_up"_s, row.toppedUp);
        lines.money(u"wallet"_s, row.agency, u"spent"_s, row.spent);
        lines.money(u"wallet"_s, row.agency, u"closing"_s, row.closing);
    }
    for (const auto& row : report.drawers) {
        const QString drawer = row.shift.counter + u' ' + row.shift.clerk;
        lines.money(u"drawer"_s, drawer, u"opening_float"_s, row.shift.openingFloat);
        if (!row.count) continue;
        lines.money(u"drawer"_s, drawer, u"cash_sales"_s, row.cashSales);
        lines.money(u"drawer"_s, drawer, u"cash_in"_s, row.cashIn);
        lines.money(u"drawer"_s, drawer, u"cash_out"_s, row.cashOut);
        lines.money(u"drawer"_s, drawer, u"moved_on"_s, row.movedOn());
        lines.money(u"drawer"_s, drawer, u"expected"_s, row.count->expected);
        lines.money(u"drawer"_s, drawer, u"counted"_s, row.count->counted);
        lines.money(u"drawer"_s, drawer, u"difference"_s, row.count->difference());
    }
    for (const auto& row : report.tenders)
        lines.money(u"tender"_s, row.key, u"total"_s, row.figures.total);
    for (const auto& row : report.services)
        lines.figures(u"service"_s, row.key, row.figures);
    for (const auto& row : report.soldByAgency)
        lines.figures(u"sold_by_agency"_s, row.key, row.figures);
    for (const auto& row : report.clerks)
        lines.figures(u"clerk"_s, row.key, row.figures);
    for (const auto& row : report.hours)
        lines.figures(u"hour"_s, row.key, row.figures);
    const auto& odd = report.exceptions;
    const std::pair<QString, std::int64_t> exceptions[] = {{u"reprints"_s, odd.reprints},
        {u"voids"_s, odd.voids}, {u"discounted_lines"_s, odd.discountedLines},
        {u"prices_set_by_hand"_s, odd.pricesSetByHand}, {u"cards_without_code"_s, odd.cardsWithoutCode},
        {u"on_account"_s, odd.onAccount}, {u"transfers_without_reference"_s, odd.transfersWithoutReference},
        {u"other_drawers"_s, odd.otherDrawers}, {u"lines_without_transaction"_s, odd.linesWithoutTransaction},
        {u"transactions_without_receipt"_s, odd.transactionsWithoutReceipt},
        {u"drawers_off"_s, odd.drawersOff}, {u"wallets_below_zero"_s, odd.walletsBelowZero}};
    for (const auto& [figure, number] : exceptions)
        lines.count(u"exceptions"_s, day, figure, number);
    for (const auto& check : report.checks) {
        const auto add = [&](const QString& side, std::int64_t figure) {
            if (check.key == "numbers"_L1)
                lines.count(u"check"_s, check.key, side, figure);
            else
                lines.money(u"check"_s, check.key, side, Money::fromBaisa(figure));
        };
        add(u"left"_s, check.left);
        add(u"right"_s, check.right);
    }
    return lines.take();
}

} // namespace sanad
