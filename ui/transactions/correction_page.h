#pragma once

#include "ui/forms/form_view.h"
#include "ui/shell/page.h"
#include "ui/transactions/correction_presenter.h"

namespace sanad {

class FormEditor;
class KeyButton;
class Label;

/// The form of what was sent back, with the reasons beside the fields; Ctrl+Enter checks it and sends it
/// again.
class CorrectionPage : public Page {
    Q_OBJECT

public:
    explicit CorrectionPage(CorrectionPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;
    /// Null when the form has none of that name. For tests.
    FormEditor* editor(const QString& field) const;

protected:
    void retranslate() override;

private:
    void build();
    void showReasons();
    void showFaults(FormView::Attention attention);

    CorrectionPresenter& m_presenter;
    Label* m_title;
    Label* m_reason;
    FormView* m_view;
    KeyButton* m_send;
    std::vector<FormFault> m_faults; ///< Ours, of the last check; none: the portal's reasons show.
};

} // namespace sanad
