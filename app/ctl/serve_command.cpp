#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/line_reader.h"
#include "core/settings/settings_repository.h"
#include "core/visits/visit_service.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/text/command_line.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

constexpr qsizetype kMostLineBytes = 1024 * 1024;

struct Options {
    std::string file, receipts;
    bool english = false;
};

/// Where it went wrong, as people read it: `line 12 (v-17)`.
QString place(const LineReader::Line& line, const QString& tag)
{
    const QString number = Ctl::tr("line %1").arg(line.number);
    return tag.isEmpty() ? number : number + u" ("_s + echoed(tag) + u')';
}

/// What the error is about, as a JSON pointer into the line; empty where its sentence names that itself.
QString memberOf(const Error& error)
{
    if (error.key.startsWith("customer."_L1)) {
        static const QHash<QString, QString> known{{u"customer.birth-date"_s, u"/birth_date"_s},
            {u"customer.language"_s, u"/language"_s}, {u"customer.name-script"_s, u"/name_en"_s},
            {u"customer.no-name"_s, u"/name_ar"_s}, {u"customer.sex"_s, u"/sex"_s}};
        return u"/customer"_s + known.value(error.key);
    }
    const bool pointed = error.key.startsWith("text."_L1) && !error.args.isEmpty();
    return pointed && error.args.back().startsWith(u'/') ? error.args.back() : QString();
}

/// The reasons that the visit gives for its prices.
QString priceReasons(const Visit& visit)
{
    QStringList reasons;
    for (const VisitItem& item : visit.items)
        if (!item.priceReason.isEmpty()) reasons << item.priceReason;
    return reasons.join(u" / "_s);
}

Result<Receipt> complete(const Frame& frame, const Session& session, const LineReader::Line& line,
    QString& tag, QStringList& warnings)
{
    if (line.tooLong)
        return Error{ErrorCode::Unusable, u"json.too-large"_s, {QString::number(kMostLineBytes)}, {}};
    const auto read = parseVisit(line.bytes, &tag);
    if (!read && read.error().key == u"visit.field"_s && read.error().args == QStringList{QString()})
        return Error{ErrorCode::Invalid, u"visit.not-an-object"_s, {}, {}};
    SANAD_TRY_VALUE(visit, read);
    VisitService visits(*session.db);
    auto receipt = visits.complete(visit, session.actor, {}, &warnings);
    // A line with another price asks the one whom --approve names, and is done with their consent.
    if (receipt || receipt.error().key != u"approval.missing"_s || frame.approver.empty()) return receipt;
    SANAD_TRY_VALUE(approval,
        frame.approval(session, {Permission::OverridePrice, u"visit.completed"_s, priceSubject(visit)},
            priceReasons(visit)));
    return visits.complete(visit, session.actor, approval, &warnings);
}

/// Makes the folder for receipts and tries it: nothing is issued that could not be put there.
Result<> prepareFolder(const QString& folder)
{
    if (folder.isEmpty()) return {};
    QDir().mkpath(folder);
    if (!QFileInfo(folder).isDir()) return Error{ErrorCode::Unreachable, u"ctl.cannot-write"_s, {folder}, {}};
    return checkOutput(QDir(folder).filePath(u".receipts"_s));
}

/// The original of a receipt as a PDF, named by its number. It is issued and stays so, whatever becomes of
/// its file. Errors: Unreachable `ctl.receipt-unprinted` (args: number, file).
Result<> print(const Receipt& receipt, const Centre& centre, const Options& options)
{
    const QString file = QDir(QString::fromStdString(options.receipts)).filePath(receipt.number + u".pdf"_s);
    const CentrePrint centreHead = centrePrint(centre, receipt.businessDay);
    if (writeOutput(file, receiptPdf(receipt, centreHead, {options.english, 0, {}}, Paper::A5))) return {};
    return Error{ErrorCode::Unreachable, u"ctl.receipt-unprinted"_s, {receipt.number, file}, {}};
}

