#pragma once

#include "ui/widgets/keyset_model.h"

#include <QTableView>

namespace sanad {

class EmptyState;

/// A list in rows of one height. Rows are chosen whole; Enter or a double click opens one.
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

    QSize sizeHint() const override;

Q_SIGNALS:
    void opened(qint64 id);
    void chosen(qint64 id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitColumns();
    void fitRows();

    KeysetModel* m_model;
    EmptyState* m_empty = nullptr;
};

} // namespace sanad
