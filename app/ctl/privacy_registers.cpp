#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/privacy/privacy_service.h"
#include "core/settings/settings_repository.h"
#include "ui/text/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string customer, kind, words, received, answer, found, text;
    std::vector<std::string> people;
    std::int64_t number = 0;
    bool refused = false, open = false;
};

Result<std::vector<CustomerId>> peopleArgument(const std::vector<std::string>& texts)
{
    std::vector<CustomerId> people;
    for (const std::string& text : texts) {
        SANAD_TRY_VALUE(id, customerArgument(text));
        people.push_back(id);
    }
    return people;
}

QJsonObject requestJson(const PrivacyRequest& request, const QDate& today)
{
    return {{u"number"_s, qint64{request.number}}, {u"customer"_s, request.customer.text()},
        {u"kind"_s, requestKindKey(request.kind)}, {u"state"_s, requestStateKey(request.state)},
        {u"received_on"_s, jsonDay(request.receivedOn)}, {u"due_on"_s, jsonDay(request.dueOn)},
        {u"days_left"_s, request.daysLeft(today)}, {u"overdue"_s, request.isOverdue(today)},
        {u"words"_s, request.words}, {u"answer"_s, request.answer}, {u"taken_by"_s, request.takenBy},
        {u"closed_at"_s, jsonTime(request.closedAt)}, {u"closed_by"_s, request.closedBy}};
}

Exit requests(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, list, PrivacyService(*session.db).requests(options.open, session.actor));
    const QDate today = businessDayAt(session.db->clock()(), 0);
    Table table({Ctl::tr("No."), Ctl::tr("Customer"), Ctl::tr("Kind"), Ctl::tr("State"), Ctl::tr("Due"),
        Ctl::tr("Days left")});
    bool overdue = false;
    for (const PrivacyRequest& request : list) {
        overdue = overdue || request.isOverdue(today);
        if (frame.json && !frame.print(requestJson(request, today))) return frame.failOutput();
        const bool open = request.state == RequestState::Open;
        table.add({QString::number(request.number), request.customer.text(),
            Ctl::word(requestKindKey(request.kind)), Ctl::word(requestStateKey(request.state)),
            dateText(request.dueOn), open ? QString::number(request.daysLeft(today)) : QString()});
    }
    if (!frame.json && !frame.print(table.isEmpty() ? Ctl::tr("There is no request.") : table.text()))
        return frame.failOutput();
    return overdue ? Exit::Refused : Exit::Done;
}

Exit takeRequest(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    const auto kind = requestKindFromKey(QString::fromStdString(options.kind));
    if (!kind)
        return frame.fail({ErrorCode::Usage, u"privacy.kind"_s, {QString::fromStdString(options.kind)}, {}});
    QDate received;
    if (!options.received.empty()) {
        CTL_VALUE(frame, day, dayArgument(options.received));
        received = day;
    }
    CTL_VALUE(frame, words, givenText(options.words));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, request,
        PrivacyService(*session.db).takeRequest(customer, *kind, words, received, session.actor));
    return frame.done(Ctl::tr("Request %1, to be answered by %2")
                          .arg(QString::number(request.number), dateText(request.dueOn)),
        requestJson(request, businessDayAt(session.db->clock()(), 0)));
}

Exit closeRequest(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, answer, givenText(options.answer));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, request,
        PrivacyService(*session.db)
            .closeRequest(options.number, options.refused ? RequestState::Refused : RequestState::Done,
                answer, session.actor));
    return frame.done(Ctl::tr("Request %1: %2")
                          .arg(QString::number(request.number), Ctl::word(requestStateKey(request.state))),
        requestJson(request, businessDayAt(session.db->clock()(), 0)));
}

QJsonObject breachJson(const PrivacyBreach& breach, const QDateTime& now)
{
    QJsonArray people;
    for (const CustomerId id : breach.people)
        people << id.text();
    return {{u"number"_s, qint64{breach.number}}, {u"found_at"_s, jsonTime(breach.foundAt)},
        {u"due_at"_s, jsonTime(breach.dueAt)}, {u"hours_left"_s, breach.hoursLeft(now)},
        {u"overdue"_s, breach.isOverdue(now)}, {u"words"_s, breach.words}, {u"measures"_s, breach.measures},
        {u"reported_at"_s, jsonTime(breach.reportedAt)}, {u"reference"_s, breach.reference},
        {u"told_at"_s, jsonTime(breach.toldAt)}, {u"closed_at"_s, jsonTime(breach.closedAt)},
        {u"people"_s, people}};
}

Exit breaches(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, list, PrivacyService(*session.db).breaches(options.open, session.actor));
    const QDateTime now = session.db->clock()();
    Table table({Ctl::tr("No."), Ctl::tr("Found"), Ctl::tr("Reported"), Ctl::tr("Hours left"),
        Ctl::tr("People"), Ctl::tr("Closed")});
    bool overdue = false;
    for (const PrivacyBreach& breach : list) {
        overdue = overdue || breach.isOverdue(now);
        if (frame.json && !frame.print(breachJson(breach, now))) return frame.failOutput();
        table.add({QString::number(breach.number), dateTimeText(breach.foundAt),
            breach.reportedAt.isValid() ? dateTimeText(breach.reportedAt) : QString(),
            breach.reportedAt.isValid() ? QString() : QString::number(breach.hoursLeft(now)),
            numberText(static_cast<std::int64_t>(breach.people.size())),
            breach.closedAt.isValid() ? dateTimeText(breach.closedAt) : QString()});
    }
    if (!frame.json && !frame.print(table.isEmpty() ? Ctl::tr("There is no breach.") : table.text()))
        return frame.failOutput();
    return overdue ? Exit::Refused : Exit::Done;
}

