#pragma once

#include "core/people/people_service.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// Makes the centre on the first run, and gives an owner who forgot a new password by the recovery code.
/// Either ends with a recovery code that is shown once.
class SetUpPresenter : public QObject {
    Q_OBJECT

public:
    explicit SetUpPresenter(Tasks& tasks, QObject* parent = nullptr);

    /// Tells wanted() when no centre is here yet, else ready().
    void look();
    /// Nothing is here at all yet: setUp() makes it with `opener`, and made() follows; wanted() now.
    void beginWithout(Tasks::Opener opener);
    /// With the demonstration catalogue in force, when it is asked for.
    void setUp(const FirstRun& request, bool withCatalogue);

    struct Recovery {
        QString user, code, password, pin;
    };
    void recover(const Recovery& recovery);

    bool busy() const { return m_busy; }

Q_SIGNALS:
    void wanted();
    void ready();
    /// The database was made and is open.
    void made();
    /// The code to print; nobody sees it again.
    void done(const QString& recoveryCode);
    void failed(const sanad::Error& error);

private:
    void make(const FirstRun& request, bool withCatalogue);
    void answer(const Result<QString>& code);

    Tasks& m_tasks;
    Tasks::Opener m_opener; ///< While nothing was made.
    bool m_busy = false;
};

} // namespace sanad
