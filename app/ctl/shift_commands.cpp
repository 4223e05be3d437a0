#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "core/cash/denominations.h"
#include "core/cash/shift_service.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string openingFloat = "0", count, reason, amount, shift;
};

QJsonObject json(const Shift& shift)
{
    return {{u"id"_s, shift.id.text()}, {u"counter"_s, shift.counter}, {u"clerk"_s, shift.clerk},
        {u"business_day"_s, jsonDay(shift.businessDay)}, {u"opened_at"_s, jsonTime(shift.openedAt)},
        {u"opening_float_baisa"_s, jsonMoney(shift.openingFloat)}, {u"state"_s, shiftStateKey(shift.state)}};
}

QString line(const Shift& shift)
{
    return shift.id.text() + u' ' + shift.counter + u' ' + dateText(shift.businessDay) + u' ' + shift.clerk +
        u' ' + Ctl::word(shiftStateKey(shift.state));
}

/// The shift that --shift names, else the open one of --counter.
Result<ShiftId> chosenShift(const Frame& frame, const Options& options, ShiftService& shifts, const Actor& by)
{
    if (!options.shift.empty()) {
        const auto id = ShiftId::parse(QString::fromStdString(options.shift));
        if (!id) return Error{ErrorCode::NotFound, u"cash.shift-unknown"_s, {}, {}};
        return *id;
    }
    if (frame.counter.empty()) return Error{ErrorCode::Invalid, u"cash.no-counter"_s, {}, {}};
    SANAD_TRY_VALUE(open, shifts.current(QString::fromStdString(frame.counter), by));
    if (!open)
        return Error{ErrorCode::Conflict, u"cash.no-shift"_s, {QString::fromStdString(frame.counter)}, {}};
    return open->id;
}

/// The one of --shift, else the oldest of the counter that is closed and not signed off.
Result<ShiftId> shiftToSign(const Frame& frame, const Options& options, ShiftService& shifts, const Actor& by)
{
    if (!options.shift.empty()) return chosenShift(frame, options, shifts, by);
    const QString counter = QString::fromStdString(frame.counter);
    SANAD_TRY_VALUE(unsettled, shifts.unsettled(by));
    for (const Shift& shift : unsettled)
        if (shift.state == ShiftState::Closed && (counter.isEmpty() || shift.counter == counter))
            return shift.id;
    return Error{ErrorCode::Conflict, u"cash.not-closed"_s, {}, {}};
}

Exit open(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, amount, amountArgument(options.openingFloat));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, shift,
        ShiftService(*session.db).open(QString::fromStdString(frame.counter), amount, session.actor));
    return frame.result(line(shift), json(shift)) ? Exit::Done : frame.failOutput();
}

Exit close(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, count, cashCountFromText(QString::fromStdString(options.count)));
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    ShiftService shifts(*session.db);
    CTL_VALUE(frame, id, chosenShift(frame, options, shifts, session.actor));
    CTL_VALUE(frame, given, shifts.count(id, count, session.actor));
    CTL_VALUE(frame, summary, shifts.close(id, reason, session.actor));
    // What was booked: somebody else may have counted after this count.
    const CountResult& counted = summary.count.value_or(given);
    QJsonObject object = json(summary.shift);
    object.insert(u"counted_baisa"_s, jsonMoney(counted.counted));
    object.insert(u"expected_baisa"_s, jsonMoney(counted.expected));
    object.insert(u"difference_baisa"_s, jsonMoney(counted.difference()));
    object.insert(u"cash_sales_baisa"_s, jsonMoney(summary.cashSales));
    Table table({line(summary.shift)});
    const Language language = frame.language();
    table.add({Ctl::tr("Counted"), moneyText(counted.counted, language)});
    table.add({Ctl::tr("Expected"), moneyText(counted.expected, language)});
    table.add({Ctl::tr("Difference"), moneyText(counted.difference(), language)});
    return frame.result(table.text(), object) ? Exit::Done : frame.failOutput();
}

Exit signOff(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    ShiftService shifts(*session.db);
    CTL_VALUE(frame, id, shiftToSign(frame, options, shifts, session.actor));
    CTL_VALUE(frame, done, shifts.signOff(id, session.actor));
    CTL_VALUE(frame, summary, shifts.summary(id, session.actor));
    return frame.result(line(summary.shift), json(summary.shift)) ? Exit::Done : frame.failOutput();
}

Exit list(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, shifts, ShiftService(*session.db).unsettled(session.actor));
    for (const Shift& shift : shifts)
        if (!frame.result(line(shift), json(shift))) return frame.failOutput();
    return Exit::Done;
}

Exit move(Frame& frame, const Options& options, CashDirection direction)
{
    CTL_VALUE(frame, amount, amountArgument(options.amount));
    CTL_VALUE(frame, reason, textArgument(options.reason));
    CTL_VALUE(frame, session, frame.signIn());
    const CashMove cash{direction, CashCounterpart::Safe, amount, reason};
    CTL_VALUE(frame, done,
        ShiftService(*session.db).move(QString::fromStdString(frame.counter), cash, session.actor));
    return frame.result(
               moneyText(amount, frame.language()), QJsonObject{{u"amount_baisa"_s, jsonMoney(amount)}})
        ? Exit::Done
        : frame.failOutput();
}

} // namespace

void addShiftCommands(Words app, Frame& frame)
{
    Words shift = app.noun("shift", Ctl::help("Shifts and drawers"));
    const auto options = std::make_shared<Options>();
    verb(shift, frame, "open", Ctl::help("Open a shift at --counter"), options, open)
        .option("--float", options->openingFloat, Ctl::help("What is in the drawer, e.g. 20.000"));
    Words closing =
        verb(shift, frame, "close", Ctl::help("Count the drawer and end the shift"), options, close);
    closing
        .option("--count", options->count, Ctl::help("Pieces by value in baisa, e.g. 20000=1,5000=2,500=3"))
        .required();
    closing.option("--reason", options->reason, Ctl::help("Why it differs"));
    Words signing = verb(shift, frame, "sign-off", Ctl::help("Accept a closed shift"), options, signOff);
    closing.option("--shift", options->shift, Ctl::help("Its id; else the open one of --counter"));
    signing.option("--shift", options->shift,
        Ctl::help("Its id; else the oldest closed one, of --counter where that is given"));
    verb(shift, frame, "list", Ctl::help("Those not signed off, oldest first"), options, list);
    const auto in = [](Frame& f, const Options& o) { return move(f, o, CashDirection::In); };
    const auto out = [](Frame& f, const Options& o) { return move(f, o, CashDirection::Out); };
    for (Words each :
        {verb(shift, frame, "cash-in", Ctl::help("Cash from the safe into the drawer"), options, in),
            verb(shift, frame, "cash-out", Ctl::help("Cash from the drawer into the safe"), options, out)}) {
        each.option("amount", options->amount, Ctl::help("In rials, e.g. 5.000")).required();
        each.option("--reason", options->reason, Ctl::help("Why")).required();
    }
}

} // namespace sanad::ctl
