#include "core/base/isolates.h"
#include "ui/printing/centre_head.h"
#include "ui/printing/report_sheet.h"
#include "ui/printing/report_words.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using namespace words;

void addAmounts(std::vector<SheetBlock>& blocks, const QString& title, const std::vector<SheetPair>& pairs)
{
    if (pairs.empty()) return;
    blocks.push_back(SheetRule{});
    blocks.push_back(SheetText{title, TextRole::Strong});
    blocks.push_back(SheetPairs{pairs});
}

} // namespace

Sheet dayCloseSheet(const DayClose& close, const CentrePrint& centre, Language language, SheetForm form)
{
    const Wording say(language, false);
    const auto money = [language](Money amount) { return moneyText(amount, language); };
    const DayTotals& totals = close.totals;
    Sheet sheet;
    sheet.rightToLeft = language == Language::Arabic;
    sheet.title = say(kDayClose) + u" "_s + isolateLtr(close.numberText());
    sheet.footer = sheet.title;
    auto& blocks = sheet.blocks;
    addCentreHead(blocks, centre, say, form);
    blocks.push_back(SheetSplit{
        {sheet.title, TextRole::Title}, {isolateLtr(dateText(close.businessDay)), TextRole::Title}});
    blocks.push_back(SheetFacts{{{say(kHijri), hijriText(close.businessDay, centre.hijriOffset, language)},
                                    {say(kClosedAt), isolateLtr(dateTimeText(close.closedAt))},
                                    {say(kClosedBy), isolateAuto(close.closedBy)}},
        1});

    addAmounts(blocks, say(kHeadline),
        {{say(kReceipts), isolateLtr(numberText(totals.receipts))},
            {say(kGovernmentFees), money(totals.governmentFees)},
            {say(kServiceFees), money(totals.serviceFees)}, {say(kDiscounts), money(totals.discounts)},
            {say(kVatIncluded), money(totals.vat)}, {say(kIncome), money(totals.income())},
            {say(kTotal), money(totals.total), TextRole::Total, true}});

    std::vector<SheetPair> series;
    for (const DayTotals::Series& one : totals.series) {
        const auto number = [&](std::int64_t n) {
            return one.series + u'-' + QString::number(n).rightJustified(6, u'0');
        };
        series.push_back(
            {isolateLtr(one.series), isolateLtr(number(one.first) + u" … "_s + number(one.last))});
    }
    addAmounts(blocks, say(kSeries), series);

    const auto amounts = [&](const std::vector<DayTotals::Amount>& list, bool tenders) {
        std::vector<SheetPair> pairs;
        for (const DayTotals::Amount& one : list)
            pairs.push_back({(tenders ? tenderText(one.key, language) : isolateAuto(one.key)) + u" · "_s +
                    isolateLtr(numberText(one.count)),
                money(one.amount)});
        return pairs;
    };
    addAmounts(blocks, say(kTenders), amounts(totals.tenders, true));
    addAmounts(blocks, say(kAgencyFees), amounts(totals.agencies, false));
    addAmounts(blocks, say(kClerks), amounts(totals.clerks, false));

    for (const DayTotals::Drawer& drawer : totals.drawers) {
        std::vector<SheetPair> pairs{{say(kFloat), money(drawer.openingFloat)},
            {say(kExpected), money(drawer.expected)}, {say(kCounted), money(drawer.counted)},
            {say(kDifference), money(drawer.difference()), TextRole::Strong}};
        if (!drawer.reason.isEmpty()) pairs.push_back({say(kReason), isolateAuto(drawer.reason)});
        addAmounts(blocks,
            say(kDrawers) + u" · "_s + isolateLtr(drawer.counter) + u" · "_s + isolateAuto(drawer.clerk),
            pairs);
    }

    blocks.push_back(SheetRule{});
    blocks.push_back(SheetText{say(kChain, isolateLtr(QString::number(close.chainNumber))), TextRole::Fine});
    blocks.push_back(
        SheetText{QString::fromLatin1(close.chainHash.toHex()), TextRole::Fine, Side::Start, true});
    blocks.push_back(SheetText{say(kSignature), TextRole::Fine});
    blocks.push_back(
        SheetText{QString::fromLatin1(close.signature.toHex()), TextRole::Fine, Side::Start, true});
    return sheet;
}

} // namespace sanad
