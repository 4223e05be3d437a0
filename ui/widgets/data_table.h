#pragma once

#include "ui/widgets/keyset_model.h"

#include <QTableView>

namespace sanad {

class EmptyState;

/// A list in rows of one height, long or short. Rows are chosen whole; Enter or a double click opens one;
/// Home and End go to the first and the last.
class DataTable : public QTableView {
    Q_OBJECT

public:
    explicit DataTable(QWidget* parent = nullptr);

    KeysetModel& rows() { return *m_model; }
    void setColumns(std::vector<TableColumn> columns);
    /// Shown while there is no row. The table owns it.
    void setEmptyState(EmptyState* empty);
    /// The chosen row's id; 0 when none is.
    qint64 currentId() const;
    void choose(int row);
    /// The same without bringing it into sight.
    void chooseInPlace(int row);
    /// The first row in sight.
    int topRow() const;
    void scrollToTopRow(int row);

    /// What is typed is for a search field, not for walking the rows.
    void keyboardSearch(const QString& text) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void opened(qint64 id);
    /// Also when the row's page comes later than the choice: 0 first, then the id.
    void chosen(qint64 id);
    void typed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitColumns();
    void fitRows();
    void tellChosen();
    void showEmptiness();

    KeysetModel* m_model;
    EmptyState* m_empty = nullptr;
    qint64 m_told = 0; ///< The last id of chosen().
};

} // namespace sanad
