#include "core/people/sign_in_guard.h"

#include "core/crypto/hash.h"
#include "core/people/staff_repository.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kFailures =
    "SELECT failures FROM sign_in_failure WHERE branch_id = :branch AND subject = :subject";
constexpr auto kCount = R"(
    INSERT INTO sign_in_failure (branch_id, subject, failures) VALUES (:branch, :subject, 1)
    ON CONFLICT (branch_id, subject) DO UPDATE SET failures = sign_in_failure.failures + 1
    RETURNING failures)";
constexpr auto kClearFailures =
    "DELETE FROM sign_in_failure WHERE branch_id = :branch AND subject = :subject";
constexpr auto kWait = R"(
    SELECT boot, failures, until_ms FROM sign_in_wait
    WHERE branch_id = :branch AND subject = :subject AND machine = :machine)";
constexpr auto kSetWait = R"(
    INSERT INTO sign_in_wait (branch_id, subject, machine, boot, failures, until_ms)
    VALUES (:branch, :subject, :machine, :boot, :failures, :until)
    ON CONFLICT (branch_id, subject, machine)
    DO UPDATE SET boot = excluded.boot, failures = excluded.failures, until_ms = excluded.until_ms)";
constexpr auto kClearWaits = "DELETE FROM sign_in_wait WHERE branch_id = :branch AND subject = :subject";

// Locks of the session, one for each row; the first number, any that nothing else of ours uses, tells them
// from other locks.
constexpr auto kTakeTurn =
    "SELECT CASE WHEN pg_try_advisory_lock(7263, CAST(:row AS INTEGER)) THEN 1 ELSE 0 END";
constexpr auto kLeaveTurn = "SELECT pg_advisory_unlock(7263, CAST(:row AS INTEGER))";

std::int64_t delayAfter(std::int64_t failures)
{
    constexpr std::int64_t kMostDoublings = 20;
    const auto doublings = std::min(failures - 1, kMostDoublings);
    return std::min(SignInGuard::kFirstDelayMs << doublings, SignInGuard::kLongestDelayMs);
}

QStringList rowsOf(const SignInGuard::Subject& subject)
{
    QStringList rows;
    for (const QString& row : {subject.name, subject.own})
        if (!row.isEmpty()) rows << row;
    return rows;
}

} // namespace

SignInGuard::Subject SignInGuard::of(const Staff& staff) const
{
    return {rowOfName(staff.user), staff.id.text(), staff.role != Role::Owner};
}

SignInGuard::Subject SignInGuard::ofUnknown(const QString& user) const
{
    return {rowOfName(user), {}, true};
}

SignInGuard::Subject SignInGuard::recovery()
{
    return {{}, u"recovery"_s, false};
}

/// One of a bounded number of rows. Which names share one is told by what stands before a sign-in and is
/// known to nobody without the database: the recovery key as it is wrapped, with its random salt.
QString SignInGuard::rowOfName(const QString& user) const
{
    const QByteArray salt = sha256(StaffRepository(m_tx).recoveryKey());
    return u"none:"_s + QString::fromLatin1(sha256(salt + user.toUtf8()).toHex().first(4));
}

std::int64_t SignInGuard::failuresIn(const QString& row) const
{
    auto query = m_tx.query(kFailures);
    query.bind(":branch", kBranch).bind(":subject", row).run();
    return query.next() ? query.int64(0) : 0;
}

std::int64_t SignInGuard::failures(const Subject& subject) const
{
    return failuresIn(subject.own.isEmpty() ? subject.name : subject.own);
}

std::optional<Error> SignInGuard::refusal(const Subject& subject)
{
    std::int64_t most = 0, wait = 0;
    for (const QString& row : rowsOf(subject)) {
        const auto failed = failuresIn(row);
        if (failed == 0) continue;
        most = std::max(most, failed);
        wait = std::max(wait, waitOf(row, failed));
    }
    if (subject.mayLock && most >= kFailuresToLock)
        return Error{ErrorCode::Denied, u"sign-in.locked"_s, {}, {}};
    if (wait <= 0) return std::nullopt;
    return Error{ErrorCode::Denied, u"sign-in.wait"_s, {QString::number((wait + 999) / 1000)}, {}};
}

/// What is left of the delay after so many failures, in milliseconds.
std::int64_t SignInGuard::waitOf(const QString& row, std::int64_t failed)
{
    std::optional<std::int64_t> until;
    {
        auto query = m_tx.query(kWait);
        query.bind(":branch", kBranch).bind(":subject", row).bind(":machine", m_clock.machine).run();
        // Another start of the machine, or a failure at another counter: the delay begins here and now.
        if (query.next() && query.text(0) == m_clock.boot && query.int64(1) == failed) until = query.int64(2);
    }
    const auto now = m_clock.now();
    if (!until || *until - now > delayAfter(failed)) {
        startDelay(row, failed);
        until = now + delayAfter(failed);
    }
    return *until - now;
}

void SignInGuard::count(const Subject& subject)
{
    for (const QString& row : rowsOf(subject)) {
        std::int64_t failed = 0;
        {
            auto query = m_tx.query(kCount);
            query.bind(":branch", kBranch).bind(":subject", row).run();
            if (query.next()) failed = query.int64(0);
        }
        startDelay(row, failed);
    }
}

void SignInGuard::startDelay(const QString& row, std::int64_t failed)
{
    m_tx.query(kSetWait)
        .bind(":branch", kBranch)
        .bind(":subject", row)
        .bind(":machine", m_clock.machine)
        .bind(":boot", m_clock.boot)
        .bind(":failures", failed)
        .bind(":until", m_clock.now() + delayAfter(failed))
        .run();
}

Query SignInGuard::turn(const char* sql, const Subject& subject)
{
    const QString& row = subject.name.isEmpty() ? subject.own : subject.name;
    auto query = m_tx.query(sql);
    query.bind(":row", static_cast<int>(sha256(row.toUtf8()).first(3).toHex().toInt(nullptr, 16))).run();
    query.next();
    return query;
}

bool SignInGuard::takeTurn(const Subject& subject)
{
    return turn(kTakeTurn, subject).boolean(0);
}

void SignInGuard::leaveTurn(const Subject& subject)
{
    turn(kLeaveTurn, subject);
}

void SignInGuard::clear(const Subject& subject)
{
    for (const QString& row : rowsOf(subject))
        for (const auto* sql : {kClearFailures, kClearWaits})
            m_tx.query(sql).bind(":branch", kBranch).bind(":subject", row).run();
}

} // namespace sanad
