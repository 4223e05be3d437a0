#pragma once

#include "ui/customers/customers_presenter.h"

#include <QWidget>

class QComboBox;

namespace sanad {

class AlikeTable;
class Banner;
class FieldRow;
class Label;
class LtrEdit;
class NameEdit;

/// Name, identifier, mobile: what a new customer needs; the rest later. Doubts are shown beside the field and
/// can be confirmed with the same key.
class NewCustomerForm : public QWidget {
    Q_OBJECT

public:
    explicit NewCustomerForm(CustomersPresenter& presenter, QWidget* parent = nullptr);

    /// Shows what is known of somebody who is not yet a customer.
    void begin(const Customer& known, CustomersPresenter::Use use = CustomersPresenter::Use::Visit);
    CustomersPresenter::Use use() const { return m_use; }
    /// Holds nothing that was typed any more.
    void forget();
    void submit();
    /// The customer who has the same number; none while no warning stands.
    CustomerId existing() const { return m_existing; }

Q_SIGNALS:
    /// Of those who may be the same, this one is meant, for elsewhere than the visit.
    void picked(sanad::CustomerId existing);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void judge();
    void clearWarnings();
    void pick(CustomerId existing);
    Customer draft() const;
    QString identifierKind() const;

    CustomersPresenter& m_presenter;
    Label* m_title;
    Banner* m_warning;
    AlikeTable* m_alike;
    QComboBox* m_kind;
    NameEdit* m_name;
    LtrEdit* m_identifier;
    LtrEdit* m_phone;
    FieldRow* m_kindRow;
    FieldRow* m_nameRow;
    FieldRow* m_identifierRow;
    FieldRow* m_phoneRow;
    CustomersPresenter::Use m_use = CustomersPresenter::Use::Visit;
    CustomerId m_existing;
    bool m_certain = false;
    bool m_asked = false; ///< A warning stands; the same key confirms it.
};

} // namespace sanad
