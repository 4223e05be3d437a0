#include "core/people/staff_secrets.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/crypto/hash.h"
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

Result<> checkNewPin(const QString& pin)
{
    static const QRegularExpression shape(u"^[0-9]{4,12}$"_s);
    if (!shape.match(asciiDigits(pin)).hasMatch()) return Error{ErrorCode::Invalid, u"people.pin"_s, {}, {}};
    return {};
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
    StaffRepository people(tx);
    people.setRecoveryKey(wrapKey(vault.key(), code, cost));
    AuditTrail(tx).record(by, u"recovery.renewed"_s, kBranch,
        {{u"digest"_s, QString::fromLatin1(people.recoveryDigest().toHex())}});
    return code;
}

void recordStaff(Tx& tx, const Actor& by, const QString& act, StaffId staff, QJsonObject payload)
{
    const QByteArray digest = StaffRepository(tx).staffDigest(staff);
    payload.insert(u"digest"_s, QString::fromLatin1(digest.toHex()));
    AuditTrail(tx).record(by, act, staff, payload);
}

Result<> mayManage(Tx& tx, Role role, const Actor& by)
{
    if (role != Role::Owner) return {};
    const auto self = StaffRepository(tx).byId(by.staff());
    if (!self || self->role != Role::Owner) return Error{ErrorCode::Denied, u"people.owner-only"_s, {}, {}};
    return {};
}

Result<Staff> managed(Tx& tx, StaffId staff, const Actor& by)
{
    const auto found = StaffRepository(tx).byId(staff);
    if (!found) return Error{ErrorCode::NotFound, u"people.not-found"_s, {}, {}};
    SANAD_TRY(mayManage(tx, found->role, by));
    return *found;
}

} // namespace sanad
