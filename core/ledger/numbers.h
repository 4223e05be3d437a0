#pragma once

#include "core/storage/database.h"

namespace sanad {

/// Takes the next number of a gap-free series: 1, 2, 3 … The number belongs to the transaction: rolled back,
/// it is given again. Two counters of one server wait for each other only within a series.
std::int64_t takeNumber(Tx& tx, const QString& series);

/// The last number taken, 0 for a series never used.
std::int64_t lastNumber(Tx& tx, const QString& series);

/// `C1-000123`.
QString numberText(const QString& series, std::int64_t number);

/// The parts of a number's text, or nothing when it is not one.
struct NumberParts {
    QString series;
    std::int64_t number = 0;
};
std::optional<NumberParts> numberParts(QStringView text);

} // namespace sanad
