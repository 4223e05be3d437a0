#pragma once

#include "ui/shell/main_window.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

#include <QTimer>

namespace sanad {

/// Looks whether who is signed in still works here and may still do what they could: with each page that is
/// opened, and now and then. What they would commit is refused by the core whatever this says; it takes the
/// screen from them too.
class StaffWatch : public QObject {
    Q_OBJECT

public:
    StaffWatch(Tasks& tasks, Session& session, MainWindow& window);

Q_SIGNALS:
    void left(const sanad::Error& error);

private:
    void look();

    Tasks& m_tasks;
    Session& m_session;
    QTimer m_timer;
};

} // namespace sanad
