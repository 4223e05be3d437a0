#pragma once

#include "core/base/approval.h"
#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/storage/database.h"

#include <catch2/catch.hpp>

#include <QString>

#include <memory>

namespace Catch {
template <> struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};
template <> struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray& bytes) { return "x'" + bytes.toHex().toStdString() + "'"; }
};
template <> struct StringMaker<sanad::Money> {
    static std::string convert(sanad::Money money) { return money.text().toStdString(); }
};
template <> struct StringMaker<sanad::Error> {
    static std::string convert(const sanad::Error& error)
    {
        return (error.key + QChar(u' ') + error.args.join(u',') + QChar(u' ') + error.detail).toStdString();
    }
};
} // namespace Catch

namespace sanad::test {

/// A migrated, unlocked database: SQLite in memory, or a fresh one on the server of SANAD_TEST_PG. Its
/// clock stands at 2026-11-22 08:00 UTC (noon at the centre, a Sunday) and moves on by a second a look.
std::unique_ptr<Database> migratedDatabase();

/// A clock that starts at `start` and moves on by `step` milliseconds at each look.
Clock steppingClock(const QDateTime& start, int step = 1000);

/// A person at counter C1 who holds just these permissions.
Actor actorWith(std::set<Permission> permissions, const QString& counter = QStringLiteral("C1"));
/// A person who may do everything.
Actor anyone();
/// The consent, given just now, of somebody else of the staff of `database` who may approve it and do it; of
/// an owner who is written there for this when nobody may.
Approval approvalFor(Database& database, const ApprovedAct& act, const Actor& asker);

/// The value, or a failed test that shows the error.
template <class T> T must(Result<T> result)
{
    if (!result) {
        INFO("error " << Catch::StringMaker<Error>::convert(result.error()));
        REQUIRE(result.has_value());
    }
    return std::move(*result);
}

/// The error, or a failed test.
template <class T> Error refusal(const Result<T>& result)
{
    REQUIRE_FALSE(result.has_value());
    return result.error();
}

/// Runs one statement past every service: what a thief with a database shell does. Throws DbError when
/// refused.
void tamper(Database& database, const QString& sql);

} // namespace sanad::test
