#include "ui/pay/receipt_copies.h"

#include "core/receipts/receipt_service.h"

namespace sanad {

ReceiptCopies::ReceiptCopies(Tasks& tasks, Session& session, ReceiptOutput& output, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_output(output)
{
}

void ReceiptCopies::print(const QString& number)
{
    if (!m_output.hasPrinter()) return;
    const Actor by = m_session.actor();
    m_tasks.run(
        this, [number, by](Database& db) { return ReceiptService(db).reprint(number, by); },
        [this, by](const Result<Receipt>& copy) {
            if (!copy) return Q_EMIT failed(copy.error());
            m_output.print(*copy, copy->copies,
                [this, by, number = copy->number, copy = copy->copies] { recordFailure(number, copy, by); });
            Q_EMIT printing(copy->number, copy->copies);
        });
}

void ReceiptCopies::recordFailure(const QString& number, int copy, const Actor& by)
{
    m_tasks.run(
        this, [number, copy, by](Database& db) { return ReceiptService(db).copyFailed(number, copy, by); },
        [this](const Result<>& recorded) {
            if (!recorded) Q_EMIT failed(recorded.error());
        });
}

} // namespace sanad
