#pragma once

#include "ui/cash/cash_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace sanad {

class CashMovePanel;
class CountGrid;
class DataTable;
class EmptyState;
class FieldRow;
class KeyButton;
class Label;
class LtrEdit;
class MoneyEdit;
class NameEdit;

/// Drawers and the close of a day. The list shows what waits; beside it the step that it needs next: opening
/// float, blind count, difference and reason, sign-off, day close. Ctrl+Enter
/// finishes each step; Ctrl+1 and Ctrl+2 put cash in and take it out.
class CashPage : public Page {
    Q_OBJECT

public:
    explicit CashPage(CashPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    /// What a row stands for; the same subject in the same state keeps what was typed for it.
    struct Subject {
        ShiftId shift;
        ShiftState state = ShiftState::Open;
        QDate day;
        bool operator==(const Subject&) const = default;
    };
    enum class Step { Nothing, Open, Count, Difference, Confirm, Move };

    QWidget* makeOpen();
    QWidget* makeCount();
    QWidget* makeDifference();
    QWidget* makeConfirm();
    void beginMove(CashDirection direction);
    /// Cash goes in and out where a drawer is open.
    bool mayMove() const;
    void refresh();
    void chosen(qint64 row);
    void go(Step step);
    void focusStep();
    void finish();
    void showDifference(Money counted, Money expected);
    void askConfirmation();
    const Shift* shift() const;
    QDate day() const;
    Subject subject() const;

    CashPresenter& m_presenter;
    DataTable* m_list;
    QStackedWidget* m_steps;
    EmptyState* m_nothing;
    Label* m_title;
    KeyButton *m_in, *m_out;
    CashMovePanel* m_move;
    MoneyEdit* m_float;
    FieldRow* m_floatRow;
    CountGrid* m_grid;
    Label *m_counted, *m_expected, *m_difference;
    NameEdit* m_reason;
    FieldRow* m_reasonRow;
    Label* m_confirmText;
    LtrEdit* m_user;
    FieldRow* m_userRow;
    QLineEdit* m_pin;
    FieldRow* m_pinRow;
    KeyButton* m_finish;
    Step m_step = Step::Nothing;
    Step m_beforeMove = Step::Nothing; ///< What Esc goes back to, with what was typed there.
    qint64 m_row = 0;
    Subject m_subject;
    Money m_countedAmount, m_expectedAmount;
};

} // namespace sanad
