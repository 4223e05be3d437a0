// sanadctl: the desk's core without windows, for scripts, support and tests. docs/sanadctl.md.

#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "core/base/process_guard.h"
#include "ui/fonts/bundled_fonts.h"
#include "ui/text/command_line.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>

#include <algorithm>
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
        if (argument == "render" || argument == "subject" || argument == "notice" || argument == "record" ||
            argument.endsWith("pdf") || argument.startsWith("--receipts"))
            return true;
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

/// The words that the parser's own pages are made of.
void labelHelp(CLI::App& app)
{
    const auto formatter = app.get_formatter();
    formatter->label("Usage", Ctl::help("Usage"));
    formatter->label("OPTIONS", Ctl::help("OPTIONS"));
    formatter->label("SUBCOMMAND", Ctl::help("COMMAND"));
    formatter->label("Positionals", Ctl::help("Arguments"));
    formatter->label("REQUIRED", Ctl::help("REQUIRED"));
    app.option_defaults()->group(Ctl::help("Options"));
    app.group(Ctl::help("Commands"));
    app.set_help_flag("-h,--help", Ctl::help("This page"));
    app.set_version_flag("--version", SANAD_VERSION, Ctl::help("The version of the program"));
}

/// The parser gives each page's --help its own word for the group.
void groupHelp(CLI::App& app)
{
    if (CLI::Option* help = app.get_help_ptr()) help->group(Ctl::help("Options"));
    for (CLI::App* each : app.get_subcommands([](CLI::App*) { return true; }))
        groupHelp(*each);
}

std::unique_ptr<CLI::App> commandLine(Frame& frame)
{
    auto app = std::make_unique<CLI::App>(
        Ctl::help("The Sanad desk on the command line. Reference: docs/sanadctl.md"), "sanadctl");
    app->require_subcommand(1);
    labelHelp(*app);
    app->add_option("--data", frame.data, Ctl::help("Data folder, or postgresql://… (else SANAD_DATA)"));
    app->add_option("--files", frame.files, Ctl::help("With a server: the folder for encrypted files"));
    app->add_option(
        "--as", frame.user, Ctl::help("Who signs in; the password comes from SANAD_PASSWORD or a prompt"));
    app->add_option("--counter", frame.counter, Ctl::help("At which counter, e.g. C1"));
    app->add_option("--approve", frame.approver,
        Ctl::help("Second person for what needs four eyes; the PIN from SANAD_APPROVER_PIN or a prompt"));
    app->add_flag("--json", frame.json, Ctl::help("Results as JSON lines"));
    app->add_option("--lang", frame.lang, Ctl::help("Language of texts"))->check(CLI::IsMember({"ar", "en"}));
    const Words words(app.get());
    addCentreCommands(words, frame);
    addImportCommands(words, frame);
    addCustomerCommands(words, frame);
    addTicketCommands(words, frame);
    addServeCommand(words, frame);
    addReceiptCommands(words, frame);
    addTransactionCommands(words, frame);
    addShiftCommands(words, frame);
    addAuditCommands(words, frame);
    addSupportCommands(words, frame);
    addServerCommands(words, frame);
    addDayCommands(words, frame);
    addClockCommands(words, frame);
    addReportCommands(words, frame);
    addSyncCommands(words, frame);
    addCatalogueCommands(words, frame);
    addPackCommands(words, frame);
    addFormCommands(words, frame);
    addKeyCommands(words, frame);
    addPrivacyCommands(words, frame);
    addBackupCommands(words, frame);
    addStaffCommands(words, frame);
    groupHelp(*app);
    return app;
}

