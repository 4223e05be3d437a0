#include "ui/printing/print_style.h"

#include "ui/fonts/bundled_fonts.h"

namespace sanad {

namespace {

constexpr qreal kPointsPerMillimetre = 72.0 / 25.4;

/// Unhinted, so that a line is as wide on paper as where it was measured.
QFont printFont(int pixelSize, bool bold)
{
    loadBundledFonts();
    QFont font;
    font.setFamilies(bundledFamilies());
    font.setPixelSize(pixelSize);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

PrintStyle paperStyle(QSizeF page, qreal amountWidth)
{
    const QColor text(0x1A, 0x1F, 0x24);
    const QColor secondary(0x4A, 0x55, 0x60);
    PrintStyle style;
    style.faces = {PrintFace{printFont(9, false), 13, secondary}, PrintFace{printFont(10, false), 14, text},
        PrintFace{printFont(10, false), 14, secondary}, PrintFace{printFont(10, true), 14, text},
        PrintFace{printFont(14, true), 20, text}, PrintFace{printFont(14, true), 20, text},
        PrintFace{printFont(40, true), 52, text}};
    style.page = page;
    style.margin = 10 * kPointsPerMillimetre;
    style.thin = 0.6;
    style.module = 1.5;
    style.cell = 3.5;
    style.amountWidth = amountWidth;
    style.narrowest = 150;
    style.border = QColor(0xB8, 0xC0, 0xC8);
    style.shade = QColor(0xF0, 0xF3, 0xF5);
    return style;
}

} // namespace

const PrintStyle& a5Style()
{
    static const PrintStyle style = paperStyle(QSizeF(148, 210) * kPointsPerMillimetre, 58);
    return style;
}

const PrintStyle& a4Style()
{
    static const PrintStyle style = paperStyle(QSizeF(210, 297) * kPointsPerMillimetre, 70);
    return style;
}

const PrintStyle& thermalStyle()
{
    static const PrintStyle style = [] {
        PrintStyle made;
        made.faces = {PrintFace{printFont(24, false), 34, Qt::black},
            PrintFace{printFont(25, false), 36, Qt::black}, PrintFace{printFont(24, false), 34, Qt::black},
            PrintFace{printFont(26, true), 38, Qt::black}, PrintFace{printFont(34, true), 50, Qt::black},
            PrintFace{printFont(40, true), 58, Qt::black}, PrintFace{printFont(120, true), 160, Qt::black}};
        made.page = QSizeF(576, 0);
        made.margin = 12;
        made.thin = 2;
        made.module = 6;
        made.cell = 6;
        made.amountWidth = 130;
        made.narrowest = 250;
        made.border = Qt::black;
        made.dots = true;
        return made;
    }();
    return style;
}

} // namespace sanad
