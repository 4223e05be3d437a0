#include "app/ctl/commands.h"
#include "core/cash/clock_guard.h"
#include "ui/text/format.h"

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options { };

Exit confirm(Frame& frame, const Options&)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, now, ClockGuard(*session.db).confirm(session.actor));
    const QString text = Ctl::tr("The clock is confirmed: %1").arg(dateTimeText(now));
    return frame.result(text, QJsonObject{{u"confirmed_at"_s, jsonTime(now)}}) ? Exit::Done
                                                                               : frame.failOutput();
}

} // namespace

void addClockCommands(Words app, Frame& frame)
{
    Words clock = app.noun("clock", Ctl::help("The clock of this PC"));
    const auto options = std::make_shared<Options>();
    verb(clock, frame, "confirm", Ctl::help("Say that it is right although receipts say otherwise"), options,
        confirm);
}

} // namespace sanad::ctl
