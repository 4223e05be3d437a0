#pragma once

#include "ui/people/staff_presenter.h"
#include "ui/shell/page.h"

#include <array>

class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace sanad {

class DataTable;
class FieldRow;
class KeyButton;
class Label;

/// For the owner: who works here, adding, leaving, resetting, and what each role may do. What was typed stays
/// when the page is left, until it is saved or somebody else signs in; of a new person also while others are
/// looked at.
class StaffPage : public Page {
    Q_OBJECT

public:
    explicit StaffPage(StaffPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    void build();
    void refresh();
    void showPerson();
    void showRole();
    void permissionToggled(QListWidgetItem* item);
    void save();
    /// The person chosen in the list; none while a new one is being typed.
    const Staff* person() const;
    QLineEdit* edit(std::size_t row) const;

    enum Field { User, NameAr, NameEn, RoleOf, Password, Pin, FieldCount };
    /// The form by Field; of the role its number.
    using Form = std::array<QString, FieldCount>;
    static Form formOf(const Staff& staff);
    Form typed() const;
    void fill(const Form& form);
    void forgetNewPerson();

    StaffPresenter& m_presenter;
    DataTable* m_people;
    Label* m_formTitle;
    std::vector<FieldRow*> m_rows; ///< By Field.
    QComboBox* m_role;
    KeyButton* m_save;
    KeyButton* m_new;
    KeyButton* m_active;
    KeyButton* m_release;
    Label* m_rolesTitle;
    QComboBox* m_shownRole;
    QListWidget* m_permissions;
    Form m_newPerson; ///< As the form of the new person was left.
    Form m_shown; ///< As the form was filled from what is known.
    std::optional<qint64> m_inForm; ///< Whom the form is of; 0: a new person.
    qint64 m_chosen = 0;
    bool m_filling = false;
};

} // namespace sanad
