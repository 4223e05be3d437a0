#pragma once

#include "core/cash/denominations.h"

#include <QWidget>

namespace sanad {

class Label;
class LtrEdit;

/// How many of each note and coin lie in the drawer. Enter goes to the next; the total is told, never what it
/// should be.
class CountGrid : public QWidget {
    Q_OBJECT

public:
    explicit CountGrid(QWidget* parent = nullptr);

    void clear();
    void takeFocus();
    CashCount count() const;
    Money total() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    struct Row {
        Denomination denomination;
        Label* name;
        LtrEdit* pieces;
        Label* sum;
    };
    void refresh();

    std::vector<Row> m_rows;
    Label* m_totalName;
    Label* m_total;
};

} // namespace sanad
