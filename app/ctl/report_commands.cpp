#include "app/ctl/commands.h"
#include "app/ctl/period_reports.h"
#include "app/ctl/table.h"
#include "core/cash/working_day.h"
#include "core/reports/day_report.h"
#include "core/reports/today.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/printing/save_sheet.h"
#include "ui/text/format.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string day, from, to, format = "text", output;
};

QString figuresText(const QString& title, const std::vector<DayReport::Named>& rows)
{
    Table table(
        {title, Ctl::tr("Receipts"), Ctl::tr("Government fees"), Ctl::tr("Service fees"), Ctl::tr("Total")});
    for (const DayReport::Named& row : rows)
        table.add({row.key, numberText(row.figures.receipts), amountText(row.figures.governmentFees),
            amountText(row.figures.serviceFees - row.figures.discounts), amountText(row.figures.total)});
    return table.isEmpty() ? QString() : u"\n\n"_s + table.text();
}

QString nameOf(const Frame& frame, const QString& arabic, const QString& english, const QString& key)
{
    const QString& name = frame.language() == Language::Arabic ? arabic : english;
    return name.isEmpty() ? key : name;
}

/// What is held for agencies, and what is in their wallets.
QString heldText(const Frame& frame, const DayReport& report)
{
    Table held({Ctl::tr("Held for"), Ctl::tr("Opening"), Ctl::tr("Collected"), Ctl::tr("Paid on"),
        Ctl::tr("Refunded"), Ctl::tr("Closing")});
    for (const auto& row : report.agencies)
        held.add({nameOf(frame, row.nameAr, row.nameEn, row.agency), amountText(row.opening),
            amountText(row.collected), amountText(row.paidOn), amountText(row.refunded),
            amountText(row.closing)});
    Table wallets(
        {Ctl::tr("Wallet"), Ctl::tr("Opening"), Ctl::tr("Topped up"), Ctl::tr("Spent"), Ctl::tr("Closing")});
    for (const auto& row : report.wallets)
        wallets.add({nameOf(frame, row.nameAr, row.nameEn, row.agency), amountText(row.opening),
            amountText(row.toppedUp), amountText(row.spent), amountText(row.closing)});
    return (held.isEmpty() ? QString() : u"\n\n"_s + held.text()) +
        (wallets.isEmpty() ? QString() : u"\n\n"_s + wallets.text());
}

/// What an owner should look at; nothing on a day without any.
QString exceptionsText(const DayReport::Exceptions& odd)
{
    Table table({Ctl::tr("To look at"), Ctl::tr("Count")});
    const std::pair<QString, std::int64_t> rows[] = {{Ctl::tr("Receipts printed again"), odd.reprints},
        {Ctl::tr("Voided receipts"), odd.voids}, {Ctl::tr("Lines with a discount"), odd.discountedLines},
        {Ctl::tr("Prices set by hand"), odd.pricesSetByHand},
        {Ctl::tr("Cards without an approval code"), odd.cardsWithoutCode},
        {Ctl::tr("Transfers without a reference"), odd.transfersWithoutReference},
        {Ctl::tr("Payments on the account of a company"), odd.onAccount},
        {Ctl::tr("Receipts into another clerk's drawer"), odd.otherDrawers},
        {Ctl::tr("Lines without a transaction"), odd.linesWithoutTransaction},
        {Ctl::tr("Transactions without a receipt"), odd.transactionsWithoutReceipt},
        {Ctl::tr("Drawers counted with a difference"), odd.drawersOff},
        {Ctl::tr("Wallets below zero"), odd.walletsBelowZero}};
    for (const auto& [what, count] : rows)
        if (count > 0) table.add({what, numberText(count)});
    return table.isEmpty() ? QString() : u"\n\n"_s + table.text();
}

QString text(const Frame& frame, const DayReport& report)
{
    const Language language = frame.language();
    Table head({Ctl::tr("Day"), dateText(report.day)});
    head.add({Ctl::tr("Income"), moneyText(report.headline.income(), language)});
    head.add({Ctl::tr("Government fees"), moneyText(report.headline.governmentFees, language)});
    head.add({Ctl::tr("VAT"), moneyText(report.headline.vat, language)});
    head.add({Ctl::tr("Total"), moneyText(report.headline.total, language)});
    head.add({Ctl::tr("Receipts"), numberText(report.headline.receipts)});
    head.add({Ctl::tr("Waiting to be sent"), numberText(report.queued)});
    Table tenders({Ctl::tr("Tender"), Ctl::tr("Total")});
    for (const DayReport::Named& row : report.tenders)
        tenders.add({tenderText(row.key, language), amountText(row.figures.total)});
    QString whole = head.text() + (tenders.isEmpty() ? QString() : u"\n\n"_s + tenders.text()) +
        heldText(frame, report) + figuresText(Ctl::tr("Agency"), report.soldByAgency) +
        figuresText(Ctl::tr("Service"), report.services) + figuresText(Ctl::tr("Clerk"), report.clerks);
    whole += exceptionsText(report.exceptions);
    for (const DayReport::Check& check : report.checks)
        if (!check.holds())
            whole += u"\n! "_s + checkText(check.key, language) + u": "_s + numberText(check.left) +
                u" ≠ "_s + numberText(check.right);
    return whole;
}

