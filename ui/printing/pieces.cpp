#include "ui/printing/pieces.h"

#include "core/base/isolates.h"
#include "ui/printing/qr_code.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sanad {

std::vector<Piece> Composer::compose(const std::vector<SheetBlock>& blocks)
{
    m_pieces.clear();
    m_keepFrom.reset();
    for (const SheetBlock& block : blocks) {
        std::visit([this](const auto& content) { add(content); }, block);
    }
    for (std::size_t i = m_keepFrom.value_or(m_pieces.size()); i + 1 < m_pieces.size(); ++i)
        m_pieces[i].withNext = true;
    return std::move(m_pieces);
}

Qt::Alignment Composer::alignment(Side side) const
{
    if (side == Side::Centre) return Qt::AlignHCenter | Qt::AlignAbsolute;
    const bool right = (side == Side::Start) == m_rightToLeft;
    return (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

qreal Composer::naturalWidth(const QString& text, TextRole role) const
{
    // A hair more than measured, so that the same text never breaks when it is laid out in this width.
    return std::ceil(QFontMetricsF(m_style.face(role).font).horizontalAdvance(text)) + 1;
}

QString Composer::withOther(const QString& text, const QString& other, TextRole role, qreal width) const
{
    if (other.isEmpty()) return text;
    const QString beside = text + u" / "_s + other;
    return naturalWidth(beside, role) <= width ? beside : text + QChar::LineSeparator + other;
}

qreal Composer::addLaidOut(Piece& piece, const QString& text, TextRole role, Qt::Alignment alignment,
    bool rightToLeft, qreal x, qreal y, qreal width, qsizetype labelLength) const
{
    if (text.isEmpty()) return 0;
    const PrintFace& face = m_style.face(role);
    auto layout = std::make_shared<QTextLayout>(text, face.font);
    QTextOption option(alignment);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    if (labelLength > 0) {
        QTextLayout::FormatRange label;
        label.start = 0;
        label.length = static_cast<int>(labelLength);
        label.format.setForeground(m_style.face(TextRole::Secondary).colour);
        layout->setFormats({label});
    }
    layout->beginLayout();
    qreal height = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height + (face.leading - line.ascent() - line.descent()) / 2});
        height += face.leading;
    }
    layout->endLayout();
    Mark mark;
    mark.kind = Mark::Kind::Text;
    mark.area = QRectF(x, y, width, height);
    mark.colour = face.colour;
    mark.text = std::move(layout);
    piece.marks.push_back(std::move(mark));
    return height;
}

qreal Composer::addText(Piece& piece, const SheetText& text, qreal x, qreal y, qreal width) const
{
    return addLaidOut(
        piece, text.text, text.role, alignment(text.side), m_rightToLeft && !text.leftToRight, x, y, width);
}

void Composer::addLine(Piece& piece, qreal x, qreal y, qreal width, bool dashed) const
{
    Mark mark;
    mark.kind = dashed ? Mark::Kind::DashedLine : Mark::Kind::Line;
    mark.area = QRectF(x, y, width, m_style.thin);
    mark.colour = m_style.border;
    piece.marks.push_back(std::move(mark));
}

void Composer::add(const SheetText& text)
{
    if (text.text.isEmpty()) return;
    Piece piece;
    piece.height = addText(piece, text, 0, 0, width());
    piece.withNext = text.role == TextRole::Title;
    m_pieces.push_back(std::move(piece));
}

void Composer::add(const SheetSplit& split)
{
    Piece piece;
    const qreal wanted = naturalWidth(split.end.text, split.end.role);
    const qreal endWidth = std::min(wanted, width() * 0.7);
    const qreal startWidth = width() - endWidth - m_style.cell * 2;
    SheetText end = split.end;
    end.side = Side::End;
    const qreal startHeight = addText(piece, split.start, left(0, startWidth), 0, startWidth);
    // The smaller text stands on the base line of the larger one.
    const qreal drop =
        std::max(0.0, (m_style.face(split.start.role).leading - m_style.face(end.role).leading) / 2);
    const qreal endHeight = addText(piece, end, left(width() - endWidth, endWidth), drop, endWidth);
    piece.height = std::max(startHeight, drop + endHeight);
    piece.withNext = split.start.role == TextRole::Title;
    m_pieces.push_back(std::move(piece));
}

qreal Composer::addPair(Piece& piece, const SheetPair& pair, qreal fromStart, qreal y, qreal whole) const
{
    qreal top = y;
    if (pair.ruleAbove) {
        addLine(piece, left(fromStart, whole), y + m_style.cell / 2, whole);
        top += m_style.cell;
    }
    const qreal valueWidth = std::min(naturalWidth(pair.value, pair.role), whole * 0.7);
    const qreal labelWidth = whole - valueWidth - m_style.cell * 2;
    const QString label = withOther(pair.label, pair.otherLabel, pair.role, labelWidth);
    const qreal labelHeight =
        addText(piece, {label, pair.role}, left(fromStart, labelWidth), top, labelWidth);
    const qreal valueHeight = addText(piece, {pair.value, pair.role, Side::End},
        left(fromStart + whole - valueWidth, valueWidth), top, valueWidth);
    return top - y + std::max(labelHeight, valueHeight);
}

