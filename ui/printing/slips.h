#pragma once

#include "core/receipts/receipt.h"
#include "ui/printing/sheet.h"

namespace sanad {

/// What a customer takes home while an agency still has the work.
struct FollowUp {
    struct Item {
        QString number; ///< `T-000123`
        QString serviceNameAr, serviceNameEn;
        QString agencyNameAr, agencyNameEn;
        QString portalReference; ///< Empty while the agency has given none.
        QDateTime promisedAt; ///< UTC; invalid when no time is promised.
    };
    QString receiptNumber; ///< Empty while unpaid.
    QString customerName;
    QDateTime printedAt; ///< UTC.
    std::vector<Item> items;
};

/// For any paper; the number of each transaction and the agency's reference stand large enough to be read
/// out.
Sheet followUpSheet(const FollowUp& followUp, const CentrePrint& centre, bool english, SheetForm form);

/// A ticket of the queue; no personal data.
struct TicketPrint {
    QString number; ///< `A-012`
    QString lineAr, lineEn;
    QDateTime issuedAt; ///< UTC.
    int before = 0; ///< People waiting before this one.
};

/// For 80 mm paper, both languages, the number as large as the paper takes.
Sheet ticketSheet(const TicketPrint& ticket, const CentrePrint& centre);

} // namespace sanad
