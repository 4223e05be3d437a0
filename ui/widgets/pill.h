#pragma once

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/widgets/painted.h"

#include <QWidget>

namespace sanad {

/// A state in a word with its icon, on the tint of its tone. Where there is no room the word is elided at its
/// end or left out; it is then the tooltip.
class Pill : public QWidget, public Painted {
    Q_OBJECT

public:
    explicit Pill(QWidget* parent = nullptr);

    void show(Tone tone, Glyph glyph, const QString& text);
    const QString& text() const { return m_text; }
    /// The icon alone, as long as there is one.
    void setIconOnly(bool iconOnly);
    /// At most so wide, but never narrower than a few letters; 0 for as wide as the word.
    void setMostWidth(int width);
    Tone tone() const { return m_tone; }

    QAccessible::Role accessibleRole() const override { return QAccessible::StaticText; }
    QStringList accessibleParts() const override { return {m_text}; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool isIconOnly() const { return m_iconOnly && m_glyph != Glyph::None; }
    int wholeWidth() const;
    void sayWhole();

    QString m_text;
    Tone m_tone = Tone::Plain;
    Glyph m_glyph = Glyph::None;
    bool m_iconOnly = false;
    int m_mostWidth = 0;
};

} // namespace sanad
