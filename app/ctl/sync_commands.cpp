#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/table.h"
#include "core/sync/sync_service.h"
#include "core/transactions/portal_answers.h"
#include "core/transactions/remove_channel.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string name, connector, settings, program, uuid;
};

/// Why a channel was not reached, in words; empty when nothing is wrong with it.
QString trouble(const Frame& frame, const ChannelStatus& channel)
{
    if (channel.lastError.isEmpty()) return {};
    const ErrorText words = commandErrorText(
        {ErrorCode::Unreachable, channel.lastError, {channel.connector}, {}}, frame.language());
    return words.happened + u" ["_s + words.code + u']';
}

/// A line of the record that the portal holds and this desk does not; empty when all it holds is here.
QString foreignHead(const Frame& frame, const ChannelStatus& channel)
{
    if (channel.anchorHolds) return {};
    const ErrorText words = commandErrorText(
        {ErrorCode::Conflict, u"sync.anchor-differs"_s, {QString::number(channel.anchorNumber)}, {}},
        frame.language());
    return words.sentence() + u" ["_s + words.code + u']';
}

/// What is wrong with a channel, a line each, behind its name.
QString troublesOf(const Frame& frame, const ChannelStatus& channel)
{
    QString lines;
    for (const QString& words : {foreignHead(frame, channel), trouble(frame, channel)})
        if (!words.isEmpty()) lines += u'\n' + channel.name + u": "_s + words;
    return lines;
}

Exit run(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    PortalAnswers answers(session.actor);
    SyncService sync(*session.db, answers);
    // What is under way is repeated by its key next time, so that an end in the middle loses nothing.
    const EndsAtOnce waiting;
    CTL_VALUE(frame, report, sync.run(session.actor));
    CTL_VALUE(frame, channels, sync.status(session.actor));
    QJsonArray failures, foreign;
    QString text = Ctl::tr("%1 delivered, %2 set aside, %3 postponed")
                       .arg(report.delivered)
                       .arg(report.aside)
                       .arg(report.postponed);
    text = Ctl::list({text, Ctl::tr("%n update(s)", nullptr, int(report.updates))});
    if (!report.unreached.isEmpty()) text += Ctl::tr("; not reached: %1").arg(report.unreached.join(u", "_s));
    for (const ChannelStatus& channel : channels) {
        if (!channel.anchorHolds) {
            text += u'\n' + channel.name + u": "_s + foreignHead(frame, channel);
            foreign.append(QJsonObject{
                {u"channel"_s, channel.name}, {u"anchor_number"_s, qint64{channel.anchorNumber}}});
        }
        if (!report.unreached.contains(channel.name)) continue;
        text += u'\n' + channel.name + u": "_s + trouble(frame, channel);
        if (channel.nextAttempt.isValid())
            text += u' ' + Ctl::tr("Next attempt %1.").arg(dateTimeText(channel.nextAttempt));
        failures.append(QJsonObject{{u"channel"_s, channel.name}, {u"last_error"_s, channel.lastError},
            {u"down_since"_s, jsonTime(channel.downSince)},
            {u"next_attempt"_s, jsonTime(channel.nextAttempt)}});
    }
    const QJsonObject object{{u"delivered"_s, qint64{report.delivered}}, {u"aside"_s, qint64{report.aside}},
        {u"postponed"_s, qint64{report.postponed}}, {u"updates"_s, qint64{report.updates}},
        {u"batches"_s, report.batches}, {u"unreached"_s, QJsonArray::fromStringList(report.unreached)},
        {u"failures"_s, failures}, {u"anchors_differ"_s, foreign}};
    if (!frame.result(text, object)) return frame.failOutput();
    if (!report.unreached.isEmpty()) return Exit::Unreachable;
    return report.aside > 0 || !foreign.isEmpty() ? Exit::Refused : Exit::Done;
}

Exit status(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    PortalAnswers answers(session.actor);
    CTL_VALUE(frame, channels, SyncService(*session.db, answers).status(session.actor));
    Table table({Ctl::tr("Channel"), Ctl::tr("Waiting"), Ctl::tr("Aside"), Ctl::tr("Delivered"),
        Ctl::tr("Oldest"), Ctl::tr("Last success"), Ctl::tr("Down since"), Ctl::tr("Next attempt")});
    QString troubles;
    for (const ChannelStatus& each : channels) {
        const QJsonObject object{{u"channel"_s, each.name}, {u"connector"_s, each.connector},
            {u"waiting"_s, qint64{each.waiting}}, {u"sending"_s, qint64{each.sending}},
            {u"aside"_s, qint64{each.aside}}, {u"delivered"_s, qint64{each.delivered}},
            {u"oldest"_s, jsonTime(each.oldest)}, {u"next_attempt"_s, jsonTime(each.nextAttempt)},
            {u"down_since"_s, jsonTime(each.downSince)}, {u"last_success"_s, jsonTime(each.lastSuccess)},
            {u"last_error"_s, each.lastError}, {u"anchor_number"_s, qint64{each.anchorNumber}},
            {u"anchor_holds"_s, each.anchorHolds}};
        if (frame.json && !frame.print(object)) return frame.failOutput();
        table.add({each.name, numberText(each.waiting + each.sending), numberText(each.aside),
            numberText(each.delivered), dateTimeText(each.oldest), dateTimeText(each.lastSuccess),
            dateTimeText(each.downSince), dateTimeText(each.nextAttempt)});
        troubles += troublesOf(frame, each);
    }
    if (frame.json) return Exit::Done;
    const QString none = Ctl::tr("No channel is set up.");
    return frame.print(table.isEmpty() ? none : table.text() + troubles) ? Exit::Done : frame.failOutput();
}

