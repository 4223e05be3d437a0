#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/queue/queue_service.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string line, number;
};

QJsonObject json(const Ticket& ticket)
{
    return {{u"id"_s, ticket.id.text()}, {u"number"_s, ticket.number}, {u"line"_s, ticket.line},
        {u"state"_s, ticketStateKey(ticket.state)}, {u"counter"_s, ticket.counter},
        {u"calls"_s, ticket.calls}, {u"business_day"_s, jsonDay(ticket.businessDay)},
        {u"issued_at"_s, jsonTime(ticket.issuedAt)}, {u"called_at"_s, jsonTime(ticket.calledAt)},
        {u"ended_at"_s, jsonTime(ticket.endedAt)}};
}

Exit tell(const Frame& frame, const Ticket& ticket)
{
    QString text = ticket.number + u' ' + Ctl::word(ticketStateKey(ticket.state));
    if (!ticket.counter.isEmpty()) text += u' ' + ticket.counter;
    return frame.result(text, json(ticket)) ? Exit::Done : frame.failOutput();
}

Exit issue(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(
        frame, ticket, QueueService(*session.db).issue(QString::fromStdString(options.line), session.actor));
    return tell(frame, ticket);
}

Exit call(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, ticket, QueueService(*session.db).callNext(session.actor));
    return tell(frame, ticket);
}

Exit list(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, tickets,
        QueueService(*session.db).waiting(session.actor, QString::fromStdString(options.line)));
    Table table({Ctl::tr("Ticket"), Ctl::tr("Line"), Ctl::tr("State"), Ctl::tr("Since")});
    for (const Ticket& ticket : tickets) {
        if (frame.json && !frame.print(json(ticket))) return frame.failOutput();
        table.add(
            {ticket.number, ticket.line, Ctl::word(ticketStateKey(ticket.state)), timeText(ticket.issuedAt)});
    }
    if (frame.json) return Exit::Done;
    const bool written = frame.print(table.isEmpty() ? Ctl::tr("Nobody is waiting.") : table.text());
    return written ? Exit::Done : frame.failOutput();
}

using Act = Result<Ticket> (QueueService::*)(TicketId, const Actor&);

template <Act kAct> Exit act(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    QueueService queue(*session.db);
    CTL_VALUE(frame, known, queue.find(QString::fromStdString(options.number), session.actor));
    CTL_VALUE(frame, ticket, (queue.*kAct)(known.id, session.actor));
    return tell(frame, ticket);
}

} // namespace

void addTicketCommands(Words app, Frame& frame)
{
    Words ticket = app.noun("ticket", Ctl::help("Tickets of the queue"));
    const auto options = std::make_shared<Options>();
    verb(ticket, frame, "issue", Ctl::help("Give a ticket of a line"), options, issue)
        .option("line", options->line, Ctl::help("Code of the line, e.g. A"))
        .required();
    verb(ticket, frame, "call", Ctl::help("Call the next one to --counter"), options, call);
    verb(ticket, frame, "list", Ctl::help("Who is waiting, longest first"), options, list)
        .option("--line", options->line, Ctl::help("Of one line only"));
    for (Words each :
        {verb(ticket, frame, "recall", Ctl::help("Call a ticket again"), options, act<&QueueService::recall>),
            verb(ticket, frame, "arrived", Ctl::help("The person stands at the counter"), options,
                act<&QueueService::arrived>),
            verb(ticket, frame, "done", Ctl::help("End a ticket"), options, act<&QueueService::done>),
            verb(ticket, frame, "no-show", Ctl::help("Nobody came"), options, act<&QueueService::noShow>),
            verb(ticket, frame, "requeue", Ctl::help("Back into its line"), options,
                act<&QueueService::requeue>)})
        each.option("number", options->number, Ctl::help("The ticket's number, e.g. A-012")).required();
}

} // namespace sanad::ctl
