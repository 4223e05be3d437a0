#pragma once

#include "core/base/result.h"
#include "ui/printing/sheet.h"

namespace sanad {

/// Any sheet as an Excel workbook of one page: tables as tables, pairs as two columns, amounts and counts as
/// numbers (amounts with three decimals), right to left where the sheet is. Errors: Unreachable
/// `printing.cannot-write` (arg: the file it is made in).
Result<QByteArray> sheetXlsx(const Sheet& sheet);
/// The same in a file, which appears whole or not at all. Errors: as sheetXlsx() and saveFile().
Result<> saveXlsx(const Sheet& sheet, const QString& path);

/// The same care for bytes that are ready: a PDF, a byte stream. Errors: those of mayWriteTo(); Unreachable
/// `printing.cannot-write` (arg: path).
Result<> saveFile(const QByteArray& bytes, const QString& path);

} // namespace sanad
