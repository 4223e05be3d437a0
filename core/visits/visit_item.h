#pragma once

#include "core/base/actor.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/fee_quote.h"
#include "core/forms/form_sources.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"

namespace sanad {

/// Where and for whom the items of a visit are worked out; the same for all of them.
struct VisitPlace {
    const Catalogue& catalogue;
    QDate day; ///< Business day of the shift.
    const Customer& customer;
    FormSources formSources;
    QString counter;
    PriceConsent consent; ///< To prices other than the displayed ones.
};

/// An item worked out: everything that is written for it, and its line of the receipt.
struct WorkedItem {
    Transaction transaction; ///< Without number and receipt; in the state that it begins in.
    QByteArray formJson;
    QMap<QString, DocumentState> documents;
    QString serviceChannel;
    bool unpaid = false; ///< The transaction is there already.
    FeeState feeState = FeeState::Unpaid; ///< As the visit says; posted once the receipt is there.
    QString feeProof;
    ReceiptLine line;
};

/// What a service costs as the item has it: what was paid to the agency for it and not given back, else what
/// the catalogue of the day asks. Errors: those of quote().
Result<FeeQuote> quoteOf(
    const ServiceItem& service, const VisitItem& item, const QJsonObject& form, const QDate& day);

/// Checks form, documents and fees of one item; writes nothing. Errors as of VisitService::complete().
Result<WorkedItem> workOut(
    const VisitItem& item, const VisitPlace& place, const QDateTime& now, const Actor& by);

} // namespace sanad
