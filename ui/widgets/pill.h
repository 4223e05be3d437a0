#pragma once

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/widgets/painted.h"

#include <QWidget>

namespace sanad {

/// A state in a word with its icon, on the tint of its tone.
class Pill : public QWidget, public Painted {
    Q_OBJECT

public:
    explicit Pill(QWidget* parent = nullptr);

    void show(Tone tone, Glyph glyph, const QString& text);
    const QString& text() const { return m_text; }
    Tone tone() const { return m_tone; }

    QAccessible::Role accessibleRole() const override { return QAccessible::StaticText; }
    QStringList accessibleParts() const override { return {m_text}; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Plain;
    Glyph m_glyph = Glyph::None;
};

} // namespace sanad
