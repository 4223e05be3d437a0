#include "app/ctl/commands.h"
#include "app/ctl/password_prompt.h"
#include "app/ctl/table.h"
#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "ui/text/permission_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct NoOptions { };

struct PersonOptions {
    std::string user, role, nameAr, nameEn;
};

struct RoleOptions {
    std::string role, permission;
};

Result<Role> roleArgument(const std::string& text)
{
    const QString key = QString::fromStdString(text);
    if (const auto role = roleFromKey(key)) return *role;
    return Error{ErrorCode::Usage, u"ctl.role"_s, {key}, {}};
}

Result<Permission> permissionArgument(const std::string& text)
{
    const QString key = QString::fromStdString(text);
    if (const auto permission = permissionFromKey(key)) return *permission;
    return Error{ErrorCode::Usage, u"ctl.permission"_s, {key}, {}};
}

Result<Staff> named(PeopleService& people, const std::string& user, const Actor& by)
{
    SANAD_TRY_VALUE(everyone, people.list(by));
    for (const Staff& staff : everyone)
        if (staff.user == QString::fromStdString(user)) return staff;
    return Error{ErrorCode::NotFound, u"people.not-found"_s, {}, {}};
}

QJsonObject json(const Staff& staff)
{
    return {{u"id"_s, staff.id.text()}, {u"user"_s, staff.user}, {u"name_ar"_s, staff.nameAr},
        {u"name_en"_s, staff.nameEn}, {u"role"_s, roleKey(staff.role)}, {u"active"_s, staff.active}};
}

QString status(const Staff& staff)
{
    return staff.active ? Ctl::tr("active") : Ctl::tr("disabled");
}

Exit tell(Frame& frame, const Staff& staff)
{
    const QString text = staff.user + u' ' + Ctl::word(roleKey(staff.role)) + u' ' + status(staff);
    return frame.result(text, json(staff)) ? Exit::Done : frame.failOutput();
}

Exit list(Frame& frame, const NoOptions&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, everyone, PeopleService(*session.db).list(session.actor));
    Table table({Ctl::tr("User"), Ctl::tr("Name"), Ctl::tr("Role"), Ctl::tr("State")});
    for (const Staff& staff : everyone) {
        if (frame.json && !frame.print(json(staff))) return frame.failOutput();
        const bool arabic = frame.language() == Language::Arabic || staff.nameEn.isEmpty();
        table.add({staff.user, arabic ? staff.nameAr : staff.nameEn, Ctl::word(roleKey(staff.role)),
            status(staff)});
    }
    if (!frame.json && !frame.print(table.text())) return frame.failOutput();
    return Exit::Done;
}

Result<QString> newPassword(const QString& user)
{
    return secret("SANAD_NEW_PASSWORD", Ctl::tr("New password of %1: ").arg(user));
}

Result<QString> newPin(const QString& user)
{
    return secret("SANAD_NEW_PIN", Ctl::tr("New PIN of %1: ").arg(user));
}

Exit add(Frame& frame, const PersonOptions& options)
{
    StaffDraft draft;
    draft.user = QString::fromStdString(options.user);
    CTL_VALUE(frame, role, roleArgument(options.role));
    draft.role = role;
    CTL_VALUE(frame, nameAr, textArgument(options.nameAr));
    draft.nameAr = nameAr;
    if (!options.nameEn.empty()) {
        CTL_VALUE(frame, nameEn, textArgument(options.nameEn));
        draft.nameEn = nameEn;
    }
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, allowed, session.actor.may(Permission::ManageStaff));
    CTL_VALUE(frame, password, newPassword(draft.user));
    CTL_VALUE(frame, pin, newPin(draft.user));
    draft.password = password;
    draft.pin = pin;
    PeopleService people(*session.db);
    CTL_VALUE(frame, added, people.add(draft, session.actor));
    CTL_VALUE(frame, staff, named(people, options.user, session.actor));
    return tell(frame, staff);
}

/// Does `change(people, staff, actor)` to the named person and tells how they are now.
template <class Change> Exit changed(Frame& frame, const PersonOptions& options, Change change)
{
    CTL_VALUE(frame, session, frame.signIn());
    PeopleService people(*session.db);
    CTL_VALUE(frame, before, named(people, options.user, session.actor));
    CTL_VALUE(frame, done, change(session, before));
    CTL_VALUE(frame, after, named(people, options.user, session.actor));
    return tell(frame, after);
}

