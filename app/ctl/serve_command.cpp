#include "app/ctl/commands.h"
#include "app/ctl/form_fault.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/line_reader.h"
#include "core/settings/settings_repository.h"
#include "core/storage/output_path.h"
#include "core/visits/visit_service.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/text/command_line.h"

#include <QDir>
#include <QFileInfo>
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

/// The reasons that the visit gives for its prices.
QString priceReasons(const Visit& visit)
{
    QStringList reasons;
    for (const VisitItem& item : visit.items)
        if (!item.priceReason.isEmpty()) reasons << item.priceReason;
    return reasons.join(u" / "_s);
}

/// What the visit charges otherwise than displayed, for whoever approves it: `OWN-COPY, discount 0.090`.
QString askedPrices(const Visit& visit)
{
    QStringList prices;
    for (const VisitItem& item : visit.items) {
        QStringList one{echoed(item.service)};
        if (item.serviceFee) one << Ctl::tr("service fee %1").arg(item.serviceFee->text());
        if (!item.discount.isZero()) one << Ctl::tr("discount %1").arg(item.discount.text());
        if (one.size() > 1) prices << Ctl::list(one);
    }
    return prices.join(u" / "_s);
}

Result<Receipt> complete(const Frame& frame, const Session& session, const LineReader::Line& line,
    QString& tag, std::vector<Error>& warnings, VisitRefusal& refusal)
{
    if (line.tooLong)
        return Error{ErrorCode::Unusable, u"json.too-large"_s, {QString::number(kMostLineBytes)}, {}};
    const auto read = parseVisit(line.bytes, &tag);
    if (!read && read.error().key == u"visit.field"_s && read.error().args == QStringList{QString()})
        return Error{ErrorCode::Invalid, u"visit.not-an-object"_s, {}, {}};
    if (!read) refusal.pointer = refusedByParsing(read.error());
    SANAD_TRY_VALUE(visit, read);
    VisitService visits(*session.db);
    auto receipt = visits.complete(visit, session.actor, {}, &warnings, &refusal);
    // A line with another price asks the one whom --approve names, and is done with their consent.
    if (receipt || receipt.error().key != u"approval.missing"_s || frame.approver.empty()) return receipt;
    refusal = {};
    SANAD_TRY_VALUE(approval,
        frame.approval(session, {Permission::OverridePrice, u"visit.completed"_s, priceSubject(visit)},
            priceReasons(visit), askedPrices(visit) + u" — "_s + place(line, tag)));
    return visits.complete(visit, session.actor, approval, &warnings, &refusal);
}

/// Makes the folder for receipts and tries it: nothing is issued that could not be put there.
Result<> prepareFolder(const QString& folder)
{
    if (folder.isEmpty()) return {};
    SANAD_TRY(mayWriteInto(folder));
    QDir().mkpath(folder);
    if (!QFileInfo(folder).isDir()) return Error{ErrorCode::Unreachable, u"ctl.cannot-write"_s, {folder}, {}};
    const QString tried = u".receipts"_s;
    SANAD_TRY(mayPutInto(folder, tried));
    return checkOutput(QDir(folder).filePath(tried));
}

/// The original of a receipt as a PDF, named by its number. It is issued and stays so, whatever becomes of
/// its file. Errors: Unreachable `ctl.receipt-unprinted` (args: number, file).
Result<> print(const Receipt& receipt, const Centre& centre, const Options& options)
{
    const QString folder = QString::fromStdString(options.receipts), name = receipt.number + u".pdf"_s;
    const QString file = QDir(folder).filePath(name);
    const CentrePrint centreHead = centrePrint(centre, receipt);
    if (mayPutInto(folder, name) &&
        writeOutput(file, receiptPdf(receipt, centreHead, {options.english, 0, {}}, Paper::A5)))
        return {};
    return Error{ErrorCode::Unreachable, u"ctl.receipt-unprinted"_s, {receipt.number, file}, {}};
}

bool tellDone(const Frame& frame, const LineReader::Line& line, const QString& tag, const Receipt& receipt,
    const std::vector<Error>& warnings)
{
    const QString text = u"RECEIPT "_s + receipt.number + (tag.isEmpty() ? QString() : u' ' + tag);
    QJsonObject object{{u"line"_s, line.number}, {u"tag"_s, tag}, {u"receipt"_s, receipt.number},
        {u"total_baisa"_s, jsonMoney(receipt.total)}, {u"change_baisa"_s, jsonMoney(receipt.change())}};
    QJsonArray told;
    for (const Error& warning : warnings) {
        told.append(frame.errorObject(warning));
        if (!frame.json) frame.warn(warning, place(line, tag));
    }
    if (!told.isEmpty()) object.insert(u"warnings"_s, told);
    return frame.result(text, object);
}

bool tellRefused(const Frame& frame, const LineReader::Line& line, const QString& tag, const Error& error,
    const VisitRefusal& refusal)
{
    constexpr std::size_t kMostFaults = 20;
    const QString pointer = echoed(refusal.pointer);
    const bool named = error.key.startsWith("visit."_L1) && error.args.contains(refusal.pointer);
    frame.refuseLine(
        error, named || pointer.isEmpty() ? place(line, tag) : Ctl::list({place(line, tag), pointer}));
    QJsonArray faults;
    for (const FormFault& fault : refusal.faults) {
        if (static_cast<std::size_t>(faults.size()) == kMostFaults) break;
        const ToldFault told = tellFault(frame, fault);
        faults.append(told.object);
        if (!frame.json) frame.note(u"  "_s + told.line);
    }
    if (!frame.json) return true;
    QJsonObject object = frame.errorObject(error);
    if (!pointer.isEmpty()) object.insert(u"pointer"_s, pointer);
    if (!faults.isEmpty()) object.insert(u"faults"_s, faults);
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
    while (!(lines.waits() && interrupted())) {
        sayAtTheEnd(frame.errorLine(interruptedAfter(last)));
        const auto line = lines.next();
        if (!line) {
            tellAll(frame, lines.count(), completed, refused);
            return outcome;
        }
        if (interrupted()) break;
        last = line->number;
        sayAtTheEnd(frame.errorLine(endedDuring(last)));
        QString tag;
        std::vector<Error> warnings;
        VisitRefusal refusal;
        const auto receipt = complete(frame, session, *line, tag, warnings, refusal);
        if (!receipt) {
            ++refused;
            if (!tellRefused(frame, *line, tag, receipt.error(), refusal)) return frame.failOutput();
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
