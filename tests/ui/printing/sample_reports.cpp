#include "tests/ui/printing/sample_reports.h"

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

Money baisa(std::int64_t amount)
{
    return Money::fromBaisa(amount);
}

Figures figures(std::int64_t receipts, std::int64_t government, std::int64_t service, std::int64_t discount,
    std::int64_t vat)
{
    Figures made;
    made.receipts = receipts;
    made.governmentFees = baisa(government);
    made.serviceFees = baisa(service);
    made.discounts = baisa(discount);
    made.vat = baisa(vat);
    made.total = baisa(government + service - discount);
    return made;
}

} // namespace

DayReport sampleReport()
{
    DayReport report;
    report.day = QDate(2026, 11, 22);
    report.closed = true;
    report.closeNumber = 17;
    report.closeText = u"17"_s;
    report.headline = figures(42, 1'250'000, 88'200, 1'050, 4'150);
    report.transactionsOpened = 45;
    report.transactionsCompleted = 38;
    report.transactionsRejected = 2;
    report.transactionsPending = 5;
    report.ticketsServed = 41;
    report.ticketsNoShow = 3;
    report.yesterday = {
        QDate(2026, 11, 21), figures(40, 1'100'000, 80'000, 0, 3'810), baisa(6'810), baisa(157'150), 89};
    report.lastWeek = {QDate(2026, 11, 15), {}, baisa(83'000), baisa(1'337'150), std::nullopt};
    report.monthToDate = figures(700, 21'000'000, 1'500'000, 9'000, 71'000);
    report.agencies = {{u"ROP"_s, u"شرطة عُمان السلطانية"_s, u"Royal Oman Police"_s, baisa(20'000),
                           baisa(800'000), baisa(780'000), baisa(0), baisa(40'000), 2, 5},
        {u"MOL"_s, u"وزارة العمل"_s, u"Ministry of Labour"_s, baisa(0), baisa(450'000), baisa(450'000),
            baisa(0), baisa(0), 0, 0}};
    report.wallets = {{u"ROP"_s, u"شرطة عُمان السلطانية"_s, u"Royal Oman Police"_s, baisa(2'000'000),
        baisa(500'000), baisa(780'000), baisa(1'720'000)}};
    ShiftSummary counted;
    counted.shift.counter = u"C1"_s;
    counted.shift.clerk = u"muna"_s;
    counted.shift.openingFloat = baisa(50'000);
    counted.cashSales = baisa(327'500);
    counted.count = CountResult{{}, {}, baisa(376'000), baisa(377'500), {}};
    counted.reason = u"فكة ناقصة"_s;
    ShiftSummary open;
    open.shift.counter = u"C2"_s;
    open.shift.clerk = u"ahmed"_s;
    open.shift.openingFloat = baisa(30'000);
    report.drawers = {counted, open};
    report.tenders = {{u"cash"_s, {}, {}, figures(30, 700'000, 60'000, 1'050, 2'800)},
        {u"card"_s, {}, {}, figures(12, 550'000, 28'200, 0, 1'350)}};
    report.services = {{u"ROP-VEH-RENEW"_s, u"تجديد رخصة مركبة"_s, u"Renew a vehicle licence"_s,
                           figures(25, 800'000, 52'500, 1'050, 2'450)},
        {u"MOL-WP-RENEW"_s, u"تجديد ترخيص عمل"_s, u"Renew a work permit"_s,
            figures(17, 450'000, 35'700, 0, 1'700)}};
    report.soldByAgency = {{u"ROP"_s, u"شرطة عُمان السلطانية"_s, u"Royal Oman Police"_s,
        figures(25, 800'000, 52'500, 1'050, 2'450)}};
    report.clerks = {{u"muna"_s, {}, {}, figures(28, 900'000, 60'000, 1'050, 2'800)},
        {u"ahmed"_s, {}, {}, figures(14, 350'000, 28'200, 0, 1'350)}};
    for (int hour = 8; hour < 15; ++hour)
        report.hours.push_back({QString::number(hour).rightJustified(2, u'0'), {}, {},
            figures(hour == 11 ? 12 : hour - 5, 0, 0, 0, 0)});
    report.exceptions.reprints = 2;
    report.exceptions.drawersOff = 1;
    report.waitingForAgency = 7;
    report.queued = 4;
    report.oldestQueuedMinutes = 12;
    report.checks = {{u"total"_s, 1'337'150, 1'337'150}, {u"numbers"_s, 42, 42}};
    return report;
}

DayClose sampleClose()
{
    DayClose close;
    close.number = 17;
    close.businessDay = QDate(2026, 11, 22);
    close.closedAt = QDateTime(QDate(2026, 11, 22), QTime(13, 30), Qt::UTC);
    close.closedBy = u"owner"_s;
    close.totals.receipts = 42;
    close.totals.governmentFees = baisa(1'250'000);
    close.totals.serviceFees = baisa(88'200);
    close.totals.discounts = baisa(1'050);
    close.totals.vat = baisa(4'150);
    close.totals.total = baisa(1'337'150);
    close.totals.series = {{u"C1"_s, 101, 128}, {u"C2"_s, 57, 70}};
    close.totals.tenders = {{u"cash"_s, 30, baisa(758'950)}, {u"card"_s, 12, baisa(578'200)}};
    close.totals.agencies = {{u"ROP"_s, 25, baisa(800'000)}, {u"MOL"_s, 17, baisa(450'000)}};
    close.totals.clerks = {{u"muna"_s, 28, baisa(958'950)}, {u"ahmed"_s, 14, baisa(378'200)}};
    close.totals.drawers = {
        {u"C1"_s, u"muna"_s, baisa(50'000), baisa(377'500), baisa(376'000), u"فكة ناقصة"_s}};
    close.chainNumber = 4321;
    close.chainHash = QByteArray(32, '\x3c');
    close.signature = QByteArray(64, '\x5d');
    return close;
}

} // namespace sanad::test
