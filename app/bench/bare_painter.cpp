#include "app/bench/bare_painter.h"

#include "ui/printing/pieces.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace sanad::bench {

BarePainter::BarePainter(const Sheet& sheet, const PrintStyle& style)
    : m_size(style.page)
{
    qreal y = style.margin;
    for (const Piece& piece : Composer(style, sheet.rightToLeft).compose(sheet.blocks)) {
        for (const Mark& mark : piece.marks) {
            const QPointF at = mark.area.topLeft() + QPointF(style.margin, y);
            if (mark.kind == Mark::Kind::Path) {
                m_code = mark.path;
                m_codeAt = at;
                m_module = mark.scale;
            } else if (mark.kind != Mark::Kind::Text) {
                m_boxes.push_back({QRectF(at, mark.area.size()), mark.colour});
            } else {
                for (int i = 0; i < mark.text->lineCount(); ++i) {
                    const QTextLine line = mark.text->lineAt(i);
                    const QRectF natural = line.naturalTextRect();
                    m_texts.push_back(
                        {at + QPointF(natural.left(), line.y() + line.ascent()), mark.text->font(),
                            mark.colour, mark.text->text().mid(line.textStart(), line.textLength())});
                }
            }
        }
        y += piece.height;
    }
    if (m_size.height() <= 0) m_size.setHeight(y + style.margin);
}

void BarePainter::paint(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Box& box : m_boxes)
        painter.fillRect(box.area, box.colour);
    for (const Text& text : m_texts) {
        painter.setFont(text.font);
        painter.setPen(text.colour);
        painter.drawText(text.at, text.text);
    }
    painter.translate(m_codeAt);
    painter.scale(m_module, m_module);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(m_code, Qt::black);
}

QByteArray BarePainter::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A5), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter(&writer);
    paint(painter);
    painter.end();
    return bytes;
}

QImage BarePainter::raster() const
{
    QImage grey(m_size.toSize(), QImage::Format_Grayscale8);
    grey.fill(Qt::white);
    QPainter painter(&grey);
    paint(painter);
    painter.end();
    return grey.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
}

} // namespace sanad::bench
