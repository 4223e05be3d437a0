#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure.h"
#include "core/privacy/privacy_service.h"
#include "core/privacy/processing_record.h"
#include "core/privacy/subject_export.h"
#include "core/settings/settings_repository.h"
#include "core/storage/output_path.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/privacy_sheets.h"
#include "ui/text/format.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string customer, to, reason, output, guardian, code;
    int months = 0;
    bool files = false, open = false;
};

Exit exportSubject(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    CTL_VALUE(frame, possible, mayWriteInto(QString::fromStdString(options.to)));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(
        frame, made, SubjectExportService(*session.db).exportSubject(customer, options.files, session.actor));
    CTL_VALUE(frame, files, saveSubjectExport(made, QString::fromStdString(options.to)));
    return frame.done(Ctl::tr("%n file(s) are in the folder.", nullptr, int(files.size())),
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
            "Not every backup has the list of erasures beside it. Put in each stick and folder that holds "
            "one and make a backup there, or a restore from the older ones brings this person back."));
    if (!erasure.compacted)
        frame.note(Ctl::tr("Traces are left in the files. Run \"privacy purge\" when no other program reads "
                           "the data; on a server, as the owner of its tables."));
    QStringList kept;
    for (const KeptCopy& copy : erasure.keptCopies)
        if (copy.holdsErased) kept << copy.folder;
    if (const auto warning = keptCopyWarning(erasure.keptCopies)) frame.warn(*warning);
    return frame.done(
        Ctl::tr("Erased: %1.")
                .arg(Ctl::list({Ctl::tr("answers of %n transaction(s)", nullptr, int(counts.transactions)),
                    Ctl::tr("%n paper(s)", nullptr, int(counts.documents)),
                    Ctl::tr("the name on %n receipt(s)", nullptr, int(counts.receipts))})) +
            u' ' + Ctl::tr("%n receipt(s) keep it, as tax law asks.", nullptr, int(counts.partiesKept)),
        {{u"transactions"_s, qint64{counts.transactions}}, {u"documents"_s, qint64{counts.documents}},
            {u"receipts"_s, qint64{counts.receipts}}, {u"parties_kept"_s, qint64{counts.partiesKept}},
            {u"compacted"_s, erasure.compacted}, {u"kept_copies"_s, QJsonArray::fromStringList(kept)},
            {u"listed"_s, erasure.listedBesideBackups}});
}

Exit restrictUse(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, customer, customerArgument(options.customer));
    CTL_VALUE(frame, session, frame.signIn());
    PrivacyService privacy(*session.db);
    if (options.open) {
        CTL_VALUE(frame, lifted, privacy.liftRestriction(customer, session.actor));
        return frame.done(Ctl::tr("The record may be used again."),
            {{u"customer"_s, customer.text()}, {u"restricted"_s, false}, {u"being_sent"_s, 0}});
    }
    CTL_VALUE(frame, beingSent, privacy.restrictUse(customer, session.actor));
    QString text = Ctl::tr("Nothing new is done or sent with this record until that is lifted.");
    if (beingSent > 0)
        text += u'\n' + Ctl::tr("%n message(s) went out before and can't be held back.", nullptr, beingSent);
    return frame.done(
        text, {{u"customer"_s, customer.text()}, {u"restricted"_s, true}, {u"being_sent"_s, beingSent}});
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
    return frame.done(options.open ? Ctl::tr("The consent is withdrawn.")
                                   : Ctl::tr("Consent to the text of version %1 is recorded.").arg(version),
        {{u"customer"_s, customer.text()}, {u"text_version"_s, version}, {u"withdrawn"_s, options.open}});
}

Exit purge(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, chores, doPrivacyChores(*session.db, session.actor));
    if (chores.keptCopy) frame.warn(*chores.keptCopy);
    if (chores.clock) frame.warn(*chores.clock);
    return frame.done(Ctl::tr("%n file(s) removed.", nullptr, chores.files),
        {{u"files"_s, chores.files}, {u"compacted"_s, chores.compacted}});
}

/// The papers that services ask for today, by their codes.
Result<QHash<QString, RequiredDocument>> papersToday(Database& db)
{
    return db.read([](Tx& tx) -> Result<QHash<QString, RequiredDocument>> {
        QHash<QString, RequiredDocument> papers;
        for (const ServiceItem& service : CatalogueRepository(tx).services(catalogueDay(tx.now())))
            for (const RequiredDocument& paper : service.documents)
                papers.insert(paper.code, paper);
        return papers;
    });
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
    CTL_VALUE(frame, names, papersToday(*session.db));
    Table table({Ctl::tr("Code"), Ctl::tr("Document"), Ctl::tr("Months")});
    for (const Retention& rule : rules) {
        if (frame.json && !frame.print({{u"code"_s, rule.code}, {u"months"_s, rule.months}}))
            return frame.failOutput();
        const RequiredDocument paper = names.value(rule.code);
        const QString name = frame.language() == Language::Arabic || paper.en.isEmpty() ? paper.ar : paper.en;
        table.add(
            {rule.code, rule.code.isEmpty() ? Ctl::tr("All others") : name, QString::number(rule.months)});
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
    return frame.done(
        Ctl::tr("It is in %1.").arg(path), {{u"file"_s, path}, {u"bytes"_s, qint64{bytes.size()}}});
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
    addPrivacyRegisters(privacy, frame);
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
