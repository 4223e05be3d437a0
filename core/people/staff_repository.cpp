#include "core/people/staff_repository.h"

#include "core/crypto/hash.h"
#include "core/settings/centre.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kAll =
    "SELECT id, user_name, name_ar, name_en, role, active FROM staff WHERE branch_id = :branch ORDER BY id";
constexpr auto kByUser = R"(
    SELECT id, user_name, name_ar, name_en, role, active FROM staff
    WHERE branch_id = :branch AND user_name = :user)";
constexpr auto kById = "SELECT id, user_name, name_ar, name_en, role, active FROM staff WHERE id = :id";
constexpr auto kSecrets = "SELECT wrapped_key, sealed_pin, pin_given FROM staff WHERE id = :id";
constexpr auto kWithoutKey =
    "SELECT 1 FROM staff WHERE branch_id = :branch AND active = 1 AND length(wrapped_key) = 0 LIMIT 1";
constexpr auto kInsert = R"(
    INSERT INTO staff (
        id, branch_id, user_name, name_ar, name_en, role, active, wrapped_key, sealed_pin, pin_given)
    VALUES (:id, :branch, :user, :name_ar, :name_en, :role, :active, :key, :pin, :given))";
constexpr auto kSetActive = "UPDATE staff SET active = :active WHERE id = :id";
constexpr auto kSetRole = "UPDATE staff SET role = :role WHERE id = :id";
constexpr auto kSetSecrets =
    "UPDATE staff SET wrapped_key = :key, sealed_pin = :pin, pin_given = :given WHERE id = :id";
constexpr auto kPinGiven = "SELECT pin_given FROM staff WHERE id = :id";
constexpr auto kPermissions =
    "SELECT permission FROM role_permission WHERE branch_id = :branch AND role = :role ORDER BY permission";
constexpr auto kGrant = R"(
    INSERT INTO role_permission (branch_id, role, permission) VALUES (:branch, :role, :permission)
    ON CONFLICT (branch_id, role, permission) DO NOTHING)";
constexpr auto kRevoke =
    "DELETE FROM role_permission WHERE branch_id = :branch AND role = :role AND permission = :permission";
constexpr auto kAddRecovery = R"(
    INSERT INTO recovery_key (id, branch_id, wrapped_key, created_at) VALUES (:id, :branch, :key, :at))";
constexpr auto kDropRecovery = "DELETE FROM recovery_key WHERE branch_id = :branch";
constexpr auto kRecovery =
    "SELECT wrapped_key FROM recovery_key WHERE branch_id = :branch ORDER BY id DESC LIMIT 1";
constexpr auto kRecoveryRows =
    "SELECT id, wrapped_key, created_at FROM recovery_key WHERE branch_id = :branch ORDER BY id";

using RecoveryId = Id<struct RecoveryTag>;

Staff staffFrom(const Query& row)
{
    // A role that no program of ours wrote has no permissions at all: the least is given.
    return {row.id<StaffId>(0), row.text(1), row.text(2), row.text(3),
        roleFromKey(row.text(4)).value_or(Role::FieldAgent), row.boolean(5)};
}

} // namespace

std::vector<Staff> StaffRepository::all() const
{
    std::vector<Staff> list;
    auto query = m_tx.query(kAll);
    query.bind(":branch", kBranch).run();
    while (query.next())
        list.push_back(staffFrom(query));
    return list;
}

std::optional<Staff> StaffRepository::byUser(const QString& user) const
{
    auto query = m_tx.query(kByUser);
    query.bind(":branch", kBranch).bind(":user", user).run();
    if (!query.next()) return std::nullopt;
    return staffFrom(query);
}

std::optional<Staff> StaffRepository::byId(StaffId id) const
{
    auto query = m_tx.query(kById);
    query.bind(":id", id).run();
    if (!query.next()) return std::nullopt;
    return staffFrom(query);
}

StaffRepository::Secrets StaffRepository::secrets(StaffId id) const
{
    auto query = m_tx.query(kSecrets);
    query.bind(":id", id).run();
    if (!query.next()) return {};
    return {query.bytes(0), query.bytes(1), query.boolean(2)};
}

bool StaffRepository::anyWithoutKey() const
{
    auto query = m_tx.query(kWithoutKey);
    query.bind(":branch", kBranch).run();
    return query.next();
}

bool StaffRepository::anotherOwnerSignsIn(StaffId staff) const
{
    const auto everyone = all();
    return std::any_of(everyone.begin(), everyone.end(), [&](const Staff& one) {
        return one.active && one.role == Role::Owner && one.id != staff &&
            !secrets(one.id).wrappedKey.isEmpty();
    });
}

