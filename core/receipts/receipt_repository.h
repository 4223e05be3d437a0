#pragma once

#include "core/receipts/receipt_record.h"
#include "core/storage/list_index.h"

#include <functional>

namespace sanad {

/// A receipt as lists show it, without its lines.
struct ReceiptRow {
    ReceiptId id;
    QString number;
    QDateTime issuedAt;
    QString clerk;
    QString service; ///< Code of its first line.
    QString method; ///< A tender's key, `split` for several, `none` for nothing to pay.
    Money total;
    QDate businessDay;
};

/// Keyset page of a day's receipts, newest first.
struct ReceiptFilter {
    QDate day;
    QString service, method, clerk; ///< Empty: any.
    ReceiptId before; ///< Null: from the newest.
    int limit = 100;
};

/// Receipts of any number of days, newest first: `filter` without its `before` and `limit`, an invalid day
/// for all.
LongList<ReceiptRow> receiptList(const ReceiptFilter& filter);

/// All SQL of receipts. Nothing here updates or deletes: the triggers would refuse.
class ReceiptRepository {
public:
    explicit ReceiptRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// All its rows; `sealedParty` is name and identifier as sealParty() made them.
    void insert(const ReceiptRecord& record, const QByteArray& sealedParty);
    QByteArray sealParty(ReceiptId receipt, const QString& name, const QString& maskedIdentifier) const;

    std::optional<Receipt> byNumber(const QString& number) const;
    std::optional<Receipt> byId(ReceiptId id) const;
    /// What its row alone holds; needs no data key.
    std::optional<ReceiptRecord> withoutRows(ReceiptId id) const;
    std::vector<ReceiptRow> list(const ReceiptFilter& filter) const;
    /// Every receipt of a day, in the order of issue; needs no data key.
    std::vector<ReceiptRecord> ofDay(const QDate& day) const;
    /// First and last number of each series on a day.
    struct SeriesRange {
        QString series;
        std::int64_t first = 0, last = 0;
    };
    std::vector<SeriesRange> seriesOfDay(const QDate& day) const;
    /// How many receipts with a number in the range are of another day than `day`.
    std::int64_t ofOtherDays(const SeriesRange& range, const QDate& day) const;

    /// Records that another copy was printed.
    struct Copy {
        std::int64_t id = 0;
        int number = 0; ///< 1 for the first.
        QString rowDigest;
    };
    Copy addCopy(ReceiptId receipt, const QString& clerk);

private:
    void addRows(ReceiptRecord& record) const; ///< Its lines and payments.
    std::optional<Receipt> complete(std::optional<ReceiptRecord> record) const;

    Tx& m_tx;
};

/// Column lists that the verifier reads with, in one order for both.
ReceiptRecord readReceipt(const Query& row);
ReceiptRecord::Line readLine(const Query& row);
ReceiptRecord::Paid readPayment(const Query& row);
#define SANAD_RECEIPT_COLUMNS                                                                                \
    "id, branch_id, series, number, uuid, counter, issued_at, business_day, shift_id, customer_id, ticket, " \
    "staff_id, clerk, service, method, lines, payments, government_baisa, service_baisa, discount_baisa, "   \
    "vat_baisa, total_baisa, licence, training, party_digest, link, signature"
#define SANAD_LINE_COLUMNS                                                                                   \
    "id, receipt_id, transaction_id, service, service_ar, service_en, agency, agency_ar, agency_en, "        \
    "income, "                                                                                               \
    "reference, government_baisa, service_baisa, discount_baisa, vat_baisa, vat_rate"
#define SANAD_PAYMENT_COLUMNS "id, receipt_id, tender, amount_baisa, given_baisa, approval, reference"

} // namespace sanad
