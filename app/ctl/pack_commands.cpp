#include "app/ctl/commands.h"
#include "core/catalogue/pack_service.h"
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

QString manifestLine(const Frame& frame, const PackManifest& manifest)
{
    return frame.say({u"Pack %1, version %2, from %3", u"الحزمة %1، الإصدار %2، من %3"})
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
        const ErrorText words = errorText(problem, frame.language());
        written = written &&
            frame.result(words.sentence() + u" ["_s + problem.key + u']',
                QJsonObject{{u"problem"_s, frame.errorObject(problem)}});
    }
    for (const ClerkEnteredFee& fee : report.clerkEntered)
        written = written &&
            frame.result(frame.say({u"%1: the clerk enters the fee (%2)", u"%1: يدخل الموظف الرسم (%2)"})
                             .arg(fee.service, fee.causes.join(u", "_s)),
                QJsonObject{{u"clerk_entered"_s, fee.service},
                    {u"causes"_s, QJsonArray::fromStringList(fee.causes)}});
    QJsonObject summary = manifestJson(report.contents.manifest);
    summary.insert(u"services"_s, qint64(report.contents.services.size()));
    summary.insert(u"problems"_s, qint64(report.problems.size()));
    summary.insert(u"publisher"_s, QString::fromLatin1(report.publisher.toHex()));
    summary.insert(u"hash"_s, QString::fromLatin1(report.hash.toHex()));
    const QString line = manifestLine(frame, report.contents.manifest) +
        frame
            .say({u": %1 services, %2 fees entered by the clerk, %3 problems",
                u": الخدمات %1، رسوم يدخلها الموظف %2، المشكلات %3"})
            .arg(report.contents.services.size())
            .arg(report.clerkEntered.size())
            .arg(report.problems.size());
    if (!written || !frame.result(line, summary)) return frame.failOutput();
    return report.problems.empty() ? Exit::Done : Exit::Unusable;
}

Exit tellApplied(const Frame& frame, const PackApplied& applied)
{
    QJsonObject object = manifestJson(applied.manifest);
    object.insert(u"already"_s, applied.already);
    const QString line = manifestLine(frame, applied.manifest) +
        (applied.already ? frame.say({u": stood already", u": قائمة من قبل"})
                         : frame.say({u": stands now", u": قائمة الآن"}));
    return frame.result(line, object) ? Exit::Done : frame.failOutput();
}

Exit apply(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, packBytes(options));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, applied, PackService(*session.db).apply(bytes, session.actor));
    return tellApplied(frame, applied);
}

Exit rollback(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, applied,
        PackService(*session.db).rollback(QString::fromStdString(options.pack), session.actor));
    return tellApplied(frame, applied);
}

/// The owner's consent to a publisher whose packs are to be taken.
Exit trust(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, bytes, packBytes(options));
    CTL_VALUE(frame, file, readPackFile(bytes));
    CTL_VALUE(frame, name, textArgument(options.name));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, done, PackService(*session.db).confirmPublisher(file.publisher, name, session.actor));
    const QString key = QString::fromLatin1(file.publisher.toHex());
    return frame.result(frame.say({u"Packs of %1 are taken from now on.", u"تُقبل حزم %1 من الآن."}).arg(key),
               QJsonObject{{u"publisher"_s, key}})
        ? Exit::Done
        : frame.failOutput();
}

} // namespace

void addPackCommands(CLI::App& app, Frame& frame)
{
    CLI::App* pack = noun(app, "pack", "Content packs");
    const auto options = std::make_shared<Options>();
    for (CLI::App* each :
        {verb(*pack, frame, "check", "Signature, forms, fees; needs no data and nobody", options, check),
            verb(*pack, frame, "apply", "Apply it whole, or nothing of it", options, apply)})
        each->add_option("file", options->file, "The pack (a file, or - for stdin)")->required();
    verb(*pack, frame, "rollback", "Back to the version before", options, rollback)
        ->add_option("pack", options->pack, "Which pack, e.g. om.demonstration")
        ->required();
    CLI::App* publisher =
        verb(*pack, frame, "trust", "Take packs of this one's publisher from now on", options, trust);
    publisher->add_option("file", options->file, "A pack of the publisher")->required();
    publisher->add_option("--name", options->name, "What to call the publisher")->required();
}

} // namespace sanad::ctl
