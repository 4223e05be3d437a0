#pragma once

#include <QDate>
#include <QString>

namespace sanad::bench {

/// Writes the days that a centre's file holds, `first` to `last`, `copies` times into the past: receipts with
/// lines and payments, ledger, shifts, closes and roll-up, with ids, numbers and days of their own. The file
/// must be closed. What is signed and chained does not hold for the copies: they are there to be counted, not
/// verified.
void copyIntoPast(const QString& file, const QDate& first, const QDate& last, int copies);

} // namespace sanad::bench
