#pragma once

#include "core/receipts/receipt.h"

#include <QImage>

namespace sanad::test {

/// A centre with every field filled, VAT-registered.
CentrePrint sampleCentre();

/// Two services, cash and card, all sums right; `lines` repeats them for long receipts.
Receipt sampleReceipt(int lines = 2);

/// The text of a PDF as `pdftotext -layout` reads it back.
QString textOf(const QByteArray& pdf);

/// What `zbarimg` reads in a picture; empty when it finds no code.
QString qrTextOf(const QImage& picture);

/// The first page of a PDF as `pdftoppm` paints it.
QImage pageOf(const QByteArray& pdf, int dotsPerInch, int page = 1);

int pageCountOf(const QByteArray& pdf);

} // namespace sanad::test
