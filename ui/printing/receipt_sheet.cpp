#include "ui/printing/receipt_sheet.h"

#include "core/base/amount_words.h"
#include "core/base/clock.h"
#include "core/base/isolates.h"
#include "ui/printing/centre_head.h"
#include "ui/printing/words.h"
#include "ui/text/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

using namespace words;

const Words& tenderWords(Tender tender)
{
    switch (tender) {
    case Tender::Cash:
        return kCash;
    case Tender::Card:
        return kCard;
    case Tender::Transfer:
        return kTransfer;
    case Tender::Account:
        return kAccount;
    case Tender::Deposit:
        return kDeposit;
    }
    return kCash;
}

/// Writes the blocks of one receipt, top to bottom.
class ReceiptWriter {
public:
    ReceiptWriter(
        const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options, SheetForm form)
        : m_receipt(receipt)
        , m_centre(centre)
        , m_options(options)
        , m_wide(form == SheetForm::Wide)
        , m_say(Language::Arabic, options.english)
    {
    }

    Sheet write()
    {
        addCentreHead(m_sheet.blocks, m_centre, m_say, m_wide ? SheetForm::Wide : SheetForm::Narrow);
        title();
        facts();
        m_wide ? linesAsTable() : linesAsParagraphs();
        money();
        inWords();
        code();
        foot();
        m_sheet.title = m_say(heading()) + u" "_s + isolateLtr(m_receipt.number);
        m_sheet.watermark = watermark();
        return std::move(m_sheet);
    }

private:
    /// Between parts, in lines: two languages take their room from it.
    double gap() const { return m_wide && m_say.beside() ? 0.2 : 0.4; }
    const Words& heading() const
    {
        if (!m_centre.vatRegistered) return kFeeReceipt;
        const bool full = m_receipt.taxable() >= kFullInvoice && !m_receipt.customerName.isEmpty();
        return full ? kTaxInvoice : kSimplifiedInvoice;
    }

    QString watermark() const
    {
        if (m_receipt.training) return kTraining.in(Language::Arabic);
        if (!m_receipt.voidedBy.isEmpty()) return kVoid.in(Language::Arabic);
        return m_options.copy > 0 ? kCopy.in(Language::Arabic) : QString();
    }

    /// Copy, void and training, each a line under the title with what belongs to it.
    void marks()
    {
        const Side side = m_wide ? Side::Start : Side::Centre;
        const auto add = [&](const QString& text) {
            m_sheet.blocks.push_back(SheetText{text, TextRole::Strong, side});
        };
        if (m_receipt.training) add(m_say(kTraining));
        if (!m_receipt.voidedBy.isEmpty())
            add(m_say(kVoid) + u" · "_s + m_say(kCreditNote, isolateLtr(m_receipt.voidedBy)));
        if (m_options.copy > 0) {
            add(m_say(kCopyNumber, isolateLtr(QString::number(m_options.copy))) + u" · "_s +
                m_say(kReprinted, isolateLtr(dateTimeText(m_options.reprintedAt))));
        }
    }

    void title()
    {
        QString text = heading().in(Language::Arabic);
        if (m_options.copy > 0) text += u" · "_s + kCopy.in(Language::Arabic);
        if (m_wide) {
            m_sheet.blocks.push_back(
                SheetSplit{{text, TextRole::Title}, {isolateLtr(m_receipt.number), TextRole::Title}});
        } else {
            m_sheet.blocks.push_back(SheetText{text, TextRole::Title, Side::Centre});
            m_sheet.blocks.push_back(SheetText{isolateLtr(m_receipt.number), TextRole::Title, Side::Centre});
        }
        if (m_say.beside()) {
            const SheetText english{
                heading().in(Language::English), TextRole::Strong, m_wide ? Side::Start : Side::Centre, true};
            // Two languages leave no room for lines of their own.
            if (m_wide)
                m_sheet.blocks.push_back(SheetSplit{english, {moment(), TextRole::Body}});
            else
                m_sheet.blocks.push_back(english);
        }
        marks();
        m_sheet.blocks.push_back(SheetGap{gap() / 2});
    }

    QDate issuedOn() const { return m_receipt.issuedAt.toTimeZone(centreZone()).date(); }

    QString moment() const
    {
        return isolateLtr(dateTimeText(m_receipt.issuedAt)) + u" · "_s +
            hijriText(issuedOn(), m_centre.hijriOffset, Language::Arabic);
    }

