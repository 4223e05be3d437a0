#include "ui/printing/print.h"

#include "ui/printing/escpos.h"
#include "ui/printing/print_layout.h"
#include "ui/printing/words.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Darker than this is a dot: a little above the middle keeps thin Arabic strokes whole.
constexpr int kDotThreshold = 150;

QImage toDots(const QImage& grey)
{
    QImage dots(grey.size(), QImage::Format_Mono);
    dots.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* from = grey.constScanLine(y);
        uchar* to = dots.scanLine(y);
        for (int x = 0; x < grey.width(); x += 8) {
            uchar eight = 0;
            for (int bit = 0; bit < 8; ++bit)
                eight = static_cast<uchar>(eight << 1 | (from[x + bit] < kDotThreshold));
            to[x / 8] = eight;
        }
    }
    return dots;
}

void startPdf(
    QPdfWriter& writer, const Sheet& sheet, QPageSize::PageSizeId size, QPageLayout::Orientation orientation)
{
    writer.setTitle(sheet.title);
    writer.setCreator(u"Sanad Desk"_s);
    writer.setResolution(72); // one unit of the painter is one point
    writer.setPageLayout(QPageLayout(QPageSize(size), orientation, QMarginsF(0, 0, 0, 0)));
}

void paintPages(QPdfWriter& writer, const PrintLayout& layout)
{
    QPainter painter(&writer);
    for (int page = 0; page < layout.pageCount(); ++page) {
        if (page > 0) writer.newPage();
        layout.paint(painter, page);
    }
}

void paintTwoCopies(QPdfWriter& writer, const Sheet& sheet)
{
    const auto part = [&sheet](const Words& whom) {
        Sheet copy = sheet;
        copy.footer += u" · "_s + whom.in(sheet.rightToLeft ? Language::Arabic : Language::English);
        return PrintLayout(copy, a5Style());
    };
    const PrintLayout customers = part(words::kForCustomer);
    const PrintLayout centres = part(words::kForCentre);
    const qreal half = a4Style().page.height() / 2;
    const qreal height = a4Style().page.width();
    QPainter painter(&writer);
    for (int page = 0; page < customers.pageCount(); ++page) {
        if (page > 0) writer.newPage();
        painter.save();
        painter.translate(sheet.rightToLeft ? half : 0, 0);
        customers.paint(painter, page);
        painter.restore();
        painter.save();
        painter.translate(sheet.rightToLeft ? 0 : half, 0);
        centres.paint(painter, page);
        painter.restore();
        QPen cut(a5Style().border, a5Style().thin);
        cut.setDashPattern({6, 6});
        painter.setPen(cut);
        painter.drawLine(QPointF(half, 0), QPointF(half, height));
    }
}

} // namespace

QByteArray sheetPdf(const Sheet& sheet, Paper paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    switch (paper) {
    case Paper::A5:
        startPdf(writer, sheet, QPageSize::A5, QPageLayout::Portrait);
        paintPages(writer, PrintLayout(sheet, a5Style()));
        break;
    case Paper::A4:
        startPdf(writer, sheet, QPageSize::A4, QPageLayout::Portrait);
        paintPages(writer, PrintLayout(sheet, a4Style()));
        break;
    case Paper::A4TwoCopies:
        startPdf(writer, sheet, QPageSize::A4, QPageLayout::Landscape);
        paintTwoCopies(writer, sheet);
        break;
    }
    return bytes;
}

QImage thermalRaster(const Sheet& sheet)
{
    const PrintLayout layout(sheet, thermalStyle());
    QImage grey(layout.pageSize().toSize(), QImage::Format_Grayscale8);
    grey.fill(Qt::white);
    QPainter painter(&grey);
    layout.paint(painter, 0);
    painter.end();
    return toDots(grey);
}

QByteArray receiptPdf(
    const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options, Paper paper)
{
    return sheetPdf(receiptSheet(receipt, centre, options, SheetForm::Wide), paper);
}

QImage receiptRaster(const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options)
{
    return thermalRaster(receiptSheet(receipt, centre, options, SheetForm::Narrow));
}

QByteArray receiptEscPos(const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options)
{
    return escPos(receiptRaster(receipt, centre, options), {true, options.copy == 0 && opensDrawer(receipt)});
}

} // namespace sanad
