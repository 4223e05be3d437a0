#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace sanad {

/// A label in one of the sizes of the theme. Plain text only; sentences wrap with a line height of 1.5.
class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(TextSize size = TextSize::Body, QWidget* parent = nullptr);
    explicit Label(const QString& text, TextSize size = TextSize::Body, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// The text as it was set, without markup.
    const QString& plainText() const { return m_text; }
    void setBold(bool bold);
    void setTone(Tone tone);
    /// Secondary text colour instead of the plain one.
    void setSecondary(bool secondary);
    /// Wraps at the width that the layout gives.
    void setWrapping(bool wrapping);
    /// Until it is called, the text stands at the start side, also when it holds only digits or Latin.
    void setAlignment(Qt::Alignment alignment);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void alignToStart();
    void showText();

    QString m_text;
    TextSize m_size;
    Tone m_tone = Tone::Plain;
    bool m_bold = false;
    bool m_secondary = false;
    bool m_wrapping = false;
    bool m_atStart = true;
};

} // namespace sanad
