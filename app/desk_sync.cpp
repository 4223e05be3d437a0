#include "app/desk_sync.h"

#include "core/transactions/portal_answers.h"

namespace sanad {

struct DeskSync::Live {
    struct Parts {
        Parts(Database& db, const Actor& by)
            : user(by.user())
            , answers(by)
            , sync(db, answers)
        {
        }
        QString user;
        PortalAnswers answers;
        SyncService sync;
    };
    std::unique_ptr<Parts> parts;
};

DeskSync::DeskSync(Tasks& tasks)
    : m_tasks(tasks)
    , m_live(std::make_shared<Live>())
{
}

DeskSync::~DeskSync()
{
    // Queued before the end of the thread, which closes the database after everything that waits.
    forget();
}

void DeskSync::forget()
{
    m_tasks.run(
        nullptr,
        [live = m_live](Database&) -> Result<> {
            live->parts.reset();
            return {};
        },
        [](const Result<>&) {});
}

SyncAccess DeskSync::access() const
{
    return [live = m_live](Database& db, const Actor& by) -> SyncService& {
        // Answers are taken in on behalf of who is signed in now.
        if (!live->parts || live->parts->user != by.user())
            live->parts = std::make_unique<Live::Parts>(db, by);
        return live->parts->sync;
    };
}

} // namespace sanad
