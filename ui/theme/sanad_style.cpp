#include "ui/theme/sanad_style.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr double kRadius = 6;
constexpr double kFocusWidth = 2;

const Colours& colours()
{
    return Theme::instance().colours();
}

bool is(const QStyleOption* option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QString ownProperty(const QWidget* widget, const char* name)
{
    return widget ? widget->property(name).toString() : QString();
}

/// A rounded frame whose line lies wholly inside `box`.
void frame(QPainter* painter, const QRectF& box, const QColor& fill, const QColor& line, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

void button(QPainter* painter, const QStyleOption* option, const QWidget* widget)
{
    const auto& c = colours();
    const auto kind = ownProperty(widget, "kind");
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool down = is(option, QStyle::State_Sunken);
    const bool on = is(option, QStyle::State_On);
    const bool hover = enabled && is(option, QStyle::State_MouseOver);
    QColor fill = c.surface;
    QColor line = enabled ? c.border : c.hairline;
    if (kind == u"primary"_s) {
        fill = !enabled ? c.hover : (down || hover) ? c.primaryPressed : c.primary;
        line = enabled ? QColor() : c.hairline;
    } else if (kind == u"quiet"_s) {
        fill = down || on ? c.selection : hover ? c.hover : QColor();
        line = QColor();
    } else {
        fill = down || on ? c.selection : hover ? c.hover : enabled ? c.surface : c.window;
        if (on) line = c.primary;
    }
    frame(painter, option->rect, fill, line, 1);
    if (!is(option, QStyle::State_HasFocus)) return;
    if (kind == u"primary"_s) {
        // Apart from the fill, so that the ring is seen on a button of the same colour.
        frame(painter, option->rect, {}, c.primary, kFocusWidth);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(c.onPrimary, kFocusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(3, 3, -3, -3), kRadius - 2, kRadius - 2);
        painter->restore();
    } else {
        frame(painter, option->rect, {}, c.primary, kFocusWidth);
    }
}

void edit(QPainter* painter, const QStyleOption* option, const QWidget* widget)
{
    const auto& c = colours();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool writable = !is(option, QStyle::State_ReadOnly);
    const bool focus = is(option, QStyle::State_HasFocus);
    const auto fault = ownProperty(widget, "fault");
    QColor line = enabled && writable ? c.border : c.hairline;
    if (fault == u"block"_s) line = c.error;
    if (fault == u"warn"_s) line = c.warning;
    if (focus && fault.isEmpty()) line = c.primary;
    frame(painter, option->rect, enabled && writable ? c.surface : c.window, line, focus ? kFocusWidth : 1);
}

void checkMark(QPainter* painter, const QStyleOption* option)
{
    const auto& c = colours();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool set = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = enabled ? c.primary : c.disabled;
    painter->setPen(QPen(set ? ink : enabled ? c.border : c.hairline, 1.5));
    painter->setBrush(set ? ink : c.surface);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
    painter->restore();
    if (set) paintGlyph(*painter, Glyph::Tick, QRectF(option->rect).adjusted(3, 3, -3, -3), c.onPrimary);
}

void radioMark(QPainter* painter, const QStyleOption* option)
{
    const auto& c = colours();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool set = is(option, QStyle::State_On);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = enabled ? c.primary : c.disabled;
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->setPen(QPen(set ? ink : enabled ? c.border : c.hairline, 1.5));
    painter->setBrush(c.surface);
    painter->drawEllipse(box);
    if (set) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        const double inset = box.width() / 4;
        painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

} // namespace

SanadStyle::SanadStyle()
    : QProxyStyle(u"fusion"_s)
{
}

int SanadStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animate:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_FormLayoutWrapPolicy:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

int SanadStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(22);
    case PM_ScrollBarExtent:
        return px(12);
    case PM_ScrollBarSliderMin:
        return px(32);
    case PM_LayoutHorizontalSpacing:
        return px(12);
    case PM_LayoutVerticalSpacing:
        return px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return px(16);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return px(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return px(10);
    case PM_DefaultFrameWidth:
        return 1;
    case PM_TextCursorWidth:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize SanadStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.rwidth() += px(16);
        [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(std::max(result.height(), px(38)));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(std::max(result.height(), px(34)));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), px(36)));
        break;
    default:
        break;
    }
    return result;
}

