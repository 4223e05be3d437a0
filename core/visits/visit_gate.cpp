#include "core/visits/visit_gate.h"

#include "core/base/digits.h"
#include "core/base/text_gate.h"
#include "core/transactions/portal_item.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostReason = 1000, kMostApprovalCode = 40, kMostPaymentReference = 60;

Result<> gate(QString& text, int most)
{
    if (text.isEmpty()) return {};
    SANAD_TRY_VALUE(clean, cleanText(text, TextRule{most}));
    if (clean != text) text = clean;
    return {};
}

/// What another office gave: told by its characters alone, whichever digits it is typed with.
Result<> gateNumber(QString& text, int most)
{
    SANAD_TRY(gate(text, most));
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii) text = asciiDigits(text);
    return {};
}

} // namespace

Result<Visit> gatedVisit(const Visit& visit)
{
    Visit clean = visit;
    for (VisitItem& item : clean.items) {
        for (QString* reference : {&item.portalReference, &item.feeProof}) {
            if (reference->size() > kMostReference)
                return Error{ErrorCode::Invalid, u"visit.reference-length"_s,
                    {item.service, QString::number(kMostReference)}, {}};
            SANAD_TRY(gateNumber(*reference, kMostReference));
        }
        SANAD_TRY(gate(item.priceReason, kMostReason));
    }
    for (VisitPayment& payment : clean.payments) {
        SANAD_TRY(gateNumber(payment.approvalCode, kMostApprovalCode));
        SANAD_TRY(gateNumber(payment.reference, kMostPaymentReference));
    }
    return clean;
}

} // namespace sanad
