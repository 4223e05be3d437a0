#pragma once

#include "ui/people/sign_in_presenter.h"
#include "ui/shell/page.h"

#include <QTimer>

class QComboBox;
class QLineEdit;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;
class MoneyEdit;

/// Clerk, password (or PIN once somebody signed in), counter, opening float. After a failed try it counts the
/// wait down; who forgot finds the way from here.
class SignInPage : public Page {
    Q_OBJECT

public:
    SignInPage(SignInPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(const SignInChoices& choices);
    /// Nobody is chosen, and that is said.
    bool lacksClerk();
    void submit();
    void next(QWidget* from);
    void refuse(const Error& error);
    void showWait();

    SignInPresenter& m_presenter;
    SignInChoices m_choices;
    QWidget* m_card;
    Label* m_title;
    Label* m_centre;
    QComboBox* m_clerk;
    QLineEdit* m_secret;
    QComboBox* m_counter;
    MoneyEdit* m_float;
    FieldRow* m_clerkRow;
    FieldRow* m_secretRow;
    FieldRow* m_counterRow;
    FieldRow* m_floatRow;
    KeyButton* m_enter;
    KeyButton* m_forgot;
    KeyButton* m_restore;
    QTimer m_second;
    int m_wait = 0; ///< Seconds until the next try is looked at.
};

} // namespace sanad
