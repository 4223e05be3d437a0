#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/reports/day_report.h"
#include "core/reports/today.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string day, from, to, format = "text", output;
};

QString figuresText(const Frame& frame, const QString& title, const std::vector<DayReport::Named>& rows)
{
    Table table(
        {title, frame.say({u"Receipts", u"الإيصالات"}), frame.say({u"Government fees", u"الرسوم الحكومية"}),
            frame.say({u"Service fees", u"رسوم الخدمة"}), frame.say({u"Total", u"الإجمالي"})});
    for (const DayReport::Named& row : rows)
        table.add({row.key, numberText(row.figures.receipts), amountText(row.figures.governmentFees),
            amountText(row.figures.serviceFees - row.figures.discounts), amountText(row.figures.total)});
    return table.isEmpty() ? QString() : u"\n\n"_s + table.text();
}

QString text(const Frame& frame, const DayReport& report)
{
    const Language language = frame.language();
    Table head({frame.say({u"Day", u"اليوم"}), dateText(report.day)});
    head.add({frame.say({u"Income", u"الإيراد"}), moneyText(report.headline.income(), language)});
    head.add({frame.say({u"Government fees", u"الرسوم الحكومية"}),
        moneyText(report.headline.governmentFees, language)});
    head.add({frame.say({u"VAT", u"ضريبة القيمة المضافة"}), moneyText(report.headline.vat, language)});
    head.add({frame.say({u"Total", u"الإجمالي"}), moneyText(report.headline.total, language)});
    head.add({frame.say({u"Receipts", u"الإيصالات"}), numberText(report.headline.receipts)});
    head.add({frame.say({u"Waiting to be sent", u"بانتظار الإرسال"}), numberText(report.queued)});
    Table tenders({frame.say({u"Tender", u"وسيلة الدفع"}), frame.say({u"Total", u"الإجمالي"})});
    for (const DayReport::Named& row : report.tenders)
        tenders.add({tenderText(row.key, language), amountText(row.figures.total)});
    QString whole = head.text() + (tenders.isEmpty() ? QString() : u"\n\n"_s + tenders.text()) +
        figuresText(frame, frame.say({u"Agency", u"الجهة"}), report.soldByAgency) +
        figuresText(frame, frame.say({u"Service", u"الخدمة"}), report.services) +
        figuresText(frame, frame.say({u"Clerk", u"الموظف"}), report.clerks);
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

Exit day(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, centre,
        session.db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
    QDate which = businessDayAt(session.db->clock()(), centre.cutOffHour);
    if (!options.day.empty()) {
        CTL_VALUE(frame, given, dayArgument(options.day));
        which = given;
    }
    CTL_VALUE(frame, report, dayReport(*session.db, which, session.actor));
    if (options.format == "csv") return emitBytes(frame, options, toCsv(report));
    if (options.format == "pdf") {
        const Sheet sheet = dayReportSheet(report, centrePrint(centre, which), frame.language());
        return emitBytes(frame, options, sheetPdf(sheet, Paper::A4));
    }
    if (options.format == "json" || frame.json)
        return frame.print(toJson(report)) ? Exit::Done : frame.failOutput();
    return emitBytes(frame, options, (text(frame, report) + u'\n').toUtf8());
}

Exit revenueOf(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, from, dayArgument(options.from));
    CTL_VALUE(frame, to, dayArgument(options.to));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, figures, revenue(*session.db, from, to, session.actor));
    Table table({frame.say({u"Day", u"اليوم"}), frame.say({u"Receipts", u"الإيصالات"}),
        frame.say({u"Income", u"الإيراد"}), frame.say({u"Total", u"الإجمالي"})});
    for (const auto& [on, sums] : figures.days) {
        const QJsonObject object{{u"business_day"_s, jsonDay(on)}, {u"receipts"_s, qint64{sums.receipts}},
            {u"government_fees_baisa"_s, jsonMoney(sums.governmentFees)},
            {u"service_fees_baisa"_s, jsonMoney(sums.serviceFees)},
            {u"discounts_baisa"_s, jsonMoney(sums.discounts)}, {u"vat_baisa"_s, jsonMoney(sums.vat)},
            {u"income_baisa"_s, jsonMoney(sums.income())}, {u"total_baisa"_s, jsonMoney(sums.total)}};
        if (frame.json && !frame.print(object)) return frame.failOutput();
        table.add(
            {dateText(on), numberText(sums.receipts), amountText(sums.income()), amountText(sums.total)});
    }
    if (frame.json) return Exit::Done;
    table.add({frame.say({u"Together", u"المجموع"}), numberText(figures.figures.receipts),
        amountText(figures.figures.income()), amountText(figures.figures.total)});
    return frame.print(table.text()) ? Exit::Done : frame.failOutput();
}

} // namespace

void addReportCommands(CLI::App& app, Frame& frame)
{
    CLI::App* report = noun(app, "report", "Reports");
    const auto options = std::make_shared<Options>();
    CLI::App* daily = verb(*report, frame, "day", "The owner's daily report", options, day);
    daily->add_option("day", options->day, "Which, e.g. 2026-11-21; else today");
    daily->add_option("--format", options->format, "text, json, csv or pdf")
        ->check(CLI::IsMember({"text", "json", "csv", "pdf"}));
    daily->add_option("-o,--output", options->output, "Into this file");
    CLI::App* span = verb(*report, frame, "revenue", "Day by day", options, revenueOf);
    span->add_option("--from", options->from, "First day")->required();
    span->add_option("--to", options->to, "Last day")->required();
}

} // namespace sanad::ctl
