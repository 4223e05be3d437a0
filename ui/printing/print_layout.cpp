#include "ui/printing/print_layout.h"

#include "core/base/isolates.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QColor kWatermarkGrey(0xE6, 0xE9, 0xEC);

void paintMark(QPainter& painter, const Mark& mark, QPointF origin)
{
    switch (mark.kind) {
    case Mark::Kind::Text:
        painter.setPen(mark.colour);
        mark.text->draw(&painter, origin + mark.area.topLeft());
        break;
    case Mark::Kind::Line:
        painter.fillRect(mark.area.translated(origin), mark.colour);
        break;
    case Mark::Kind::DashedLine: {
        QPen pen(mark.colour, mark.area.height());
        pen.setDashPattern({4, 4});
        painter.setPen(pen);
        const QPointF from = origin + mark.area.topLeft();
        painter.drawLine(from, from + QPointF(mark.area.width(), 0));
        break;
    }
    case Mark::Kind::Fill:
        painter.fillRect(mark.area.translated(origin), mark.colour);
        break;
    case Mark::Kind::Path:
        painter.save();
        painter.translate(origin + mark.area.topLeft());
        painter.scale(mark.scale, mark.scale);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillPath(mark.path, mark.colour);
        painter.restore();
        break;
    }
}

} // namespace

PrintLayout::PrintLayout(const Sheet& sheet, const PrintStyle& style)
    : m_sheet(sheet)
    , m_style(style)
    , m_size(style.page)
{
    std::vector<Piece> pieces = Composer(style, sheet.rightToLeft).compose(sheet.blocks);
    if (style.page.height() > 0) {
        const qreal foot = style.face(TextRole::Fine).leading * 1.5;
        breakIntoPages(std::move(pieces), style.margin, style.page.height() - style.margin - foot);
        return;
    }
    qreal height = style.margin;
    m_pages.emplace_back();
    for (Piece& piece : pieces) {
        const qreal advance = piece.height;
        m_pages.back().push_back({height, std::make_shared<const Piece>(std::move(piece))});
        height += advance;
    }
    m_size.setHeight(std::ceil(height + style.margin));
}

void PrintLayout::breakIntoPages(std::vector<Piece> pieces, qreal top, qreal bottom)
{
    const auto runningHead = [&] {
        Piece head;
        Composer composer(m_style, m_sheet.rightToLeft);
        head.height = composer.addText(head, {m_sheet.title, TextRole::Fine}, 0, 0, m_style.contentWidth()) +
            m_style.face(TextRole::Fine).leading / 2;
        return std::make_shared<const Piece>(std::move(head));
    };
    qreal y = top;
    m_pages.emplace_back();
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t last = i;
        qreal needed = pieces[i].height;
        while (pieces[last].withNext && last + 1 < pieces.size())
            needed += pieces[++last].height;
        if (needed > bottom - top) {
            last = i;
            needed = pieces[i].height;
        }
        if (y + needed > bottom && !m_pages.back().empty()) {
            const auto head = runningHead();
            m_pages.push_back({{top, head}});
            y = top + head->height;
            if (const auto titles = pieces[i].titles) {
                m_pages.back().push_back({y, titles});
                y += titles->height;
            }
            while (i <= last && pieces[i].space)
                ++i;
        }
        for (; i <= last; ++i) {
            const qreal advance = pieces[i].height;
            m_pages.back().push_back({y, std::make_shared<const Piece>(std::move(pieces[i]))});
            y += advance;
        }
    }
}

void PrintLayout::paint(QPainter& painter, int page) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (!m_sheet.watermark.isEmpty()) paintWatermark(painter);
    for (const Placed& placed : m_pages[static_cast<std::size_t>(page)]) {
        for (const Mark& mark : placed.piece->marks)
            paintMark(painter, mark, {m_style.margin, placed.y});
    }
    if (m_style.page.height() > 0) paintFoot(painter, page);
}

void PrintLayout::paintWatermark(QPainter& painter) const
{
    const int size = static_cast<int>(m_size.width() / 5);
    QFont font = m_style.face(TextRole::Total).font;
    font.setPixelSize(size);
    QPainterPath text;
    text.addText(0, 0, font, m_sheet.watermark);
    const QRectF bounds = text.boundingRect();
    text.translate(-bounds.center());
    // On endless paper the mark comes again, so that no torn-off part is without it.
    const qreal step = m_style.page.height() > 0 ? m_size.height() : m_size.width() * 1.2;
    for (qreal y = std::min(step, m_size.height()) / 2; y < m_size.height(); y += step) {
        painter.save();
        painter.translate(m_size.width() / 2, y);
        painter.rotate(-30);
        painter.fillPath(text, m_style.dots ? QBrush(Qt::black, Qt::Dense7Pattern) : QBrush(kWatermarkGrey));
        painter.restore();
    }
}

void PrintLayout::paintFoot(QPainter& painter, int page) const
{
    Piece foot;
    const Composer composer(m_style, m_sheet.rightToLeft);
    composer.addText(foot, {m_sheet.footer, TextRole::Fine}, 0, 0, m_style.contentWidth());
    if (pageCount() > 1) {
        const QString number = isolateLtr(u"%1 / %2"_s.arg(page + 1).arg(pageCount()));
        composer.addText(foot, {number, TextRole::Fine, Side::End}, 0, 0, m_style.contentWidth());
    }
    const qreal y = m_style.page.height() - m_style.margin - m_style.face(TextRole::Fine).leading;
    for (const Mark& mark : foot.marks)
        paintMark(painter, mark, {m_style.margin, y});
}

} // namespace sanad
