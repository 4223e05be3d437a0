#pragma once

#include "ui/pay/receipt_output.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// Marked copies of receipts on the counter's printer. Each is counted before it exists, so that none is kept
/// from the count; one that came to nothing is recorded as such, by whom had asked for it.
class ReceiptCopies : public QObject {
    Q_OBJECT

public:
    ReceiptCopies(Tasks& tasks, Session& session, ReceiptOutput& output, QObject* parent = nullptr);

    /// printing() or failed() follows, and what ReceiptOutput says of the paper. Needs a printer.
    void print(const QString& number);

Q_SIGNALS:
    void printing(const QString& number, int copy);
    void failed(const sanad::Error& error);

private:
    void recordFailure(const QString& number, int copy, const Actor& by);

    Tasks& m_tasks;
    Session& m_session;
    ReceiptOutput& m_output;
};

} // namespace sanad
