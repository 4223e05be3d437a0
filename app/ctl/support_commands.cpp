#include "app/ctl/commands.h"
#include "core/support/support_bundle.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string output;
};

Exit bundle(Frame& frame, const Options& options)
{
    const QString path = QString::fromStdString(options.output);
    CTL_VALUE(frame, writable, checkOutput(path));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, bundle, SupportService(*session.db).bundle(session.actor));
    CTL_VALUE(frame, done, writeOutput(path, QJsonDocument(bundle).toJson()));
    const QString text = Ctl::tr("Written to %1. It is plain text and holds nothing of a person; look at it "
                                 "before you send it.")
                             .arg(path);
    return frame.result(text, {{u"file"_s, path}}) ? Exit::Done : frame.failOutput();
}

} // namespace

void addSupportCommands(Words app, Frame& frame)
{
    Words support = app.noun("support", Ctl::help("Help from far away"));
    const auto options = std::make_shared<Options>();
    verb(support, frame, "bundle",
        Ctl::help("Versions, counts, states and logs in one file, without personal data"), options, bundle)
        .option("file", options->output, Ctl::help("A new file"))
        .required();
}

} // namespace sanad::ctl
