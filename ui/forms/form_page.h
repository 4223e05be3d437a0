#pragma once

#include "ui/forms/form_presenter.h"
#include "ui/shell/page.h"

class QScrollArea;

namespace sanad {

class ErrorSummary;
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
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Section {
        FormSection section;
        QWidget* box;
        Label* title;
        std::vector<FormEditor*> editors;
    };
    void build();
    Section makeSection(const FormSection& section);
    void showAnswers();
    void showVisibility();
    void showFaults(const std::vector<FormFault>& faults);
    void placeCaret();
    void moveOn(FormEditor* from);
    void noteCaret();
    FormEditor* focused() const;
    std::vector<FormEditor*> typed() const;

    FormPresenter& m_presenter;
    CurrentVisit& m_visit;
    Label* m_title;
    Label* m_saved;
    ErrorSummary* m_summary;
    QScrollArea* m_scroll;
    TransactionId m_shown;
    std::vector<Section> m_sections;
    std::vector<FormFault> m_faults;
};

} // namespace sanad
