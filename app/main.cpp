#include "app/application.h"
#include "app/morning.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

DeskOptions optionsFrom(const QCommandLineParser& parser)
{
    DeskOptions options;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QString data = parser.value(u"data"_s);
    options.data = DataLocation::parse(data.isEmpty() ? folder : data, folder);
    options.language = languageFromKey(parser.value(u"lang"_s)).value_or(Language::Arabic);
    options.scheme = parser.value(u"theme"_s) == u"dark"_s ? Scheme::Dark : Scheme::Light;
    options.zoom = parser.value(u"zoom"_s).toInt();
    options.printer = parser.value(u"printer"_s);
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"sanad-desk"_s);
    QApplication::setApplicationVersion(QStringLiteral(SANAD_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"The front desk of a Sanad centre."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Where the centre's data is: a folder or postgresql://…"_s, u"where"_s},
        {u"lang"_s, u"ar or en."_s, u"language"_s, u"ar"_s},
        {u"theme"_s, u"light or dark."_s, u"theme"_s, u"light"_s},
        {u"zoom"_s, u"Size of everything in per cent, 100 to 150."_s, u"percent"_s, u"100"_s},
        {u"printer"_s, u"Device of the receipt printer."_s, u"path"_s},
        {u"exit-after-startup"_s, u"Leave as soon as somebody could sign in."_s},
        {u"play-morning"_s, u"Play a clerk's morning on demonstration data and leave pictures and papers."_s,
            u"folder"_s},
    });
    parser.process(application);

    Application desk(application, optionsFrom(parser));
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
