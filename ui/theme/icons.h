#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>

namespace sanad {

/// Our own line icons, drawn on a grid of 24 × 24.
enum class Glyph {
    None,
    Serve,
    Person,
    People,
    Service,
    Form,
    Document,
    Pay,
    Transactions,
    Reports,
    Sync,
    Settings,
    Search,
    Ticket,
    Tick,
    Cross,
    Warning,
    Info,
    Error,
    Offline,
    Printer,
    Lock,
    Hold,
    Next,
    Back,
    Cash,
    Key,
    Language,
    Contrast,
    Drawer,
};

/// Draws `glyph` into `box` in `colour`. Next and Back point along the reading direction `direction`; the
/// other glyphs are never mirrored.
void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour,
    Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace sanad
