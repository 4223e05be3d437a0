#pragma once

#include "core/base/actor.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/fee_quote.h"
#include "core/forms/form_schema.h"
#include "core/forms/form_sources.h"
#include "core/transactions/made_with.h"
#include "core/visits/visit.h"

namespace sanad {

/// Where and for whom the items of a visit are worked out; the same for all of them.
struct VisitPlace {
    const Catalogue& catalogue;
    QDate businessDay; ///< Of the shift.
    QDate catalogueDay;
    const Customer& customer;
    FormSources formSources;
    QString counter;
    PriceConsent consent; ///< To prices other than the displayed ones.
    std::vector<FormFault>* faults = nullptr; ///< When not null, gets all of a form that is refused.
};

/// An item worked out: everything that is written for it, and its line of the receipt.
struct WorkedItem {
    Transaction transaction; ///< Without number and receipt; in the state that it begins in.
    QByteArray formJson;
    std::vector<FormFault> doubts; ///< Answers that are taken although they look wrong.
    bool forOthers = false; ///< The service is for other kinds of customers.
    QMap<QString, DocumentState> documents;
    QString serviceChannel;
    bool unpaid = false; ///< The transaction is there already.
    FeeState feeState = FeeState::Unpaid; ///< As the visit says; posted once the receipt is there.
    QString feeProof;
    ReceiptLine line;
};

/// What new work costs by the catalogue of `day`. Errors: those of quote().
Result<FeeQuote> quoteOf(
    const ServiceItem& service, const VisitItem& item, const QJsonObject& form, const QDate& day);
/// What the customer owes for work that was opened before: as agreed then, without a government fee that the
/// agency gave back.
AgreedFee owedFee(const Transaction& unpaid);

/// NotFound `visit.no-service` (args: the code, those like it that there are).
Error noService(const Catalogue& catalogue, const QString& code, const QDate& day);

/// Checks form, documents and fees of new work; writes nothing. Errors as of VisitService::complete().
Result<WorkedItem> workOut(
    const VisitItem& item, const VisitPlace& place, const QDateTime& now, const Actor& by);
/// The same for item.unpaid: only its papers are looked at, by the list of its own day. Errors: Invalid
/// `visit.document-missing`.
Result<WorkedItem> workOutUnpaid(const VisitItem& item, const MadeWith& made, const QDateTime& now);

} // namespace sanad
