#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

#include <QFrame>

class QHBoxLayout;

namespace sanad {

class KeyButton;

/// A message across the page: icon, sentence, and the code of an error to copy. Hidden while empty.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr, TextSize size = TextSize::Body);

    void show(Tone tone, const QString& text, const QString& code = {});
    /// As show(), following the language.
    void tell(Tone tone, Words words, const QString& code = {});
    void clear();
    QString text() const { return m_text->plainText(); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void display(Tone tone, const QString& text, const QString& code);

    Tone m_tone = Tone::Plain;
    Words m_words;
    Label* m_text;
    Label* m_code;
    int m_room; ///< Above and below the sentence, before zoom.
};

} // namespace sanad
