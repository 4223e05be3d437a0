#pragma once

#include "core/ledger/number_gaps.h"

#include <QSet>

#include <map>

namespace sanad {

/// A series as its numbers are written, and how far they went.
struct SeriesStand {
    QString name;
    std::int64_t last = 0;

    bool operator==(const SeriesStand&) const = default;
};

/// What a centre has given numbers in.
struct GivenNumbers {
    std::map<QString, SeriesStand> series; ///< By what the program calls them.
    std::map<std::pair<int, QString>, SeriesStand> tickets; ///< By business day and line.
    QSet<QString> names; ///< As written; of documents, and of gaps that were declared.
};
GivenNumbers givenNumbers(Tx& tx);

/// After a restore nobody knows which numbers were given since the backup, and some may be printed. So every
/// series ends where the backup stands, with a signed gap document that is open at its far end, and goes on
/// from 1 under a new name: receipts and credit notes of every counter, transactions, day closes, and the
/// tickets of the days since `madeAt`. The names end in random letters, so that the same backup restored
/// twice never gives one number to two documents. What the replaced centre has given besides, in series that
/// the backup does not know, is declared too: an earlier restore, or a counter that came later, began them.
/// Returns the gaps.
std::vector<NumberGap> restartNumbers(
    Tx& tx, const QDateTime& madeAt, const GivenNumbers& replaced, const Actor& by);

} // namespace sanad
