#pragma once

#include "ui/privacy/privacy_presenter.h"
#include "ui/shell/page.h"

class QComboBox;
class QLineEdit;

namespace sanad {

class DataTable;
class EmptyState;
class FieldRow;
class KeyButton;
class Label;

/// For owner and manager: what people asked with the days that are left, breaches with the hours, and what
/// can be done for one customer: take a request, give a copy, restrict, erase.
class PrivacyPage : public Page {
    Q_OBJECT

public:
    explicit PrivacyPage(PrivacyPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    void build();
    void connectButtons();
    void refresh();
    void showMatches();
    void enableButtons();
    /// The customer chosen among the matches; none when nobody is.
    CustomerId customer() const;
    void askErasure();
    void close(RequestState state);
    QString kindText(RequestKind kind) const;

    PrivacyPresenter& m_presenter;
    Label* m_summary;
    DataTable* m_requests;
    EmptyState* m_noRequests;
    QLineEdit* m_answer;
    FieldRow* m_answerRow;
    KeyButton* m_answered;
    KeyButton* m_refused;
    Label* m_breachTitle;
    DataTable* m_breaches;
    EmptyState* m_noBreaches;
    KeyButton* m_reported;
    KeyButton* m_told;
    KeyButton* m_closed;
    QLineEdit* m_search;
    FieldRow* m_searchRow;
    DataTable* m_matches;
    Label* m_state;
    QComboBox* m_kind;
    FieldRow* m_kindRow;
    QLineEdit* m_words;
    FieldRow* m_wordsRow;
    KeyButton* m_take;
    KeyButton* m_copy;
    KeyButton* m_restrict;
    KeyButton* m_erase;
    KeyButton* m_breach;
    KeyButton* m_notice;
    KeyButton* m_keeping;
};

} // namespace sanad
