#include "app/ctl/breach_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/disk_warnings.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/password_prompt.h"
#include "app/ctl/table.h"
#include "core/backup/backup_service.h"
#include "core/backup/health.h"
#include "core/backup/restore.h"
#include "core/base/log.h"
#include "ui/text/format.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string file, folder, owner, reason;
    bool acceptLoss = false, unchecked = false, renewHeads = false, giveUpPapers = false;
};

/// Says every tenth part on stderr; ends the work at Ctrl+C.
BackupProgress progressOf(const Frame& frame)
{
    return [&frame, told = -1](qint64 done, qint64 whole) mutable {
        const int percent = whole > 0 ? static_cast<int>(done * 100 / whole) : 0;
        if (percent / 10 > told / 10) {
            frame.note(Ctl::tr("%1% done").arg(percent));
            told = percent;
        }
        return !interrupted();
    };
}

QJsonArray breachesJson(const std::vector<Breach>& breaches)
{
    QJsonArray list;
    for (const Breach& breach : breaches)
        list.append(breachJson(breach));
    return list;
}

QString faultsText(const std::vector<Breach>& breaches)
{
    return Ctl::tr("A test restore found %n fault(s).", nullptr, int(breaches.size()));
}

QString breachLines(const std::vector<Breach>& breaches)
{
    QString text;
    for (const Breach& breach : breaches)
        text += u'\n' + breachLine(breach);
    return text;
}

/// The backup is there, and its test restore came to no end.
Exit failUnchecked(const Frame& frame, const Error& error, const QString& text, const QJsonObject& object)
{
    if (!frame.result(text, object)) return frame.failOutput();
    if (error.key != "backup.stopped"_L1) return frame.fail(error);
    return frame.fail({ErrorCode::Conflict, u"ctl.interrupted"_s, {}, {}});
}

Exit create(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    BackupService backups(*session.db);
    const auto progress = progressOf(frame);
    CTL_VALUE(frame, made, backups.create(QString::fromStdString(options.folder), session.actor, progress));
    QJsonObject object{{u"file"_s, made.path}, {u"bytes"_s, made.bytes},
        {u"created_at"_s, jsonTime(made.header.createdAt)},
        {u"chain_number"_s, qint64{made.header.chainNumber}}, {u"files"_s, made.files},
        {u"missing"_s, made.missing}, {u"verified"_s, false}};
    QString text = Ctl::tr("Backup %1").arg(made.path) + u": "_s +
        Ctl::list({Ctl::tr("%1 bytes").arg(numberText(made.bytes)),
            Ctl::tr("%n file(s)", nullptr, int(made.files))});
    if (made.missing > 0)
        text += u'\n' +
            Ctl::tr(
                "Scans that it lacks: %1. No older backup is removed until they are put back or given up.")
                .arg(numberText(made.missing));
    std::vector<Breach> breaches;
    if (!options.unchecked) {
        const auto check = backups.check(made.path, session.actor, progress);
        if (!check) return failUnchecked(frame, check.error(), text, object);
        breaches = check->breaches;
        object.insert(u"verified"_s, check->good());
        object.insert(u"breaches"_s, breachesJson(breaches));
        text += u'\n' + (check->good() ? Ctl::tr("A test restore of it went well.") : faultsText(breaches));
        text += breachLines(breaches);
        if (check->good()) {
            CTL_VALUE(frame, removed, backups.applyRule(session.actor));
        }
    }
    object.insert(u"warnings"_s, warnOfDisks(frame, *session.db));
    if (!frame.result(text, object)) return frame.failOutput();
    return breaches.empty() ? Exit::Done : Exit::Refused;
}

/// The key of a backup without anybody signed in: the recovery code, or an owner's password as it was then.
Result<Vault> keyFor(const BackupHeader& header, const std::string& owner)
{
    const QString user = QString::fromStdString(owner);
    SANAD_TRY_VALUE(typed,
        user.isEmpty() ? secret("SANAD_RECOVERY_CODE", Ctl::tr("Recovery code: "))
                       : secret("SANAD_PASSWORD", Ctl::tr("Password of %1: ").arg(user)));
    return unlockHeader(header, user, typed);
}

Result<BackupHeader> headerOf(const std::string& file)
{
    const QString path = QString::fromStdString(file);
    const auto reader = BackupReader::open(path);
    if (reader) return (*reader)->header();
    if (reader.error().key != "file.unreadable"_L1) return reader.error();
    return Error{ErrorCode::Unreachable, u"ctl.cannot-read"_s, {path}, reader.error().detail};
}