void StaffRepository::insert(const Staff& staff, const Secrets& secrets)
{
    auto query = m_tx.query(kInsert);
    query.bind(":id", staff.id)
        .bind(":branch", kBranch)
        .bind(":user", staff.user)
        .bind(":name_ar", staff.nameAr)
        .bind(":name_en", staff.nameEn)
        .bind(":role", roleKey(staff.role))
        .bind(":active", staff.active)
        .bind(":key", secrets.wrappedKey)
        .bind(":given", secrets.pinGiven);
    if (secrets.sealedPin.isEmpty())
        query.bindNull(":pin");
    else
        query.bind(":pin", secrets.sealedPin);
    query.run();
    m_tx.touched(u"people"_s);
}

void StaffRepository::setActive(StaffId id, bool active)
{
    m_tx.query(kSetActive).bind(":active", active).bind(":id", id).run();
    m_tx.touched(u"people"_s);
}

void StaffRepository::setRole(StaffId id, Role role)
{
    m_tx.query(kSetRole).bind(":role", roleKey(role)).bind(":id", id).run();
    m_tx.touched(u"people"_s);
}

void StaffRepository::setSecrets(StaffId id, const Secrets& secrets)
{
    auto query = m_tx.query(kSetSecrets);
    query.bind(":id", id).bind(":key", secrets.wrappedKey).bind(":given", secrets.pinGiven);
    if (secrets.sealedPin.isEmpty())
        query.bindNull(":pin");
    else
        query.bind(":pin", secrets.sealedPin);
    query.run();
}

std::set<Permission> StaffRepository::permissions(Role role) const
{
    std::set<Permission> held;
    auto query = m_tx.query(kPermissions);
    query.bind(":branch", kBranch).bind(":role", roleKey(role)).run();
    while (query.next())
        if (const auto permission = permissionFromKey(query.text(0))) held.insert(*permission);
    return held;
}

void StaffRepository::grant(Role role, Permission permission)
{
    m_tx.query(kGrant)
        .bind(":branch", kBranch)
        .bind(":role", roleKey(role))
        .bind(":permission", permissionKey(permission))
        .run();
}

void StaffRepository::revoke(Role role, Permission permission)
{
    m_tx.query(kRevoke)
        .bind(":branch", kBranch)
        .bind(":role", roleKey(role))
        .bind(":permission", permissionKey(permission))
        .run();
}

void StaffRepository::setRecoveryKey(const QByteArray& wrappedKey)
{
    m_tx.query(kDropRecovery).bind(":branch", kBranch).run();
    m_tx.query(kAddRecovery)
        .bind(":id", RecoveryId::create())
        .bind(":branch", kBranch)
        .bind(":key", wrappedKey)
        .bind(":at", m_tx.now())
        .run();
}

QByteArray StaffRepository::recoveryKey() const
{
    auto query = m_tx.query(kRecovery);
    query.bind(":branch", kBranch).run();
    return query.next() ? query.bytes(0) : QByteArray();
}

QByteArray StaffRepository::staffDigest(StaffId id) const
{
    const auto staff = byId(id);
    if (!staff) return {};
    const auto held = secrets(id);
    auto raw = m_tx.query(kById);
    raw.bind(":id", id).run();
    raw.next();
    QStringList fields{staff->id.text(), staff->user, staff->nameAr, staff->nameEn, raw.text(4),
        QString::number(raw.int64(5)), QString::fromLatin1(held.wrappedKey.toHex()),
        QString::fromLatin1(held.sealedPin.toHex())};
    auto given = m_tx.query(kPinGiven);
    given.bind(":id", id).run();
    given.next();
    // Rows from before there was this column keep the digest that their audit lines hold.
    if (const QString text = given.text(0); text != "0"_L1) fields << text;
    return sha256(fields.join(u'\n').toUtf8());
}

QByteArray StaffRepository::permissionsDigest(Role role) const
{
    QStringList rows{roleKey(role)};
    auto query = m_tx.query(kPermissions);
    query.bind(":branch", kBranch).bind(":role", roleKey(role)).run();
    while (query.next())
        rows << query.text(0);
    return sha256(rows.join(u'\n').toUtf8());
}

QByteArray StaffRepository::recoveryDigest() const
{
    QStringList rows;
    auto query = m_tx.query(kRecoveryRows);
    query.bind(":branch", kBranch).run();
    while (query.next())
        rows << QString::number(query.int64(0)) << QString::fromLatin1(query.bytes(1).toHex())
             << query.text(2);
    return sha256(rows.join(u'\n').toUtf8());
}

} // namespace sanad
