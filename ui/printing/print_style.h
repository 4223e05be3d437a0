#pragma once

#include "ui/printing/sheet.h"

#include <QColor>
#include <QFont>
#include <QSizeF>

#include <array>

namespace sanad {

/// One role on one medium. Sizes are points on paper, dots on a thermal printer.
struct PrintFace {
    QFont font;
    qreal leading = 0; ///< From base line to base line.
    QColor colour;
};

/// The measures of a medium; everything that differs between A5, A4 and 80 mm.
struct PrintStyle {
    std::array<PrintFace, 7> faces;
    QSizeF page; ///< Height 0: one page as long as its content.
    qreal margin = 0;
    qreal thin = 0; ///< Width of a light rule.
    qreal module = 0; ///< Side of one module of a QR code.
    qreal cell = 0; ///< Space around the text of a table's cell.
    qreal amountWidth = 0; ///< Of a column of amounts.
    qreal narrowest = 0; ///< Least width of a column of text beside amounts.
    QColor border;
    QColor shade; ///< Behind the titles of a table; invalid for none.
    bool dots = false; ///< Black dots only: grey becomes a sparse pattern.

    const PrintFace& face(TextRole role) const { return faces[static_cast<std::size_t>(role)]; }
    qreal contentWidth() const { return page.width() - 2 * margin; }
};

/// A5 and A4 portrait in points: 10 mm margins, 10 pt text on 14 pt lines.
const PrintStyle& a5Style();
const PrintStyle& a4Style();
/// 80 mm paper: 576 dots wide, text of 24 dots and more, 6 dots a module.
const PrintStyle& thermalStyle();

} // namespace sanad
