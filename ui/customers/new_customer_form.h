#pragma once

#include "ui/customers/customers_presenter.h"

#include <QHash>
#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;

namespace sanad {

class AlikeTable;
class Banner;
class FieldRow;
class Label;
class LtrEdit;
class NameEdit;

/// Name, identifier, mobile: what a new customer needs; the rest later. Doubts are shown beside the field and
/// can be confirmed with the same key. What was typed waits until it is saved or forgotten.
class NewCustomerForm : public QWidget {
    Q_OBJECT

public:
    explicit NewCustomerForm(CustomersPresenter& presenter, QWidget* parent = nullptr);

    /// Shows what is known of somebody who is not yet a customer; or, where `about` was begun before and is
    /// not saved, that again, with the caret where it was.
    void begin(const QString& about, const Customer& known,
        CustomersPresenter::Use use = CustomersPresenter::Use::Visit);
    CustomersPresenter::Use use() const { return m_use; }
    /// Holds nothing that was typed any more, here or earlier.
    void forget();
    void submit();
    /// The customer who has the same number; none while no warning stands.
    CustomerId existing() const { return m_existing; }

Q_SIGNALS:
    /// Of those who may be the same, this one is meant, for elsewhere than the visit.
    void picked(sanad::CustomerId existing);
    /// Something is typed after a refusal.
    void corrected();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// All that a person sets here.
    struct Typed {
        int kind = 0;
        std::array<QString, 3> texts;
        std::array<int, 3> carets{};
        QWidget* field = nullptr; ///< Where the caret was.
        bool isSame(const Typed& other) const { return kind == other.kind && texts == other.texts; }
    };

    std::array<QLineEdit*, 3> edits() const;
    Typed typed() const;
    void fill(const Typed& typed);
    /// Puts by what is not saved, to come back to.
    void putBy();
    /// What is about `about` is done with.
    void drop(const QString& about);
    void retranslate();
    /// Marks all that is wrong; true when nothing forbids saving, else at the first such field.
    bool allowsSaving();
    void showRefusal(const Customer& draft, const Error& error);
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
    QString m_about, m_sent; ///< Of what is shown; of what was last given to be saved.
    Typed m_begun; ///< As it was shown first.
    QHash<QString, Typed> m_putBy;
    CustomerId m_picked;
    bool m_refused = false; ///< The window tells of it.
    CustomerId m_existing;
    bool m_certain = false;
    bool m_asked = false; ///< A warning stands; the same key confirms it.
};

} // namespace sanad
