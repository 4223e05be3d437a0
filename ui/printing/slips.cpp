#include "ui/printing/slips.h"

#include "core/base/isolates.h"
#include "ui/printing/centre_head.h"
#include "ui/printing/words.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr Words kFollowUp{u"متابعة المعاملة", u"Follow-up slip"};
constexpr Words kPrinted{u"طُبعت في", u"Printed"};
constexpr Words kTransaction{u"رقم المعاملة", u"Transaction no."};
constexpr Words kPromised{u"الموعد المتوقع", u"Expected by"};
constexpr Words kReferenceLater{u"يصدر لاحقًا من الجهة", u"to come from the agency"};
constexpr Words kBring{u"أحضر هذه الورقة عند المراجعة.", u"Please bring this slip when you come back."};
constexpr Words kWait{u"يرجى الانتظار حتى يُعرض رقمك.", u"Please wait until your number is shown."};
constexpr Words kBefore{u"المنتظرون قبلك", u"Waiting before you"};

} // namespace

Sheet followUpSheet(const FollowUp& followUp, const CentrePrint& centre, bool english, SheetForm form)
{
    const Wording say(Language::Arabic, english);
    Sheet sheet;
    sheet.title = say(kFollowUp);
    addCentreHead(sheet.blocks, centre, say, form);
    sheet.blocks.push_back(SheetText{say(kFollowUp), TextRole::Title});
    SheetFacts facts;
    facts.columns = 1;
    facts.facts.push_back({say(words::kCustomer), isolateAuto(followUp.customerName)});
    if (!followUp.receiptNumber.isEmpty())
        facts.facts.push_back({say(words::kNumber), isolateLtr(followUp.receiptNumber)});
    facts.facts.push_back({say(kPrinted), isolateLtr(dateTimeText(followUp.printedAt))});
    sheet.blocks.push_back(std::move(facts));

    for (const FollowUp::Item& item : followUp.items) {
        sheet.blocks.push_back(SheetRule{});
        sheet.blocks.push_back(SheetText{isolateAuto(item.serviceNameAr), TextRole::Strong});
        if (english)
            sheet.blocks.push_back(SheetText{item.serviceNameEn, TextRole::Strong, Side::Start, true});
        SheetPairs pairs;
        pairs.pairs.push_back({say(kTransaction), isolateLtr(item.number), TextRole::Strong});
        pairs.pairs.push_back({say(words::kAgency), isolateAuto(item.agencyNameAr)});
        const bool later = item.portalReference.isEmpty();
        pairs.pairs.push_back(
            {say(words::kReference), later ? say(kReferenceLater) : isolateLtr(item.portalReference),
                later ? TextRole::Body : TextRole::Strong});
        if (item.promisedAt.isValid())
            pairs.pairs.push_back({say(kPromised), isolateLtr(dateTimeText(item.promisedAt))});
        sheet.blocks.push_back(std::move(pairs));
    }
    sheet.blocks.push_back(SheetRule{});
    sheet.blocks.push_back(SheetText{kBring.in(Language::Arabic), TextRole::Secondary});
    if (english)
        sheet.blocks.push_back(
            SheetText{kBring.in(Language::English), TextRole::Secondary, Side::Start, true});
    sheet.footer = isolateLtr(followUp.receiptNumber);
    return sheet;
}

Sheet ticketSheet(const TicketPrint& ticket, const CentrePrint& centre)
{
    Sheet sheet;
    sheet.title = ticket.number;
    auto& blocks = sheet.blocks;
    blocks.push_back(SheetText{centre.nameAr, TextRole::Title, Side::Centre});
    blocks.push_back(SheetText{centre.nameEn, TextRole::Strong, Side::Centre, true});
    blocks.push_back(SheetRule{});
    blocks.push_back(SheetText{ticket.number, TextRole::Number, Side::Centre, true});
    blocks.push_back(SheetText{ticket.lineAr, TextRole::Title, Side::Centre});
    blocks.push_back(SheetText{ticket.lineEn, TextRole::Strong, Side::Centre, true});
    blocks.push_back(SheetRule{});
    blocks.push_back(
        SheetPairs{{{kBefore.in(Language::Arabic), isolateLtr(numberText(ticket.before)), TextRole::Strong},
            {words::kIssued.in(Language::Arabic), isolateLtr(dateTimeText(ticket.issuedAt))}}});
    blocks.push_back(SheetText{kBefore.in(Language::English) + u": "_s + numberText(ticket.before),
        TextRole::Body, Side::End, true});
    blocks.push_back(SheetGap{});
    blocks.push_back(SheetText{kWait.in(Language::Arabic), TextRole::Body, Side::Centre});
    blocks.push_back(SheetText{kWait.in(Language::English), TextRole::Body, Side::Centre, true});
    blocks.push_back(SheetGap{1});
    return sheet;
}

} // namespace sanad
