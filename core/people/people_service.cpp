#include "core/people/people_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/crypto/hash.h"
#include "core/people/staff_repository.h"
#include "core/settings/settings_repository.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLeastPassword = 8;
constexpr int kMostSecret = 128;

Result<> checkDraft(const StaffDraft& draft)
{
    static const QRegularExpression user(u"^[a-z][a-z0-9._-]{1,31}$"_s);
    static const QRegularExpression pin(u"^[0-9]{4,12}$"_s);
    if (!user.match(draft.user).hasMatch()) return Error{ErrorCode::Invalid, u"people.user-name"_s, {}, {}};
    if (draft.nameAr.trimmed().isEmpty() || draft.nameAr.contains(u'\n') || draft.nameEn.contains(u'\n'))
        return Error{ErrorCode::Invalid, u"people.name-missing"_s, {}, {}};
    if (draft.password.size() < kLeastPassword || draft.password.size() > kMostSecret)
        return Error{ErrorCode::Invalid, u"people.password-short"_s, {QString::number(kLeastPassword)}, {}};
    if (!pin.match(asciiDigits(draft.pin)).hasMatch())
        return Error{ErrorCode::Invalid, u"people.pin"_s, {}, {}};
    return {};
}

QByteArray sealedPin(const Vault& vault, StaffId staff, const QString& pin, PasswordCost cost)
{
    return vault.seal(u"staff", u"sealed_pin", staff.raw(), hashPassword(asciiDigits(pin), cost).toLatin1());
}

QJsonObject digestOf(const QByteArray& digest)
{
    return {{u"digest"_s, QString::fromLatin1(digest.toHex())}};
}

Result<StaffId> insertStaff(Tx& tx, const StaffDraft& draft, const Actor& by, PasswordCost cost)
{
    StaffRepository people(tx);
    if (people.byUser(draft.user))
        return Error{ErrorCode::Conflict, u"people.user-taken"_s, {draft.user}, {}};
    const Staff staff{
        StaffId::create(), draft.user, draft.nameAr.trimmed(), draft.nameEn.trimmed(), draft.role, true};
    people.insert(staff,
        {wrapKey(tx.vault().key(), draft.password, cost), sealedPin(tx.vault(), staff.id, draft.pin, cost)});
    AuditTrail(tx).record(by, u"staff.added"_s, staff.id, digestOf(people.staffDigest(staff.id)));
    return staff.id;
}

/// 25 characters of Crockford's base 32 in groups of five: 125 bits, no letter that reads like a digit.
QString newRecoveryCode()
{
    static constexpr auto kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const QByteArray random = randomBytes(25);
    QString code;
    for (int i = 0; i < random.size(); ++i) {
        if (i > 0 && i % 5 == 0) code += u'-';
        code += QLatin1Char(kAlphabet[static_cast<unsigned char>(random[i]) & 31]);
    }
    return code;
}

} // namespace

Result<QString> PeopleService::setUp(const FirstRun& request)
{
    SANAD_TRY(checkDraft(request.owner));
    const bool wasUnlocked = m_db.unlocked();
    SANAD_TRY_VALUE(
        taken, m_db.read([](Tx& tx) -> Result<bool> { return SettingsRepository(tx).hasCentre(); }));
    if (taken) return Error{ErrorCode::Conflict, u"people.already-set-up"_s, {}, {}};

    m_db.unlock(Vault::create());
    auto done = m_db.write([&](Tx& tx) -> Result<QString> {
        SettingsRepository settings(tx);
        settings.saveCentre(request.centre);
        for (const Counter& counter : request.counters)
            settings.addCounter(counter);
        settings.addSigningKey(SigningKey::create());
        StaffRepository people(tx);
        for (const Role role : allRoles()) {
            for (const Permission permission : firstPermissions(role))
                people.grant(role, permission);
            AuditTrail(tx).record(Actor(), u"role.set-up"_s, static_cast<std::int64_t>(role),
                digestOf(people.permissionsDigest(role)));
        }
        StaffDraft owner = request.owner;
        owner.role = Role::Owner;
        auto added = insertStaff(tx, owner, Actor(), m_cost);
        if (!added) return added.error();
        const QString code = newRecoveryCode();
        people.addRecoveryKey(wrapKey(tx.vault().key(), code, m_cost));
        AuditTrail(tx).record(Actor(), u"centre.set-up"_s, kBranch);
        return code;
    });
    if (!done && !wasUnlocked) m_db.lock();
    return done;
}

Result<StaffId> PeopleService::add(const StaffDraft& draft, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    SANAD_TRY(checkDraft(draft));
    return m_db.write([&](Tx& tx) { return insertStaff(tx, draft, by, m_cost); });
}

Result<> PeopleService::disable(StaffId staff, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.write([&](Tx& tx) -> Result<> {
        StaffRepository people(tx);
        const auto leaver = people.byId(staff);
        if (!leaver) return Error{ErrorCode::NotFound, u"people.not-found"_s, {}, {}};
        const auto everyone = people.all();
        const auto owners = std::count_if(everyone.begin(), everyone.end(),
            [](const Staff& s) { return s.active && s.role == Role::Owner; });
        if (leaver->role == Role::Owner && leaver->active && owners < 2)
            return Error{ErrorCode::Conflict, u"people.last-owner"_s, {}, {}};
        people.setActive(staff, false);
        AuditTrail(tx).record(by, u"staff.disabled"_s, staff, digestOf(people.staffDigest(staff)));
        return {};
    });
}

Result<> PeopleService::changePin(StaffId staff, const QString& pin, const Actor& by)
{
    if (staff != by.staff()) SANAD_TRY(by.may(Permission::ManageStaff));
    static const QRegularExpression shape(u"^[0-9]{4,12}$"_s);
    if (!shape.match(asciiDigits(pin)).hasMatch()) return Error{ErrorCode::Invalid, u"people.pin"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<> {
        StaffRepository people(tx);
        if (!people.byId(staff)) return Error{ErrorCode::NotFound, u"people.not-found"_s, {}, {}};
        auto secrets = people.secrets(staff);
        secrets.sealedPin = sealedPin(tx.vault(), staff, pin, m_cost);
        people.setSecrets(staff, secrets);
        AuditTrail(tx).record(by, u"staff.pin-changed"_s, staff, digestOf(people.staffDigest(staff)));
        return {};
    });
}

Result<> PeopleService::setPermission(Role role, Permission permission, bool held, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.write([&](Tx& tx) -> Result<> {
        StaffRepository people(tx);
        if (held)
            people.grant(role, permission);
        else
            people.revoke(role, permission);
        AuditTrail(tx).record(by, held ? u"role.granted"_s : u"role.revoked"_s,
            static_cast<std::int64_t>(role), digestOf(people.permissionsDigest(role)));
        return {};
    });
}

Result<std::vector<Staff>> PeopleService::list(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.read([](Tx& tx) -> Result<std::vector<Staff>> { return StaffRepository(tx).all(); });
}

} // namespace sanad
