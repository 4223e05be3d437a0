#pragma once

#include "core/cash/clock_guard.h"
#include "ui/shell/main_window.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// Asks a person whether this PC's clock is right, where a receipt was refused because of it: who may change
/// the settings says so alone, everybody else with a second person who may.
class DeskClock : public QObject {
    Q_OBJECT

public:
    DeskClock(Tasks& tasks, Session& session, MainWindow& window);

    /// Whether the error is of the clock, and was asked about.
    bool ask(const Error& error);

private:
    void confirm(std::function<Result<QDateTime>(ClockGuard&, const Actor&)> say);

    Tasks& m_tasks;
    Session& m_session;
    MainWindow& m_window;
};

} // namespace sanad
