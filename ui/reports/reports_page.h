#pragma once

#include "ui/reports/reports_presenter.h"
#include "ui/shell/page.h"

#include <array>

class QStackedWidget;

namespace sanad {

class BarChart;
class DataTable;
class EmptyState;
class FigureTile;
class KeyButton;
class Label;

/// Today for the owner: large figures, bars with their table twin, and the receipts behind every figure.
class ReportsPage : public Page {
    Q_OBJECT

public:
    explicit ReportsPage(ReportsPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    /// A marked copy of this receipt is to be printed.
    void copyWanted(const QString& number);

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Tile { Income, Government, Vat, Cash, Card, Receipts, Waiting, Unsynced, TileCount };
    enum class By { Hour, Clerk, Service };

    void refresh();
    void refreshChart();
    void choose(By by);
    void openTile(int tile);
    void drill(const ReceiptFilter& filter, const QString& title);
    void showReceipts();
    void showDays();
    TableRow rowOf(const ReportsPresenter::Entry& entry) const;
    bool drilled() const;
    void leaveReceipts();
    /// Moves the focus from tile to tile as the arrow keys point.
    bool moveFocus(QObject* from, int key);

    ReportsPresenter& m_presenter;
    QStackedWidget* m_stack;
    std::array<FigureTile*, TileCount> m_tiles{};
    std::array<KeyButton*, 3> m_choices{};
    BarChart* m_chart;
    DataTable* m_twin;
    EmptyState* m_nothing;
    Label* m_receiptsTitle;
    std::array<KeyButton*, 2> m_days{}; ///< Receipts of today, or of every day.
    DataTable* m_receipts;
    EmptyState* m_noReceipts;
    KeyButton* m_pdf;
    KeyButton* m_excel;
    By m_by = By::Hour;
    std::vector<QString> m_keys; ///< Of the rows of the table twin.
    QWidget* m_cameFrom = nullptr;
    bool m_drilling = false; ///< The receipts behind a figure are on their way.
};

} // namespace sanad
