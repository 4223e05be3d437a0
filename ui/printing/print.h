#pragma once

#include "ui/printing/receipt_sheet.h"

#include <QByteArray>
#include <QImage>

namespace sanad {

/// `A4TwoCopies`: A4 across with two A5 pages side by side, for the customer and for the centre.
enum class Paper { A5, A4, A4TwoCopies };

/// Any sheet as a PDF file. Needs a QGuiApplication; runs on any thread.
QByteArray sheetPdf(const Sheet& sheet, Paper paper);
/// Any sheet as dots for an 80 mm printer: 576 wide, QImage::Format_Mono with 1 for black.
QImage thermalRaster(const Sheet& sheet);

QByteArray receiptPdf(
    const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options, Paper paper);
QImage receiptRaster(const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options);
/// The receipt for an 80 mm printer, with a cut; the drawer opens only for the original of a cash payment.
QByteArray receiptEscPos(const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options);

} // namespace sanad
