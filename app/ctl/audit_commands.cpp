#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/audit/audit_service.h"
#include "core/base/clock.h"
#include "core/crypto/signing.h"
#include "core/inspection/inspection_service.h"
#include "core/people/staff_repository.h"
#include "core/settings/settings_repository.h"
#include "ui/text/act_text.h"
#include "ui/text/format.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string from, to, user, counter, act, folder;
    int limit = 50;
};

/// A name that was mistyped is not an empty record. Errors: NotFound `ctl.no-counter`, `people.not-found`.
Result<> knownNames(Database& db, const AuditFilter& filter)
{
    return db.read([&](Tx& tx) -> Result<> {
        const SettingsRepository settings(tx);
        if (!filter.counter.isEmpty() && !settings.hasCounter(filter.counter)) {
            QStringList codes;
            for (const Counter& counter : settings.counters())
                codes << counter.code;
            return Error{ErrorCode::NotFound, u"ctl.no-counter"_s, {filter.counter, codes.join(u", "_s)}, {}};
        }
        // The portal and the program itself are no staff: @portal.
        if (!filter.actor.isEmpty() && !filter.actor.startsWith(u'@') &&
            !StaffRepository(tx).byUser(filter.actor))
            return Error{ErrorCode::NotFound, u"people.not-found"_s, {}, {}};
        return {};
    });
}

Exit list(Frame& frame, const Options& options)
{
    QDate first, last;
    if (!options.from.empty()) {
        CTL_VALUE(frame, from, dayArgument(options.from));
        first = from;
    }
    if (!options.to.empty()) {
        CTL_VALUE(frame, to, dayArgument(options.to));
        last = to;
    }
    AuditFilter filter = betweenDays(first, last);
    filter.actor = QString::fromStdString(options.user);
    filter.counter = QString::fromStdString(options.counter);
    filter.act = QString::fromStdString(options.act).simplified();
    filter.acts = actsMeant(filter.act);
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, known, knownNames(*session.db, filter));
    CTL_VALUE(frame, lines, AuditService(*session.db).list(filter, 0, options.limit, session.actor));
    if (lines.empty() && filter.acts.isEmpty() && !options.act.empty())
        return frame.fail({ErrorCode::NotFound, u"ctl.no-act"_s, {filter.act}, {}});
    Table table({Ctl::tr("No."), Ctl::tr("Time"), Ctl::tr("Who"), Ctl::tr("Counter"), Ctl::tr("Act"),
        Ctl::tr("Details")});
    for (const AuditLine& line : lines) {
        const QJsonObject object{{u"act"_s, line.act}, {u"at"_s, jsonTime(line.at)},
            {u"counter"_s, line.counter}, {u"hash"_s, QString::fromLatin1(line.hash.toHex())},
            {u"number"_s, qint64{line.number}},
            {u"payload"_s, QJsonDocument::fromJson(line.payload.toUtf8()).object()},
            {u"subject"_s, QString::number(line.subject)}, {u"user"_s, line.actor}};
        if (frame.json && !frame.print(object)) return frame.failOutput();
        table.add({QString::number(line.number), dateTimeText(line.at),
            line.actor.isEmpty() ? Ctl::tr("The program") : line.actor, line.counter,
            actText(line.act, frame.language()), line.payload});
    }
    if (frame.json || table.isEmpty()) return Exit::Done;
    return frame.print(table.text()) ? Exit::Done : frame.failOutput();
}

Exit exportTo(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, from, dayArgument(options.from));
    CTL_VALUE(frame, to, dayArgument(options.to));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, summary,
        InspectionService(*session.db)
            .exportTo(QString::fromStdString(options.folder), from, to, session.actor));
    const QString key = keyFingerprint(summary.publicKey);
    const QString text =
        Ctl::list({Ctl::tr("%1 audit line(s)", nullptr, int(summary.lines)).arg(numberText(summary.lines)),
            Ctl::tr("%1 receipt(s)", nullptr, int(summary.receipts)).arg(numberText(summary.receipts)),
            Ctl::tr("%n day close(s)", nullptr, int(summary.dayCloses))}) +
        Ctl::tr("; signed by the key %1").arg(key);
    return frame.result(text,
               {{u"day_closes"_s, qint64{summary.dayCloses}}, {u"key"_s, key},
                   {u"lines"_s, qint64{summary.lines}}, {u"receipts"_s, qint64{summary.receipts}}})
        ? Exit::Done
        : frame.failOutput();
}

} // namespace

void addAuditCommands(Words app, Frame& frame)
{
    Words audit = app.noun("audit", Ctl::help("The record of who did what"));
    const auto options = std::make_shared<Options>();
    Words lines = verb(audit, frame, "list", Ctl::help("Lines, newest first"), options, list);
    lines.option("--from", options->from, Ctl::help("First day"));
    lines.option("--to", options->to, Ctl::help("Last day"));
    lines.option("--by", options->user, Ctl::help("Only this person's acts"));
    lines.option("--at", options->counter, Ctl::help("Only acts at this counter"));
    lines.option("--act", options->act,
        Ctl::help("Only these acts: words of their name, or the beginning of their key, e.g. receipt."));
    lines.option("--limit", options->limit, Ctl::help("At most so many")).between(1, 100000);
    Words file = verb(audit, frame, "export",
        Ctl::help("What an inspector checks without this program (docs/inspection.md)"), options, exportTo);
    file.option("folder", options->folder, Ctl::help("A new folder")).required();
    file.option("--from", options->from, Ctl::help("First day")).required();
    file.option("--to", options->to, Ctl::help("Last day")).required();
}

} // namespace sanad::ctl
