#pragma once

#include "core/storage/database.h"

namespace sanad {

/// A number and the series it belongs to, as it is written: since a restore the series `C1` goes on under
/// another name.
struct NumberParts {
    QString series;
    std::int64_t number = 0;
};

/// Takes the next number of a gap-free series: 1, 2, 3 … The number belongs to the transaction: rolled back,
/// it is given again. Two counters of one server wait for each other only within a series.
NumberParts takeNumber(Tx& tx, const QString& series);

/// The last number taken under the series' present name, 0 where none was.
std::int64_t lastNumber(Tx& tx, const QString& series);

/// `C1-000123`.
QString numberText(const QString& series, std::int64_t number);
inline QString numberText(const NumberParts& parts)
{
    return numberText(parts.series, parts.number);
}

/// The parts of a number's text, or nothing when it is not one.
std::optional<NumberParts> numberParts(QStringView text);

} // namespace sanad
