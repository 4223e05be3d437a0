#pragma once

#include "core/base/result.h"
#include "ui/printing/sheet.h"

namespace sanad {

/// Writes any sheet as an Excel workbook of one page: tables as tables, pairs as two columns, amounts and
/// counts as numbers (amounts with three decimals), right to left where the sheet is. The file appears whole
/// or not at all. Errors: Unreachable `printing.cannot-write` (arg: path).
Result<> saveXlsx(const Sheet& sheet, const QString& path);

/// The same care for bytes that are ready: a PDF, a byte stream.
Result<> saveFile(const QByteArray& bytes, const QString& path);

} // namespace sanad
