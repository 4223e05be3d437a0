#include "app/ctl/commands.h"
#include "core/storage/server_role.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string role;
};

Exit grant(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, allowed, session.actor.may(Permission::ManageSettings));
    const QString role = QString::fromStdString(options.role);
    CTL_VALUE(frame, granted, grantDesk(*session.db, role));
    return frame.result(
               Ctl::tr("%1 may now work at a desk, and owns nothing.").arg(role), {{u"role"_s, role}})
        ? Exit::Done
        : frame.failOutput();
}

} // namespace

void addServerCommands(Words app, Frame& frame)
{
    Words server = app.noun("server", Ctl::help("A PostgreSQL server of several counters"));
    const auto options = std::make_shared<Options>();
    verb(server, frame, "grant", Ctl::help("Give a role of the server what a desk needs, and no more"),
        options, grant)
        .option("role", options->role, Ctl::help("An existing role"))
        .required();
}

} // namespace sanad::ctl
