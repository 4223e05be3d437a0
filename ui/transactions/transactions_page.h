#pragma once

#include "ui/shell/page.h"
#include "ui/transactions/transactions_presenter.h"

#include <array>

namespace sanad {

class DataTable;
class EmptyState;
class KeyButton;
class LtrEdit;
class TransactionPanel;

/// Transactions by what they need; beside the list the chosen one with the fields for reference and result.
class TransactionsPage : public Page {
    Q_OBJECT

public:
    explicit TransactionsPage(TransactionsPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    /// The form of this one is to be corrected.
    void correctionWanted(sanad::TransactionId id);
    /// Its money is to be taken.
    void paymentWanted(sanad::TransactionId id);

protected:
    void retranslate() override;

private:
    void refresh();
    void listShown();
    TableRow rowOf(const TransactionEntry& entry) const;
    void search();
    void choose(TransactionView view);
    bool inPanel() const;
    void record();
    void correct();

    TransactionsPresenter& m_presenter;
    std::array<KeyButton*, 4> m_views{};
    LtrEdit* m_search;
    DataTable* m_list;
    EmptyState* m_nothing;
    QWidget* m_side; ///< The chosen transaction; hidden while there is none.
    TransactionPanel* m_panel;
    KeyButton* m_save;
};

} // namespace sanad
