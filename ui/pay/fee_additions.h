#pragma once

#include "core/catalogue/fee_rule.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace sanad {

class FieldRow;
class LtrEdit;

/// What a clerk may add to a government fee: extras, and the months of a late fine. Only what has a figure is
/// offered; without one the whole fee is the agency's to say.
class FeeAdditions : public QWidget {
    Q_OBJECT

public:
    explicit FeeAdditions(QWidget* parent = nullptr);

    /// Offers what the rule has, with what was chosen of it before.
    void offer(const FeeRule& rule, const QStringList& extras, int monthsLate);
    bool isEmpty() const;
    /// Codes, in the rule's order.
    QStringList extras() const;
    int monthsLate() const;
    /// The extras by number, then the months. False when there is no such one.
    bool perform(int number);
    /// In the order of Tab.
    std::vector<QWidget*> fields() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    FeeRule m_rule;
    std::vector<FeeAmount> m_extras;
    std::vector<QCheckBox*> m_boxes;
    QVBoxLayout* m_column;
    LtrEdit* m_months;
    FieldRow* m_monthsRow;
};

} // namespace sanad
