#include "core/people/secret_check.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/crypto/password.h"
#include "core/people/staff_repository.h"
#include "core/people/vouched_people.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Told without looking at anybody, and no try: nobody guesses with nothing.
Error nothingTyped()
{
    return {ErrorCode::Denied, u"sign-in.wrong"_s, {}, {}};
}

QByteArray stored(const StaffRepository::Secrets& secrets)
{
    return secrets.wrappedKey.toHex() + ' ' + secrets.sealedPin.toHex();
}

} // namespace

struct SecretCheck::Tried {
    SignInGuard::Subject subject;
    std::optional<Staff> staff;
    StaffRepository::Secrets secrets;
};

Result<SecretCheck::Tried> SecretCheck::begin(const QString& user)
{
    SANAD_TRY_VALUE(subject, m_db.read([&](Tx& tx) -> Result<SignInGuard::Subject> {
        const auto staff = StaffRepository(tx).byUser(user);
        const SignInGuard guard(tx, m_clock);
        return staff ? guard.of(*staff) : guard.ofUnknown(user);
    }));
    m_turn.emplace(m_db, m_clock, subject);
    Tried tried;
    SANAD_TRY_VALUE(refusal, m_db.write([&](Tx& tx) -> Result<std::optional<Error>> {
        StaffRepository people(tx);
        tried.staff = people.byUser(user);
        if (tried.staff) tried.secrets = people.secrets(tried.staff->id);
        SignInGuard guard(tx, m_clock);
        tried.subject = tried.staff ? guard.of(*tried.staff) : guard.ofUnknown(user);
        auto refused = guard.refusal(tried.subject);
        if (!refused) guard.count(tried.subject);
        return refused;
    }));
    if (refusal) return *refusal;
    m_lookedAt = stored(tried.secrets);
    return tried;
}

Error SecretCheck::failed(
    const Tried& tried, const QString& why, const QString& how, const QString& key, const Actor& asker)
{
    const auto written = m_db.write([&](Tx& tx) -> Result<> {
        const auto failures = SignInGuard(tx, m_clock).failures(tried.subject);
        AuditTrail(tx).record(asker, u"secret.refused"_s, tried.staff ? tried.staff->id.raw() : 0,
            {{u"failures"_s, qint64{failures}}, {u"how"_s, how}, {u"why"_s, why}});
        return {};
    });
    if (!written) return written.error();
    return {ErrorCode::Denied, key, {}, {}};
}

Error SecretCheck::wrongPassword(const Tried& tried, const QString& why)
{
    const auto waiting =
        m_db.read([](Tx& tx) -> Result<bool> { return StaffRepository(tx).anyWithoutKey(); });
    if (!waiting) return waiting.error();
    return failed(tried, why, u"password"_s, *waiting ? u"sign-in.key-changed"_s : u"sign-in.wrong"_s);
}

Result<SecretCheck::Known> SecretCheck::password(
    const QString& user, const QString& password, const QString& why)
{
    if (password.isEmpty()) return nothingTyped();
    const QString how = u"password"_s;
    SANAD_TRY_VALUE(tried, begin(user));
    if (tried.secrets.wrappedKey.isEmpty()) { // nobody, or from before a change of the data key
        (void)hashPassword(password); // costs what a wrong password costs
        return wrongPassword(tried, why);
    }
    auto key = unwrapKey(tried.secrets.wrappedKey, password);
    if (!key) return wrongPassword(tried, why);
    if (!tried.staff->active) return failed(tried, why, how, u"sign-in.disabled"_s);
    if (const auto differs = asVouched(tried, why, how)) return *differs;
    return Known{*tried.staff, std::move(*key)};
}

