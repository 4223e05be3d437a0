#pragma once

#include "ui/customers/consent_presenter.h"

#include <QWidget>

class QLineEdit;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;

/// One customer's consent: what stands, the words to read out, and the guardian of a child.
class ConsentPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConsentPanel(ConsentPresenter& presenter, QWidget* parent = nullptr);

    /// Records the consent, unless the guardian of a child is still to be found.
    void agree();
    void withdraw();
    /// Who is wanted as the guardian of the child, as far as typed; nothing for anybody else.
    std::optional<QString> wantedGuardian() const;
    void retranslate();

private:
    void refresh();
    void showGuardian();
    QString standing(const ConsentState& state) const;

    ConsentPresenter& m_presenter;
    Label* m_name;
    Label* m_standing;
    Label* m_advice;
    Label* m_text;
    QLineEdit* m_guardian;
    FieldRow* m_guardianRow;
    Label* m_found;
    KeyButton* m_agree;
    KeyButton* m_withdraw;
};

} // namespace sanad
