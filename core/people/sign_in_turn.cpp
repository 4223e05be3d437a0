#include "core/people/sign_in_turn.h"

#include <QDeadlineTimer>
#include <QThread>

namespace sanad {

namespace {

constexpr int kAskAgainMs = 20;

} // namespace

SignInTurn::SignInTurn(Database& db, const MonotonicClock& clock, const SignInGuard::Subject& subject)
    : m_db(db)
    , m_clock(clock)
    , m_subject(subject)
{
    if (!db.onServer()) return;
    const QDeadlineTimer deadline(kLongestMs);
    while (!deadline.hasExpired()) {
        const auto taken =
            db.read([&](Tx& tx) -> Result<bool> { return SignInGuard(tx, m_clock).takeTurn(m_subject); });
        m_taken = taken && *taken;
        if (m_taken || !taken) return;
        QThread::msleep(kAskAgainMs);
    }
}

SignInTurn::~SignInTurn()
{
    if (!m_taken) return;
    (void)m_db.read([&](Tx& tx) -> Result<> {
        SignInGuard(tx, m_clock).leaveTurn(m_subject);
        return {};
    });
}

} // namespace sanad
