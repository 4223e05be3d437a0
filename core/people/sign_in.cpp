#include "core/people/sign_in.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/crypto/password.h"
#include "core/people/staff_repository.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error wrong()
{
    return {ErrorCode::Denied, u"sign-in.wrong"_s, {}, {}};
}

struct Found {
    std::optional<Staff> staff;
    StaffRepository::Secrets secrets;
};

Result<Found> find(Database& db, const QString& user)
{
    return db.read([&](Tx& tx) -> Result<Found> {
        StaffRepository people(tx);
        Found found{people.byUser(user), {}};
        if (found.staff) found.secrets = people.secrets(found.staff->id);
        return found;
    });
}

} // namespace

Result<Actor> SignIn::withPassword(const QString& user, const QString& password, const QString& counter)
{
    SANAD_TRY_VALUE(found, find(m_db, user));
    if (!found.staff) {
        (void)hashPassword(password); // an unknown user costs what a wrong password costs
        return wrong();
    }
    auto key = unwrapKey(found.secrets.wrappedKey, password);
    if (!key) return wrong();
    if (!found.staff->active) return Error{ErrorCode::Denied, u"sign-in.disabled"_s, {}, {}};
    m_db.unlock(Vault::fromKey(*key));
    key->fill('\0');
    return finish(user, counter, u"password"_s);
}

Result<Actor> SignIn::withPin(const QString& user, const QString& pin, const QString& counter)
{
    if (!m_db.unlocked()) return Error{ErrorCode::Denied, u"vault.locked"_s, {}, {}};
    SANAD_TRY_VALUE(found, find(m_db, user));
    QByteArray verifier;
    if (found.staff && !found.secrets.sealedPin.isEmpty()) {
        auto opened = m_db.read([&](Tx& tx) -> Result<QByteArray> {
            return tx.vault().open(u"staff", u"sealed_pin", found.staff->id.raw(), found.secrets.sealedPin);
        });
        if (!opened) return opened.error();
        verifier = *opened;
    } else {
        (void)hashPassword(pin);
        return wrong();
    }
    if (!verifyPassword(QString::fromLatin1(verifier), asciiDigits(pin))) return wrong();
    if (!found.staff->active) return Error{ErrorCode::Denied, u"sign-in.disabled"_s, {}, {}};
    return finish(user, counter, u"pin"_s);
}

Result<Actor> SignIn::finish(const QString& user, const QString& counter, const QString& how)
{
    return m_db.write([&](Tx& tx) -> Result<Actor> {
        if (!counter.isEmpty() && !SettingsRepository(tx).hasCounter(counter))
            return Error{ErrorCode::NotFound, u"sign-in.counter"_s, {counter}, {}};
        StaffRepository people(tx);
        const auto staff = people.byUser(user);
        if (!staff) return wrong();
        Actor actor(staff->id, staff->user, counter, people.permissions(staff->role));
        AuditTrail(tx).record(actor, u"session.opened"_s, staff->id, {{u"how"_s, how}});
        return actor;
    });
}

Result<std::vector<SignIn::Choice>> SignIn::choices()
{
    return m_db.read([](Tx& tx) -> Result<std::vector<Choice>> {
        std::vector<Choice> list;
        for (const Staff& staff : StaffRepository(tx).all())
            if (staff.active) list.push_back({staff.user, staff.nameAr, staff.nameEn});
        return list;
    });
}

} // namespace sanad
