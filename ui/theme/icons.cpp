#include "ui/theme/icons.h"

#include <QPainterPath>

namespace sanad {

namespace {

using Path = QPainterPath;

void line(Path& path, std::initializer_list<QPointF> points)
{
    auto point = points.begin();
    path.moveTo(*point);
    while (++point != points.end())
        path.lineTo(*point);
}

void personAt(Path& path, double x, double headY, double r, double halfWidth, double foot)
{
    path.addEllipse(QPointF(x, headY), r, r);
    path.moveTo(x - halfWidth, foot);
    path.cubicTo(x - halfWidth, foot - 7, x + halfWidth, foot - 7, x + halfWidth, foot);
}

Path serve()
{
    Path path;
    path.addRoundedRect(QRectF(3, 13, 18, 7), 1.5, 1.5);
    personAt(path, 12, 5.5, 2.5, 4.5, 13);
    return path;
}

Path person()
{
    Path path;
    personAt(path, 12, 8, 4, 7.5, 21);
    return path;
}

Path people()
{
    Path path;
    personAt(path, 9, 8, 3.5, 6, 20);
    path.addEllipse(QPointF(17, 9.5), 2.5, 2.5);
    path.moveTo(18, 14.5);
    path.cubicTo(20.5, 15, 21.5, 17, 21.5, 19);
    return path;
}

Path service()
{
    Path path;
    for (const auto& corner : {QPointF(4, 4), QPointF(13.5, 4), QPointF(4, 13.5), QPointF(13.5, 13.5)})
        path.addRoundedRect(QRectF(corner, QSizeF(6.5, 6.5)), 1.5, 1.5);
    return path;
}

Path sheet()
{
    Path path;
    line(path, {{14, 3}, {6, 3}, {6, 21}, {18, 21}, {18, 7}, {14, 3}, {14, 7}, {18, 7}});
    return path;
}

Path form()
{
    Path path;
    path.addRoundedRect(QRectF(4.5, 3, 15, 18), 1.5, 1.5);
    line(path, {{8, 8}, {16, 8}});
    line(path, {{8, 12}, {16, 12}});
    line(path, {{8, 16}, {13, 16}});
    return path;
}

Path document()
{
    Path path = sheet();
    line(path, {{9, 12}, {15, 12}});
    line(path, {{9, 16}, {15, 16}});
    return path;
}

Path pay()
{
    Path path;
    path.addRoundedRect(QRectF(3, 6, 18, 12), 1.5, 1.5);
    path.addEllipse(QPointF(12, 12), 2.8, 2.8);
    line(path, {{6, 9}, {6, 9.2}});
    line(path, {{18, 15}, {18, 15.2}});
    return path;
}

Path transactions()
{
    Path path;
    for (const double y : {6.0, 12.0, 18.0}) {
        path.addRoundedRect(QRectF(3.5, y - 1.5, 3, 3), 0.8, 0.8);
        line(path, {{10, y}, {20.5, y}});
    }
    return path;
}

Path reports()
{
    Path path;
    line(path, {{3.5, 20.5}, {20.5, 20.5}});
    path.addRect(QRectF(5, 12, 3.2, 8.5));
    path.addRect(QRectF(10.4, 5, 3.2, 15.5));
    path.addRect(QRectF(15.8, 9, 3.2, 11.5));
    return path;
}

Path sync()
{
    Path path;
    path.arcMoveTo(QRectF(4.5, 4.5, 15, 15), 20);
    path.arcTo(QRectF(4.5, 4.5, 15, 15), 20, 150);
    path.arcMoveTo(QRectF(4.5, 4.5, 15, 15), 200);
    path.arcTo(QRectF(4.5, 4.5, 15, 15), 200, 150);
    line(path, {{19.5, 4.5}, {19.2, 9.3}, {14.6, 8.6}});
    line(path, {{4.5, 19.5}, {4.8, 14.7}, {9.4, 15.4}});
    return path;
}

Path settings()
{
    Path path;
    for (const auto& [y, x] : {std::pair{6.0, 15.0}, {12.0, 8.0}, {18.0, 16.0}}) {
        line(path, {{3.5, y}, {x - 2.2, y}});
        line(path, {{x + 2.2, y}, {20.5, y}});
        path.addEllipse(QPointF(x, y), 2.2, 2.2);
    }
    return path;
}

Path search()
{
    Path path;
    path.addEllipse(QPointF(10.5, 10.5), 6.5, 6.5);
    line(path, {{15.4, 15.4}, {20.5, 20.5}});
    return path;
}

Path ticket()
{
    Path path;
    line(path,
        {{3.5, 7}, {20.5, 7}, {20.5, 10}, {19, 12}, {20.5, 14}, {20.5, 17}, {3.5, 17}, {3.5, 14}, {5, 12},
            {3.5, 10}, {3.5, 7}});
    line(path, {{14.5, 9.5}, {14.5, 14.5}});
    return path;
}

Path disc()
{
    Path path;
    path.addEllipse(QPointF(12, 12), 8.5, 8.5);
    return path;
}

Path tick()
{
    Path path;
    line(path, {{5, 12.5}, {10, 17.5}, {19.5, 7}});
    return path;
}

Path cross()
{
    Path path;
    line(path, {{6, 6}, {18, 18}});
    line(path, {{18, 6}, {6, 18}});
    return path;
}

Path warning()
{
    Path path;
    line(path, {{12, 3.5}, {21.5, 20}, {2.5, 20}, {12, 3.5}});
    line(path, {{12, 9.5}, {12, 14}});
    line(path, {{12, 16.9}, {12, 17}});
    return path;
}

Path info()
{
    Path path = disc();
    line(path, {{12, 11}, {12, 16.5}});
    line(path, {{12, 7.6}, {12, 7.7}});
    return path;
}

Path error()
{
    Path path = disc();
    line(path, {{9, 9}, {15, 15}});
    line(path, {{15, 9}, {9, 15}});
    return path;
}

Path offline()
{
    Path path;
    path.moveTo(7, 18.5);
    path.cubicTo(1.5, 18.5, 2, 11, 7, 11.5);
    path.cubicTo(8, 5, 16.5, 5, 17.2, 11);
    path.cubicTo(22.5, 11, 22, 18.5, 17, 18.5);
    path.closeSubpath();
    line(path, {{4, 3.5}, {20, 21}});
    return path;
}

Path printer()
{
    Path path;
    line(path, {{7, 9}, {7, 3.5}, {17, 3.5}, {17, 9}});
    line(path, {{7, 17}, {3.5, 17}, {3.5, 9}, {20.5, 9}, {20.5, 17}, {17, 17}});
    path.addRect(QRectF(7, 14, 10, 6.5));
    return path;
}

Path lock()
{
    Path path;
    path.addRoundedRect(QRectF(5, 11, 14, 9.5), 1.5, 1.5);
    path.moveTo(8, 11);
    path.lineTo(8, 8);
    path.cubicTo(8, 2.5, 16, 2.5, 16, 8);
    path.lineTo(16, 11);
    return path;
}

Path hold()
{
    Path path = disc();
    line(path, {{10, 9}, {10, 15}});
    line(path, {{14, 9}, {14, 15}});
    return path;
}

Path next()
{
    Path path;
    line(path, {{9, 5}, {16, 12}, {9, 19}});
    return path;
}

Path cash()
{
    Path path;
    path.addEllipse(QRectF(5, 3.5, 14, 5.5));
    for (const double y : {6.25, 12.0, 17.5}) {
        path.moveTo(5, y);
        path.cubicTo(5, y + 4, 19, y + 4, 19, y);
    }
    line(path, {{5, 6.25}, {5, 17.5}});
    line(path, {{19, 6.25}, {19, 17.5}});
    return path;
}

Path key()
{
    Path path;
    path.addEllipse(QPointF(8, 12), 4, 4);
    line(path, {{12, 12}, {20.5, 12}, {20.5, 16}});
    line(path, {{16.5, 12}, {16.5, 15}});
    return path;
}

Path language()
{
    Path path = disc();
    path.addEllipse(QPointF(12, 12), 3.8, 8.5);
    line(path, {{3.5, 12}, {20.5, 12}});
    return path;
}

Path contrastDisc()
{
    Path path = disc();
    line(path, {{12, 3.5}, {12, 20.5}});
    line(path, {{15, 5.5}, {15, 18.5}});
    line(path, {{18, 8}, {18, 16}});
    return path;
}

Path drawer()
{
    Path path;
    line(path, {{5, 12}, {5, 4}, {19, 4}, {19, 12}});
    path.addRoundedRect(QRectF(3, 12, 18, 8), 1.5, 1.5);
    line(path, {{10, 16}, {14, 16}});
    return path;
}

Path pathOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Serve:
        return serve();
    case Glyph::Person:
        return person();
    case Glyph::People:
        return people();
    case Glyph::Service:
        return service();
    case Glyph::Form:
        return form();
    case Glyph::Document:
        return document();
    case Glyph::Pay:
        return pay();
    case Glyph::Transactions:
        return transactions();
    case Glyph::Reports:
        return reports();
    case Glyph::Sync:
        return sync();
    case Glyph::Settings:
        return settings();
    case Glyph::Search:
        return search();
    case Glyph::Ticket:
        return ticket();
    case Glyph::Tick:
        return tick();
    case Glyph::Cross:
        return cross();
    case Glyph::Warning:
        return warning();
    case Glyph::Info:
        return info();
    case Glyph::Error:
        return error();
    case Glyph::Offline:
        return offline();
    case Glyph::Printer:
        return printer();
    case Glyph::Lock:
        return lock();
    case Glyph::Hold:
        return hold();
    case Glyph::Next:
    case Glyph::Back:
        return next();
    case Glyph::Cash:
        return cash();
    case Glyph::Key:
        return key();
    case Glyph::Language:
        return language();
    case Glyph::Contrast:
        return contrastDisc();
    case Glyph::Drawer:
        return drawer();
    case Glyph::None:
        break;
    }
    return {};
}

} // namespace

void paintGlyph(
    QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour, Qt::LayoutDirection direction)
{
    if (glyph == Glyph::None) return;
    const double side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(side / 24, side / 24);
    const bool backwards = (glyph == Glyph::Back) != (direction == Qt::RightToLeft);
    if ((glyph == Glyph::Next || glyph == Glyph::Back) && backwards) painter.scale(-1, 1);
    painter.translate(-12, -12);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(glyph));
    painter.restore();
}

} // namespace sanad
