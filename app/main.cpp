#include "app/application.h"
#include "app/first_paint.h"
#include "app/morning.h"
#include "core/base/process_guard.h"
#include "ui/text/command_line.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

int fail(const Error& error)
{
    const QByteArray line = errorLine(error, askedLanguage(QCoreApplication::arguments()));
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    return exitCodeOf(error.code);
}

/// Whether a window can be had, as far as can be known without Qt ending the program over it.
bool hasDisplay(int argc, char** argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return true;
    return std::any_of(argv + 1, argv + argc, [](const char* word) {
        const QByteArrayView option(word);
        return option == "-platform" || option == "--platform";
    });
#else
    Q_UNUSED(argc);
    Q_UNUSED(argv);
    return true;
#endif
}

/// Options that are given and not usable. Errors: those of parseOptions(), choiceOption(), numberOption().
Result<> checkOptions(const QCommandLineParser& parser)
{
    if (parser.isSet(u"lang"_s)) SANAD_TRY(choiceOption(parser, u"lang"_s, {u"ar"_s, u"en"_s}));
    if (parser.isSet(u"theme"_s)) SANAD_TRY(choiceOption(parser, u"theme"_s, {u"light"_s, u"dark"_s}));
    if (parser.isSet(u"zoom"_s)) SANAD_TRY(numberOption(parser, u"zoom"_s, 100, 150));
    for (const auto& option : {u"data"_s, u"play-morning"_s})
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return Error{ErrorCode::Usage, u"program.option-value"_s, {u"--"_s + option}, {}};
    return {};
}

DeskOptions optionsFrom(const QCommandLineParser& parser)
{
    DeskOptions options;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QString data = parser.value(u"data"_s);
    options.data = DataLocation::parse(data.isEmpty() ? folder : data);
    // A played morning looks the same wherever it is played.
    if (!parser.isSet(u"play-morning"_s))
        options.settingsFile =
            QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)).filePath(u"desk.ini"_s);
    const DeskChoices kept =
        options.settingsFile.isEmpty() ? DeskChoices() : readDeskChoices(options.settingsFile);
    const auto given = [&parser](const QString& name, auto fromText, auto otherwise) {
        return parser.isSet(name) ? fromText(parser.value(name)) : otherwise;
    };
    options.language = given(
        u"lang"_s, [](const QString& key) { return languageFromKey(key).value_or(Language::Arabic); },
        kept.language);
    options.scheme = given(
        u"theme"_s, [](const QString& key) { return key == u"dark"_s ? Scheme::Dark : Scheme::Light; },
        kept.scheme);
    options.zoom = given(
        u"zoom"_s, [](const QString& percent) { return percent.toInt(); }, kept.zoom);
    options.printer = given(
        u"printer"_s, [](const QString& device) { return device; }, kept.printer);
    options.lockMinutes = kept.lockMinutes;
    return options;
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"The front desk of a Sanad centre."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Where the centre's data is: a folder or postgresql://…"_s, u"where"_s},
        {u"lang"_s, u"ar or en, this time instead of what the settings say."_s, u"language"_s},
        {u"theme"_s, u"light or dark, likewise."_s, u"theme"_s},
        {u"zoom"_s, u"Size of everything in per cent, 100 to 150, likewise."_s, u"percent"_s},
        {u"printer"_s, u"Device of the receipt printer, likewise."_s, u"path"_s},
        {u"exit-after-first-paint"_s, u"Leave as soon as the window was painted."_s},
        {u"exit-after-startup"_s, u"Leave as soon as somebody could sign in."_s},
        {u"play-morning"_s, u"Play a clerk's morning on demonstration data and leave pictures and papers."_s,
            u"folder"_s},
    });
}

/// What needs no window: --help and --version, and without a display the refusal. Returns how the program
/// ends, or nothing when it goes on. Errors told: those of the options; Unreachable `program.no-display`.
std::optional<int> answerWithoutWindow(int argc, char** argv)
{
    const bool windowed = hasDisplay(argc, argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    const auto parsed = parseOptions(parser, QCoreApplication::arguments());
    if (!parsed) { // with a display the word may be one of Qt's own
        if (windowed) return std::nullopt;
        return fail(parsed.error());
    }
    if (parser.isSet(u"help"_s)) parser.showHelp();
    if (parser.isSet(u"version"_s)) parser.showVersion();
    if (windowed) return std::nullopt;
    if (const auto usable = checkOptions(parser); !usable) return fail(usable.error());
    return fail({ErrorCode::Unreachable, u"program.no-display"_s, {}, {}});
}

/// A folder that is none. Errors: Unreachable `storage.cannot-open` (arg: it).
Result<> checkFolder(const DataLocation& data)
{
    const QFileInfo folder(data.folder);
    if (data.isServer() || !folder.exists() || folder.isDir()) return {};
    return Error{ErrorCode::Unreachable, u"storage.cannot-open"_s, {data.folder}, {}};
}

} // namespace

int main(int argc, char** argv)
{
    guardProcessMemory();
    failAtFileSizeLimit();
    QCoreApplication::setApplicationName(u"sanad-desk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SANAD_VERSION));
    if (const auto ended = answerWithoutWindow(argc, argv)) return *ended;
    QApplication application(argc, argv);

    QCommandLineParser parser;
    describe(parser);
    if (const auto parsed = parseOptions(parser, QCoreApplication::arguments()); !parsed)
        return fail(parsed.error());
    if (parser.isSet(u"help"_s)) parser.showHelp();
    if (parser.isSet(u"version"_s)) parser.showVersion();
    if (const auto usable = checkOptions(parser); !usable) return fail(usable.error());

    const DeskOptions options = optionsFrom(parser);
    if (const auto folder = checkFolder(options.data); !folder) return fail(folder.error());

    Application desk(application, options);
    ExitAfterFirstPaint painted;
    if (parser.isSet(u"exit-after-first-paint"_s)) application.installEventFilter(&painted);
    if (parser.isSet(u"exit-after-startup"_s)) {
        QObject::connect(&desk, &Application::ready, &application, [] { QCoreApplication::exit(0); });
        QObject::connect(&desk, &Application::failed, &application, [] { QCoreApplication::exit(3); });
    }
    std::unique_ptr<Morning> morning;
    if (parser.isSet(u"play-morning"_s)) {
        morning = std::make_unique<Morning>(desk, parser.value(u"play-morning"_s));
        QObject::connect(&desk, &Application::ready, morning.get(), &Morning::play, Qt::QueuedConnection);
        QObject::connect(&desk, &Application::failed, &application, [] { QCoreApplication::exit(3); });
    }
    desk.start();
    return QApplication::exec();
}
