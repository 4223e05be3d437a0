#pragma once

#include "core/cash/shift.h"

#include <QWidget>

class QComboBox;

namespace sanad {

class FieldRow;
class MoneyEdit;
class NameEdit;

/// Cash that comes into the drawer or goes out of it apart from sales: how much, from or to where, and why.
class CashMovePanel : public QWidget {
    Q_OBJECT

public:
    explicit CashMovePanel(QWidget* parent = nullptr);

    /// Begins an empty one.
    void begin(CashDirection direction);
    CashDirection direction() const { return m_direction; }
    /// Marks what is missing, and gives nothing then.
    std::optional<CashMove> move();
    void takeFocus();
    void retranslate();

Q_SIGNALS:
    /// Enter on the last field.
    void entered();

private:
    CashDirection m_direction = CashDirection::In;
    MoneyEdit* m_amount;
    QComboBox* m_place;
    NameEdit* m_reason;
    FieldRow *m_amountRow, *m_placeRow, *m_reasonRow;
};

} // namespace sanad
