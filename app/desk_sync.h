#pragma once

#include "ui/shell/tasks.h"
#include "ui/sync/sync_presenter.h"

namespace sanad {

/// The sync service of the desk: made on the database thread at its first use, ended there.
class DeskSync {
public:
    explicit DeskSync(Tasks& tasks);
    ~DeskSync();
    DeskSync(const DeskSync&) = delete;
    DeskSync& operator=(const DeskSync&) = delete;

    SyncAccess access() const;
    /// Lets go of the database, which is about to be closed.
    void forget();

private:
    struct Live;

    Tasks& m_tasks;
    std::shared_ptr<Live> m_live; ///< Its content is touched on the database thread only.
};

} // namespace sanad
