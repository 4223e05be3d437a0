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
    /// At what `error` of the whole payment is about, where it is of this line: marks the field and gives it
    /// the focus. False where it is not.
    bool explain(const Error& error);
    /// As explain(), of what stands in the amount; false when it reads.
    bool explainAmount();
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
