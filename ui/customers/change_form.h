#pragma once

#include "ui/customers/change_presenter.h"
#include "ui/widgets/field_row.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace sanad {

class AlikeTable;
class Banner;
class DateEdit;
class IdentifierEdit;

/// Everything that is kept of a customer, to be put right. What the core would refuse is said at its field
/// before anything is saved; doubts are confirmed with the same key.
class ChangeForm : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostIdentifiers = 8;

    explicit ChangeForm(ChangePresenter& presenter, QWidget* parent = nullptr);

    /// The customer that is shown; none while nobody is.
    CustomerId customer() const { return m_shown.id; }
    /// Something was typed that is not saved.
    bool isDirty() const;
    /// Somebody else has changed the record since it was shown: it has to be shown anew.
    void outdate() { m_outdated = true; }
    bool isOutdated() const { return m_outdated; }
    /// Holds nobody's record any more.
    void forget();
    void submit();
    /// One more number, up to kMostIdentifiers.
    void addIdentifier();
    void retranslate();

Q_SIGNALS:
    /// There was nothing to save.
    void unchanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Text { NameAr, NameEn, Phone, OtherPhone, Email, Nationality, Address, TextCount };

    void build();
    void show(const Customer& customer);
    void showKind();
    void addIdentifierRow(const CustomerIdentifier& identifier);
    void listen(QWidget* field);
    void clearDoubts();
    void showAlike(const std::vector<PossibleDuplicate>& others);
    /// Marks what the core would say of each field; how many are blocked.
    int judge();
    bool hasFault(Fault fault) const;
    std::vector<FieldRow*> fieldRows() const;
    Customer draft() const;
    CustomerKind kind() const;

    ChangePresenter& m_presenter;
    Label* m_title;
    Banner* m_warning;
    AlikeTable* m_alike;
    QScrollArea* m_area;
    QComboBox* m_kind;
    QComboBox* m_sex;
    QComboBox* m_wilayat;
    QComboBox* m_language;
    DateEdit* m_birth;
    std::array<QLineEdit*, TextCount> m_texts{};
    std::array<FieldRow*, TextCount> m_textRows{};
    FieldRow* m_kindRow;
    FieldRow* m_sexRow;
    FieldRow* m_wilayatRow;
    FieldRow* m_languageRow;
    FieldRow* m_birthRow;
    QVBoxLayout* m_identifierPlace;
    std::vector<IdentifierEdit*> m_identifiers;
    std::vector<FieldRow*> m_identifierRows;
    std::vector<QWidget*> m_chain; ///< Enter goes along it.
    bool m_outdated = false;
    Customer m_shown; ///< What stood there before anything was typed.
    ConfirmDuplicates m_duplicates = ConfirmDuplicates::No;
    ConfirmUnusual m_unusual = ConfirmUnusual::No;
};

} // namespace sanad
