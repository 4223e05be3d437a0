#pragma once

#include "core/storage/database.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace sanad {

/// Acts that other threads hand to the thread of this object, which runs them in order. Qt only wakes it:
/// what is handed over goes under a lock of ours, so that tools see the order of the two threads.
class ActQueue : public QObject {
public:
    void add(std::function<void()> act);

protected:
    bool event(QEvent* event) override;

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_acts;
};

/// The one thread that talks to the database. The connection is opened, used and closed there; answers come
/// back on the thread of the windows, and are dropped when the one who asked is gone.
class Tasks : public QObject {
    Q_OBJECT

public:
    /// Runs on the database thread.
    using Opener = std::function<Result<std::unique_ptr<Database>>()>;

    explicit Tasks(QObject* parent = nullptr);
    /// Waits for what is running.
    ~Tasks() override;

    /// Opens the database, after the one that was open is closed; later calls of run() queue behind it.
    template <class Done> void open(QObject* context, Opener opener, Done done)
    {
        m_opening = [this, watcher = QPointer<QObject>(context), opener = std::move(opener),
                        done = std::move(done)] {
            if (watcher) openOnce(watcher, opener, done);
        };
        m_opening();
    }
    /// As the last open(), which answers anew.
    void openAgain()
    {
        if (m_opening) m_opening();
    }

    /// Likewise for an opener that must not run twice or knows a secret: nothing of it is kept.
    template <class Done> void openOnce(QObject* context, Opener opener, Done done)
    {
        post([this, watcher = QPointer<QObject>(context), opener = std::move(opener),
                 done = std::move(done)]() -> std::function<void()> {
            auto result = std::make_shared<Result<>>(openHere(opener));
            return [watcher, done, result] {
                if (watcher) done(*result);
            };
        });
    }

    /// Runs `work(Database&)`, which returns a Result, on the database thread, then `done(result)` here while
    /// `context` lives. Work must hold copies of what it needs, never a widget. Error besides those of
    /// `work`: Unreachable `tasks.no-database`.
    template <class Work, class Done> void run(QObject* context, Work work, Done done)
    {
        using R = std::invoke_result_t<Work, Database&>;
        post([this, watcher = QPointer<QObject>(context), work = std::move(work),
                 done = std::move(done)]() mutable -> std::function<void()> {
            auto result = std::make_shared<R>(m_database ? work(*m_database) : R(noDatabase()));
            return [watcher, done, result] {
                if (watcher) done(*result);
            };
        });
    }

    /// Acts asked for and not yet answered. For tests and for leaving the program.
    int pending() const { return m_pending; }

Q_SIGNALS:
    /// A commit touched these topics ("receipts", "tickets").
    void changed(const QStringList& topics);
    void idle();

private:
    /// `job` runs on the database thread; what it returns runs here.
    void post(std::function<std::function<void()>()> job);
    Result<> openHere(const Opener& opener);
    static Error noDatabase();

    std::function<void()> m_opening; ///< As open() was asked for last.
    QThread m_thread;
    ActQueue m_jobs; ///< Lives on m_thread.
    ActQueue m_answers; ///< Lives here.
    std::unique_ptr<Database> m_database; ///< Touched on m_thread only.
    int m_pending = 0;
};

} // namespace sanad
