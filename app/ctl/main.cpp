// sanadctl: the desk's core without windows, for scripts, support and tests. docs/sanadctl.md.

#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "ui/fonts/bundled_fonts.h"

#include <QGuiApplication>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::ctl;

namespace {

/// Whether the command paints: prints need Qt Gui, which takes its time to start.
bool paints(int count, char** arguments)
{
    for (int i = 1; i < count; ++i) {
        const QByteArrayView argument(arguments[i]);
        if (argument == "render" || argument == "pdf" || argument.startsWith("--receipts")) return true;
    }
    return false;
}

/// stderr is for our own sentences; what Qt only remarks is left out.
void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "%s\n", qPrintable(text));
}

std::unique_ptr<QCoreApplication> startQt(int& count, char** arguments)
{
    if (!paints(count, arguments)) return std::make_unique<QCoreApplication>(count, arguments);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    auto application = std::make_unique<QGuiApplication>(count, arguments);
    loadBundledFonts();
    return application;
}

std::unique_ptr<CLI::App> commandLine(Frame& frame)
{
    auto app = std::make_unique<CLI::App>(
        "The Sanad desk on the command line. Reference: docs/sanadctl.md", "sanadctl");
    app->require_subcommand(1);
    app->set_version_flag("--version", SANAD_VERSION);
    app->add_option("--data", frame.data, "Data folder, or postgresql://… (else SANAD_DATA)");
    app->add_option("--files", frame.files, "With a server: the folder for encrypted files");
    app->add_option("--as", frame.user, "Who signs in; the password comes from SANAD_PASSWORD or a prompt");
    app->add_option("--counter", frame.counter, "At which counter, e.g. C1");
    app->add_flag("--json", frame.json, "Results as JSON lines");
    app->add_option("--lang", frame.lang, "Language of texts")->check(CLI::IsMember({"ar", "en"}));
    addCentreCommands(*app, frame);
    addImportCommands(*app, frame);
    addCustomerCommands(*app, frame);
    addTicketCommands(*app, frame);
    addServeCommand(*app, frame);
    addReceiptCommands(*app, frame);
    addTransactionCommands(*app, frame);
    addShiftCommands(*app, frame);
    addDayCommands(*app, frame);
    addReportCommands(*app, frame);
    addSyncCommands(*app, frame);
    addPackCommands(*app, frame);
    addFormCommands(*app, frame);
    return app;
}

} // namespace

namespace sanad::ctl {

CLI::App* noun(CLI::App& app, const std::string& name, const std::string& help)
{
    return app.add_subcommand(name, help)->require_subcommand(1)->fallthrough();
}

} // namespace sanad::ctl

int main(int count, char** arguments)
{
    watchInterrupts();
    qInstallMessageHandler(onQtMessage);
    const auto qt = startQt(count, arguments);
    QCoreApplication::setApplicationName(u"sanadctl"_s);

    Frame frame;
    const auto app = commandLine(frame);
    std::vector<std::string> words;
    const QStringList given = QCoreApplication::arguments();
    for (auto word = given.rbegin(); word != given.rend() - 1; ++word) {
        if (word->contains(QChar::ReplacementCharacter))
            return static_cast<int>(frame.fail({ErrorCode::Usage, u"ctl.argument-encoding"_s, {}, {}}));
        words.push_back(word->toStdString()); // the parser takes them from the back
    }
    try {
        app->parse(words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app->exit(error);
        frame.json = frame.json || given.contains(u"--json"_s);
        return static_cast<int>(
            frame.fail({ErrorCode::Usage, u"ctl.usage"_s, {QString::fromStdString(error.what())}, {}}));
    }
    return static_cast<int>(frame.command(frame));
}
