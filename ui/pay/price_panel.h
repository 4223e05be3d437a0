#pragma once

#include "core/transactions/draft.h"

#include <QWidget>

namespace sanad {

class FieldRow;
class MoneyEdit;
class NameEdit;

/// Another service fee than the displayed one, or a discount, with the reason. Whoever takes the money asks a
/// second person to approve it.
class PricePanel : public QWidget {
    Q_OBJECT

public:
    explicit PricePanel(QWidget* parent = nullptr);

    /// Shows what the draft has of it.
    void fill(const Draft& draft);
    void take(Draft& draft) const;
    /// False, with the fault shown and the focus there, while an amount or the reason is missing.
    bool complete();
    void takeFocus();
    /// In the order of Tab.
    std::vector<QWidget*> fields() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    MoneyEdit* m_fee;
    MoneyEdit* m_discount;
    NameEdit* m_reason;
    FieldRow* m_feeRow;
    FieldRow* m_discountRow;
    FieldRow* m_reasonRow;
};

} // namespace sanad