    void facts()
    {
        if (m_wide && m_say.beside()) {
            QString who = isolateAuto(m_receipt.customerName);
            if (!m_receipt.maskedIdentifier.isEmpty())
                who += u" · "_s + isolateLtr(m_receipt.maskedIdentifier);
            m_sheet.blocks.push_back(SheetFacts{{{m_say(kCustomer), who}}, 1});
            m_sheet.blocks.push_back(SheetGap{gap()});
            return;
        }
        SheetFacts facts;
        facts.columns = m_wide ? 2 : 1;
        const auto add = [&](const Words& label, const QString& value) {
            if (!value.isEmpty()) facts.facts.push_back({m_say(label), value});
        };
        add(kIssued, isolateLtr(dateTimeText(m_receipt.issuedAt)));
        add(kHijri, hijriText(issuedOn(), m_centre.hijriOffset, Language::Arabic));
        add(kCustomer, isolateAuto(m_receipt.customerName));
        add(kIdentifier, isolateLtr(m_receipt.maskedIdentifier));
        m_sheet.blocks.push_back(std::move(facts));
        m_sheet.blocks.push_back(SheetGap{0.5});
    }

    QString serviceName(const ReceiptLine& line) const
    {
        if (!m_say.beside() || line.serviceNameEn.isEmpty()) return isolateAuto(line.serviceNameAr);
        return isolateAuto(line.serviceNameAr) + QChar::LineSeparator + isolateLtr(line.serviceNameEn);
    }

    QString agencyAndReference(const ReceiptLine& line) const
    {
        QString text = isolateAuto(line.agencyNameAr);
        if (m_say.beside() && !line.agencyNameEn.isEmpty()) text += u" / "_s + isolateLtr(line.agencyNameEn);
        if (line.portalReference.isEmpty()) return text;
        const QString reference = m_say(kReference, isolateLtr(line.portalReference));
        return text + (m_wide ? u" · "_s : QString(QChar::LineSeparator)) + reference;
    }

    bool hasDiscounts() const { return !m_receipt.discounts.isZero(); }
    bool hasVat() const { return m_centre.vatRegistered || !m_receipt.vat.isZero(); }

    void linesAsTable()
    {
        SheetTable table;
        table.columns = {{m_say.stacked(kService)}, {m_say.stacked(kGovernmentFeeShort), true},
            {m_say.stacked(kServiceFee), true}};
        if (hasDiscounts()) table.columns.push_back({m_say.stacked(kDiscount), true});
        if (hasVat()) table.columns.push_back({m_say.stacked(kVat), true});
        table.columns.push_back({m_say.stacked(kTotal), true});
        for (const ReceiptLine& line : m_receipt.lines) {
            std::vector<SheetCell> cells{
                {isolateAuto(line.serviceNameAr), agencyAndReference(line), other(line.serviceNameEn)},
                {amountText(line.governmentFee)}, {amountText(line.serviceFee)}};
            if (hasDiscounts()) cells.push_back({amountText(-line.discount)});
            if (hasVat()) cells.push_back({amountText(line.vat)});
            cells.push_back({amountText(line.total())});
            table.rows.push_back(std::move(cells));
        }
        m_sheet.blocks.push_back(std::move(table));
        m_sheet.blocks.push_back(SheetGap{gap()});
    }

    void linesAsParagraphs()
    {
        m_sheet.blocks.push_back(SheetRule{});
        for (const ReceiptLine& line : m_receipt.lines) {
            m_sheet.blocks.push_back(SheetText{serviceName(line), TextRole::Strong});
            m_sheet.blocks.push_back(SheetText{agencyAndReference(line), TextRole::Secondary});
            SheetPairs pairs;
            pairs.pairs.push_back({m_say(kGovernmentFee), isolateLtr(amountText(line.governmentFee))});
            pairs.pairs.push_back({m_say(kServiceFee), isolateLtr(amountText(line.serviceFee))});
            if (!line.discount.isZero())
                pairs.pairs.push_back({m_say(kDiscount), isolateLtr(amountText(-line.discount))});
            if (hasVat()) pairs.pairs.push_back({m_say(kVatIncluded), isolateLtr(amountText(line.vat))});
            m_sheet.blocks.push_back(std::move(pairs));
            m_sheet.blocks.push_back(SheetRule{true});
        }
    }

    /// English that stands beside Arabic or under it; nothing where it is not asked for.
    QString other(const QString& english) const
    {
        return m_say.beside() && !english.isEmpty() ? isolateLtr(english) : QString();
    }

    SheetPair pair(const Words& words, const QString& value, TextRole role = TextRole::Body,
        bool ruleAbove = false) const
    {
        if (!m_wide) return {m_say(words), value, role, ruleAbove};
        return {words.in(Language::Arabic), value, role, ruleAbove, other(words.in(Language::English))};
    }

    std::vector<SheetPair> totals() const
    {
        std::vector<SheetPair> pairs;
        const auto add = [&](const Words& words, Money amount) {
            pairs.push_back(pair(words, moneyText(amount, Language::Arabic)));
        };
        add(kGovernmentFees, m_receipt.governmentFees);
        add(hasVat() ? kServiceFeesWithVat : kServiceFees, m_receipt.serviceFees);
        if (hasDiscounts()) add(kDiscount, -m_receipt.discounts);
        if (hasVat()) add(kVatIncluded, m_receipt.vat);
        pairs.push_back(pair(kTotal, moneyText(m_receipt.total, Language::Arabic), TextRole::Total, true));
        return pairs;
    }

