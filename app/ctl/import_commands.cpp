#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "core/catalogue/catalogue_import.h"
#include "core/customers/customer_import.h"
#include "core/storage/output_path.h"
#include "ui/text/error_text.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

constexpr qsizetype kMostLinesTold = 20;

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

/// For the row of a rejects file: what is kept is the row itself, whatever else went in.
QString reasonOf(const Frame& frame, const Error& error)
{
    ErrorText text = commandErrorText(error, frame.language());
    text.kept.clear();
    return text.sentence();
}

Exit customers(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    ImportOptions settings;
    settings.rejectsPath = rejectsPath(options);
    settings.sentence = [&frame](const Error& error) { return reasonOf(frame, error); };
    settings.progress = [&frame](const ImportProgress& at) {
        const qint64 percent = at.wholeBytes > 0 ? at.bytes * 100 / at.wholeBytes : 100;
        frame.note(Ctl::tr("Rows read: %1 (%2%)").arg(at.rows).arg(percent));
    };
    settings.stopped = interrupted;
    const QString file = QString::fromStdString(options.file);
    CTL_VALUE(frame, report, CustomerImport(*session.db).runFile(file, settings, session.actor));
    QJsonObject object{{u"added"_s, report.added}, {u"same"_s, report.same}, {u"rejected"_s, report.rejected},
        {u"interrupted"_s, report.interrupted}, {u"likely"_s, report.likely}};
    QJsonArray likely;
    QStringList lines;
    for (const LikelyDuplicate& one : report.likelyDuplicates) {
        likely.append(QJsonObject{{u"line"_s, one.line}, {u"customer"_s, one.other.text()}});
        if (lines.size() < kMostLinesTold) lines << QString::number(one.line);
    }
    object.insert(u"likely_duplicates"_s, likely);
    if (report.rejected > 0) object.insert(u"rejects"_s, settings.rejectsPath);
    QString text = Ctl::tr("%1 added, %2 were there already, %3 rejected")
                       .arg(report.added)
                       .arg(report.same)
                       .arg(report.rejected);
    if (report.rejected > 0) text += Ctl::tr("; see %1").arg(settings.rejectsPath);
    if (report.likely > 0)
        text += u'\n' +
            Ctl::tr("%n of the added may be there already, by a similar name and the same phone. Lines: %1",
                nullptr, int(report.likely))
                .arg(lines.join(u", "_s) + (report.likely > lines.size() ? u" …"_s : QString()));
    const Exit told = tell(frame, object, text, report.rejected);
    return report.interrupted ? frame.fail({ErrorCode::Conflict, u"ctl.interrupted"_s, {}, {}}) : told;
}

Exit catalogue(Frame& frame, const Options& options)
{
    const QString path = rejectsPath(options);
    CTL_VALUE(frame, possible, mayWriteTo(path));
    CTL_VALUE(frame, bytes, readInput(QString::fromStdString(options.file), CatalogueImport::kMaxBytes));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, report, CatalogueImport(*session.db).run(bytes, session.actor));
    const auto rejected = static_cast<qint64>(report.rejected.size());
    QJsonObject object{{u"added"_s, report.added}, {u"changed"_s, report.changed}, {u"same"_s, report.same},
        {u"rejected"_s, rejected}};
    QString text = Ctl::tr("%1 added, %2 changed, %3 were there already, %4 rejected")
                       .arg(report.added)
                       .arg(report.changed)
                       .arg(report.same)
                       .arg(rejected);
    if (rejected > 0) {
        CTL_VALUE(frame, written, writeOutput(path, report.rejects([&frame](const Error& reason) {
            return reasonOf(frame, reason);
        })));
        object.insert(u"rejects"_s, path);
        text += Ctl::tr("; see %1").arg(path);
    }
    return tell(frame, object, text, rejected);
}

} // namespace

void addImportCommands(Words app, Frame& frame)
{
    Words import = app.noun("import", Ctl::help("Bring in rows; bad ones go to a file with their reasons"));
    const auto options = std::make_shared<Options>();
    for (Words each :
        {verb(import, frame, "customers", Ctl::help("Customers, CSV or JSON lines"), options, customers),
            verb(import, frame, "catalogue",
                Ctl::help("The centre's own services and prices, CSV or JSON lines"), options, catalogue)}) {
        each.option("file", options->file, Ctl::help("The file")).required();
        each.option("--rejects", options->rejects, Ctl::help("Where bad rows go (FILE.rejects)"));
    }
}

} // namespace sanad::ctl
