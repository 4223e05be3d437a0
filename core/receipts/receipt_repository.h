#pragma once

#include "core/receipts/receipt.h"
#include "core/storage/database.h"

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
};

/// Keyset page of a day's receipts, newest first.
struct ReceiptFilter {
    QDate day;
    QString service, method, clerk; ///< Empty: any.
    ReceiptId before; ///< Null: from the newest.
    int limit = 100;
};

/// All SQL of receipts. Nothing here updates or deletes: the triggers would refuse.
class ReceiptRepository {
public:
    explicit ReceiptRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Rows of receipt, party, lines and payments. `link` and `contentDigest`: see receipt_qr.h.
    void insert(const Receipt& receipt, const QByteArray& contentDigest);

    std::optional<Receipt> byNumber(const QString& number) const;
    std::optional<Receipt> byId(ReceiptId id) const;
    std::vector<ReceiptRow> list(const ReceiptFilter& filter) const;

    /// Records that another copy was printed; returns its number, 1 for the first.
    int addCopy(ReceiptId receipt, const QString& clerk);

private:
    Tx& m_tx;
};

} // namespace sanad
