#include "app/ctl/period_reports.h"

#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

using Cells = std::vector<ReportTable::Cell>;

QString titleOf(const QString& title, const Revenue& revenue)
{
    return Ctl::tr("%1, %2 to %3").arg(title, dateText(revenue.first), dateText(revenue.last));
}

std::vector<ReportTable::Column> salesColumns(const ReportTable::Column& first)
{
    return {first, {u"receipts"_s, Ctl::tr("Receipts")}, {u"government_fees"_s, Ctl::tr("Government fees")},
        {u"service_fees"_s, Ctl::tr("Service fees")}, {u"discounts"_s, Ctl::tr("Discounts")},
        {u"vat"_s, Ctl::tr("VAT")}, {u"income"_s, Ctl::tr("Income")}, {u"total"_s, Ctl::tr("Total")}};
}

Cells salesRow(const ReportTable::Cell& first, const Figures& sums)
{
    return {first, sums.receipts, sums.governmentFees, sums.serviceFees, sums.discounts, sums.vat,
        sums.income(), sums.total};
}

} // namespace

ReportTable revenueTable(const Revenue& revenue)
{
    ReportTable table{
        titleOf(Ctl::tr("Revenue"), revenue), salesColumns({u"business_day"_s, Ctl::tr("Day")}), {}, {}};
    for (const auto& [day, sums] : revenue.days)
        table.rows.push_back(salesRow(day, sums));
    table.totals = salesRow(Ctl::tr("Together"), revenue.figures);
    return table;
}

ReportTable clerksTable(const Revenue& revenue)
{
    ReportTable table{
        titleOf(Ctl::tr("Clerks"), revenue), salesColumns({u"clerk"_s, Ctl::tr("Clerk")}), {}, {}};
    for (const auto& [clerk, sums] : revenue.clerks)
        table.rows.push_back(salesRow(clerk, sums));
    table.totals = salesRow(Ctl::tr("Together"), revenue.figures);
    return table;
}

ReportTable vatTable(const Revenue& revenue, const std::map<QDate, Money>& withoutVat)
{
    ReportTable table{titleOf(Ctl::tr("VAT"), revenue),
        {{u"business_day"_s, Ctl::tr("Day")}, {u"receipts"_s, Ctl::tr("Receipts")},
            {u"outside_vat"_s, Ctl::tr("Outside VAT")}, {u"untaxed"_s, Ctl::tr("Fees while not registered")},
            {u"charged"_s, Ctl::tr("Charged with VAT")}, {u"net"_s, Ctl::tr("Without VAT")},
            {u"vat"_s, Ctl::tr("VAT")}},
        {}, {}};
    const auto row = [](const ReportTable::Cell& first, const Figures& sums, Money untaxed) {
        return Cells{first, sums.receipts, sums.governmentFees, untaxed,
            sums.serviceFees - sums.discounts - untaxed, sums.income() - untaxed, sums.vat};
    };
    Money together;
    for (const auto& [day, sums] : revenue.days) {
        const auto found = withoutVat.find(day);
        const Money untaxed = found == withoutVat.end() ? Money() : found->second;
        table.rows.push_back(row(day, sums, untaxed));
        together += untaxed;
    }
    table.totals = row(Ctl::tr("Together"), revenue.figures, together);
    return table;
}

ReportTable agenciesTable(
    const Revenue& revenue, const std::vector<DayReport::AgencyMoney>& held, Language language)
{
    ReportTable table{titleOf(Ctl::tr("Agencies"), revenue),
        {{u"agency"_s, Ctl::tr("Agency")}, {u"name"_s, Ctl::tr("Name")}, {u"lines"_s, Ctl::tr("Lines")},
            {u"income"_s, Ctl::tr("Income")}, {u"opening"_s, Ctl::tr("Opening")},
            {u"collected"_s, Ctl::tr("Collected")}, {u"paid_on"_s, Ctl::tr("Paid on")},
            {u"refunded"_s, Ctl::tr("Refunded")}, {u"closing"_s, Ctl::tr("Closing")}},
        {}, {}};
    Figures sold;
    DayReport::AgencyMoney sums;
    auto rest = revenue.agencies;
    const auto add = [&](const DayReport::AgencyMoney& money, const Figures& figures) {
        table.rows.push_back({money.agency, language == Language::Arabic ? money.nameAr : money.nameEn,
            figures.receipts, figures.income(), money.opening, money.collected, money.paidOn, money.refunded,
            money.closing});
        sold += figures;
        sums.opening += money.opening;
        sums.collected += money.collected;
        sums.paidOn += money.paidOn;
        sums.refunded += money.refunded;
        sums.closing += money.closing;
    };
    for (const auto& money : held) {
        const auto found = rest.extract(money.agency);
        add(money, found.empty() ? Figures() : found.mapped());
    }
    for (const auto& [agency, figures] : rest) { // without any fee of its own
        DayReport::AgencyMoney none;
        none.agency = agency;
        add(none, figures);
    }
    table.totals = {Ctl::tr("Together"), QString(), sold.receipts, sold.income(), sums.opening,
        sums.collected, sums.paidOn, sums.refunded, sums.closing};
    return table;
}

} // namespace sanad::ctl