/// Characters that show a text as another, or that a terminal obeys.
bool isTreacherous(QChar c)
{
    const char16_t u = c.unicode();
    const bool isControl = c.category() == QChar::Other_Control && u != u'\n' && u != u'\t';
    return isControl || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

/// Errors, all Usage: `ctl.argument-encoding`, `ctl.argument-control`, `ctl.argument-too-long` (arg: the
/// limit).
Result<> checkArgument(const QString& word)
{
    const auto off = [](const QString& key, const QStringList& args = {}) {
        return Error{ErrorCode::Usage, key, args, {}};
    };
    if (word.size() > kMostArgument) return off(u"ctl.argument-too-long"_s, {QString::number(kMostArgument)});
    if (word.contains(QChar::ReplacementCharacter)) return off(u"ctl.argument-encoding"_s);
    if (std::any_of(word.begin(), word.end(), isTreacherous)) return off(u"ctl.argument-control"_s);
    return {};
}

/// The noun, or the program itself, that was called without a verb; else nothing.
const CLI::App* withoutVerb(const CLI::App& app)
{
    const CLI::App* deepest = &app;
    while (!deepest->get_subcommands().empty())
        deepest = deepest->get_subcommands().back();
    const auto any = [](const CLI::App*) { return true; };
    return deepest->get_subcommands(any).empty() ? nullptr : deepest;
}

/// The program, the noun and the verb that were chosen.
std::vector<const CLI::App*> chosen(const CLI::App& app)
{
    std::vector<const CLI::App*> chain{&app};
    while (!chain.back()->get_subcommands().empty())
        chain.push_back(chain.back()->get_subcommands().front());
    return chain;
}

/// Errors: Usage `ctl.argument-empty`, where an empty text does not take a value away.
Result<> checkEmpty(const CLI::App& app)
{
    for (const CLI::App* each : chosen(app))
        for (const CLI::Option* option : each->get_options()) {
            const auto& given = option->results();
            if (!takesEmptyText(*option) && std::find(given.begin(), given.end(), "") != given.end())
                return Error{ErrorCode::Usage, u"ctl.argument-empty"_s, {}, {}};
        }
    return {};
}

/// `ctl.customer.find`.
QString commandKey(const CLI::App& app)
{
    QString key = u"ctl"_s;
    for (const CLI::App* each : chosen(app))
        if (each != &app) key += u'.' + QString::fromStdString(each->get_name());
    return key;
}

/// The words that are the program's own: verbs, and options as they are written.
QStringList knownWords(const CLI::App& app)
{
    QStringList known{u"-"_s};
    for (const CLI::App* each : chosen(app)) {
        known << QString::fromStdString(each->get_name());
        for (const CLI::Option* option : each->get_options()) {
            for (const std::string& name : option->get_lnames())
                known << u"--"_s + QString::fromStdString(name);
            for (const std::string& name : option->get_snames())
                known << u"-"_s + QString::fromStdString(name);
        }
    }
    return known;
}

/// Takes what was typed out of the list of processes: names of verbs and options stay, values go.
void hideValues(const std::vector<char*>& arguments, const CLI::App& app)
{
    const QStringList known = knownWords(app);
    bool onlyValues = false;
    for (char* word : arguments) {
        const QString text = QString::fromUtf8(word);
        const qsizetype equals = text.indexOf(u'=');
        if (!onlyValues && text == "--"_L1) {
            onlyValues = true;
        } else if (!onlyValues && equals > 0 && text.startsWith(u'-') && known.contains(text.first(equals))) {
            hideArgument(word + equals + 1);
        } else if (onlyValues || !known.contains(text)) {
            hideArgument(word);
        }
    }
}

/// What is off, in the language of the texts where the parser tells it apart.
QString fault(const CLI::App& app, const CLI::ParseError& error)
{
    const QString words = QString::fromStdString(error.what());
    if (const auto unknown = app.remaining(true); !unknown.empty())
        return Ctl::tr("%1 is not known here").arg(QString::fromStdString(unknown.front()));
    if (withoutVerb(app)) return Ctl::tr("a command is missing");
    if (dynamic_cast<const CLI::RequiredError*>(&error))
        return Ctl::tr("%1 is missing").arg(words.section(u' ', 0, 0));
    if (dynamic_cast<const CLI::ConversionError*>(&error)) // "Could not convert: --seed = abc"
        return Ctl::tr("%1 does not take this value").arg(words.section(u": "_s, 1).section(u" = "_s, 0, 0));
    if (dynamic_cast<const CLI::ValidationError*>(&error))
        return Ctl::tr("%1 does not take this value").arg(words.section(u':', 0, 0));
    return words;
}

/// A command that cannot be parsed: where a verb is missing, the page that lists them, then the error.
Exit refuse(const Frame& frame, const CLI::App& app, const CLI::ParseError& error)
{
    if (!frame.json && withoutVerb(app)) frame.note(QString::fromStdString(app.help()));
    return frame.fail({ErrorCode::Usage, u"ctl.usage"_s, {fault(app, error)}, {}});
}

} // namespace

int main(int count, char** arguments)
{
    guardProcessMemory();
    failAtFileSizeLimit();
    qInstallMessageHandler(onQtMessage);
    const std::vector<char*> typed(arguments + 1, arguments + count);
    const auto qt = startQt(count, arguments);
    QCoreApplication::setApplicationName(u"sanadctl"_s);
    const QStringList given = QCoreApplication::arguments();

    Frame frame;
    frame.speak(askedLanguage(given));
    frame.json = given.contains(u"--json"_s);
    watchInterrupts(frame.errorLine({ErrorCode::Conflict, u"ctl.interrupted"_s, {}, {}}));
    const auto app = commandLine(frame);
    std::vector<std::string> words;
    for (auto word = given.rbegin(); word != given.rend() - 1; ++word) {
        if (const auto fine = checkArgument(*word); !fine) return static_cast<int>(frame.fail(fine.error()));
        words.push_back(word->toStdString()); // the parser takes them from the back
    }
    try {
        app->parse(words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app->exit(error);
        return static_cast<int>(refuse(frame, *app, error));
    }
    frame.commandKey = commandKey(*app);
    hideValues(typed, *app);
    if (const auto fine = checkEmpty(*app); !fine) return static_cast<int>(frame.fail(fine.error()));
    return static_cast<int>(frame.run());
}
