#pragma once

#include "core/queue/queue_service.h"
#include "ui/visit/current_visit.h"

namespace sanad {

/// A draft that waits to be gone on with, as the list shows it.
struct HeldWork {
    TransactionId id;
    QString serviceAr, serviceEn;
    QString customerAr, customerEn;
    QDateTime savedAt;
    bool held = false; ///< Else left open when the program ended.
};

/// The waiting list, the calls of this counter, and the work set aside.
class QueuePresenter : public QObject {
    Q_OBJECT

public:
    QueuePresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent = nullptr);

    void load();
    const std::vector<TicketLine>& lines() const { return m_lines; }
    const std::vector<Ticket>& waiting() const { return m_waiting; }
    const std::vector<HeldWork>& held() const { return m_held; }
    /// The newest draft that was open when the program ended; null when there is none.
    const HeldWork* leftOpen() const;

    void issue(const QString& line);
    void callNext();
    void recall();
    void noShow();
    void arrived();
    void resume(TransactionId draft);
    void discard(TransactionId draft);

Q_SIGNALS:
    void loaded();
    void issued(const sanad::Ticket& ticket);
    void called(const sanad::Ticket& ticket);
    void failed(const sanad::Error& error);

private:
    struct State;
    using Act = Result<Ticket> (QueueService::*)(TicketId, const Actor&);
    /// Does `act` on the ticket at hand, which leaves the visit when `ends`.
    void act(Act act, bool ends);

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    std::vector<TicketLine> m_lines;
    std::vector<Ticket> m_waiting;
    std::vector<HeldWork> m_held;
};

} // namespace sanad
