#pragma once

#include "core/storage/statement.h"

#include <QLockFile>
#include <QSqlQuery>

#include <optional>

namespace sanad {

struct Query::Impl {
    Database::Impl* database = nullptr;
    Statement* statement = nullptr;
};

struct Database::Impl {
    DataLocation location;
    engine::Kind kind = engine::Kind::Sqlite;
    OpenMode mode = OpenMode::Write;
    QString connectionName;
    QSqlDatabase connection;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<StatementCache> statements;
    std::unique_ptr<QSqlQuery> beginWrite, beginRead, commit, rollback;
    Clock clock = systemClock();
    std::optional<Vault> vault;
    QByteArray vaultMark; // of `vault`, as data_key has it
    std::function<void(const QStringList&)> changed;
    std::unique_ptr<QTemporaryDir> copy; // what is read in place of a folder that cannot be written
    std::function<void()> cleanUp; // drops a test's database on a server
    std::int64_t commits = 0;
    Memory memory;

    // The transaction that runs.
    bool running = false;
    bool writing = false;
    std::int64_t serverTransaction = 0; // the server's id of it, to ask for its outcome
    QByteArray keyMark; // of the key that seals the values of a server; empty: it was never changed
    QDateTime now;
    QStringList topics;
    std::vector<std::function<void()>> beforeCommit, afterCommit;
    Memory transactionMemory;

    ~Impl();
    /// Prepares begin, commit and the rest once the connection is open and migrated.
    void ready();
    /// Opens a server's connection again after it was lost; false when the server is still gone.
    bool reconnect();
    void execute(QSqlQuery& prepared, const QString& text);
    void beginOn(bool write);
    enum class Outcome { Committed, RolledBack, Unknown };
    /// Asks the server, as soon as it answers again, what came of the running write.
    Outcome askOutcome();
    void endTransaction();
};

} // namespace sanad
