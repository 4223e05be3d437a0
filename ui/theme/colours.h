#pragma once

#include <QColor>
#include <QPalette>

namespace sanad {

enum class Scheme { Light, Dark };

/// What a message or mark means. Shown by colour together with an icon and a word, never by colour alone.
enum class Tone { Plain, Success, Warning, Error };

/// The colours of one scheme. Text pairs reach a contrast of 4.5, `border` and `primary` 3 against `surface`
/// and `window`; `hairline`, `hover` and `selection` only decorate and carry no meaning.
struct Colours {
    QColor surface, window;
    QColor text, secondary, disabled;
    QColor border, hairline, hover, selection;
    QColor primary, onPrimary, primaryPressed;
    QColor error, errorTint, warning, warningTint, success, successTint;

    QColor ink(Tone tone) const;
    QColor tint(Tone tone) const;
};

const Colours& coloursOf(Scheme scheme);

/// Every role of every group: Fusion's dark check boxes vanish when one is left out.
QPalette paletteOf(const Colours& colours);

/// Contrast of two colours by WCAG 2: 1…21.
double contrast(const QColor& one, const QColor& other);

} // namespace sanad
