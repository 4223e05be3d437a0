#include "ui/printing/report_sheet.h"

#include "core/base/isolates.h"
#include "ui/printing/centre_head.h"
#include "ui/printing/report_words.h"
#include "ui/text/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using namespace words;

QString count(std::int64_t number)
{
    return isolateLtr(numberText(number));
}

/// Writes the sections of one day's report.
class ReportWriter {
public:
    ReportWriter(const DayReport& report, const CentrePrint& centre, Language language)
        : m_report(report)
        , m_centre(centre)
        , m_language(language)
        , m_say(language, false)
    {
    }

    Sheet write()
    {
        m_sheet.rightToLeft = m_language == Language::Arabic;
        m_sheet.title = m_say(kDailyReport) + u" "_s + isolateLtr(dateText(m_report.day));
        m_sheet.footer = m_sheet.title;
        addCentreHead(m_sheet.blocks, m_centre, m_say, SheetForm::Wide);
        title();
        headline();
        agencies();
        wallets();
        drawers();
        tenders();
        breakdown(kServices, m_report.services);
        breakdown(kByAgency, m_report.soldByAgency);
        breakdown(kClerks, m_report.clerks);
        hours();
        openWork();
        checks();
        return std::move(m_sheet);
    }

private:
    QString money(Money amount) const { return moneyText(amount, m_language); }
    QString name(const QString& arabic, const QString& english, const QString& key) const
    {
        const QString& wanted = m_language == Language::Arabic ? arabic : english;
        return isolateAuto(wanted.isEmpty() ? key : wanted);
    }

    void section(const Words& words)
    {
        m_sheet.blocks.push_back(SheetGap{0.6});
        m_sheet.blocks.push_back(SheetText{m_say(words), TextRole::Title});
    }

    void title()
    {
        m_sheet.blocks.push_back(SheetSplit{{m_say(kDailyReport), TextRole::Title},
            {weekdayText(m_report.day, m_language) + u" "_s + isolateLtr(dateText(m_report.day)),
                TextRole::Title}});
        const QString state =
            m_report.closed ? m_say(kDayClosed) + u" "_s + isolateLtr(m_report.closeText) : m_say(kDayOpen);
        m_sheet.blocks.push_back(SheetSplit{{state, TextRole::Secondary},
            {hijriText(m_report.day, m_centre.hijriOffset, m_language), TextRole::Secondary}});
    }

    QString compared(const DayReport::Difference& difference) const
    {
        QString text = money(difference.income);
        if (difference.incomePerMille)
            text += u" ("_s + isolateLtr(percentText(*difference.incomePerMille * 100)) + u")"_s;
        return text;
    }

    void headline()
    {
        section(kHeadline);
        const Figures& day = m_report.headline;
        SheetPairsBeside pairs;
        pairs.start = {{m_say(kIncome), money(day.income()), TextRole::Total}, {m_say(kVat), money(day.vat)},
            {m_say(kPassedThrough), money(day.governmentFees)}, {m_say(kDiscounts), money(day.discounts)},
            {m_say(kReceived), money(day.total), TextRole::Strong, true},
            {m_say(kReceipts), count(day.receipts)},
            {m_say(kAverageFee), money(m_report.averageServiceFee())},
            {m_say(kAverageTicket), money(m_report.averageTicket())}};
        pairs.end = {{m_say(kOpened), count(m_report.transactionsOpened)},
            {m_say(kCompleted), count(m_report.transactionsCompleted)},
            {m_say(kRejected), count(m_report.transactionsRejected)},
            {m_say(kPending), count(m_report.transactionsPending)},
            {m_say(kServed), count(m_report.ticketsServed)}, {m_say(kNoShow), count(m_report.ticketsNoShow)},
            {m_say(kWaiting), count(m_report.ticketsWaiting)}};
        m_sheet.blocks.push_back(std::move(pairs));
        m_sheet.blocks.push_back(SheetGap{0.4});
        m_sheet.blocks.push_back(SheetText{m_say(kAgainst), TextRole::Strong});
        m_sheet.blocks.push_back(SheetPairs{{{m_say(kYesterday), compared(m_report.yesterday)},
            {m_say(kLastWeek), compared(m_report.lastWeek)},
            {m_say(kMonth), money(m_report.monthToDate.income())}}});
    }