Exit verify(Frame& frame, const Options& options)
{
    const QString file = QString::fromStdString(options.file);
    CTL_VALUE(frame, header, headerOf(options.file));
    const auto checked = [&]() -> Result<BackupCheck> {
        if (!frame.user.empty()) {
            SANAD_TRY_VALUE(session, frame.signIn());
            return BackupService(*session.db).check(file, session.actor, progressOf(frame));
        }
        SANAD_TRY_VALUE(vault, keyFor(header, options.owner));
        return checkBackup(file, vault, {}, progressOf(frame));
    }();
    if (!checked) return frame.fail(checked.error());
    const QJsonObject object{{u"file"_s, file}, {u"good"_s, checked->good()}, {u"bytes"_s, checked->bytes},
        {u"files"_s, checked->files}, {u"created_at"_s, jsonTime(header.createdAt)},
        {u"chain_number"_s, qint64{header.chainNumber}}, {u"breaches"_s, breachesJson(checked->breaches)}};
    const QString text = checked->good() ? Ctl::tr("Restored on trial: every promise holds, nothing differs.")
                                         : faultsText(checked->breaches) + breachLines(checked->breaches);
    if (!frame.result(text, object)) return frame.failOutput();
    return checked->good() ? Exit::Done : Exit::Refused;
}

/// Two people's consent to replace the centre that --data names; its database is closed again.
Result<RestoreGrant> grantFor(Frame& frame, const BackupHeader& backup, const std::string& why)
{
    if (why.empty())
        return Error{ErrorCode::Usage, u"ctl.usage"_s, {Ctl::tr("%1 is missing").arg(u"--reason"_s)}, {}};
    SANAD_TRY_VALUE(reason, textArgument(why));
    SANAD_TRY_VALUE(session, frame.signIn());
    SANAD_TRY_VALUE(approval, frame.approval(session, restoreAct(backup), reason));
    return grantRestore(*session.db, backup, approval, session.actor);
}

Exit restore(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, header, headerOf(options.file));
    RestoreRequest request{QString::fromStdString(options.file), frame.location(), Vault::create(), {},
        options.acceptLoss, systemClock(), {}};
    if (request.target.folder.isEmpty()) return frame.fail({ErrorCode::Usage, u"ctl.no-data"_s, {}, {}});
    if (!frame.user.empty()) {
        CTL_VALUE(frame, grant, grantFor(frame, header, options.reason));
        CTL_VALUE(frame, opens, opensBackup(request.file, grant.vault));
        if (opens) {
            request.vault = grant.vault;
        } else {
            CTL_VALUE(frame, vault, keyFor(header, options.owner)); // made before the data key was changed
            request.vault = vault;
        }
        request.grant = grant;
    } else {
        CTL_VALUE(frame, vault, keyFor(header, options.owner));
        request.vault = vault;
    }
    closeLog(); // the folder it stands in is put aside
    const auto restored = restoreBackup(request, progressOf(frame));
    frame.beginLog();
    CTL_VALUE(frame, outcome, restored);
    logEvent("backup.restored"_L1,
        {{"chain"_L1, header.chainNumber}, {"files"_L1, outcome.files},
            {"gaps"_L1, qint64(outcome.gaps.size())}});
    QJsonArray gaps;
    QString text = Ctl::tr(
        "Restored: the centre as of %1, %n file(s). Every promise holds.", nullptr, int(outcome.files))
                       .arg(dateTimeText(header.createdAt));
    for (const NumberGap& gap : outcome.gaps) {
        gaps.append(QJsonObject{{u"series"_s, gap.series}, {u"first"_s, qint64{gap.first}},
            {u"last"_s, gap.open() ? QJsonValue() : QJsonValue(qint64{gap.last})}});
        text += u'\n' + Ctl::tr("Declared lost: %1 from %2 on").arg(gap.series).arg(gap.first);
    }
    if (!outcome.keptAside.isEmpty())
        text += u'\n' + Ctl::tr("What was there before is kept in %1").arg(outcome.keptAside);
    if (!outcome.disabledAgain.isEmpty())
        text += u'\n' +
            Ctl::tr("Disabled again, as in the centre that was replaced: %1")
                .arg(Ctl::list(outcome.disabledAgain));
    text += u'\n' +
        Ctl::tr("People, roles, passwords and PINs are otherwise as they were when the backup was made: "
                "look through them.");
    const QJsonObject object{{u"created_at"_s, jsonTime(header.createdAt)},
        {u"chain_number"_s, qint64{header.chainNumber}}, {u"files"_s, outcome.files}, {u"gaps"_s, gaps},
        {u"kept_aside"_s, outcome.keptAside},
        {u"disabled_again"_s, QJsonArray::fromStringList(outcome.disabledAgain)},
        {u"people_as_of"_s, jsonTime(header.createdAt)}};
    return frame.result(text, object) ? Exit::Done : frame.failOutput();
}

