#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/crypto/vault.h"
#include "core/storage/memory.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace sanad {

/// Where a centre's data lives: a folder (SQLite file `sanad.db` in it, and the encrypted files) or a
/// PostgreSQL server (files then live in `folder` all the same).
struct DataLocation {
    QString folder;
    /// `postgresql://user@host:port/database?sslmode=verify-full`, empty for SQLite.
    QString server;

    /// Reads the value of `--data`. For a server, files go to `filesFolder`; without one to a folder of this
    /// user's for just that database.
    static DataLocation parse(const QString& text, const QString& filesFolder = {});
    bool isServer() const { return !server.isEmpty(); }
};

/// A failure below the transaction. Thrown by Query, caught by Database::read and write, seen by nobody else.
class DbError : public std::runtime_error {
public:
    DbError(Error error)
        : std::runtime_error(error.key.toStdString())
        , m_error(std::move(error))
    {
    }
    const Error& error() const { return m_error; }

private:
    Error m_error;
};

class Database;

/// One prepared statement inside a transaction. Bind every name, run(), then next() per row.
/// A bound name that the statement does not have, or one left unbound, is our bug and asserts.
class Query {
public:
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query(Query&&) noexcept;
    ~Query();

    Query& bind(std::string_view name, std::int64_t value);
    Query& bind(std::string_view name, int value) { return bind(name, std::int64_t{value}); }
    Query& bind(std::string_view name, bool value) { return bind(name, std::int64_t{value ? 1 : 0}); }
    Query& bind(std::string_view name, const QString& value);
    Query& bind(std::string_view name, const QByteArray& value);
    Query& bind(std::string_view name, const char*) = delete;
    Query& bind(std::string_view name, double) = delete;
    Query& bind(std::string_view name, Money value) { return bind(name, value.baisa()); }
    Query& bind(std::string_view name, const QDateTime& value) { return bind(name, storedTime(value)); }
    Query& bindNull(std::string_view name);
    template <class Tag> Query& bind(std::string_view name, Id<Tag> value)
    {
        return value.isNull() ? bindNull(name) : bind(name, value.raw());
    }
    template <class T> Query& bind(std::string_view name, const std::optional<T>& value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }

    /// Executes; for statements that return rows, stands before the first. Returns itself.
    Query& run();
    bool next();
    /// Rows changed by the last run().
    std::int64_t affected() const;