Exit retry(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    PortalAnswers answers(session.actor);
    CTL_VALUE(frame, again,
        SyncService(*session.db, answers)
            .retry(
                QString::fromStdString(options.name), QString::fromStdString(options.uuid), session.actor));
    return frame.result(Ctl::tr("%n item(s) wait again", nullptr, int(again)),
               QJsonObject{{u"waiting"_s, qint64{again}}})
        ? Exit::Done
        : frame.failOutput();
}

Exit aside(Frame& frame, const Options&)
{
    constexpr int kMost = 1'000'000;
    CTL_VALUE(frame, session, frame.signIn());
    PortalAnswers answers(session.actor);
    CTL_VALUE(frame, rows, SyncService(*session.db, answers).aside(kMost, session.actor));
    for (const OutboxRow& row : rows) {
        QJsonArray faults;
        QStringList reasons;
        for (const FieldFault& fault : row.faults) {
            faults.append(QJsonObject{{u"pointer"_s, fault.pointer}, {u"code"_s, fault.code}});
            reasons += fault.pointer + u' ' + fault.code;
        }
        const QJsonObject object{
            {u"uuid"_s, row.uuid}, {u"kind"_s, row.kind}, {u"channel"_s, row.channel}, {u"faults"_s, faults}};
        if (!frame.result(row.uuid + u' ' + row.kind + u' ' + reasons.join(u", "_s), object))
            return frame.failOutput();
    }
    return Exit::Done;
}

/// The owner's consent to a connector's program, by the hash of its file.
Exit connector(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    PortalAnswers answers(session.actor);
    const QString program = QFileInfo(QString::fromStdString(options.program)).absoluteFilePath();
    CTL_VALUE(frame, entry, SyncService(*session.db, answers).confirmConnector(program, session.actor));
    const QJsonObject object{{u"name"_s, entry.name}, {u"kind"_s, entry.kind}, {u"version"_s, entry.version},
        {u"sha256"_s, QString::fromLatin1(entry.sha256.toHex())}};
    const QString text = entry.name + u' ' + entry.version + u' ' + QString::fromLatin1(entry.sha256.toHex());
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

Exit channel(Frame& frame, const Options& options)
{
    constexpr qsizetype kMost = 256 * 1024;
    CTL_VALUE(frame, settings, readInput(QString::fromStdString(options.settings), kMost));
    CTL_VALUE(frame, session, frame.signIn());
    PortalAnswers answers(session.actor);
    CTL_VALUE(frame, done,
        SyncService(*session.db, answers)
            .setChannel(QString::fromStdString(options.name), QString::fromStdString(options.connector),
                settings, session.actor));
    const QString name = QString::fromStdString(options.name);
    return frame.result(Ctl::tr("Channel %1 is set up.").arg(name), QJsonObject{{u"channel"_s, name}})
        ? Exit::Done
        : frame.failOutput();
}

Exit remove(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    const QString name = QString::fromStdString(options.name);
    CTL_VALUE(frame, done, removeChannel(*session.db, name, session.actor));
    return frame.done(Ctl::tr("Channel %1 is removed.").arg(name), {{u"channel"_s, name}});
}

} // namespace

void addSyncCommands(Words app, Frame& frame)
{
    Words sync = app.noun("sync", Ctl::help("To and from the portals"));
    const auto options = std::make_shared<Options>();
    verb(sync, frame, "run", Ctl::help("Send what is due and take in what is new"), options, run);
    verb(sync, frame, "status", Ctl::help("Each channel with what waits"), options, status);
    verb(sync, frame, "aside", Ctl::help("What was refused, with the reasons"), options, aside);
    Words again = verb(sync, frame, "retry", Ctl::help("Send again what stands aside"), options, retry);
    again.option("--channel", options->name, Ctl::help("Of one channel only"));
    again.option("--item", options->uuid, Ctl::help("One item, by its uuid"));
    verb(sync, frame, "connector", Ctl::help("Confirm a connector's program"), options, connector)
        .option("program", options->program, Ctl::help("Its file"))
        .required();
    Words setUp = verb(sync, frame, "channel", Ctl::help("Set up a channel"), options, channel);
    setUp.option("name", options->name, Ctl::help("e.g. rest")).required();
    setUp.option("--connector", options->connector, Ctl::help("Name of a confirmed connector")).required();
    setUp
        .option("--settings", options->settings,
            Ctl::help("JSON object for the connector (a file, or - for stdin)"))
        .required();
    verb(sync, frame, "remove", Ctl::help("Take away a channel that nothing needs"), options, remove)
        .option("name", options->name, Ctl::help("As sync status lists it"))
        .required();
}

} // namespace sanad::ctl