    void agencies()
    {
        if (m_report.agencies.empty()) return;
        section(kAgencyFees);
        SheetTable table;
        table.columns = {{m_say(kAgency)}, {m_say(kOpening), true}, {m_say(kCollected), true},
            {m_say(kPaidOn), true}, {m_say(kRefunded), true}, {m_say(kClosing), true}};
        for (const DayReport::AgencyMoney& agency : m_report.agencies) {
            QString below;
            if (agency.unconfirmed > 0) {
                below = m_say(kUnconfirmed, count(agency.unconfirmed));
                if (agency.oldestUnpaidHours > 0)
                    below += u" · "_s + m_say(kOldestHours, count(agency.oldestUnpaidHours));
            }
            table.rows.push_back({{name(agency.nameAr, agency.nameEn, agency.agency), below},
                {amountText(agency.opening)}, {amountText(agency.collected)}, {amountText(agency.paidOn)},
                {amountText(agency.refunded)}, {amountText(agency.closing)}});
        }
        m_sheet.blocks.push_back(std::move(table));
    }

    void wallets()
    {
        if (m_report.wallets.empty()) return;
        section(kWallets);
        SheetTable table;
        table.columns = {{m_say(kAgency)}, {m_say(kOpening), true}, {m_say(kToppedUp), true},
            {m_say(kSpent), true}, {m_say(kClosing), true}};
        for (const DayReport::Wallet& wallet : m_report.wallets)
            table.rows.push_back(
                {{name(wallet.nameAr, wallet.nameEn, wallet.agency)}, {amountText(wallet.opening)},
                    {amountText(wallet.toppedUp)}, {amountText(wallet.spent)}, {amountText(wallet.closing)}});
        m_sheet.blocks.push_back(std::move(table));
    }

    void drawers()
    {
        if (m_report.drawers.empty()) return;
        section(kDrawers);
        SheetTable table;
        table.columns = {{m_say(kCounter)}, {m_say(kFloat), true}, {m_say(kCashSales), true},
            {m_say(kExpected), true}, {m_say(kCounted), true}, {m_say(kDifference), true}};
        for (const ShiftSummary& shift : m_report.drawers) {
            const QString who = isolateLtr(shift.shift.counter) + u" · "_s + isolateAuto(shift.shift.clerk);
            // Blind: what is expected shows only once the drawer has been counted.
            const bool counted = shift.count.has_value();
            table.rows.push_back({{who, counted ? besideSales(shift) : m_say(kNotCounted)},
                {amountText(shift.shift.openingFloat)}, {counted ? amountText(shift.cashSales) : QString()},
                {counted ? amountText(shift.count->expected) : QString()},
                {counted ? amountText(shift.count->counted) : QString()},
                {counted ? amountText(shift.count->difference()) : QString()}});
        }
        m_sheet.blocks.push_back(std::move(table));
    }

    /// What else moved the drawer than sales, and why it was off.
    QString besideSales(const ShiftSummary& shift) const
    {
        QStringList parts;
        const std::pair<const Words&, Money> moves[] = {
            {kCashIn, shift.cashIn}, {kCashOut, shift.cashOut}, {kMovedOn, shift.movedOn()}};
        for (const auto& [words, amount] : moves)
            if (!amount.isZero()) parts << m_say(words, isolateLtr(amountText(amount)));
        if (!shift.reason.isEmpty()) parts << m_say(kReason, isolateAuto(shift.reason));
        return parts.join(u" · "_s);
    }

    void tenders()
    {
        if (m_report.tenders.empty()) return;
        section(kTenders);
        SheetPairs pairs;
        for (const DayReport::Named& tender : m_report.tenders)
            pairs.pairs.push_back(
                {tenderText(tender.key, m_language) + u" · "_s + count(tender.figures.receipts),
                    money(tender.figures.total)});
        m_sheet.blocks.push_back(std::move(pairs));
    }

    void breakdown(const Words& words, const std::vector<DayReport::Named>& parts)
    {
        if (parts.empty()) return;
        section(words);
        SheetTable table;
        table.columns = {{QString()}, {m_say(kCount), true}, {m_say(kGovernmentFees), true},
            {m_say(kIncomeShort), true}, {m_say(kVat), true}, {m_say(kTotal), true}};
        Figures sum;
        const auto row = [](const QString& label, const Figures& figures) -> std::vector<SheetCell> {
            return {{label}, {numberText(figures.receipts)}, {amountText(figures.governmentFees)},
                {amountText(figures.income())}, {amountText(figures.vat)}, {amountText(figures.total)}};
        };
        for (const DayReport::Named& part : parts) {
            table.rows.push_back(row(name(part.nameAr, part.nameEn, part.key), part.figures));
            sum += part.figures;
        }
        if (parts.size() > 1) table.totals = row(m_say(kTotal), sum);
        m_sheet.blocks.push_back(std::move(table));
    }

