#pragma once

#include "ui/people/set_up_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace sanad {

class CodeView;
class FieldRow;
class KeyButton;
class Label;

/// For an owner who forgot: the printed code, a new password and PIN, then the next code to note.
class RecoveryPage : public Page {
    Q_OBJECT

public:
    explicit RecoveryPage(SetUpPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    void finished();
    /// The new code is wanted on paper.
    void printWanted(const QString& code);

protected:
    void retranslate() override;

private:
    void submit();

    SetUpPresenter& m_presenter;
    QStackedWidget* m_stack;
    CodeView* m_code;
    Label* m_title;
    Label* m_advice;
    QLineEdit* m_user;
    QLineEdit* m_printed;
    QLineEdit* m_password;
    QLineEdit* m_again;
    QLineEdit* m_pin;
    std::vector<FieldRow*> m_rows;
    KeyButton* m_recover;
};

} // namespace sanad
