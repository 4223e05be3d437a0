#pragma once

#include "ui/printing/pieces.h"

class QPainter;

namespace sanad {

/// A sheet broken into the pages of one medium. Made once, painted as often as wanted.
class PrintLayout {
public:
    PrintLayout(const Sheet& sheet, const PrintStyle& style);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// In the style's units. On endless paper the height follows from the content.
    QSizeF pageSize() const { return m_size; }
    /// Paints page `page` (from 0) with its top left corner at the painter's origin.
    void paint(QPainter& painter, int page) const;

private:
    struct Placed {
        qreal y = 0;
        std::shared_ptr<const Piece> piece;
    };
    void breakIntoPages(std::vector<Piece> pieces, qreal top, qreal bottom);
    void paintWatermark(QPainter& painter) const;
    void paintFoot(QPainter& painter, int page) const;

    const Sheet m_sheet;
    const PrintStyle& m_style;
    QSizeF m_size;
    std::vector<std::vector<Placed>> m_pages;
};

} // namespace sanad