/// Without anybody signed in: the files of a folder, by what their headers say.
Exit listFolder(Frame& frame, const QString& folder)
{
    if (!QFileInfo(folder).isDir())
        return frame.fail({ErrorCode::Unreachable, u"backup.no-folder"_s, {folder}, {}});
    Table table({Ctl::tr("File"), Ctl::tr("Made"), Ctl::tr("Bytes"), Ctl::tr("Centre")});
    for (const BackupFile& file : backupsIn(folder)) {
        const QString name = QFileInfo(file.path).fileName();
        if (frame.json &&
            !frame.print(QJsonObject{{u"name"_s, name}, {u"created_at"_s, jsonTime(file.header.createdAt)},
                {u"bytes"_s, file.bytes}, {u"chain_number"_s, qint64{file.header.chainNumber}},
                {u"centre"_s, file.header.centre}}))
            return frame.failOutput();
        table.add(
            {name, dateTimeText(file.header.createdAt), numberText(file.bytes), file.header.centre.left(8)});
    }
    if (frame.json) return Exit::Done;
    return frame.print(table.isEmpty() ? Ctl::tr("There is no backup.") : table.text()) ? Exit::Done
                                                                                        : frame.failOutput();
}

Exit list(Frame& frame, const Options& options)
{
    if (!options.folder.empty()) return listFolder(frame, QString::fromStdString(options.folder));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, state, BackupService(*session.db).state(session.actor));
    warnOfDisks(frame, *session.db);
    if (const auto warning = keptCopyWarning(state.keptCopies)) frame.warn(*warning);
    Table table({Ctl::tr("File"), Ctl::tr("Made"), Ctl::tr("Bytes"), Ctl::tr("Verified")});
    for (const BackupRun& run : state.runs) {
        const QJsonObject object{{u"name"_s, run.name}, {u"created_at"_s, jsonTime(run.createdAt)},
            {u"bytes"_s, run.bytes}, {u"files"_s, run.files}, {u"chain_number"_s, qint64{run.chainNumber}},
            {u"verified_at"_s, jsonTime(run.verifiedAt)}, {u"folder"_s, state.folder}};
        if (frame.json && !frame.print(object)) return frame.failOutput();
        table.add({run.name, dateTimeText(run.createdAt), numberText(run.bytes),
            run.verifiedAt.isValid() ? dateTimeText(run.verifiedAt) : QString()});
    }
    if (frame.json) return Exit::Done;
    const auto age = state.ageHours();
    const QString last = age ? Ctl::tr("The newest verified backup is %n hour(s) old.", nullptr, int(*age))
                             : Ctl::tr("There is no verified backup.");
    return frame.print(table.isEmpty() ? last : table.text() + u'\n' + last) ? Exit::Done
                                                                             : frame.failOutput();
}

Exit discard(Frame& frame, const Options& options)
{
    const QString folder = QString::fromStdString(options.folder);
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, approval, frame.approval(session, removeKeptCopyAct(folder), reason));
    CTL_VALUE(frame, done, removeKeptCopy(*session.db, folder, approval, session.actor));
    return frame.done(Ctl::tr("Removed: %1").arg(folder), {{u"folder"_s, folder}});
}

Exit schedule(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    const QString folder = QFileInfo(QString::fromStdString(options.folder)).absoluteFilePath();
    CTL_VALUE(frame, done, BackupService(*session.db).setFolder(folder, session.actor));
    const QJsonObject object{{u"folder"_s, folder}, {u"warnings"_s, warnOfDisks(frame, *session.db)}};
    return frame.result(Ctl::tr("Automatic backups go to %1").arg(folder), object) ? Exit::Done
                                                                                   : frame.failOutput();
}

