#pragma once

#include "core/cash/shift_service.h"
#include "core/receipts/day_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/text/language.h"

namespace sanad {

/// The person who confirms an act with a PIN: the one signed in, or another who may do it.
struct Confirmation {
    QString user;
    QString pin;
};

/// Drawers and days: what is open, counting blind, the difference, sign-off, the close of a day.
class CashPresenter : public QObject {
    Q_OBJECT

public:
    /// The printed day close goes to `folder`.
    CashPresenter(Tasks& tasks, Session& session, QString folder, QObject* parent = nullptr);

    void load();
    /// Shifts that are not signed off, oldest first.
    const std::vector<Shift>& shifts() const { return m_shifts; }
    /// Days whose shifts are all signed off and that are not closed.
    const std::vector<QDate>& days() const { return m_days; }
    /// The counter of this desk has no open shift.
    bool drawerMissing() const { return m_drawerMissing; }
    /// The counter of this desk has an open shift, whose cash the person may move.
    bool hasDrawer() const { return m_hasDrawer && m_session.actor().holds(Permission::OpenShift); }
    QString user() const { return m_session.actor().user(); }

    void openDrawer(Money openingFloat);
    /// Into or out of the drawer of this counter.
    void move(const CashMove& move);
    void count(ShiftId shift, const CashCount& count);
    void showSummary(ShiftId shift);
    void close(ShiftId shift, const QString& reason);
    void signOff(ShiftId shift, const Confirmation& confirmation);
    void closeDay(const QDate& day, const Confirmation& confirmation, Language language);

Q_SIGNALS:
    void loaded();
    void opened(const QString& counter);
    void moved(const sanad::CashMove& move);
    /// The first time that the expected amount is told.
    void counted(const sanad::CountResult& result);
    void summarised(const sanad::ShiftSummary& summary);
    void closed(const sanad::ShiftSummary& summary);
    void signedOff();
    void dayClosed(const sanad::DayClose& close, const QString& path);
    void failed(const sanad::Error& error);

private:
    struct State;

    Tasks& m_tasks;
    Session& m_session;
    QString m_folder;
    std::vector<Shift> m_shifts;
    std::vector<QDate> m_days;
    bool m_drawerMissing = false;
    bool m_hasDrawer = false;
};

} // namespace sanad
