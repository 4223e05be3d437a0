#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace sanad {

QColor Colours::ink(Tone tone) const
{
    switch (tone) {
    case Tone::Success:
        return success;
    case Tone::Warning:
        return warning;
    case Tone::Error:
        return error;
    case Tone::Plain:
        break;
    }
    return secondary;
}

QColor Colours::tint(Tone tone) const
{
    switch (tone) {
    case Tone::Success:
        return successTint;
    case Tone::Warning:
        return warningTint;
    case Tone::Error:
        return errorTint;
    case Tone::Plain:
        break;
    }
    return window;
}

const Colours& coloursOf(Scheme scheme)
{
    static const Colours light{
        .surface = QColor(0xFFFFFF),
        .window = QColor(0xF4F6F8),
        .text = QColor(0x1A1F24),
        .secondary = QColor(0x4A5560),
        .disabled = QColor(0x6B7782),
        .border = QColor(0x7A8793),
        .hairline = QColor(0xD9DFE4),
        .hover = QColor(0xEAEFF2),
        .selection = QColor(0xDCEDF0),
        .primary = QColor(0x0B5C6B),
        .onPrimary = QColor(0xFFFFFF),
        .primaryPressed = QColor(0x084651),
        .error = QColor(0xA8201A),
        .errorTint = QColor(0xFDECEA),
        .warning = QColor(0x7A4B00),
        .warningTint = QColor(0xFFF4DC),
        .success = QColor(0x1B6B3A),
        .successTint = QColor(0xE7F5EC),
    };
    static const Colours dark{
        .surface = QColor(0x1E242A),
        .window = QColor(0x14181C),
        .text = QColor(0xEEF1F4),
        .secondary = QColor(0xB4BEC8),
        .disabled = QColor(0x8A95A0),
        .border = QColor(0x7C8893),
        .hairline = QColor(0x333C45),
        .hover = QColor(0x28313A),
        .selection = QColor(0x1D3E46),
        .primary = QColor(0x5CC4D6),
        .onPrimary = QColor(0x06262C),
        .primaryPressed = QColor(0x86D6E4),
        .error = QColor(0xFF9A92),
        .errorTint = QColor(0x3A1A18),
        .warning = QColor(0xF5C469),
        .warningTint = QColor(0x362A10),
        .success = QColor(0x7FD6A0),
        .successTint = QColor(0x12301F),
    };
    return scheme == Scheme::Dark ? dark : light;
}

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& colour, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, colour);
        palette.setColor(QPalette::Inactive, role, colour);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, c.window, c.window);
    set(QPalette::WindowText, c.text, c.disabled);
    set(QPalette::Base, c.surface, c.window);
    set(QPalette::AlternateBase, c.window, c.window);
    set(QPalette::Text, c.text, c.disabled);
    set(QPalette::PlaceholderText, c.secondary, c.disabled);
    set(QPalette::Button, c.surface, c.window);
    set(QPalette::ButtonText, c.text, c.disabled);
    set(QPalette::BrightText, c.error, c.disabled);
    set(QPalette::Light, c.surface, c.surface);
    set(QPalette::Midlight, c.hairline, c.hairline);
    set(QPalette::Mid, c.border, c.hairline);
    set(QPalette::Dark, c.border, c.hairline);
    set(QPalette::Shadow, c.border, c.hairline);
    set(QPalette::Highlight, c.selection, c.hover);
    set(QPalette::HighlightedText, c.text, c.disabled);
    set(QPalette::Link, c.primary, c.disabled);
    set(QPalette::LinkVisited, c.primary, c.disabled);
    set(QPalette::ToolTipBase, c.surface, c.surface);
    set(QPalette::ToolTipText, c.text, c.text);
    return palette;
}

double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
            0.0722 * linear(colour.blueF());
    };
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)}); // by value
    return (light + 0.05) / (dark + 0.05);
}

} // namespace sanad
