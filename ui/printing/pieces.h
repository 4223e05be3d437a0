#pragma once

#include "ui/printing/print_style.h"
#include "ui/printing/sheet.h"

#include <QPainterPath>
#include <QTextLayout>

#include <memory>
#include <optional>

namespace sanad {

/// Something to draw, at its place within a piece.
struct Mark {
    enum class Kind { Text, Line, DashedLine, Fill, Path };
    Kind kind = Kind::Fill;
    QRectF area; ///< Of a text only the top left counts; a line is its top edge.
    QColor colour;
    std::shared_ptr<QTextLayout> text;
    QPainterPath path; ///< In units of `scale`.
    qreal scale = 1;
};

/// A strip over the full width that no page break may cut.
struct Piece {
    qreal height = 0;
    std::vector<Mark> marks;
    bool space = false; ///< Vanishes at the top of a page.
    bool withNext = false; ///< Stays on the page of the piece after it.
    std::shared_ptr<const Piece> titles; ///< What comes again above it at the top of a page.
};

/// Breaks blocks into lines and pieces for the width of one style.
class Composer {
public:
    Composer(const PrintStyle& style, bool rightToLeft)
        : m_style(style)
        , m_rightToLeft(rightToLeft)
    {
    }

    std::vector<Piece> compose(const std::vector<SheetBlock>& blocks);
    /// One text over `width` from `x`; the marks go to `piece`, the result is its height.
    qreal addText(Piece& piece, const SheetText& text, qreal x, qreal y, qreal width) const;

private:
    void add(const SheetText& text);
    void add(const SheetSplit& split);
    void add(const SheetPairs& pairs);
    void add(const SheetPairsBeside& pairs);
    void add(const SheetFacts& facts);
    void add(const SheetTable& table);
    void add(const SheetCode& code);
    void add(const SheetRule& rule);
    void add(const SheetGap& gap);
    void add(const SheetKeep& keep);
    void add(const SheetBars& bars);

    struct Column {
        qreal x = 0;
        qreal width = 0;
        bool amount = false;
    };
    struct Columns {
        std::vector<Column> places;
        bool stacked = false; ///< Too little room beside the amounts: text cells stand above them.
    };
    Columns placeColumns(const SheetTable& table) const;
    Piece tableRow(
        const Columns& columns, const std::vector<SheetCell>& cells, TextRole role, bool titles) const;
    qreal addPair(Piece& piece, const SheetPair& pair, qreal fromStart, qreal y, qreal whole) const;

    qreal width() const { return m_style.contentWidth(); }
    /// Left edge of a box of `boxWidth` whose start edge is `fromStart` away from the start of the line.
    qreal left(qreal fromStart, qreal boxWidth) const
    {
        return m_rightToLeft ? width() - fromStart - boxWidth : fromStart;
    }
    qreal naturalWidth(const QString& text, TextRole role) const;
    /// `text` with `other` beside it, or under it where both do not fit.
    QString withOther(const QString& text, const QString& other, TextRole role, qreal width) const;
    qreal addLaidOut(Piece& piece, const QString& text, TextRole role, Qt::Alignment alignment,
        bool rightToLeft, qreal x, qreal y, qreal width, qsizetype labelLength = 0) const;
    Qt::Alignment alignment(Side side) const;
    void addLine(Piece& piece, qreal x, qreal y, qreal width, bool dashed = false) const;

    const PrintStyle& m_style;
    bool m_rightToLeft;
    std::vector<Piece> m_pieces;
    std::optional<std::size_t> m_keepFrom;
};

} // namespace sanad
