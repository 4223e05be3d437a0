#pragma once

#include "core/visits/visit.h"

#include <QWidget>

class QComboBox;

namespace sanad {

class FieldRow;
class LtrEdit;
class MoneyEdit;

/// One tender of a split payment.
class PaymentLine : public QWidget {
    Q_OBJECT

public:
    explicit PaymentLine(QWidget* parent = nullptr);

    void begin(Tender tender, Money amount);
    void nextTender();
    Tender tender() const;
    /// Zero while the amount does not read.
    Money amount() const;
    /// Errors as Money::parse.
    Result<VisitPayment> payment() const;
    bool needsCode() const { return tender() != Tender::Cash; }
    void focusAmount();
    void retranslate();

Q_SIGNALS:
    void edited();
    /// Enter on the last field of the line.
    void entered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showCode();

    QComboBox* m_tender;
    MoneyEdit* m_amount;
    LtrEdit* m_code;
    FieldRow* m_tenderRow;
    FieldRow* m_amountRow;
    FieldRow* m_codeRow;
};

/// `cash` … in the language of the windows.
QString tenderText(Tender tender);

} // namespace sanad
