#pragma once

#include <QProxyStyle>

namespace sanad {

/// Fusion with our own frames, buttons, marks and focus ring. Mnemonics are never underlined: the line
/// breaks the joining of Arabic letters.
///
/// Widgets are told apart by dynamic properties: `kind` of a button ("primary", "quiet"), `fault` of an edit
/// ("warn", "block").
class SanadStyle : public QProxyStyle {
    Q_OBJECT

public:
    SanadStyle();

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returned) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
        const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
};

} // namespace sanad
