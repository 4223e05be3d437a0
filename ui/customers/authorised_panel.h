#pragma once

#include "ui/customers/authorised_presenter.h"

#include <QWidget>

class QLineEdit;

namespace sanad {

class DataTable;
class DateEdit;
class EmptyState;
class FieldRow;
class KeyButton;
class Label;

/// Who may sign for a company: the list, and below it whom to add or renew.
class AuthorisedPanel : public QWidget {
    Q_OBJECT

public:
    explicit AuthorisedPanel(AuthorisedPresenter& presenter, QWidget* parent = nullptr);

    void authorise();
    /// Goes on where it was left.
    void resume();
    void withdraw();
    /// What is typed to find a person by.
    QString wanted() const;
    void retranslate();

Q_SIGNALS:
    /// The person is to be made, begun with wanted().
    void newPersonWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void refresh();
    void showPerson();

    AuthorisedPresenter& m_presenter;
    Label* m_title;
    DataTable* m_list;
    EmptyState* m_nobody;
    QLineEdit* m_search;
    FieldRow* m_searchRow;
    Label* m_found;
    QLineEdit* m_role;
    FieldRow* m_roleRow;
    DateEdit* m_until;
    FieldRow* m_untilRow;
    KeyButton* m_add;
    KeyButton* m_withdraw;
    KeyButton* m_new;
};

} // namespace sanad
