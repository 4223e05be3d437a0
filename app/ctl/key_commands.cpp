#include "app/ctl/commands.h"
#include "app/ctl/password_prompt.h"
#include "core/keys/key_rotation.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string reason;
};

Exit rotate(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, allowed, session.actor.may(Permission::ManageStaff));
    CTL_VALUE(frame, approval, frame.approval(session, keyRotationAct(), reason));
    CTL_VALUE(
        frame, password, secret("SANAD_PASSWORD", Ctl::tr("Password of %1: ").arg(session.actor.user())));
    CTL_VALUE(frame, done, KeyService(*session.db).rotate(password, approval, session.actor));
    QString text = Ctl::tr("The data key is new: %1.")
                       .arg(Ctl::list({Ctl::tr("%n value(s) sealed anew", nullptr, int(done.values)),
                           Ctl::tr("%n file(s)", nullptr, int(done.files))})) +
        u'\n' +
        Ctl::tr("New recovery code, shown this once: %1\nPrint it and lock it away. The old one opens only "
                "backups made before.")
            .arg(done.recoveryCode);
    if (!done.needPassword.isEmpty())
        text +=
            u'\n' + Ctl::tr("Give these a new password (staff reset): %1").arg(Ctl::list(done.needPassword));
    if (!done.compacted)
        frame.note(Ctl::tr("Traces are left in the files. Run \"privacy purge\" when no other program reads "
                           "the data; on a server, as the owner of its tables."));
    const QJsonObject object{{u"recovery_code"_s, done.recoveryCode},
        {u"need_password"_s, QJsonArray::fromStringList(done.needPassword)}, {u"values"_s, done.values},
        {u"files"_s, done.files}, {u"plates_forgotten"_s, done.platesForgotten},
        {u"compacted"_s, done.compacted}};
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

} // namespace

void addKeyCommands(Words app, Frame& frame)
{
    Words key = app.noun("key", Ctl::help("The data key, which seals what identifies people"));
    const auto options = std::make_shared<Options>();
    verb(key, frame, "rotate", Ctl::help("A new data key, and everything sealed anew; needs --approve"),
        options, rotate)
        .option("--reason", options->reason, Ctl::help("Why, for the second person"))
        .required();
}

} // namespace sanad::ctl