Exit told(Frame& frame, const Session& session, const PrivacyBreach& breach)
{
    const QString text = breach.reportedAt.isValid()
        ? Ctl::tr("Breach %1, reported on %2")
              .arg(QString::number(breach.number), dateTimeText(breach.reportedAt))
        : Ctl::tr("Breach %1, to be reported by %2")
              .arg(QString::number(breach.number), dateTimeText(breach.dueAt));
    return frame.done(text, breachJson(breach, session.db->clock()()));
}

Exit recordBreach(Frame& frame, const Options& options)
{
    QDateTime found;
    if (!options.found.empty()) {
        found = QDateTime::fromString(QString::fromStdString(options.found), Qt::ISODate);
        if (!found.isValid())
            return frame.fail({ErrorCode::Usage, u"ctl.day"_s, {QString::fromStdString(options.found)}, {}});
        if (found.timeSpec() == Qt::LocalTime) found.setTimeZone(centreZone());
    }
    CTL_VALUE(frame, people, peopleArgument(options.people));
    CTL_VALUE(frame, words, givenText(options.words));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, breach, PrivacyService(*session.db).recordBreach(found, words, people, session.actor));
    return told(frame, session, breach);
}

/// What is added to a breach: each option that is given, in the order in which these things happen.
Exit changeBreach(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, people, peopleArgument(options.people));
    CTL_VALUE(frame, measures, givenText(options.words));
    CTL_VALUE(frame, reference, givenText(options.answer));
    CTL_VALUE(frame, session, frame.signIn());
    PrivacyService privacy(*session.db);
    std::optional<PrivacyBreach> breach;
    if (!people.empty()) {
        CTL_VALUE(frame, changed, privacy.addPeople(options.number, people, session.actor));
        breach = changed;
    }
    if (!options.words.empty()) {
        CTL_VALUE(frame, changed, privacy.addMeasures(options.number, measures, session.actor));
        breach = changed;
    }
    if (options.text == "reported") {
        CTL_VALUE(frame, changed, privacy.reportBreach(options.number, reference, session.actor));
        breach = changed;
    } else if (options.text == "told") {
        CTL_VALUE(frame, changed, privacy.peopleTold(options.number, session.actor));
        breach = changed;
    } else if (options.text == "closed") {
        CTL_VALUE(frame, changed, privacy.closeBreach(options.number, session.actor));
        breach = changed;
    }
    if (!breach)
        return frame.fail({ErrorCode::Usage, u"ctl.usage"_s, {u"--people, --measures, --now"_s}, {}});
    return told(frame, session, *breach);
}

} // namespace

void addPrivacyRegisters(Words privacy, Frame& frame)
{
    const auto options = std::make_shared<Options>();
    Words list = verb(privacy, frame, "requests",
        Ctl::help("What people asked, with the days left; exit 1 when one is overdue"), options, requests);
    list.flag("--open", options->open, Ctl::help("Only what is not answered yet"));
    Words request = privacy.noun("request", Ctl::help("One request"));
    Words take = verb(request, frame, "take", Ctl::help("Somebody asks"), options, takeRequest);
    take.option("customer", options->customer, Ctl::help("Id of the customer")).required();
    take.option("kind", options->kind, Ctl::help("access, correction, restriction, erasure or objection"))
        .required();
    take.option("--words", options->words, Ctl::help("What was asked"));
    take.option("--received", options->received, Ctl::help("The day it came in, if not today"));
    Words close = verb(request, frame, "close", Ctl::help("It is answered"), options, closeRequest);
    close.option("number", options->number, Ctl::help("Number of the request")).required();
    close.option("--answer", options->answer, Ctl::help("What was answered"));
    close.flag("--refused", options->refused, Ctl::help("It was refused"));

    Words found = verb(privacy, frame, "breaches",
        Ctl::help("Breaches, with the hours left; exit 1 when one is overdue"), options, breaches);
    found.flag("--open", options->open, Ctl::help("Only what is not closed yet"));
    Words breach = privacy.noun("breach", Ctl::help("One breach"));
    Words write = verb(breach, frame, "record", Ctl::help("Something was found"), options, recordBreach);
    write.option("words", options->words, Ctl::help("What happened")).required();
    write.option("--found", options->found, Ctl::help("When, e.g. 2026-11-21T08:30, if not now"));
    write.option("--people", options->people, Ctl::help("Ids of the customers whose data it was"));
    Words change = verb(breach, frame, "change", Ctl::help("What came of it"), options, changeBreach);
    change.option("number", options->number, Ctl::help("Number of the breach")).required();
    change.option("--people", options->people, Ctl::help("Ids of the customers whose data it was"));
    change.option("--measures", options->words, Ctl::help("What was done about it"));
    change.option("--now", options->text, Ctl::help("It is reported, people are told, or it is closed"))
        .oneOf({"reported", "told", "closed"});
    change.option("--reference", options->answer, Ctl::help("The authority's reference"));
}

} // namespace sanad::ctl
