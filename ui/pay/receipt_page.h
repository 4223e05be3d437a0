#pragma once

#include "ui/pay/receipt_copies.h"
#include "ui/shell/page.h"
#include "ui/visit/current_visit.h"

#include <QElapsedTimer>

class QLabel;
class QScrollArea;

namespace sanad {

class KeyButton;
class Label;
class Pill;

/// The visit is paid: number, change to hand over, the receipt as printed. Enter is the next person.
class ReceiptPage : public Page {
    Q_OBJECT

public:
    /// Milliseconds for which the page stays: Enter that is pressed twice out of habit leaves it unread.
    static constexpr int kGlance = 400;

    ReceiptPage(CurrentVisit& visit, ReceiptOutput& output, ReceiptCopies& copies, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;

private:
    void next();
    void reprint();
    void savePdf();

    CurrentVisit& m_visit;
    ReceiptOutput& m_output;
    ReceiptCopies& m_copies;
    Label* m_title;
    Label* m_number;
    Label* m_totalLabel;
    Label* m_total;
    Label* m_changeLabel;
    Label* m_change;
    Pill* m_state;
    QScrollArea* m_paper;
    QLabel* m_picture;
    KeyButton* m_next;
    KeyButton* m_reprint;
    QElapsedTimer m_arrived;
    bool m_printed = false;
    int m_copy = 0; ///< The last one printed; 0 is the original.
};

} // namespace sanad
