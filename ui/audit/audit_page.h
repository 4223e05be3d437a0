#pragma once

#include "ui/audit/audit_presenter.h"
#include "ui/shell/page.h"

namespace sanad {

class ActEdit;
class DataTable;
class DateEdit;
class EmptyState;
class FieldRow;
class KeyButton;
class Label;
class LtrEdit;

/// Who did what and when: filters above, the lines below, the chosen line whole at the bottom; and the export
/// for an inspector.
class AuditPage : public Page {
    Q_OBJECT

public:
    explicit AuditPage(AuditPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    void apply();
    void showEmptiness();
    void showLine(const AuditLine& line);
    void exportDays();

    AuditPresenter& m_presenter;
    DateEdit* m_from;
    DateEdit* m_to;
    LtrEdit* m_user;
    ActEdit* m_act;
    FieldRow* m_fromRow;
    FieldRow* m_toRow;
    FieldRow* m_userRow;
    FieldRow* m_actRow;
    KeyButton* m_show;
    KeyButton* m_export;
    DataTable* m_list;
    EmptyState* m_nothing;
    Label* m_details;
};

} // namespace sanad