/// Looks at everything, makes anew what is only derived, and says what else helps.
Exit repair(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    QStringList renewed;
    if (options.renewHeads) {
        CTL_VALUE(frame, folders, BackupService(*session.db).renewHeads(session.actor));
        renewed = folders;
    }
    const auto look = [&]() -> Result<std::vector<Breach>> {
        SANAD_TRY_VALUE(quick, startupCheck(*session.db));
        if (!quick.empty()) return quick;
        return fullCheck(*session.db);
    };
    CTL_VALUE(frame, found, look());
    Remedy remedy = remedyFor(found);
    bool rebuilt = false;
    if (remedy == Remedy::Rebuild) {
        CTL_VALUE(frame, done, rebuildDerived(*session.db, session.actor));
        CTL_VALUE(frame, left, look());
        found = left;
        remedy = remedyFor(found);
        rebuilt = true;
    }
    int givenUp = 0;
    if (remedy == Remedy::Papers && options.giveUpPapers) {
        CTL_VALUE(frame, count, giveUpLostPapers(*session.db, session.actor));
        CTL_VALUE(frame, left, look());
        givenUp = count;
        found = left;
        remedy = remedyFor(found);
    }
    QString text = rebuilt && found.empty()
        ? Ctl::tr("What is derived was made anew from the facts. Every promise holds.")
        : found.empty() && givenUp > 0 ? Ctl::tr("Every other promise holds.")
        : found.empty()                ? Ctl::tr("Every promise holds; nothing needs repair.")
        : remedy == Remedy::LookOutside
        ? Ctl::tr("Compare the newest printed day close with the data; if they agree, run it again with "
                  "--renew-heads.") +
            breachLines(found)
        : remedy == Remedy::Papers
        ? Ctl::tr("Files of scans are gone or damaged, and nothing else. Put them back from where they went; "
                  "if that cannot be, run it again with --give-up-papers: receipts stay as they are.") +
            breachLines(found)
        : Ctl::tr("Facts are damaged: restore the newest verified backup.") + breachLines(found);
    if (givenUp > 0)
        text += u'\n' +
            Ctl::tr("Scans that were given up: %1. The lists say that the papers were seen.").arg(givenUp);
    for (const QString& folder : renewed)
        text += u'\n' + Ctl::tr("The end of the data is remembered anew in %1").arg(folder);
    const QJsonObject object{{u"rebuilt"_s, rebuilt}, {u"restore"_s, remedy == Remedy::Restore},
        {u"given_up"_s, givenUp}, {u"renewed"_s, QJsonArray::fromStringList(renewed)},
        {u"breaches"_s, breachesJson(found)}};
    if (!frame.result(text, object)) return frame.failOutput();
    return found.empty() ? Exit::Done : Exit::Refused;
}

} // namespace

void addBackupCommands(Words app, Frame& frame)
{
    Words backup = app.noun("backup", Ctl::help("Backups: make, check, restore, repair"));
    const auto options = std::make_shared<Options>();
    Words made = verb(backup, frame, "create", Ctl::help("Make a backup and try it"), options, create);
    made.option("folder", options->folder, Ctl::help("Where, else the scheduled folder"));
    made.flag("--unchecked", options->unchecked, Ctl::help("Without a test restore"));
    Words checked = verb(backup, frame, "verify", Ctl::help("Restore on trial and compare"), options, verify);
    checked.option("file", options->file, Ctl::help("The backup")).required();
    checked.option("--owner", options->owner, Ctl::help("Open it with this owner's password"));
    Words back = verb(backup, frame, "restore", Ctl::help("Restore into --data"), options, restore);
    back.option("file", options->file, Ctl::help("The backup")).required();
    back.option("--owner", options->owner, Ctl::help("Open it with this owner's password"));
    back.flag("--accept-loss", options->acceptLoss, Ctl::help("Although something newer is known"));
    back.option("--reason", options->reason, Ctl::help("Why, for the second person"));
    verb(backup, frame, "list", Ctl::help("Backups made here, or the files of a folder"), options, list)
        .option("folder", options->folder, Ctl::help("A folder, without anybody signed in"));
    verb(backup, frame, "schedule", Ctl::help("Where automatic backups go"), options, schedule)
        .option("folder", options->folder, Ctl::help("A second disk or a stick"))
        .required();
    Words discarded = verb(backup, frame, "discard",
        Ctl::help("Remove what a restore kept of the centre it replaced; a second person approves it"),
        options, discard);
    discarded.option("folder", options->folder, Ctl::help("One that \"backup list\" warns of")).required();
    discarded.option("--reason", options->reason, Ctl::help("Why, for the second person")).required();
    Words repaired = verb(
        backup, frame, "repair", Ctl::help("Make derived data anew, or say what helps"), options, repair);
    repaired.flag("--renew-heads", options->renewHeads, Ctl::help("Somebody has looked why one is damaged"));
    repaired.flag(
        "--give-up-papers", options->giveUpPapers, Ctl::help("Somebody has looked for their lost files"));
}

} // namespace sanad::ctl
