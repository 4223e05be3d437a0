#include "core/visits/visit_refusal.h"

#include "core/customers/refused_member.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QString customerMember(const VisitCustomer& who, const Error& error)
{
    if (error.key == "visit.no-customer"_L1) return u"/id"_s;
    // Among several numbers the error does not say which.
    if (error.key == "visit.other-name"_L1)
        return who.details.identifiers.size() == 1 ? u'/' + who.details.identifiers.front().kind : QString();
    const QString member = refusedMember(who.details, error);
    return member.isEmpty() ? member : u'/' + member;
}

/// `text` as one token of a JSON pointer.
QString token(QString text)
{
    return text.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

QString itemMember(const VisitItem& item, const Error& error)
{
    static const QHash<QString, QString> known{{u"visit.no-service"_s, u"/service"_s},
        {u"visit.no-documents"_s, u"/documents"_s}, {u"fee.no-extras"_s, u"/extras"_s},
        {u"fee.not-in-force"_s, u"/service"_s}, {u"visit.reference-needed"_s, u"/portal_reference"_s},
        {u"fee.reference-needed"_s, u"/portal_reference"_s}, {u"visit.document-unknown"_s, u"/documents"_s},
        {u"visit.document-missing"_s, u"/documents"_s}, {u"fee.months-needed"_s, u"/months_late"_s},
        {u"fee.no-late-fine"_s, u"/months_late"_s}, {u"visit.fee-needed"_s, u"/government_fee_baisa"_s},
        {u"fee.computed"_s, u"/government_fee_baisa"_s}, {u"fee.below-least"_s, u"/government_fee_baisa"_s},
        {u"fee.above-most"_s, u"/government_fee_baisa"_s}, {u"fee.reason-needed"_s, u"/price_reason"_s},
        {u"fee.above-ceiling"_s, u"/service_fee_baisa"_s},
        {u"receipts.discount-too-large"_s, u"/discount_baisa"_s},
        {u"transaction.fee-state"_s, u"/fee_state"_s}};
    if (error.key == "visit.form"_L1) return u"/form"_s + error.args.value(1);
    if (error.key.startsWith("fee.field-"_L1) || error.key == "fee.option-unknown"_L1)
        return u"/form/"_s + token(error.args.value(0));
    if (error.key == "fee.extra-unknown"_L1 || error.key == "fee.extra-twice"_L1) {
        const qsizetype extra = item.extras.lastIndexOf(error.args.value(0));
        return extra < 0 ? u"/extras"_s : u"/extras/"_s + QString::number(extra);
    }
    if (error.key.startsWith("approval."_L1))
        return item.serviceFee ? u"/service_fee_baisa"_s : u"/discount_baisa"_s;
    return known.value(error.key);
}

/// The item that a receipt refuses is named by its service: among those the one with a discount, when that is
/// what is wrong.
qsizetype itemOfReceipt(const Visit& visit, const Error& error)
{
    const auto meant = [&](const VisitItem& item) {
        return item.service == error.args.value(0) &&
            (error.key != "receipts.discount-too-large"_L1 || !item.discount.isZero());
    };
    return std::find_if(visit.items.begin(), visit.items.end(), meant) - visit.items.begin();
}

QString paymentMember(const Visit& visit, const Error& error)
{
    const auto memberOfFirst = [&](auto isMeant, const QString& member) {
        const auto found = std::find_if(visit.payments.begin(), visit.payments.end(), isMeant);
        return found == visit.payments.end()
            ? u"/payments"_s
            : u"/payments/"_s + QString::number(found - visit.payments.begin()) + member;
    };
    if (error.key == "visit.approval-code"_L1)
        return memberOfFirst(
            [](const VisitPayment& payment) {
                return payment.tender == Tender::Card && payment.approvalCode.isEmpty();
            },
            u"/approval_code"_s);
    if (error.key == "visit.account-company"_L1)
        return memberOfFirst(
            [](const VisitPayment& payment) { return payment.tender == Tender::Account; }, u"/tender"_s);
    if (error.key == "receipts.payment-amount"_L1)
        return memberOfFirst(
            [](const VisitPayment& payment) { return payment.amount <= Money(); }, u"/baisa"_s);
    return u"/payments"_s;
}

bool isAboutPaying(const Error& error)
{
    static const QStringList others{u"visit.approval-code"_s, u"visit.account-company"_s,
        u"visit.underpaid"_s, u"visit.overpaid"_s, u"receipts.given-short"_s, u"receipts.change-not-cash"_s,
        u"receipts.no-customer"_s, u"receipts.deposit-short"_s};
    return others.contains(error.key) || error.key.startsWith("receipts.payment-"_L1);
}

} // namespace

QString refusedByParsing(const Error& error)
{
    if (error.key.startsWith("json."_L1)) return {};
    if (error.key == "visit.no-items"_L1) return u"/items"_s;
    const QString place =
        error.key.startsWith("text."_L1) ? error.args.value(error.args.size() - 1) : error.args.value(0);
    return place.startsWith(u'/') ? place : QString();
}

QString refusedMember(const Visit& visit, const VisitStep& step, const Error& error)
{
    if (error.code == ErrorCode::Unreachable || error.key.startsWith("gate."_L1)) return {};
    switch (step.of) {
    case VisitStep::Of::Visit:
        if (error.key == "visit.no-items"_L1) return u"/items"_s;
        if (error.key == "visit.counter-missing"_L1) return u"/counter"_s;
        return error.key == "visit.no-counter"_L1 && !visit.counter.isEmpty() ? u"/counter"_s : QString();
    case VisitStep::Of::Ticket:
        return u"/ticket"_s;
    case VisitStep::Of::Customer:
        return u"/customer"_s + customerMember(visit.customer, error);
    case VisitStep::Of::Item:
        return u"/items/"_s + QString::number(step.item) +
            itemMember(visit.items[static_cast<std::size_t>(step.item)], error);
    case VisitStep::Of::Payments:
        if (isAboutPaying(error)) return paymentMember(visit, error);
        const qsizetype item = itemOfReceipt(visit, error);
        if (item == static_cast<qsizetype>(visit.items.size())) return {};
        return u"/items/"_s + QString::number(item) +
            itemMember(visit.items[static_cast<std::size_t>(item)], error);
    }
    return {};
}

} // namespace sanad
