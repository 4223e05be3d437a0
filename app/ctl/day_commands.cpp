#include "app/ctl/commands.h"
#include "core/receipts/day_service.h"
#include "ui/text/format.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string day;
};

Exit close(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, permitted, session.actor.may(Permission::CloseDay));
    DayService days(*session.db);
    QDate day;
    if (!options.day.empty()) {
        CTL_VALUE(frame, given, dayArgument(options.day));
        day = given;
    } else {
        CTL_VALUE(frame, open, days.openDays(session.actor));
        if (open.empty()) return frame.fail({ErrorCode::Conflict, u"ctl.no-open-day"_s, {}, {}});
        day = open.front();
    }
    CTL_VALUE(frame, closed, days.close(day, session.actor));
    const QJsonObject object{{u"number"_s, qint64{closed.number}}, {u"series"_s, closed.series},
        {u"business_day"_s, jsonDay(closed.businessDay)}, {u"closed_at"_s, jsonTime(closed.closedAt)},
        {u"closed_by"_s, closed.closedBy},
        {u"totals"_s, QJsonDocument::fromJson(dayTotalsJson(closed.totals)).object()},
        {u"chain_number"_s, qint64{closed.chainNumber}},
        {u"chain_hash"_s, QString::fromLatin1(closed.chainHash.toHex())},
        {u"signature"_s, QString::fromLatin1(closed.signature.toHex())}};
    const QString text =
        Ctl::tr("Day %1 is closed as no. %2").arg(dateText(closed.businessDay), closed.numberText()) +
        u": "_s +
        Ctl::list({Ctl::tr("%n receipt(s)", nullptr, int(closed.totals.receipts)),
            moneyText(closed.totals.total, frame.language())});
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

Exit list(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, open, DayService(*session.db).openDays(session.actor));
    for (const QDate& day : open)
        if (!frame.result(day.toString(Qt::ISODate), QJsonObject{{u"business_day"_s, jsonDay(day)}}))
            return frame.failOutput();
    return Exit::Done;
}

} // namespace

void addDayCommands(Words app, Frame& frame)
{
    Words day = app.noun("day", Ctl::help("Business days"));
    const auto options = std::make_shared<Options>();
    verb(day, frame, "close", Ctl::help("Close a day: numbered, signed, final"), options, close)
        .option("day", options->day, Ctl::help("Which, e.g. 2026-11-21; else the oldest open one"));
    verb(day, frame, "list", Ctl::help("Days not closed, oldest first"), options, list);
}

} // namespace sanad::ctl