    void hours()
    {
        if (m_report.hours.empty()) return;
        section(kHours);
        std::int64_t most = 1;
        for (const DayReport::Named& hour : m_report.hours)
            most = std::max(most, hour.figures.receipts);
        SheetBars bars;
        for (const DayReport::Named& hour : m_report.hours)
            bars.bars.push_back({isolateLtr(hour.key + u":00"_s),
                static_cast<double>(hour.figures.receipts) / static_cast<double>(most),
                numberText(hour.figures.receipts)});
        m_sheet.blocks.push_back(std::move(bars));
    }

    void openWork()
    {
        section(kAgeing);
        const DayReport::Exceptions& odd = m_report.exceptions;
        SheetPairsBeside pairs;
        pairs.start = {{m_say(kForPerson), count(m_report.waitingForCustomer)},
            {m_say(kForAgency), count(m_report.waitingForAgency)},
            {m_say(kReady), count(m_report.readyForHandOver)}, {m_say(kOverdue), count(m_report.overdue)},
            {m_say(kUnsent), count(m_report.queued)},
            {m_say(kOldestMinutes), count(m_report.oldestQueuedMinutes)}};
        pairs.end = {{m_say(kExceptions), {}, TextRole::Strong}, {m_say(kReprints), count(odd.reprints)},
            {m_say(kVoids), count(odd.voids)}, {m_say(kDiscountedLines), count(odd.discountedLines)},
            {m_say(kPricesSetByHand), count(odd.pricesSetByHand)},
            {m_say(kCardsWithoutCode), count(odd.cardsWithoutCode)},
            {m_say(kTransfersWithoutReference), count(odd.transfersWithoutReference)},
            {m_say(kOnAccount), count(odd.onAccount)}, {m_say(kOtherDrawers), count(odd.otherDrawers)},
            {m_say(kNegative), count(odd.walletsBelowZero)},
            {m_say(kOrphans), count(odd.linesWithoutTransaction)},
            {m_say(kUnpaid), count(odd.transactionsWithoutReceipt)},
            {m_say(kDrawersOff), count(odd.drawersOff)}};
        m_sheet.blocks.push_back(std::move(pairs));
    }

    /// The numbers of receipts are counted, everything else is money.
    static QString checked(const DayReport::Check& check, std::int64_t side)
    {
        return check.key == u"numbers" ? numberText(side) : amountText(Money::fromBaisa(side));
    }

    void checks()
    {
        if (m_report.checks.empty()) return;
        section(kChecks);
        SheetTable table;
        table.columns = {{QString()}, {QString(), true}, {QString(), true}, {QString(), true}};
        for (const DayReport::Check& check : m_report.checks)
            table.rows.push_back({{checkText(check.key, m_language)}, {checked(check, check.left)},
                {checked(check, check.right)}, {m_say(check.holds() ? kHolds : kBroken)}});
        m_sheet.blocks.push_back(std::move(table));
    }

    const DayReport& m_report;
    const CentrePrint& m_centre;
    const Language m_language;
    const Wording m_say;
    Sheet m_sheet;
};

} // namespace

QString tenderText(const QString& key, Language language)
{
    static const std::pair<QString, Words> known[] = {{u"cash"_s, kCash}, {u"card"_s, kCard},
        {u"transfer"_s, kTransfer}, {u"account"_s, kAccount}, {u"deposit"_s, kDeposit}};
    for (const auto& [name, words] : known)
        if (name == key) return words.in(language);
    return key;
}

QString checkText(const QString& key, Language language)
{
    static const std::pair<QString, Words> known[] = {
        {u"total"_s,
            {u"الإيصالات = الرسوم الحكومية + رسوم الخدمة - الخصم",
                u"Receipts = government + service fees - discounts"}},
        {u"tenders"_s, {u"الإيصالات = طرق الدفع", u"Receipts = payments"}},
        {u"clerks"_s, {u"الإيصالات = الموظفون", u"Receipts = clerks"}},
        {u"services"_s, {u"الإيصالات = الخدمات", u"Receipts = services"}},
        {u"agencies"_s, {u"أمانات الجهات = القيود", u"Held for agencies = ledger"}},
        {u"wallets"_s, {u"المحافظ = القيود", u"Wallets = ledger"}},
        {u"fees"_s, {u"الرسوم الحكومية = القيود", u"Government fees = ledger"}},
        {u"vat"_s, {u"ضريبة السطور = ضريبة القيود", u"VAT of lines = VAT of the ledger"}},
        {u"numbers"_s, {u"أرقام الإيصالات بلا فجوات", u"Receipt numbers without gaps"}},
    };
    for (const auto& [name, words] : known)
        if (name == key) return words.in(language);
    return key;
}

Sheet dayReportSheet(const DayReport& report, const CentrePrint& centre, Language language)
{
    return ReportWriter(report, centre, language).write();
}

} // namespace sanad
