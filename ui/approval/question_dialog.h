#pragma once

#include <QDialog>

#include <functional>

namespace sanad {

/// A question that somebody answers on the spot: the act, or Esc, which is where the focus is.
class QuestionDialog : public QDialog {
    Q_OBJECT

public:
    /// Asks over the window of `over`; `act` is called when it is wanted.
    static void ask(QWidget* over, const QString& title, const QString& question, const QString& yes,
        std::function<void()> act);

private:
    QuestionDialog(QWidget* over, const QString& title, const QString& question, const QString& yes);
};

} // namespace sanad