void Composer::add(const SheetPairs& pairs)
{
    const bool together = pairs.pairs.size() <= 8;
    for (std::size_t i = 0; i < pairs.pairs.size(); ++i) {
        Piece piece;
        piece.height = addPair(piece, pairs.pairs[i], 0, 0, width());
        piece.withNext = together && i + 1 < pairs.pairs.size();
        m_pieces.push_back(std::move(piece));
    }
}

void Composer::add(const SheetPairsBeside& pairs)
{
    const qreal gap = m_style.cell * 5;
    const qreal first = (width() - gap) * pairs.share;
    const qreal second = width() - gap - first;
    Piece piece;
    qreal startHeight = 0;
    for (const SheetPair& pair : pairs.start)
        startHeight += addPair(piece, pair, 0, startHeight, first);
    qreal endHeight = 0;
    for (const SheetPair& pair : pairs.end)
        endHeight += addPair(piece, pair, first + gap, endHeight, second);
    piece.height = std::max(startHeight, endHeight);
    m_pieces.push_back(std::move(piece));
}

void Composer::add(const SheetFacts& facts)
{
    const int columns = std::max(1, facts.columns);
    const qreal gap = m_style.cell * 2;
    const qreal columnWidth = (width() - gap * (columns - 1)) / columns;
    for (std::size_t first = 0; first < facts.facts.size(); first += static_cast<std::size_t>(columns)) {
        Piece piece;
        for (int column = 0; column < columns; ++column) {
            const std::size_t i = first + static_cast<std::size_t>(column);
            if (i >= facts.facts.size()) break;
            const SheetPair& fact = facts.facts[i];
            const QString label = fact.label.isEmpty() ? QString() : fact.label + u": "_s;
            const qreal height = addLaidOut(piece, label + fact.value, fact.role, alignment(Side::Start),
                m_rightToLeft, left(column * (columnWidth + gap), columnWidth), 0, columnWidth, label.size());
            piece.height = std::max(piece.height, height);
        }
        m_pieces.push_back(std::move(piece));
    }
}

Composer::Columns Composer::placeColumns(const SheetTable& table) const
{
    qreal amounts = 0;
    double weights = 0;
    for (const SheetColumn& column : table.columns) {
        if (column.amount)
            ++amounts;
        else
            weights += column.weight;
    }
    const qreal free = width() - amounts * m_style.amountWidth;
    Columns columns;
    columns.stacked = weights > 0 && amounts > 0 && free / weights < m_style.narrowest;
    qreal start = 0;
    for (const SheetColumn& column : table.columns) {
        qreal columnWidth = 0;
        if (columns.stacked)
            columnWidth = column.amount ? width() / amounts : 0;
        else if (column.amount)
            columnWidth = weights > 0 ? m_style.amountWidth : width() / amounts;
        else
            columnWidth = free * column.weight / weights;
        columns.places.push_back({left(start, columnWidth), columnWidth, column.amount});
        start += columnWidth;
    }
    return columns;
}

Piece Composer::tableRow(
    const Columns& columns, const std::vector<SheetCell>& cells, TextRole role, bool titles) const
{
    Piece piece;
    const qreal pad = m_style.cell;
    const qreal top = pad * 0.7;
    qreal lead = 0; // height of the text cells that stand above the amounts
    qreal height = 0;
    for (std::size_t i = 0; i < cells.size() && i < columns.places.size(); ++i) {
        const SheetCell& cell = cells[i];
        const Column& column = columns.places[i];
        const bool above = columns.stacked && !column.amount;
        if (above && titles) continue;
        const Qt::Alignment align =
            column.amount ? Qt::Alignment(Qt::AlignRight | Qt::AlignAbsolute) : alignment(Side::Start);
        const bool rightToLeft = m_rightToLeft && (!column.amount || hasRtlLetters(cell.text));
        const qreal x = (above ? 0 : column.x) + pad;
        const qreal inner = (above ? width() : column.width) - 2 * pad;
        qreal y = top + lead;
        const TextRole textRole = above ? TextRole::Strong : role;
        y += addLaidOut(piece, withOther(cell.text, cell.other, textRole, inner), textRole, align,
            rightToLeft, x, y, inner);
        y += addLaidOut(piece, cell.below, TextRole::Secondary, align, m_rightToLeft, x, y, inner);
        height = std::max(height, y);
        if (above) lead = y - top;
    }
    piece.height = height + pad * 0.7 + m_style.thin;
    return piece;
}