QRect SanadStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        return option->rect.adjusted(px(8), 1, -px(8), -1);
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect SanadStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        switch (sub) {
        case SC_ScrollBarAddLine:
        case SC_ScrollBarSubLine:
            return {};
        case SC_ScrollBarGroove:
            return option->rect;
        case SC_ScrollBarSlider: {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const auto range = static_cast<qint64>(bar->maximum) - bar->minimum;
            int slider = length;
            if (range > 0)
                slider = std::max(
                    px(32), static_cast<int>(qint64{bar->pageStep} * length / (range + bar->pageStep)));
            slider = std::min(slider, length);
            const int start = sliderPositionFromValue(
                bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
            const QRect box = upright
                ? QRect(bar->rect.x(), bar->rect.y() + start, bar->rect.width(), slider)
                : QRect(bar->rect.x() + start, bar->rect.y(), slider, bar->rect.height());
            return upright ? box : visualRect(bar->direction, bar->rect, box);
        }
        default:
            break;
        }
    }
    if (control == CC_ComboBox) {
        const QRect box = option->rect;
        const int arrow = px(32);
        switch (sub) {
        case SC_ComboBoxArrow:
            return visualRect(
                option->direction, box, QRect(box.right() - arrow, box.y(), arrow, box.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, box, box.adjusted(px(10), 1, -arrow, -1));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void SanadStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto& c = colours();
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        button(painter, option, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameLineEdit:
    case PE_FrameButtonTool:
        return;
    case PE_PanelLineEdit:
        // The line edit of a combo has no frame of its own.
        if (const auto* framed = qstyleoption_cast<const QStyleOptionFrame*>(option);
            framed && framed->lineWidth > 0)
            edit(painter, option, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        checkMark(painter, option);
        return;
    case PE_IndicatorRadioButton:
        radioMark(painter, option);
        return;
    case PE_FrameFocusRect:
        if (widget && widget->property("ownFocus").toBool()) return;
        frame(painter, option->rect, {}, c.primary, kFocusWidth);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
        // A list that hangs over the page stands out from it.
        frame(painter, option->rect, {}, widget && widget->isWindow() ? c.border : c.hairline, 1);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem: {
        const bool selected = is(option, State_Selected);
        if (selected || is(option, State_MouseOver))
            painter->fillRect(option->rect, selected ? c.selection : c.hover);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SanadStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto& c = colours();
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* push = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            proxy()->drawPrimitive(PE_PanelButtonCommand, push, painter, widget);
            return;
        }
        break;
    case CE_PushButton:
        if (const auto* push = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            // The bevel draws the focus ring itself.
            drawControl(CE_PushButtonBevel, push, painter, widget);
            QStyleOptionButton label = *push;
            if (ownProperty(widget, "kind") == u"primary"_s && is(option, State_Enabled))
                label.palette.setColor(QPalette::ButtonText, c.onPrimary);
            QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection: {
        painter->fillRect(option->rect, c.window);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.hairline);
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, c.window);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.hairline);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            painter->save();
            painter->setPen(c.secondary);
            painter->setFont(Theme::instance().font(TextSize::Small));
            const auto alignment = header->textAlignment.testFlag(Qt::AlignAbsolute)
                ? header->textAlignment
                : visualAlignment(header->direction, header->textAlignment);
            painter->drawText(header->rect.adjusted(px(10), 0, -px(10), 0),
                static_cast<int>(alignment) | Qt::AlignVCenter | Qt::TextSingleLine, header->text);
            painter->restore();
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SanadStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto& c = colours();
    if (control == CC_ComboBox) {
        edit(painter, option, widget);
        const QRectF arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const QPointF middle = arrow.center();
        const double half = px(5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(is(option, State_Enabled) ? c.secondary : c.disabled, 1.8, Qt::SolidLine,
            Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{{middle.x() - half, middle.y() - half / 2},
            {middle.x(), middle.y() + half / 2}, {middle.x() + half, middle.y() - half / 2}});
        painter->restore();
        return;
    }
    if (control == CC_ScrollBar) {
        painter->fillRect(option->rect, widget && widget->parentWidget() ? c.surface : c.window);
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar->maximum <= bar->minimum) return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(is(option, State_MouseOver) || is(option, State_Sunken) ? c.secondary : c.border);
        const QRectF slider =
            QRectF(subControlRect(control, option, SC_ScrollBarSlider, widget)).adjusted(3, 3, -3, -3);
        painter->drawRoundedRect(slider, 3, 3);
        painter->restore();
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace sanad
