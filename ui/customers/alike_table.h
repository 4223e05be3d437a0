#pragma once

#include "core/customers/customer.h"
#include "ui/widgets/data_table.h"

namespace sanad {

/// Who may be the same customer, and what they have in common. Hidden while nobody is.
class AlikeTable : public DataTable {
    Q_OBJECT

public:
    explicit AlikeTable(QWidget* parent = nullptr);

    void show(const std::vector<PossibleDuplicate>& others);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::vector<PossibleDuplicate> m_others;
};

} // namespace sanad
