#pragma once

#include "ui/printing/print_style.h"

#include <QByteArray>
#include <QImage>
#include <QPainterPath>

class QPainter;

namespace sanad::bench {

/// The floor of the printing figures: the same texts, lines and code at the same places, with nothing but
/// QPainter calls; every place and break was worked out before.
class BarePainter {
public:
    BarePainter(const Sheet& sheet, const PrintStyle& style);

    QByteArray pdf() const;
    /// Painted and brought to one bit by QImage itself.
    QImage raster() const;

private:
    struct Text {
        QPointF at;
        QFont font;
        QColor colour;
        QString text;
    };
    struct Box {
        QRectF area;
        QColor colour;
    };
    void paint(QPainter& painter) const;

    QSizeF m_size;
    std::vector<Text> m_texts;
    std::vector<Box> m_boxes;
    QPainterPath m_code;
    QPointF m_codeAt;
    qreal m_module = 0;
};

} // namespace sanad::bench
