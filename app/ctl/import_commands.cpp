#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "core/catalogue/catalogue_import.h"
#include "core/customers/customer_import.h"
#include "ui/text/error_text.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string file, rejects;
};

/// Where the caller said, else beside the file under the first name that is free.
QString rejectsPath(const Options& options)
{
    if (!options.rejects.empty()) return QString::fromStdString(options.rejects);
    const QString beside = QString::fromStdString(options.file) + u".rejects"_s;
    QString path = beside;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = beside + u'-' + QString::number(number);
    return path;
}

Exit tell(const Frame& frame, const QJsonObject& object, const QString& text, qint64 rejected)
{
    if (!frame.result(text, object)) return frame.failOutput();
    return rejected > 0 ? Exit::Refused : Exit::Done;
}

Exit customers(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    ImportOptions settings;
    settings.rejectsPath = rejectsPath(options);
    settings.sentence = [&frame](
                            const Error& error) { return errorText(error, frame.language()).sentence(); };
    settings.progress = [&frame](const ImportReport& soFar, qint64 read, qint64 whole) {
        frame.note(frame.say({u"%1 added, %2%", u"أضيف %1، %2%"})
                       .arg(soFar.added)
                       .arg(whole > 0 ? read * 100 / whole : 100));
        return !interrupted();
    };
    const QString file = QString::fromStdString(options.file);
    CTL_VALUE(frame, report, CustomerImport(*session.db).runFile(file, settings, session.actor));
    QJsonObject object{{u"added"_s, report.added}, {u"same"_s, report.same}, {u"rejected"_s, report.rejected},
        {u"interrupted"_s, report.interrupted}};
    if (report.rejected > 0) object.insert(u"rejects"_s, settings.rejectsPath);
    QString text =
        frame.say({u"%1 added, %2 were there already, %3 rejected", u"أضيف %1، موجود من قبل %2، مرفوض %3"})
            .arg(report.added)
            .arg(report.same)
            .arg(report.rejected);
    if (report.rejected > 0) text += frame.say({u"; see %1", u"؛ انظر %1"}).arg(settings.rejectsPath);
    if (report.interrupted) text += frame.say({u" (interrupted)", u" (أُوقف)"});
    return tell(frame, object, text, report.rejected + (report.interrupted ? 1 : 0));
}

/// The rejected lines under their header, ready to be mended; the reasons go to stderr, with the line they
/// belong to.
QByteArray rejectsFile(const Frame& frame, const CatalogueImportReport& report)
{
    QByteArray text = report.header.isEmpty() ? QByteArray() : report.header + '\n';
    for (const auto& row : report.rejected) {
        text += row.raw + '\n';
        frame.note(frame.say({u"line %1", u"السطر %1"}).arg(row.line) + u": "_s +
            errorText(row.reason, frame.language()).sentence() + u" ["_s + row.reason.key + u']');
    }
    return text;
}

Exit catalogue(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, readInput(QString::fromStdString(options.file), CatalogueImport::kMaxBytes));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, report, CatalogueImport(*session.db).run(bytes, session.actor));
    const auto rejected = static_cast<qint64>(report.rejected.size());
    QJsonObject object{{u"added"_s, report.added}, {u"changed"_s, report.changed}, {u"same"_s, report.same},
        {u"rejected"_s, rejected}};
    QString text = frame
                       .say({u"%1 added, %2 changed, %3 were there already, %4 rejected",
                           u"أضيف %1، تغيّر %2، موجود من قبل %3، مرفوض %4"})
                       .arg(report.added)
                       .arg(report.changed)
                       .arg(report.same)
                       .arg(rejected);
    if (rejected > 0) {
        const QString path = rejectsPath(options);
        CTL_VALUE(frame, written, writeOutput(path, rejectsFile(frame, report)));
        object.insert(u"rejects"_s, path);
        text += frame.say({u"; see %1", u"؛ انظر %1"}).arg(path);
    }
    return tell(frame, object, text, rejected);
}

} // namespace

void addImportCommands(CLI::App& app, Frame& frame)
{
    CLI::App* import = noun(app, "import", "Bring in rows; bad ones go to a file with their reasons");
    const auto options = std::make_shared<Options>();
    for (CLI::App* each :
        {verb(*import, frame, "customers", "Customers, CSV or JSON lines", options, customers),
            verb(*import, frame, "catalogue", "The centre's own services and prices, CSV or JSON lines",
                options, catalogue)}) {
        each->add_option("file", options->file, "The file")->required();
        each->add_option("--rejects", options->rejects, "Where bad rows go (FILE.rejects)");
    }
}

} // namespace sanad::ctl
