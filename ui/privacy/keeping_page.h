#pragma once

#include "ui/privacy/keeping_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;

namespace sanad {

class DataTable;
class FieldRow;
class KeyButton;
class Label;

/// For owner and manager: how long each kind of paper is kept, what is past its time and goes when they say
/// so, and the permit for kinds of data that may not be kept without one.
class KeepingPage : public Page {
    Q_OBJECT

public:
    explicit KeepingPage(KeepingPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    const KeepingRow* chosen() const;
    void refresh();
    void showChosen();
    void saveRule();
    /// What is removed is gone for good, so the first press only says what that is.
    void purge();
    void showDue();

    KeepingPresenter& m_presenter;
    DataTable* m_rules;
    Label* m_chosen;
    QLineEdit* m_months;
    FieldRow* m_monthsRow;
    KeyButton* m_save;
    Label* m_due;
    KeyButton* m_purge;
    QLineEdit* m_permit;
    FieldRow* m_permitRow;
    Label* m_permitNote;
    KeyButton* m_savePermit;
    bool m_sure = false;
};

} // namespace sanad
