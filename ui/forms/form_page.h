#pragma once

#include "ui/forms/form_presenter.h"
#include "ui/forms/form_view.h"
#include "ui/shell/page.h"

namespace sanad {

class FormEditor;
class Label;

/// The form of a service, built from its schema and layout.
class FormPage : public Page {
    Q_OBJECT

public:
    FormPage(FormPresenter& presenter, CurrentVisit& visit, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;
    /// The editor of a field, null when the form has none of that name. For tests.
    FormEditor* editor(const QString& field) const;
    QStringList visibleFields() const;

protected:
    void retranslate() override;

private:
    void build();
    void showFaults(const std::vector<FormFault>& faults, FormView::Attention attention);

    FormPresenter& m_presenter;
    CurrentVisit& m_visit;
    Label* m_title;
    Label* m_saved;
    FormView* m_view;
    TransactionId m_shown;
    QDateTime m_savedAt;
    std::vector<FormFault> m_faults;
};

} // namespace sanad
