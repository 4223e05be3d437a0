#pragma once

#include <QDate>
#include <QDialog>

#include <functional>

namespace sanad {

class DateEdit;
class FieldRow;

/// Asks when the paper of a new scan expires; empty for one that does not. A day that is over is asked about
/// once more. Esc keeps nothing.
class ExpiryDialog : public QDialog {
    Q_OBJECT

public:
    /// `given` is called with the day, invalid for none.
    static void ask(QWidget* over, const QString& paper, std::function<void(const QDate&)> given);

Q_SIGNALS:
    void given(const QDate& expiry);

private:
    ExpiryDialog(QWidget* over, const QString& paper);
    void submit();

    DateEdit* m_date;
    FieldRow* m_row;
    QDate m_confirmed; ///< Over, and told so.
};

} // namespace sanad