Result<SecretCheck::Known> SecretCheck::pin(
    const QString& user, const QString& pin, const QString& why, const Actor& asker)
{
    if (!m_db.unlocked()) return Error{ErrorCode::Denied, u"vault.locked"_s, {}, {}};
    if (pin.trimmed().isEmpty()) return nothingTyped();
    const QString how = u"pin"_s;
    SANAD_TRY_VALUE(tried, begin(user));
    if (!tried.staff || tried.secrets.sealedPin.isEmpty()) {
        (void)hashPassword(pin);
        return failed(tried, why, how, u"sign-in.wrong"_s, asker);
    }
    SANAD_TRY_VALUE(verifier, m_db.read([&](Tx& tx) -> Result<QByteArray> {
        return tx.vault().open(u"staff", u"sealed_pin", tried.staff->id.raw(), tried.secrets.sealedPin);
    }));
    if (!verifyPassword(QString::fromLatin1(verifier), asciiDigits(pin)))
        return failed(tried, why, how, u"sign-in.wrong"_s, asker);
    if (!tried.staff->active) return failed(tried, why, how, u"sign-in.disabled"_s, asker);
    if (const auto differs = asVouched(tried, why, how, asker)) return *differs;
    return Known{*tried.staff, {}};
}

Result<QByteArray> SecretCheck::recoveryCode(const QString& code)
{
    const Tried tried{SignInGuard::recovery(), {}, {}};
    m_turn.emplace(m_db, m_clock, tried.subject);
    QByteArray wrapped;
    SANAD_TRY_VALUE(refusal, m_db.write([&](Tx& tx) -> Result<std::optional<Error>> {
        wrapped = StaffRepository(tx).recoveryKey();
        SignInGuard guard(tx, m_clock);
        auto refused = guard.refusal(tried.subject);
        if (!refused) guard.count(tried.subject);
        return refused;
    }));
    if (refusal) return *refusal;
    m_lookedAt = wrapped;
    auto key = unwrapKey(wrapped, tidyRecoveryCode(code));
    if (!key) return failed(tried, u"recovery"_s, u"code"_s, u"recovery.wrong"_s);
    SANAD_TRY_VALUE(
        vouched, m_db.read([](Tx& tx) -> Result<bool> { return PeopleRow::recovery().isVouched(tx); }));
    if (!vouched) return failed(tried, u"recovery"_s, u"code"_s, u"recovery.row-differs"_s);
    return key;
}

std::optional<Error> SecretCheck::asVouched(
    const Tried& tried, const QString& why, const QString& how, const Actor& asker)
{
    const auto same = m_db.read([&](Tx& tx) { return refuseDifferent(tx, *tried.staff); });
    if (same) return std::nullopt;
    Error told = failed(tried, why, how, same.error().key, asker);
    told.args = same.error().args;
    return told;
}

Result<Staff> SecretCheck::passed(Tx& tx, const Staff& staff) const
{
    const auto now = StaffRepository(tx).byId(staff.id);
    if (!now || !now->active) return Error{ErrorCode::Denied, u"sign-in.disabled"_s, {}, {}};
    SANAD_TRY(refuseDifferent(tx, *now));
    if (stored(StaffRepository(tx).secrets(staff.id)) != m_lookedAt)
        return Error{ErrorCode::Denied, u"sign-in.wrong"_s, {}, {}};
    forget(tx, staff);
    return *now;
}

void SecretCheck::forget(Tx& tx, const Staff& staff) const
{
    SignInGuard guard(tx, m_clock);
    guard.clear(guard.of(staff));
}

Result<> SecretCheck::recovered(Tx& tx) const
{
    if (StaffRepository(tx).recoveryKey() != m_lookedAt)
        return Error{ErrorCode::Denied, u"recovery.wrong"_s, {}, {}};
    if (!PeopleRow::recovery().isVouched(tx))
        return Error{ErrorCode::Denied, u"recovery.row-differs"_s, {}, {}};
    SignInGuard(tx, m_clock).clear(SignInGuard::recovery());
    return {};
}

QString tidyRecoveryCode(const QString& code)
{
    QString tidy;
    int written = 0;
    for (const QChar each : asciiDigits(code).toUpper()) {
        if (!each.isLetterOrNumber()) continue;
        if (written > 0 && written % 5 == 0) tidy += u'-';
        tidy += each == u'O' ? QChar(u'0') : (each == u'I' || each == u'L') ? QChar(u'1') : each;
        ++written;
    }
    return tidy;
}

} // namespace sanad
