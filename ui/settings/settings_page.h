#pragma once

#include "ui/settings/desk_choices.h"
#include "ui/settings/settings_presenter.h"
#include "ui/shell/page.h"

#include <array>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace sanad {

class DataTable;
class DateEdit;
class EmptyState;
class FieldRow;
class KeyButton;

/// This desk, the centre, its counters: one view each, by Ctrl+1…3. The last two are for whom may manage
/// settings.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(SettingsPresenter& presenter, QWidget* parent = nullptr);

    /// What counts now; shown when the page is opened next.
    void setChoices(const DeskChoices& choices);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    /// To be kept, and to count at once.
    void chosen(const sanad::DeskChoices& choices);

protected:
    void retranslate() override;

private:
    enum View { Desk, Centre, Counters };
    /// The centre's texts, in the order of its fields.
    enum Text { NameAr, NameEn, Licence, Phone, AddressAr, AddressEn, PolicyAr, PolicyEn, Vatin, TextCount };

    QWidget* makeDesk();
    QWidget* makeCentre();
    QWidget* makeCounters();
    void show(int view);
    void save();
    void fillDesk();
    void fillCentre();
    void fillCounters();
    sanad::Centre typedCentre() const;
    DeskChoices typedChoices() const;

    SettingsPresenter& m_presenter;
    DeskChoices m_choices;
    std::array<KeyButton*, 3> m_views{};
    QStackedWidget* m_stack;
    KeyButton* m_save;

    QComboBox *m_language, *m_scheme, *m_zoom, *m_lock;
    QLineEdit* m_printer;
    std::array<FieldRow*, 5> m_deskRows{};

    std::array<QLineEdit*, TextCount> m_texts{};
    std::array<FieldRow*, TextCount> m_textRows{};
    QCheckBox* m_vat;
    DateEdit* m_vatSince;
    QComboBox *m_cutOff, *m_hijri;
    std::array<FieldRow*, 3> m_centreRows{};

    DataTable* m_counters;
    EmptyState* m_noCounter;
    QLineEdit *m_code, *m_counterAr, *m_counterEn;
    std::array<FieldRow*, 3> m_counterRows{};
};

} // namespace sanad
