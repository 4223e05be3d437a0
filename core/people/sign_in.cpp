#include "core/people/sign_in.h"

#include "core/audit/audit_trail.h"
#include "core/people/secret_check.h"
#include "core/people/staff_repository.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Result<Actor> opened(
    Database& db, const SecretCheck& check, const Staff& staff, const QString& counter, const QString& how)
{
    return db.write([&](Tx& tx) -> Result<Actor> {
        SANAD_TRY_VALUE(now, check.passed(tx, staff));
        AuditTrail trail(tx);
        Actor actor(now.id, now.user, counter, StaffRepository(tx).permissions(now.role));
        actor.setAsOf(trail.peopleChanges());
        trail.record(actor, u"session.opened"_s, staff.id, {{u"how"_s, how}});
        return actor;
    });
}

} // namespace

Result<> SignIn::checkCounter(const QString& counter)
{
    if (counter.isEmpty()) return {};
    return m_db.read([&](Tx& tx) -> Result<> {
        if (!SettingsRepository(tx).hasCounter(counter))
            return Error{ErrorCode::NotFound, u"sign-in.counter"_s, {counter}, {}};
        return {};
    });
}

Result<Actor> SignIn::withPassword(const QString& user, const QString& password, const QString& counter)
{
    SANAD_TRY(checkCounter(counter));
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(known, check.password(user, password, u"sign-in"_s));
    auto actor = opened(m_db, check, known.staff, counter, u"password"_s);
    if (actor) m_db.unlock(Vault::fromKey(known.dataKey));
    known.dataKey.fill('\0');
    return actor;
}

Result<Actor> SignIn::withPin(const QString& user, const QString& pin, const QString& counter)
{
    SANAD_TRY(checkCounter(counter));
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(known, check.pin(user, pin, u"sign-in"_s));
    return opened(m_db, check, known.staff, counter, u"pin"_s);
}

Result<> SignIn::stillWorks(const Actor& by)
{
    return m_db.read([&](Tx& tx) -> Result<> {
        AuditTrail(tx).meet(by);
        return {};
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