    bool isNull(int column) const;
    std::int64_t int64(int column) const; ///< 0 for NULL.
    int int32(int column) const { return static_cast<int>(int64(column)); }
    bool boolean(int column) const { return int64(column) != 0; }
    QString text(int column) const;
    QByteArray bytes(int column) const;
    Money money(int column) const { return Money::fromBaisa(int64(column)); }
    QDateTime time(int column) const { return isNull(column) ? QDateTime() : fromStoredTime(text(column)); }
    template <class IdType> IdType id(int column) const { return IdType::fromRaw(int64(column)); }

private:
    friend class Tx;
    struct Impl;
    explicit Query(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A running transaction. Only Database::read and write make one, so a repository, which is built from a
/// Tx&, cannot forget it.
class Tx {
public:
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    /// The statement of `sql`, prepared once per connection and kept; `:name` placeholders.
    /// `sql` must outlive the database: pass a string literal.
    Query query(const char* sql);
    /// For SQL that is built (list filters): kept by its text.
    Query query(const QString& sql);
    /// One statement that is executed, never prepared: DDL.
    void execute(const QString& sql);

    /// Seals and opens the encrypted columns. Throws Denied `vault.locked` while nobody has signed in.
    const Vault& vault() const;

    bool onServer() const; ///< PostgreSQL; the rare repository whose index is per engine asks.
    bool writable() const;
    /// UTC by the database's clock; the same instant throughout one transaction.
    QDateTime now() const;
    /// Runs `last` right before the commit, where it may still write; what it throws rolls back.
    void beforeCommit(std::function<void()> last);
    /// Runs `after` once this transaction is durable (signals, files). Never when it is rolled back.
    void afterCommit(std::function<void()> after);
    /// What was read or worked out in this transaction and holds until its end: nobody else can change it
    /// meanwhile.
    Memory& memory();
    /// What outlives transactions, rolled back ones too. Other connections write as well, so only what is
    /// checked again at each use may be kept here: by a revision read in the transaction, or by the rows that
    /// a statement finds.
    Memory& connectionMemory();
    /// A number that is another one as soon as another connection has committed anything; nothing on a
    /// server, which has no such number to ask for.
    std::optional<std::int64_t> foreignChanges();
    /// Says what changed ("receipts", "tickets"); Database::changed tells it after the commit.
    void touched(const QString& topic);

private:
    friend class Database;
    explicit Tx(Database& database)
        : m_database(database)
    {
    }
    Database& m_database;
};

enum class OpenMode {
    Write, ///< Takes the folder lock; migrates.
    ReadOnly, ///< Beside the one who writes; never migrates.
    Create, ///< As Write, and the data may not exist yet.
};

/// One connection. Not thread-safe: it lives on the thread that opened it.
class Database {
public:
    /// Opens, reads the pragmas back, migrates. Errors: Usage `storage.server-option`; Unreachable
    /// `storage.not-found`, `storage.in-use` (arg: who holds it), `storage.cannot-open`, `storage.disk-full`,
    /// `storage.no-centre` (an empty file), of a server (arg: host) `storage.server-unreachable`,
    /// `storage.server-refuses` the role, `storage.no-database`, and `storage.server-rights` that the role
    /// lacks; Conflict `storage.newer`, Internal `storage.damaged`, `storage.pragma`.
    static Result<std::unique_ptr<Database>> open(const DataLocation& location, OpenMode mode);
    /// A migrated database in memory (tests). On the server of SANAD_TEST_PG, when that is set: a fresh
    /// database there, dropped with the object.
    static std::unique_ptr<Database> forTests();
    /// What further databases of tests begin with: rows and data key, not the clock nor the files beside it.
    struct Beginning {
        QByteArray sqlite; ///< The file's bytes.
        QString onServer; ///< The template's name there.
        std::optional<Vault> vault;
    };
    /// Makes one of `made`, which came from forTests().
    static Beginning beginningOf(std::unique_ptr<Database> made);
    static std::unique_ptr<Database> forTests(const Beginning& beginning);
    ~Database();

    /// Runs `work(Tx&)`, which returns a Result, in a transaction: committed when it has a value, rolled
    /// back when it has an error or throws DbError. Serialization failures of a server run it again.
    /// May not be nested. Errors besides those of `work`: `storage.disk-full`, `storage.write-failed`,
    /// `storage.append-only`, `storage.unknown-outcome` (a server that went away during COMMIT).
    template <class Work> auto write(Work&& work) -> std::invoke_result_t<Work, Tx&>
    {
        return transact<std::invoke_result_t<Work, Tx&>>(true, work);
    }
    template <class Work> auto read(Work&& work) -> std::invoke_result_t<Work, Tx&>
    {
        return transact<std::invoke_result_t<Work, Tx&>>(false, work);
    }

    const DataLocation& location() const;
    bool onServer() const;
    /// The folder for encrypted files.
    QString filesFolder() const;

    void setClock(Clock clock); ///< systemClock() until set; tests and demonstration data set it.
    const Clock& clock() const;

    void unlock(Vault vault); ///< Gives the data key to this connection (core/people, at sign-in).
    void lock();
    bool unlocked() const;

    /// Called after each commit with the topics that it touched. One listener.
    void onChanged(std::function<void(const QStringList& topics)> listener);

    /// Counts for tests and the bench: statements prepared, commits.
    struct Counters {
        std::int64_t prepared = 0;
        std::int64_t commits = 0;
    };
    Counters counters() const;
    /// Passive checkpoint, for idle moments. Nothing on a server.
    void checkpoint();
    /// Leaves nothing of deleted rows behind: rewrites the file and empties its log; on a server the `tables`
    /// that it is given. Slow, and nobody else writes meanwhile. Errors: Conflict `storage.busy` while a
    /// reader holds on to an older state; those of write().
    Result<> compact(const QStringList& tables);

private:
    friend class Tx;
    friend class Query;
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);

    enum class Attempt { Done, Again };
    void begin(bool write);
    /// Throws DbError; a failed commit is rolled back first.
    void commit(bool write);
    void rollback() noexcept;
    bool mayRetry(const Error& error, int attempt) const;

    template <class R, class Work> R transact(bool write, Work& work)
    {
        for (int attempt = 0;; ++attempt) {
            bool begun = false;
            try {
                begin(write);
                begun = true;
                Tx tx(*this);
                R result = work(tx);
                if (!result) {
                    rollback();
                    return result;
                }
                commit(write);
                return result;
            } catch (const DbError& failure) {
                if (begun) rollback();
                if (mayRetry(failure.error(), attempt)) continue;
                return failure.error();
            } catch (const MoneyOverflow&) {
                if (begun) rollback();
                return Error{ErrorCode::Invalid, QStringLiteral("money.out-of-range"), {}, {}};
            }
        }
    }

    std::unique_ptr<Impl> m_impl;
};

} // namespace sanad
