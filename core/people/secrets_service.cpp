#include "core/people/secrets_service.h"

#include "core/base/digits.h"
#include "core/people/secret_check.h"
#include "core/people/staff_secrets.h"
#include "core/people/vouched_people.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Gives the database the data key for as long as it lives, unless somebody else did already.
class Unlocked {
public:
    Unlocked(Database& db, QByteArray& key)
        : m_db(db)
        , m_was(db.unlocked())
    {
        if (!m_was) m_db.unlock(Vault::fromKey(key));
        key.fill('\0');
    }
    ~Unlocked()
    {
        if (!m_was) m_db.lock();
    }
    Unlocked(const Unlocked&) = delete;
    Unlocked& operator=(const Unlocked&) = delete;

private:
    Database& m_db;
    bool m_was;
};

/// Writes the new secrets of `staff`, as `by` chose them; an empty one stays as it was.
void setSecrets(
    Tx& tx, StaffId staff, const QString& password, const QString& pin, const Actor& by, PasswordCost cost)
{
    StaffRepository people(tx);
    auto secrets = people.secrets(staff);
    if (!password.isEmpty()) secrets.wrappedKey = wrapKey(tx.vault().key(), password, cost);
    if (!pin.isEmpty()) {
        secrets.sealedPin = sealedPin(tx.vault(), staff, pin, cost);
        secrets.pinGiven = by.staff() != staff;
    }
    people.setSecrets(staff, secrets);
}

/// What owners may do, where somebody edited it: without it no owner could sign in any more.
void setOwnersRight(Tx& tx, const Staff& owner)
{
    if (PeopleRow::of(Role::Owner).isVouched(tx)) return;
    StaffRepository people(tx);
    PeopleChange change(tx, PeopleRow::of(Role::Owner));
    for (const Permission held : people.permissions(Role::Owner))
        people.revoke(Role::Owner, held);
    for (const Permission first : firstPermissions(Role::Owner))
        people.grant(Role::Owner, first);
    change.record(Actor(owner.id, owner.user, {}, {}), u"role.set-up"_s,
        static_cast<std::int64_t>(Role::Owner), {{u"role"_s, roleKey(Role::Owner)}});
}

Result<> signedIn(const Actor& by)
{
    if (by.staff().isNull()) return Error{ErrorCode::Denied, u"gate.not-signed-in"_s, {}, {}};
    return {};
}

} // namespace

Result<> SecretsService::changePassword(const QString& current, const QString& password, const Actor& by)
{
    SANAD_TRY(signedIn(by));
    SANAD_TRY(checkNewPassword(password));
    if (password == current) return Error{ErrorCode::Invalid, u"people.password-same"_s, {}, {}};
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(known, check.password(by.user(), current, u"change"_s));
    const Unlocked open(m_db, known.dataKey);
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY(check.passed(tx, known.staff));
        PeopleChange change(tx, PeopleRow::of(known.staff.id));
        setSecrets(tx, known.staff.id, password, {}, by, m_cost);
        change.record(by, u"staff.password-changed"_s, known.staff.id.raw());
        return {};
    });
}

Result<> SecretsService::changePin(const QString& current, const QString& pin, const Actor& by)
{
    SANAD_TRY(signedIn(by));
    // Before the old PIN is looked at: what is refused here is no failed try.
    SANAD_TRY(m_db.read([&](Tx& tx) -> Result<> {
        const auto self = StaffRepository(tx).byId(by.staff());
        return checkNewPin(pin, self ? approvesAs(tx, self->role) : Approves::No);
    }));
    if (asciiDigits(pin) == asciiDigits(current))
        return Error{ErrorCode::Invalid, u"people.pin-same"_s, {}, {}};
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(known, check.pin(by.user(), current, u"change"_s));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY(check.passed(tx, known.staff));
        PeopleChange change(tx, PeopleRow::of(known.staff.id));
        setSecrets(tx, known.staff.id, {}, pin, by, m_cost);
        change.record(by, u"staff.pin-changed"_s, known.staff.id.raw());
        return {};
    });
}

Result<> SecretsService::reset(StaffId staff, const QString& password, const QString& pin, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    if (!password.isEmpty()) SANAD_TRY(checkNewPassword(password));
    if (!pin.isEmpty()) SANAD_TRY(checkNewPin(pin, Approves::No));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(person, managed(tx, staff, by));
        const bool none = password.isEmpty() && pin.isEmpty();
        if (!none) SANAD_TRY(mayGive(tx, person.role, by));
        if (!pin.isEmpty()) SANAD_TRY(checkNewPin(pin, approvesAs(tx, person.role)));
        SecretCheck(m_db, m_clock).forget(tx, person);
        PeopleChange change(tx, PeopleRow::of(staff));
        setSecrets(tx, staff, password, pin, by, m_cost);
        change.record(by, none ? u"staff.released"_s : u"staff.reset"_s, staff.raw());
        return {};
    });
}

Result<QString> SecretsService::newRecoveryCode(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.write([&](Tx& tx) -> Result<QString> {
        SANAD_TRY(mayManage(tx, Role::Owner, by));
        SANAD_TRY(mayOverrule(tx, PeopleRow::recovery(), by.user(), by));
        return renewRecoveryCode(tx, tx.vault(), by, m_cost);
    });
}

Result<QString> SecretsService::recover(
    const QString& code, const QString& user, const QString& password, const QString& pin)
{
    SANAD_TRY(checkNewPassword(password));
    SANAD_TRY(checkNewPin(pin, Approves::Yes));
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(key, check.recoveryCode(code));
    const Unlocked open(m_db, key);
    return m_db.write([&](Tx& tx) -> Result<QString> {
        StaffRepository people(tx);
        const auto owner = people.byUser(user);
        if (!owner || owner->role != Role::Owner || !owner->active)
            return Error{ErrorCode::NotFound, u"recovery.no-owner"_s, {}, {}};
        SANAD_TRY(check.recovered(tx));
        check.forget(tx, *owner);
        setOwnersRight(tx, *owner);
        const Actor by(owner->id, owner->user, {}, people.permissions(Role::Owner));
        PeopleChange change(tx, PeopleRow::of(owner->id));
        setSecrets(tx, owner->id, password, pin, by, m_cost);
        change.record(by, u"staff.recovered"_s, owner->id.raw());
        return renewRecoveryCode(tx, tx.vault(), by, m_cost);
    });
}

} // namespace sanad
