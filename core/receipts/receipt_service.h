#pragma once

#include "core/base/actor.h"
#include "core/receipts/receipt_draft.h"
#include "core/receipts/receipt_repository.h"

namespace sanad {

/// What a person does with receipts.
class ReceiptService {
public:
    explicit ReceiptService(Database& db)
        : m_db(db)
    {
    }

    /// See issueReceipt, in a transaction of its own.
    Result<Receipt> issue(const ReceiptDraft& draft, const Actor& by);
    /// Errors: NotFound `receipts.unknown` (arg: number).
    Result<Receipt> get(const QString& number, const Actor& by);
    Result<std::vector<ReceiptRow>> list(const ReceiptFilter& filter, const Actor& by);
    /// The receipt to print again: counted, audited; `copies` is the number of this copy.
    Result<Receipt> reprint(const QString& number, const Actor& by);
    /// The copy of that number could not be printed after all: recorded beside its count, which stays.
    /// Errors: NotFound `receipts.unknown`; Invalid `receipts.no-copy` (args: receipt, copy).
    Result<> copyFailed(const QString& number, int copy, const Actor& by);
    /// Checks a scanned text against this centre's key and against what is stored.
    /// Errors: those of verifyReceiptQr; NotFound `receipts.unknown`; Invalid `receipts.qr-other`.
    Result<Receipt> verifyQr(const QString& text, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
