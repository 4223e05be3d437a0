#pragma once

#include "ui/people/staff_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;

/// One's own password and PIN, changed by who knows the old one.
class SecretsPage : public Page {
    Q_OBJECT

public:
    explicit SecretsPage(StaffPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;

protected:
    void retranslate() override;

private:
    struct Part {
        Label* title;
        QLineEdit* fields[3]; ///< Old, new, new again.
        FieldRow* rows[3];
        KeyButton* change;
    };
    Part makePart();
    void submit(Part& part, bool password);

    StaffPresenter& m_presenter;
    Part m_password, m_pin;
};

} // namespace sanad