void Composer::add(const SheetTable& table)
{
    const Columns columns = placeColumns(table);
    std::vector<SheetCell> titles;
    for (const SheetColumn& column : table.columns)
        titles.push_back({column.title});

    std::shared_ptr<const Piece> shared;
    const bool titled =
        std::any_of(titles.begin(), titles.end(), [](const SheetCell& cell) { return !cell.text.isEmpty(); });
    if (titled) {
        Piece head = tableRow(columns, titles, TextRole::Secondary, true);
        if (m_style.shade.isValid()) {
            Mark shade;
            shade.area = QRectF(0, 0, width(), head.height);
            shade.colour = m_style.shade;
            head.marks.insert(head.marks.begin(), shade);
        }
        addLine(head, 0, head.height - m_style.thin, width());
        head.withNext = true;
        shared = std::make_shared<const Piece>(head);
        m_pieces.push_back(std::move(head));
    }

    for (const auto& cells : table.rows) {
        Piece row = tableRow(columns, cells, TextRole::Body, false);
        addLine(row, 0, row.height - m_style.thin, width());
        row.titles = shared;
        m_pieces.push_back(std::move(row));
    }
    if (!table.totals.empty()) {
        Piece row = tableRow(columns, table.totals, TextRole::Strong, false);
        row.titles = shared;
        if (!table.rows.empty()) m_pieces.back().withNext = true;
        m_pieces.push_back(std::move(row));
    }
}

void Composer::add(const SheetCode& code)
{
    const QrCode qr = qrCode(code.text);
    Piece piece;
    qreal module = m_style.module;
    const qreal modules = qr.modules + 2 * kQrQuietModules;
    module = std::min(module, std::floor(width() / modules * 4) / 4);
    const qreal side = qr.modules > 0 ? modules * module : 0;
    const bool alone = code.beside.empty();
    const qreal x = alone ? (width() - side) / 2 : left(width() - side, side);
    if (qr.modules > 0) {
        Mark quiet;
        quiet.area = QRectF(x, 0, side, side);
        quiet.colour = Qt::white;
        piece.marks.push_back(quiet);
        Mark mark;
        mark.kind = Mark::Kind::Path;
        mark.area = QRectF(
            x + kQrQuietModules * module, kQrQuietModules * module, qr.modules * module, qr.modules * module);
        mark.colour = Qt::black;
        mark.path = qr.path;
        mark.scale = module;
        piece.marks.push_back(std::move(mark));
    }
    qreal y = alone ? 0 : kQrQuietModules * module;
    const qreal textWidth = width() - side - m_style.cell;
    for (const SheetText& text : code.beside)
        y += addText(piece, text, left(0, textWidth), y, textWidth);
    piece.height = std::max(side, y);
    m_pieces.push_back(std::move(piece));
}

void Composer::add(const SheetRule& rule)
{
    Piece piece;
    piece.height = m_style.face(TextRole::Body).leading * 0.6;
    addLine(piece, 0, piece.height / 2, width(), rule.dashed);
    m_pieces.push_back(std::move(piece));
}

void Composer::add(const SheetGap& gap)
{
    Piece piece;
    piece.height = m_style.face(TextRole::Body).leading * gap.lines;
    piece.space = true;
    m_pieces.push_back(std::move(piece));
}

void Composer::add(const SheetKeep&)
{
    m_keepFrom = m_pieces.size();
}

void Composer::add(const SheetBars& bars)
{
    const qreal labelWidth = std::floor(width() * 0.3);
    qreal valueWidth = 0;
    for (const SheetBar& bar : bars.bars)
        valueWidth = std::max(valueWidth, naturalWidth(bar.value, TextRole::Body));
    const qreal full = width() - labelWidth - valueWidth - 3 * m_style.cell;
    for (const SheetBar& bar : bars.bars) {
        Piece piece;
        const qreal textHeight =
            addText(piece, {bar.label, TextRole::Body}, left(0, labelWidth), 0, labelWidth);
        const qreal leading = m_style.face(TextRole::Body).leading;
        const qreal length = std::max(m_style.thin, full * std::clamp(bar.share, 0.0, 1.0));
        Mark mark;
        mark.area = QRectF(left(labelWidth + m_style.cell, length), leading * 0.2, length, leading * 0.6);
        mark.colour = m_style.dots ? QColor(Qt::black) : QColor(0x0B, 0x5C, 0x6B);
        piece.marks.push_back(mark);
        addText(piece, {bar.value, TextRole::Body, Side::End, true}, left(width() - valueWidth, valueWidth),
            0, valueWidth);
        piece.height = textHeight;
        m_pieces.push_back(std::move(piece));
    }
}

} // namespace sanad
