#pragma once

#include "ui/customers/customers_presenter.h"
#include "ui/widgets/data_table.h"

namespace sanad {

class EmptyState;

/// The matches of a search, and the key that makes a new customer where there are none.
class CustomerMatches : public DataTable {
    Q_OBJECT

public:
    explicit CustomerMatches(CustomersPresenter& presenter, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    CustomersPresenter& m_presenter;
    EmptyState* m_nobody;
};

/// `citizen` … in the language of the windows.
QString customerKindText(CustomerKind kind);

} // namespace sanad