    std::vector<SheetPair> payments() const
    {
        std::vector<SheetPair> pairs;
        for (const Payment& payment : m_receipt.payments) {
            pairs.push_back(pair(tenderWords(payment.tender), moneyText(payment.amount, Language::Arabic)));
            if (!payment.approvalCode.isEmpty())
                pairs.push_back(pair(kApproval, isolateLtr(payment.approvalCode), TextRole::Secondary));
            if (!payment.reference.isEmpty())
                pairs.push_back(pair(kReference, isolateLtr(payment.reference), TextRole::Secondary));
        }
        if (opensDrawer(m_receipt)) {
            pairs.push_back(
                pair(kGiven, moneyText(m_receipt.given(), Language::Arabic), TextRole::Body, true));
            pairs.push_back(pair(kChange, moneyText(m_receipt.change(), Language::Arabic), TextRole::Strong));
        }
        return pairs;
    }

    void money()
    {
        m_sheet.blocks.push_back(SheetKeep{});
        if (m_wide) {
            m_sheet.blocks.push_back(SheetPairsBeside{totals(), payments(), m_say.beside() ? 0.57 : 0.5});
        } else {
            m_sheet.blocks.push_back(SheetPairs{totals()});
            m_sheet.blocks.push_back(SheetRule{});
            m_sheet.blocks.push_back(SheetPairs{payments()});
        }
        m_sheet.blocks.push_back(SheetGap{gap()});
    }

    void inWords()
    {
        m_sheet.blocks.push_back(SheetText{amountInWordsAr(m_receipt.total), TextRole::Strong});
        if (m_say.beside())
            m_sheet.blocks.push_back(
                SheetText{amountInWordsEn(m_receipt.total), TextRole::Secondary, Side::Start, true});
        m_sheet.blocks.push_back(SheetGap{gap()});
    }

    QString places() const
    {
        QString places = m_say(kClerk, isolateAuto(m_receipt.clerk)) + u" · "_s +
            m_say(kCounter, isolateLtr(m_receipt.counter));
        if (!m_receipt.ticket.isEmpty()) places += u" · "_s + m_say(kTicket, isolateLtr(m_receipt.ticket));
        return places;
    }

    /// The line that a copy has more than the original takes its room from the foot.
    bool placesInFoot() const { return m_wide && m_say.beside() && m_options.copy > 0; }

    std::vector<SheetText> who() const
    {
        const Side side = m_wide ? Side::Start : Side::Centre;
        std::vector<SheetText> texts;
        // With two languages it is too long to stand beside the code.
        if (!(m_wide && m_say.beside())) texts.push_back({places(), TextRole::Secondary, side});
        if (!m_receipt.uuid.isEmpty())
            texts.push_back({u"UUID "_s + m_receipt.uuid, TextRole::Fine, side, true});
        if (!m_receipt.qrText.isEmpty()) texts.push_back({m_say(kCheckOffline), TextRole::Fine, side});
        return texts;
    }

    void policy(std::vector<SheetText>& texts) const
    {
        const Side side = m_wide ? Side::Start : Side::Centre;
        if (!m_centre.returnPolicyAr.isEmpty())
            texts.push_back({m_centre.returnPolicyAr, TextRole::Fine, side});
        if (m_say.beside() && !m_centre.returnPolicyEn.isEmpty())
            texts.push_back({m_centre.returnPolicyEn, TextRole::Fine, side, true});
    }

    void code()
    {
        std::vector<SheetText> texts = who();
        policy(texts);
        if (m_wide) {
            if (m_say.beside() && !placesInFoot())
                m_sheet.blocks.push_back(SheetText{places(), TextRole::Secondary, Side::Start});
            m_sheet.blocks.push_back(SheetCode{m_receipt.qrText, std::move(texts)});
            return;
        }
        if (!m_receipt.qrText.isEmpty()) m_sheet.blocks.push_back(SheetCode{m_receipt.qrText, {}});
        for (SheetText& text : texts)
            m_sheet.blocks.push_back(std::move(text));
    }

    void foot()
    {
        m_sheet.footer = isolateLtr(m_receipt.number);
        if (placesInFoot()) m_sheet.footer += u" · "_s + places();
        if (!m_wide) m_sheet.blocks.push_back(SheetGap{1});
    }

    const Receipt& m_receipt;
    const CentrePrint& m_centre;
    const ReceiptOptions& m_options;
    const bool m_wide;
    const Wording m_say;
    Sheet m_sheet;
};

} // namespace

Sheet receiptSheet(
    const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options, SheetForm form)
{
    return ReceiptWriter(receipt, centre, options, form).write();
}

bool opensDrawer(const Receipt& receipt)
{
    return std::any_of(receipt.payments.begin(), receipt.payments.end(),
        [](const Payment& payment) { return payment.tender == Tender::Cash; });
}

} // namespace sanad