Exit disable(Frame& frame, const PersonOptions& options)
{
    return changed(frame, options, [](Session& session, const Staff& staff) {
        return PeopleService(*session.db).disable(staff.id, session.actor);
    });
}

Exit enable(Frame& frame, const PersonOptions& options)
{
    return changed(frame, options, [](Session& session, const Staff& staff) {
        return PeopleService(*session.db).enable(staff.id, session.actor);
    });
}

Exit setRole(Frame& frame, const PersonOptions& options)
{
    CTL_VALUE(frame, role, roleArgument(options.role));
    return changed(frame, options, [role = role](Session& session, const Staff& staff) {
        return PeopleService(*session.db).setRole(staff.id, role, session.actor);
    });
}

Exit reset(Frame& frame, const PersonOptions& options)
{
    return changed(frame, options, [](Session& session, const Staff& staff) -> Result<> {
        SANAD_TRY_VALUE(password, newPassword(staff.user));
        SANAD_TRY_VALUE(pin, newPin(staff.user));
        return SecretsService(*session.db).reset(staff.id, password, pin, session.actor);
    });
}

Exit release(Frame& frame, const PersonOptions& options)
{
    return changed(frame, options, [](Session& session, const Staff& staff) {
        return SecretsService(*session.db).reset(staff.id, {}, {}, session.actor);
    });
}

Exit showRoles(Frame& frame, const RoleOptions& options)
{
    std::optional<Role> only;
    if (!options.role.empty()) {
        CTL_VALUE(frame, role, roleArgument(options.role));
        only = role;
    }
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, roles, PeopleService(*session.db).roles(session.actor));
    for (const auto& [role, held] : roles) {
        if (only && role != *only) continue;
        QStringList keys;
        for (const Permission permission : held)
            keys << permissionKey(permission);
        Table table({Ctl::word(roleKey(role)) + u':'});
        for (const Permission permission : held)
            table.add({u"  "_s + permissionKey(permission), permissionText(permission, frame.language())});
        const QJsonObject object{
            {u"role"_s, roleKey(role)}, {u"permissions"_s, QJsonArray::fromStringList(keys)}};
        if (!frame.result(table.text(), object)) return frame.failOutput();
    }
    return Exit::Done;
}

Exit setPermission(Frame& frame, const RoleOptions& options, bool held)
{
    CTL_VALUE(frame, role, roleArgument(options.role));
    CTL_VALUE(frame, permission, permissionArgument(options.permission));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, done, PeopleService(*session.db).setPermission(role, permission, held, session.actor));
    CTL_VALUE(frame, roles, PeopleService(*session.db).roles(session.actor));
    const bool now = roles.at(role).contains(permission);
    const QString text = Ctl::word(roleKey(role)) + u' ' + permissionKey(permission) + u' ' +
        (now ? Ctl::tr("granted") : Ctl::tr("revoked"));
    const QJsonObject object{
        {u"role"_s, roleKey(role)}, {u"permission"_s, permissionKey(permission)}, {u"held"_s, now}};
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

Exit grant(Frame& frame, const RoleOptions& options)
{
    return setPermission(frame, options, true);
}

Exit revoke(Frame& frame, const RoleOptions& options)
{
    return setPermission(frame, options, false);
}

Exit tellChanged(Frame& frame)
{
    return frame.result(Ctl::tr("Changed."), {{u"changed"_s, true}}) ? Exit::Done : frame.failOutput();
}

Exit changePassword(Frame& frame, const NoOptions&)
{
    CTL_VALUE(frame, session, frame.signIn());
    const QString user = session.actor.user();
    CTL_VALUE(frame, current, secret("SANAD_PASSWORD", Ctl::tr("Password of %1: ").arg(user)));
    CTL_VALUE(frame, password, newPassword(user));
    CTL_VALUE(frame, done, SecretsService(*session.db).changePassword(current, password, session.actor));
    return tellChanged(frame);
}

Exit changePin(Frame& frame, const NoOptions&)
{
    CTL_VALUE(frame, session, frame.signIn());
    const QString user = session.actor.user();
    CTL_VALUE(frame, current, secret("SANAD_PIN", Ctl::tr("PIN of %1: ").arg(user)));
    CTL_VALUE(frame, pin, newPin(user));
    CTL_VALUE(frame, done, SecretsService(*session.db).changePin(current, pin, session.actor));
    return tellChanged(frame);
}