bool tellDone(const Frame& frame, const LineReader::Line& line, const QString& tag, const Receipt& receipt,
    const QStringList& warnings)
{
    const QString text = u"RECEIPT "_s + receipt.number + (tag.isEmpty() ? QString() : u' ' + tag);
    QJsonObject object{{u"line"_s, line.number}, {u"tag"_s, tag}, {u"receipt"_s, receipt.number},
        {u"total_baisa"_s, jsonMoney(receipt.total)}, {u"change_baisa"_s, jsonMoney(receipt.change())}};
    QJsonArray told;
    for (const QString& key : warnings) {
        const Error warning{ErrorCode::Invalid, key, {}, {}};
        told.append(frame.errorObject(warning));
        if (!frame.json) frame.warn(warning, place(line, tag));
    }
    if (!told.isEmpty()) object.insert(u"warnings"_s, told);
    return frame.result(text, object);
}

bool tellRefused(const Frame& frame, const LineReader::Line& line, const QString& tag, const Error& error)
{
    const QString member = memberOf(error);
    frame.refuseLine(
        error, member.isEmpty() ? place(line, tag) : Ctl::list({place(line, tag), echoed(member)}));
    if (!frame.json) return true;
    QJsonObject object = frame.errorObject(error);
    if (!member.isEmpty()) object.insert(u"pointer"_s, echoed(member));
    return frame.print({{u"line"_s, line.number}, {u"tag"_s, tag}, {u"error"_s, object}});
}

/// What came of the whole input: one that was empty by mistake is told from one that was done.
void tellAll(const Frame& frame, qint64 lines, qint64 completed, qint64 refused)
{
    if (frame.json)
        return frame.note(QString::fromUtf8(QJsonDocument(
            QJsonObject{{u"lines"_s, lines}, {u"completed"_s, completed},
                {u"refused"_s, refused}}).toJson(QJsonDocument::Compact)));
    frame.note(
        Ctl::tr("Lines read: %1. Visits completed: %2. Refused: %3.").arg(lines).arg(completed).arg(refused));
}

/// Between two lines. The lines before are done: whoever gives them again charges them again.
Error interruptedAfter(qint64 line)
{
    if (line == 0) return {ErrorCode::Conflict, u"ctl.interrupted"_s, {}, {}};
    return {ErrorCode::Conflict, u"ctl.serve-interrupted"_s,
        {QString::number(line), QString::number(line + 1)}, {}};
}

Error endedDuring(qint64 line)
{
    return {ErrorCode::Conflict, u"ctl.serve-ended"_s, {QString::number(line)}, {}};
}

Exit serve(Frame& frame, const Options& options)
{
    const QString path = QString::fromStdString(options.file);
    LineReader lines(path, kMostLineBytes);
    if (!lines.isOpen()) return frame.fail({ErrorCode::Unreachable, u"ctl.cannot-read"_s, {path}, {}});
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, centre,
        session.db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
    CTL_VALUE(frame, ready, prepareFolder(QString::fromStdString(options.receipts)));

    Exit outcome = Exit::Done;
    qint64 completed = 0, refused = 0, last = 0;
    while (!interrupted()) {
        sayAtTheEnd(frame.errorLine(interruptedAfter(last)));
        const auto line = lines.next();
        if (!line) {
            tellAll(frame, lines.count(), completed, refused);
            return outcome;
        }
        last = line->number;
        sayAtTheEnd(frame.errorLine(endedDuring(last)));
        QString tag;
        QStringList warnings;
        const auto receipt = complete(frame, session, *line, tag, warnings);
        if (!receipt) {
            ++refused;
            if (!tellRefused(frame, *line, tag, receipt.error())) return frame.failOutput();
            // The data itself cannot be reached or written: the lines behind would fare no better.
            if (receipt.error().code == ErrorCode::Unreachable) return Exit::Unreachable;
            outcome = Exit::Refused;
            continue;
        }
        ++completed;
        if (!tellDone(frame, *line, tag, *receipt, warnings)) return frame.failOutput();
        if (options.receipts.empty()) continue;
        if (const auto printed = print(*receipt, centre, options); !printed)
            return frame.fail(printed.error(), place(*line, tag));
    }
    return frame.fail(interruptedAfter(last));
}

} // namespace

void addServeCommand(Words app, Frame& frame)
{
    const auto options = std::make_shared<Options>();
    Words command =
        verb(app, frame, "serve", Ctl::help("Complete visits, one JSON line each"), options, serve);
    command.option("file", options->file, Ctl::help("The lines (a file, or - for stdin)")).required();
    command.option("--receipts", options->receipts, Ctl::help("Put each receipt's PDF into this folder"));
    command.flag("--english", options->english, Ctl::help("English beside the Arabic on these"));
}

} // namespace sanad::ctl
