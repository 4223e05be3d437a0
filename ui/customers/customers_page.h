#pragma once

#include "ui/customers/customers_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace sanad {

class ConsentPanel;
class ConsentPresenter;
class CustomerMatches;
class DataTable;
class EmptyState;
class Label;
class NewCustomerForm;

/// Matches, a new customer, what was done for one before, and what they consented to.
class CustomersPage : public Page {
    Q_OBJECT

public:
    CustomersPage(CustomersPresenter& presenter, ConsentPresenter& consent, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;
    /// Shows the form of a new customer, begun with what was searched.
    void beginNew(const QString& text);

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showHistory(const std::vector<PastTransaction>& transactions);
    bool inForm() const;
    bool inConsent() const;
    void openConsent();
    void backToMatches();

    CustomersPresenter& m_presenter;
    QLineEdit* m_search;
    QStackedWidget* m_stack;
    CustomerMatches* m_matches;
    Label* m_historyTitle;
    DataTable* m_history;
    EmptyState* m_noHistory;
    NewCustomerForm* m_form;
    ConsentPresenter& m_consents;
    ConsentPanel* m_consent;
    QWidget* m_consentPlace;
    std::vector<PastTransaction> m_shown;
    bool m_enterWaits = false;
};

} // namespace sanad
