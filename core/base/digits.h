#pragma once

#include <QString>

namespace sanad {

/// `text` with Arabic-Indic (U+0660…) and Persian (U+06F0…) digits as 0-9; the rest unchanged.
QString asciiDigits(QStringView text);

/// True when `text` is one or more ASCII digits and nothing else.
bool isAsciiDigits(QStringView text);

/// A number of a receipt, ticket or transaction as a person types it, ` c1-٠٠٠١٢٣`, as it is kept:
/// `C1-000123`.
QString documentNumber(QStringView typed);

} // namespace sanad
