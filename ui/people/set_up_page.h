#pragma once

#include "ui/people/set_up_presenter.h"
#include "ui/shell/page.h"

class QCheckBox;
class QLineEdit;
class QStackedWidget;

namespace sanad {

class CodeView;
class FieldRow;
class KeyButton;
class Label;

/// The first run: centre, counters, owner, and the recovery code to note.
class SetUpPage : public Page {
    Q_OBJECT

public:
    explicit SetUpPage(SetUpPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    /// Somebody can sign in.
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
    Label* m_owner;
    QLineEdit* m_nameAr;
    QLineEdit* m_nameEn;
    QLineEdit* m_licence;
    QLineEdit* m_phone;
    QLineEdit* m_counters;
    QLineEdit* m_user;
    QLineEdit* m_ownerAr;
    QLineEdit* m_ownerEn;
    QLineEdit* m_password;
    QLineEdit* m_again;
    QLineEdit* m_pin;
    QCheckBox* m_catalogue;
    std::vector<FieldRow*> m_rows; ///< In the order of the fields above.
    KeyButton* m_make;
    KeyButton* m_restore;
};

} // namespace sanad