Exit tellCode(Frame& frame, const QString& code)
{
    const QString text =
        Ctl::tr("New recovery code, shown this once: %1\nPrint it and lock it away. The old one is void.")
            .arg(code);
    return frame.result(text, {{u"recovery_code"_s, code}}) ? Exit::Done : frame.failOutput();
}

Exit newCode(Frame& frame, const NoOptions&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, code, SecretsService(*session.db).newRecoveryCode(session.actor));
    return tellCode(frame, code);
}

Exit recover(Frame& frame, const NoOptions&)
{
    if (frame.user.empty()) return frame.fail({ErrorCode::Usage, u"ctl.no-user"_s, {}, {}});
    const QString owner = QString::fromStdString(frame.user);
    CTL_VALUE(frame, database, frame.open(OpenMode::Write));
    CTL_VALUE(frame, code, secret("SANAD_RECOVERY_CODE", Ctl::tr("Printed recovery code: ")));
    CTL_VALUE(frame, password, newPassword(owner));
    CTL_VALUE(frame, pin, newPin(owner));
    CTL_VALUE(frame, next, SecretsService(*database).recover(code, owner, password, pin));
    return tellCode(frame, next);
}

template <class Run>
Words personVerb(Words staff, Frame& frame, const std::string& name, const std::string& help, Run run)
{
    const auto options = std::make_shared<PersonOptions>();
    Words one = verb(staff, frame, name, help, options, run);
    one.option("user", options->user, Ctl::help("The name to sign in with")).required();
    if (name == "role") one.option("role", options->role, Ctl::help("The new role")).required();
    if (name != "add") return one;
    one.option("--role", options->role, Ctl::help("What the person is")).required();
    one.option("--name-ar", options->nameAr, Ctl::help("Name in Arabic")).required();
    one.option("--name-en", options->nameEn, Ctl::help("Name in English"));
    return one;
}

} // namespace

void addStaffCommands(Words app, Frame& frame)
{
    const auto nothing = std::make_shared<NoOptions>();
    Words staff = app.noun("staff", Ctl::help("People who work here"));
    verb(staff, frame, "list", Ctl::help("Everybody, leavers too"), nothing, list);
    personVerb(staff, frame, "add",
        Ctl::help("A new person; secrets from SANAD_NEW_PASSWORD and SANAD_NEW_PIN or prompts"), add);
    personVerb(staff, frame, "disable", Ctl::help("Somebody leaves; stays on the list"), disable);
    personVerb(staff, frame, "enable", Ctl::help("Somebody comes back"), enable);
    personVerb(staff, frame, "role", Ctl::help("Another role, from the next sign-in"), setRole);
    personVerb(staff, frame, "reset", Ctl::help("A new password and PIN for somebody who forgot"), reset);
    personVerb(staff, frame, "release", Ctl::help("Lets somebody try again after failed tries"), release);

    Words role = app.noun("role", Ctl::help("What each role may do"));
    const auto shown = std::make_shared<RoleOptions>();
    verb(role, frame, "show", Ctl::help("Permissions of all roles, or of one"), shown, showRoles)
        .option("role", shown->role, Ctl::help("Only this one"));
    const auto both = [&](const std::string& name, const std::string& help, auto run) {
        const auto options = std::make_shared<RoleOptions>();
        Words one = verb(role, frame, name, help, options, run);
        one.option("role", options->role, Ctl::help("The role")).required();
        one.option("permission", options->permission, Ctl::help("The permission, e.g. day.close")).required();
    };
    both("grant", Ctl::help("Lets a role do something more"), grant);
    both("revoke", Ctl::help("Takes a permission from a role"), revoke);

    Words password = app.noun("password", Ctl::help("One's own secrets, and the recovery code"));
    verb(password, frame, "change", Ctl::help("One's own password"), nothing, changePassword);
    verb(password, frame, "pin", Ctl::help("One's own PIN"), nothing, changePin);
    verb(password, frame, "recovery-code", Ctl::help("Makes a new one and voids the old"), nothing, newCode);

    verb(app, frame, "recover",
        Ctl::help("The owner of --as forgot: a new password by the printed recovery code"), nothing, recover);
}

} // namespace sanad::ctl
