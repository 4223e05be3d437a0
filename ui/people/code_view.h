#pragma once

#include <QWidget>

class QLineEdit;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;

/// The recovery code, shown this once: to be written down or printed, and typed back in part to show that it
/// was.
class CodeView : public QWidget {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    void show(const QString& code);
    /// Asks for the code on paper, while it is shown.
    void print();
    void retranslate();

Q_SIGNALS:
    /// The code was noted.
    void confirmed();
    void printWanted(const QString& code);

private:
    void confirm();

    QString m_code;
    Label* m_title;
    Label* m_shown;
    Label* m_advice;
    QLineEdit* m_back;
    FieldRow* m_backRow;
    KeyButton* m_print;
    Label* m_warning;
    KeyButton* m_done;
};

} // namespace sanad
