#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/customers/customer_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure.h"
#include "core/privacy/privacy_service.h"
#include "core/privacy/processing_record.h"
#include "core/privacy/subject_export.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/privacy_sheets.h"
#include "ui/text/format.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string customer, to, reason, kind, words, received, answer, found, output, text, guardian, code;
    std::vector<std::string> people;
    std::int64_t number = 0;
    int months = 0;
    bool files = false, refused = false, open = false;
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

Exit done(Frame& frame, const QString& text, const QJsonObject& object)
{
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

Exit exportSubject(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(
        frame, made, SubjectExportService(*session.db).exportSubject(customer, options.files, session.actor));
    CTL_VALUE(frame, files, saveSubjectExport(made, QString::fromStdString(options.to)));
    return done(frame, Ctl::tr("%n file(s) are in the folder.", nullptr, int(files.size())),
        {{u"files"_s, QJsonArray::fromStringList(files)}});
}

Exit eraseSubject(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, approval, frame.approval(session, erasureAct(customer), reason));
    CTL_VALUE(frame, erasure, ErasureService(*session.db).erase(customer, approval, session.actor));
    const ErasureCounts& counts = erasure.counts;
    if (!erasure.listedBesideBackups)
        frame.note(Ctl::tr(
            "The folder of the backups is not there: put it in and make a backup, or a restore from the "
            "older ones brings this person back."));
    if (!erasure.compacted)
        frame.note(Ctl::tr("Traces are left in the files. Run \"privacy purge\" when no other program reads "
                           "the data; on a server, as the owner of its tables."));
    return done(frame,
        Ctl::tr("Erased: %1.")
                .arg(Ctl::list({Ctl::tr("answers of %n transaction(s)", nullptr, int(counts.transactions)),
                    Ctl::tr("%n paper(s)", nullptr, int(counts.documents)),
                    Ctl::tr("the name on %n receipt(s)", nullptr, int(counts.receipts))})) +
            u' ' + Ctl::tr("%n receipt(s) keep it, as tax law asks.", nullptr, int(counts.partiesKept)),
        {{u"transactions"_s, qint64{counts.transactions}}, {u"documents"_s, qint64{counts.documents}},
            {u"receipts"_s, qint64{counts.receipts}}, {u"parties_kept"_s, qint64{counts.partiesKept}},
            {u"compacted"_s, erasure.compacted}, {u"listed"_s, erasure.listedBesideBackups}});
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
    return done(frame,
        Ctl::tr("Request %1, to be answered by %2")
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
    return done(frame,
        Ctl::tr("Request %1: %2")
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
    return done(frame, text, breachJson(breach, session.db->clock()()));
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
        CTL_VALUE(frame, changed,
            privacy.reportBreach(options.number, QString::fromStdString(options.answer), session.actor));
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

Exit restrictUse(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    CTL_VALUE(frame, session, frame.signIn());
    PrivacyService privacy(*session.db);
    CTL_VALUE(frame, changed,
        options.open ? privacy.liftRestriction(customer, session.actor)
                     : privacy.restrictUse(customer, session.actor));
    return done(frame,
        options.open ? Ctl::tr("The record may be used again.")
                     : Ctl::tr("Nothing new is done or sent with this record until that is lifted."),
        {{u"customer"_s, customer.text()}, {u"restricted"_s, !options.open}});
}

Exit consent(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    CustomerId guardian;
    if (!options.guardian.empty()) {
        CTL_VALUE(frame, id, customerArgument(options.guardian));
        guardian = id;
    }
    CTL_VALUE(frame, session, frame.signIn());
    CustomerService customers(*session.db);
    const QString version = privacyTexts().version;
    const QString language = frame.language() == Language::Arabic ? u"ar"_s : u"en"_s;
    CTL_VALUE(frame, recorded,
        options.open ? customers.withdrawConsent(customer, session.actor)
                     : customers.recordConsent(customer, version, language, session.actor, guardian));
    return done(frame,
        options.open ? Ctl::tr("The consent is withdrawn.")
                     : Ctl::tr("Consent to the text of version %1 is recorded.").arg(version),
        {{u"customer"_s, customer.text()}, {u"text_version"_s, version}, {u"withdrawn"_s, options.open}});
}

Exit purge(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, chores, doPrivacyChores(*session.db, session.actor));
    return done(frame, Ctl::tr("%n file(s) removed.", nullptr, chores.files),
        {{u"files"_s, chores.files}, {u"compacted"_s, chores.compacted}});
}

Exit retention(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    PrivacyService privacy(*session.db);
    if (options.months > 0) {
        CTL_VALUE(frame, changed,
            privacy.setRetention({QString::fromStdString(options.code), options.months}, session.actor));
    }
    CTL_VALUE(frame, rules, privacy.retention(session.actor));
    Table table({Ctl::tr("Document"), Ctl::tr("Months")});
    for (const Retention& rule : rules) {
        if (frame.json && !frame.print({{u"code"_s, rule.code}, {u"months"_s, rule.months}}))
            return frame.failOutput();
        table.add({rule.code.isEmpty() ? Ctl::tr("All others") : rule.code, QString::number(rule.months)});
    }
    if (!frame.json && !frame.print(table.text())) return frame.failOutput();
    return Exit::Done;
}

Result<CentrePrint> centreOf(Session& session)
{
    return session.db->read([](Tx& tx) -> Result<CentrePrint> {
        return centrePrint(SettingsRepository(tx).centre(), businessDayAt(tx.now(), 0));
    });
}

Exit savePdf(Frame& frame, const Sheet& sheet, const QString& path)
{
    const QByteArray bytes = sheetPdf(sheet, Paper::A4);
    CTL_VALUE(frame, written, writeOutput(path, bytes));
    return done(
        frame, Ctl::tr("It is in %1.").arg(path), {{u"file"_s, path}, {u"bytes"_s, qint64{bytes.size()}}});
}

Exit notice(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, centre, centreOf(session));
    return savePdf(
        frame, privacyNoticeSheet(centre, frame.language()), QString::fromStdString(options.output));
}

Exit record(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, activities, processingRecord(*session.db, session.actor));
    if (!options.output.empty()) {
        CTL_VALUE(frame, centre, centreOf(session));
        return savePdf(frame, processingSheet(activities, centre, frame.language()),
            QString::fromStdString(options.output));
    }
    const bool arabic = frame.language() == Language::Arabic;
    Table table({Ctl::tr("Activity"), Ctl::tr("What"), Ctl::tr("Where"), Ctl::tr("Encrypted")});
    for (const ProcessingActivity& activity : activities)
        for (const ProcessingColumn& column : activity.columns) {
            const QString where = column.table + u'.' + column.column;
            if (frame.json &&
                !frame.print({{u"activity"_s, activity.activity.in(arabic)},
                    {u"basis"_s, activity.basis.in(arabic)}, {u"kept"_s, activity.kept.in(arabic)},
                    {u"recipients"_s, activity.recipients.in(arabic)}, {u"rows"_s, qint64{activity.rows}},
                    {u"what"_s, column.what.in(arabic)}, {u"where"_s, where},
                    {u"encrypted"_s, column.sealed}}))
                return frame.failOutput();
            table.add({activity.activity.in(arabic), column.what.in(arabic), where,
                column.sealed ? Ctl::tr("yes") : Ctl::tr("no")});
        }
    if (!frame.json && !frame.print(table.text())) return frame.failOutput();
    return Exit::Done;
}

