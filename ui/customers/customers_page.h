#pragma once

#include "ui/customers/customers_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace sanad {

class AuthorisedPanel;
class AuthorisedPresenter;
class ChangeForm;
class ChangePresenter;
class ConsentPanel;
class ConsentPresenter;
class CustomerMatches;
class DataTable;
class EmptyState;
class Label;
class MergePanel;
class MergePresenter;
class NewCustomerForm;

/// Matches, a new customer, what was done for one before, the change of a record, who may sign for a
/// company, and what they consented to.
class CustomersPage : public Page {
    Q_OBJECT

public:
    CustomersPage(CustomersPresenter& presenter, ConsentPresenter& consent, QWidget* parent = nullptr);

    /// At the matches; for a child at hand without its guardian's consent, at that. Whose desk was locked
    /// goes on where they were; a change that is not saved waits under its key.
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
    bool inChange() const;
    bool inAuthorised() const;
    bool inMerge() const;
    void openMerge();
    /// Who may sign, for a match that is a company.
    void openAuthorised();
    void toSearch();
    /// The guardian of the child whose consent is open becomes a customer first.
    void beginGuardian();
    /// Somebody was made or found for what is open behind the form.
    void taken(CustomerId person);
    /// From the form of a new person back to what it was made for.
    void backFromForm();
    void openConsent(CustomerId customer);
    /// The record of the match; what was typed there before and is not saved is still in it.
    void openChange();
    /// What the form of a new person is about: the same words, or the same ticket without any.
    QString aboutOf(const QString& place, const QString& words) const;
    void show(QWidget* panel);
    void backToMatches();
    /// What was told of another level no longer stands over this one.
    void clearMessage();

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
    ChangePresenter* m_changes;
    ChangeForm* m_change;
    AuthorisedPresenter* m_signatories;
    AuthorisedPanel* m_authorised;
    MergePresenter* m_merges;
    MergePanel* m_merge;
    std::vector<PastTransaction> m_shown;
    StaffId m_staff; ///< Who was signed in last.
    bool m_enterWaits = false;
    bool m_locked = false; ///< With this page in front.
    bool m_forGuardian = false; ///< The form's new person is a guardian, not one who signs.
};

} // namespace sanad
