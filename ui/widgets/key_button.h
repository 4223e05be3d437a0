#pragma once

#include "ui/theme/icons.h"

#include <QPushButton>

namespace sanad {

/// A push button that shows its key in a cap behind the words. The key is shown only: what it does is bound
/// in one place, the window's keyboard map.
class KeyButton : public QPushButton {
    Q_OBJECT

public:
    enum class Kind { Plain, Primary, Quiet };

    explicit KeyButton(Kind kind = Kind::Plain, QWidget* parent = nullptr);
    KeyButton(const QString& text, const QString& key, Kind kind = Kind::Plain, QWidget* parent = nullptr);

    /// `key` as printed on a keyboard: `F2`, `Ctrl+Enter`.
    void setKey(const QString& key);
    const QString& key() const { return m_key; }
    void setGlyph(Glyph glyph);
    /// Stands at the start side and fills the width: rows of the rail and lists of choices.
    void setWide(bool wide);
    /// Words alone, in as many lines as the width asks for.
    void setWrapping(bool wrapping);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    /// Enter that is held down acts once.
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
    Glyph m_glyph = Glyph::None;
    Kind m_kind;
    bool m_wide = false;
    bool m_wrapping = false;
};

/// Draws a key cap of `key` into `box`.
void paintKeyCap(
    QPainter& painter, const QString& key, const QRect& box, const QColor& ink, const QColor& line);
/// The width that paintKeyCap needs.
int keyCapWidth(const QString& key);

} // namespace sanad