void addRegisters(Words privacy, Frame& frame, const std::shared_ptr<Options>& options)
{
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

} // namespace

void addPrivacyCommands(Words app, Frame& frame)
{
    const auto options = std::make_shared<Options>();
    Words out = app.noun("export", Ctl::help("What is held on a person"));
    Words given = verb(out, frame, "subject",
        Ctl::help("All of it, readable and machine-readable, into a new folder"), options, exportSubject);
    given.option("customer", options->customer, Ctl::help("Id of the customer")).required();
    given.option("--to", options->to, Ctl::help("A new folder")).required();
    given.flag("--files", options->files, Ctl::help("With the papers, decrypted"));

    Words erase = app.noun("erase", Ctl::help("What is held on a person, for good"));
    Words gone =
        verb(erase, frame, "subject", Ctl::help("Needs a second person: --approve"), options, eraseSubject);
    gone.option("customer", options->customer, Ctl::help("Id of the customer")).required();
    gone.option("--reason", options->reason, Ctl::help("Why, for the second person")).required();

    Words privacy = app.noun("privacy", Ctl::help("Duties of the law on personal data"));
    addRegisters(privacy, frame, options);
    Words restricted = verb(privacy, frame, "restrict",
        Ctl::help("Nothing new is done or sent with a record"), options, restrictUse);
    restricted.option("customer", options->customer, Ctl::help("Id of the customer")).required();
    restricted.flag("--lift", options->open, Ctl::help("It may be used again"));
    Words agreed = verb(privacy, frame, "consent",
        Ctl::help("A customer consents to the text in force, in the language of --lang"), options, consent);
    agreed.option("customer", options->customer, Ctl::help("Id of the customer")).required();
    agreed.option("--guardian", options->guardian, Ctl::help("Who consents for a child"));
    agreed.flag("--withdraw", options->open, Ctl::help("The consent is withdrawn"));
    Words kept = verb(privacy, frame, "retention",
        Ctl::help("How many months papers are kept; with --months sets a rule"), options, retention);
    kept.option("--months", options->months, Ctl::help("So many")).between(1, 120);
    kept.option("--code", options->code, Ctl::help("Only for this kind of paper"));
    verb(privacy, frame, "purge", Ctl::help("Removes what is past its time"), options, purge);
    Words paper = verb(privacy, frame, "notice",
        Ctl::help("The privacy notice to print, in the language of --lang"), options, notice);
    paper.option("--output", options->output, Ctl::help("A PDF file")).required();
    Words all = verb(privacy, frame, "record",
        Ctl::help("The record of processing, from the database as it is"), options, record);
    all.option("--output", options->output, Ctl::help("A PDF file"));
}

} // namespace sanad::ctl
