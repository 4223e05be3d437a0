#include "core/people/staff_secrets.h"

#include "core/base/digits.h"
#include "core/crypto/hash.h"
#include "core/people/vouched_people.h"
#include "core/settings/centre.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLeastPassword = 8;
constexpr int kMostPassword = 128;

} // namespace

Result<> checkNewPassword(const QString& password)
{
    if (password.size() < kLeastPassword || password.size() > kMostPassword)
        return Error{ErrorCode::Invalid, u"people.password-short"_s, {QString::number(kLeastPassword)}, {}};
    return {};
}

Result<> checkNewPin(const QString& pin, Approves approves)
{
    static const QRegularExpression shape(uR"(^[0-9]{4,12}\z)"_s);
    if (!shape.match(asciiDigits(pin)).hasMatch()) return Error{ErrorCode::Invalid, u"people.pin"_s, {}, {}};
    if (approves == Approves::Yes && pin.size() < kApproverPin)
        return Error{ErrorCode::Invalid, u"people.pin-approver"_s, {QString::number(kApproverPin)}, {}};
    return {};
}

Approves approvesAs(Tx& tx, Role role)
{
    const bool held = StaffRepository(tx).permissions(role).contains(Permission::ApproveActs);
    return held ? Approves::Yes : Approves::No;
}

bool pinIsGiven(Tx& tx, StaffId staff)
{
    return StaffRepository(tx).secrets(staff).pinGiven;
}

QByteArray sealedPin(const Vault& vault, StaffId staff, const QString& pin, PasswordCost cost)
{
    return vault.seal(u"staff", u"sealed_pin", staff.raw(), hashPassword(asciiDigits(pin), cost).toLatin1());
}

QString renewRecoveryCode(Tx& tx, const Vault& vault, const Actor& by, PasswordCost cost)
{
    static constexpr auto kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const QByteArray random = randomBytes(25);
    QString code;
    for (int i = 0; i < random.size(); ++i) {
        if (i > 0 && i % 5 == 0) code += u'-';
        code += QLatin1Char(kAlphabet[static_cast<unsigned char>(random[i]) & 31]);
    }
    PeopleChange change(tx, PeopleRow::recovery());
    StaffRepository(tx).setRecoveryKey(wrapKey(vault.key(), code, cost));
    change.record(by, u"recovery.renewed"_s, kBranch);
    return code;
}

Result<> mayManage(Tx& tx, Role role, const Actor& by)
{
    if (role != Role::Owner) return {};
    const auto self = StaffRepository(tx).byId(by.staff());
    if (!self || self->role != Role::Owner) return Error{ErrorCode::Denied, u"people.owner-only"_s, {}, {}};
    return refuseDifferent(tx, *self);
}

Result<> mayGive(Tx& tx, Role role, const Actor& by)
{
    const StaffRepository people(tx);
    const auto self = people.byId(by.staff());
    if (self && self->role == Role::Owner) return {};
    for (const Permission permission : people.permissions(role))
        if (!by.holds(permission))
            return Error{ErrorCode::Denied, u"people.holds-more"_s, {permissionKey(permission)}, {}};
    return {};
}

Result<Staff> managed(Tx& tx, StaffId staff, const Actor& by)
{
    const auto found = StaffRepository(tx).byId(staff);
    if (!found) return Error{ErrorCode::NotFound, u"people.not-found"_s, {}, {}};
    SANAD_TRY(mayManage(tx, found->role, by));
    SANAD_TRY(mayOverrule(tx, PeopleRow::of(staff), found->user, by));
    return *found;
}

} // namespace sanad
