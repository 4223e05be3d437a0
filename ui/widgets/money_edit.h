#pragma once

#include "core/base/money.h"
#include "ui/widgets/ltr_edit.h"

namespace sanad {

/// An amount of rials. Takes both digit sets and both points; shows three decimals when left.
class MoneyEdit : public LtrEdit {
    Q_OBJECT

public:
    explicit MoneyEdit(QWidget* parent = nullptr);

    void setAmount(Money amount);
    bool isEmpty() const { return text().trimmed().isEmpty(); }
    /// Errors as Money::parse.
    Result<Money> amount() const { return Money::parse(text()); }

protected:
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace sanad
