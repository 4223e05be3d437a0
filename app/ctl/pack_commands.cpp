#include "app/ctl/commands.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/pack_service.h"
#include "core/catalogue/publishers.h"
#include "ui/text/error_text.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string file, pack, name;
};

Result<QByteArray> packBytes(const Options& options)
{
    return readInput(QString::fromStdString(options.file), kMaxPackFile);
}

QString manifestLine(const PackManifest& manifest)
{
    return Ctl::tr("Pack %1, version %2, from %3")
        .arg(manifest.pack, QString::number(manifest.version), manifest.validFrom.toString(Qt::ISODate));
}

QJsonObject manifestJson(const PackManifest& manifest)
{
    return {{u"pack"_s, manifest.pack}, {u"version"_s, qint64{manifest.version}},
        {u"valid_from"_s, jsonDay(manifest.validFrom)}, {u"demonstration"_s, manifest.demonstration}};
}

Exit check(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, packBytes(options));
    CTL_VALUE(frame, report, checkPack(bytes));
    bool written = true;
    for (const Error& problem : report.problems) {
        const ErrorText words = commandErrorText(problem, frame.language());
        written = written &&
            frame.result(words.sentence() + u" ["_s + problem.key + u']',
                QJsonObject{{u"problem"_s, frame.errorObject(problem)}});
    }
    for (const ClerkEnteredFee& fee : report.clerkEntered)
        written = written &&
            frame.result(
                Ctl::tr("%1: the clerk enters the fee (%2)").arg(fee.service, fee.causes.join(u", "_s)),
                QJsonObject{{u"clerk_entered"_s, fee.service},
                    {u"causes"_s, QJsonArray::fromStringList(fee.causes)}});
    QJsonObject summary = manifestJson(report.contents.manifest);
    summary.insert(u"services"_s, qint64(report.contents.services.size()));
    summary.insert(u"problems"_s, qint64(report.problems.size()));
    summary.insert(u"publisher"_s, publisherFingerprint(report.publisher));
    summary.insert(u"hash"_s, QString::fromLatin1(report.hash.toHex()));
    const QString line = manifestLine(report.contents.manifest) + u": "_s +
        Ctl::list({Ctl::tr("%n service(s)", nullptr, int(report.contents.services.size())),
            Ctl::tr("%n fee(s) entered by the clerk", nullptr, int(report.clerkEntered.size())),
            Ctl::tr("%n problem(s)", nullptr, int(report.problems.size()))}) +
        u'\n' + Ctl::tr("Publisher %1").arg(publisherFingerprint(report.publisher));
    if (!written || !frame.result(line, summary)) return frame.failOutput();
    return report.problems.empty() ? Exit::Done : Exit::Unusable;
}

QString standing(bool already, bool now)
{
    if (now) return already ? Ctl::tr(": stood already") : Ctl::tr(": stands now");
    return already ? Ctl::tr(": was applied already and stands from that day on")
                   : Ctl::tr(": is applied and stands from that day on");
}

Exit tellApplied(
    const Frame& frame, const Session& session, const PackApplied& applied, const QString& publisher = {})
{
    const bool now = applied.manifest.validFrom <= catalogueDay(session.db->clock()());
    QJsonObject object = manifestJson(applied.manifest);
    if (!publisher.isEmpty()) object.insert(u"publisher"_s, publisher);
    object.insert(u"already"_s, applied.already);
    object.insert(u"stands"_s, now);
    const QString line = manifestLine(applied.manifest) + standing(applied.already, now);
    const QString from = publisher.isEmpty() ? QString() : u'\n' + Ctl::tr("Publisher %1").arg(publisher);
    return frame.result(line + from, object) ? Exit::Done : frame.failOutput();
}

Exit apply(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, packBytes(options));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, applied, PackService(*session.db).apply(bytes, session.actor));
    CTL_VALUE(frame, file, readPackFile(bytes));
    return tellApplied(frame, session, applied, publisherFingerprint(file.publisher));
}

Exit rollback(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, applied,
        PackService(*session.db).rollback(QString::fromStdString(options.pack), session.actor));
    return tellApplied(frame, session, applied);
}

/// The owner's consent to a publisher whose packs are to be taken.
Exit trust(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, packBytes(options));
    CTL_VALUE(frame, file, readPackFile(bytes));
    CTL_VALUE(frame, name, textArgument(options.name));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, done, PackService(*session.db).confirmPublisher(file.publisher, name, session.actor));
    const QString key = publisherFingerprint(file.publisher);
    return frame.result(
               Ctl::tr("Packs of %1 are taken from now on.").arg(key), QJsonObject{{u"publisher"_s, key}})
        ? Exit::Done
        : frame.failOutput();
}

Exit distrust(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, packBytes(options));
    CTL_VALUE(frame, file, readPackFile(bytes));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, done, PackService(*session.db).withdrawPublisher(file.publisher, session.actor));
    const QString key = publisherFingerprint(file.publisher);
    return frame.done(Ctl::tr("No pack of %1 is taken any more.").arg(key), {{u"publisher"_s, key}});
}

} // namespace

void addPackCommands(Words app, Frame& frame)
{
    Words pack = app.noun("pack", Ctl::help("Content packs"));
    const auto options = std::make_shared<Options>();
    for (Words each : {verb(pack, frame, "check",
                           Ctl::help("Signature, forms, fees; needs no data and nobody"), options, check),
             verb(pack, frame, "apply", Ctl::help("Apply it whole, or nothing of it"), options, apply)})
        each.option("file", options->file, Ctl::help("The pack (a file, or - for stdin)")).required();
    verb(pack, frame, "rollback", Ctl::help("Back to the version before"), options, rollback)
        .option("pack", options->pack, Ctl::help("Which pack, e.g. om.demonstration"))
        .required();
    Words publisher = verb(
        pack, frame, "trust", Ctl::help("Take packs of this one's publisher from now on"), options, trust);
    publisher.option("file", options->file, Ctl::help("A pack of the publisher")).required();
    verb(pack, frame, "distrust", Ctl::help("Take no packs of this one's publisher any more"), options,
        distrust)
        .option("file", options->file, Ctl::help("A pack of the publisher"))
        .required();
    publisher.option("--name", options->name, Ctl::help("What to call the publisher")).required();
}

} // namespace sanad::ctl