Exit emitBytes(const Frame& frame, const Options& options, const QByteArray& bytes)
{
    if (options.output.empty()) return frame.printBytes(bytes) ? Exit::Done : frame.failOutput();
    CTL_VALUE(frame, done, writeOutput(QString::fromStdString(options.output), bytes));
    return Exit::Done;
}

Exit emitPdf(const Frame& frame, const Options& options, const Sheet& sheet)
{
    return emitBytes(frame, options, sheetPdf(sheet, Paper::A4));
}

/// What is known before anything is read: where the report cannot go. Errors: Usage `ctl.output-missing`,
/// `ctl.output-terminal`; those of checkOutput().
Result<> mayGoOut(const Options& options)
{
    if (!options.output.empty()) return checkOutput(QString::fromStdString(options.output));
    // A workbook is no stream of text.
    if (options.format == "xlsx") return Error{ErrorCode::Usage, u"ctl.output-missing"_s, {}, {}};
    if (options.format == "pdf") return Frame::bytesMayBePrinted();
    return {};
}

Result<Centre> centreOf(Database& db)
{
    return db.read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); });
}

Exit saveBook(const Frame& frame, const Options& options, const Sheet& sheet)
{
    CTL_VALUE(frame, bytes, sheetXlsx(sheet));
    return emitBytes(frame, options, bytes);
}

Exit day(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, possible, mayGoOut(options));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, centre, centreOf(*session.db));
    CTL_VALUE(frame, which, session.db->read([](Tx& tx) -> Result<QDate> { return workingDay(tx); }));
    if (!options.day.empty()) {
        CTL_VALUE(frame, given, dayArgument(options.day));
        which = given;
    }
    CTL_VALUE(frame, report, dayReport(*session.db, which, session.actor));
    if (options.format == "csv") return emitBytes(frame, options, toCsv(report));
    if (options.format == "pdf" || options.format == "xlsx") {
        const Sheet sheet = dayReportSheet(report, centrePrint(centre, which), frame.language());
        if (options.format == "xlsx") return saveBook(frame, options, sheet);
        return emitPdf(frame, options, sheet);
    }
    if (options.format == "json" || frame.json)
        return emitBytes(frame, options, QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact) + '\n');
    return emitBytes(frame, options, (text(frame, report) + u'\n').toUtf8());
}

Exit emitTable(const Frame& frame, const Options& options, const ReportTable& table, const Centre& centre)
{
    if (options.format == "csv") return emitBytes(frame, options, reportCsv(table));
    if (options.format == "pdf" || options.format == "xlsx") {
        CTL_VALUE(frame, last, dayArgument(options.to));
        const Sheet sheet = reportSheet(table, centrePrint(centre, last), frame.language());
        if (options.format == "xlsx") return saveBook(frame, options, sheet);
        return emitPdf(frame, options, sheet);
    }
    QByteArray lines;
    if (options.format == "json" || frame.json) {
        for (const QJsonObject& row : reportJson(table))
            lines += QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n';
    } else {
        lines = (reportText(table) + u'\n').toUtf8();
    }
    return emitBytes(frame, options, lines);
}

enum class Period { Revenue, Agencies, Clerks, Vat };

template <Period kWhich> Exit period(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, from, dayArgument(options.from));
    CTL_VALUE(frame, to, dayArgument(options.to));
    CTL_VALUE(frame, possible, mayGoOut(options));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, centre, centreOf(*session.db));
    CTL_VALUE(frame, figures, revenue(*session.db, from, to, session.actor));
    if constexpr (kWhich == Period::Agencies) {
        CTL_VALUE(frame, held, heldForAgencies(*session.db, from, to, session.actor));
        return emitTable(frame, options, agenciesTable(figures, held, frame.language()), centre);
    }
    if constexpr (kWhich == Period::Clerks) return emitTable(frame, options, clerksTable(figures), centre);
    if constexpr (kWhich == Period::Vat) {
        CTL_VALUE(frame, untaxed, soldWithoutVat(*session.db, figures.first, figures.last, session.actor));
        return emitTable(frame, options, vatTable(figures, untaxed), centre);
    }
    return emitTable(frame, options, revenueTable(figures), centre);
}

} // namespace

void addReportCommands(Words app, Frame& frame)
{
    Words report = app.noun("report", Ctl::help("Reports"));
    const auto options = std::make_shared<Options>();
    Words daily = verb(report, frame, "day", Ctl::help("The owner's daily report"), options, day);
    daily.option("day", options->day, Ctl::help("Which, e.g. 2026-11-21; else today"));
    const Words periods[] = {
        verb(report, frame, "revenue", Ctl::help("Day by day"), options, period<Period::Revenue>),
        verb(report, frame, "agencies", Ctl::help("What was sold for each agency, and what is held for it"),
            options, period<Period::Agencies>),
        verb(report, frame, "clerks", Ctl::help("What each clerk sold"), options, period<Period::Clerks>),
        verb(report, frame, "vat", Ctl::help("What VAT was charged on, day by day"), options,
            period<Period::Vat>)};
    for (Words span : periods) {
        span.option("--from", options->from, Ctl::help("First day")).required();
        span.option("--to", options->to, Ctl::help("Last day")).required();
    }
    for (Words each : {daily, periods[0], periods[1], periods[2], periods[3]}) {
        each.option("--format", options->format, Ctl::help("text, json, csv, xlsx or pdf"))
            .oneOf({"text", "json", "csv", "xlsx", "pdf"});
        each.option("-o,--output", options->output, Ctl::help("Into this file"));
    }
}

} // namespace sanad::ctl
