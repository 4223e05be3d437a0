#include "ui/cash/cash_presenter.h"

#include "core/people/sign_in.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/printing/save_sheet.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

struct CashPresenter::State {
    std::vector<Shift> shifts;
    std::vector<QDate> days;
    bool drawerMissing = false;
    bool hasDrawer = false;
};

namespace {

/// Who confirms: proven by the PIN, whatever the window says.
Result<Actor> confirmed(Database& db, const Confirmation& confirmation, const Actor& by)
{
    return SignIn(db).withPin(confirmation.user, confirmation.pin, by.counter());
}

} // namespace

CashPresenter::CashPresenter(Tasks& tasks, Session& session, QString folder, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_folder(std::move(folder))
{
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"shifts"_s) || topics.contains(u"days"_s)) load();
    });
}

void CashPresenter::load()
{
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<State> {
            State state;
            ShiftService shifts(db);
            SANAD_TRY_VALUE(unsettled, shifts.unsettled(by));
            state.shifts = unsettled;
            if (!by.counter().isEmpty()) {
                SANAD_TRY_VALUE(current, shifts.current(by.counter(), by));
                state.drawerMissing = !current.has_value();
                state.hasDrawer = current.has_value();
            }
            if (!by.holds(Permission::CloseDay)) return state;
            SANAD_TRY_VALUE(days, DayService(db).openDays(by));
            for (const QDate& day : days) {
                const bool settled = std::none_of(unsettled.begin(), unsettled.end(),
                    [&](const Shift& shift) { return shift.businessDay == day; });
                if (settled) state.days.push_back(day);
            }
            return state;
        },
        [this](const Result<State>& state) {
            if (!state) return Q_EMIT failed(state.error());
            m_shifts = state->shifts;
            m_days = state->days;
            m_drawerMissing = state->drawerMissing;
            m_hasDrawer = state->hasDrawer;
            Q_EMIT loaded();
        });
}

void CashPresenter::openDrawer(Money openingFloat)
{
    m_tasks.run(
        this,
        [openingFloat, by = m_session.actor()](
            Database& db) { return ShiftService(db).open(by.counter(), openingFloat, by); },
        [this](const Result<Shift>& shift) {
            if (!shift) return Q_EMIT failed(shift.error());
            Q_EMIT opened(shift->counter);
        });
}

void CashPresenter::move(const CashMove& move)
{
    m_tasks.run(
        this,
        [move, by = m_session.actor()](
            Database& db) { return ShiftService(db).move(by.counter(), move, by); },
        [this, move](const Result<>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT moved(move);
        });
}

void CashPresenter::count(ShiftId shift, const CashCount& count)
{
    m_tasks.run(
        this,
        [shift, count, by = m_session.actor()](
            Database& db) { return ShiftService(db).count(shift, count, by); },
        [this](const Result<CountResult>& result) {
            if (!result) return Q_EMIT failed(result.error());
            Q_EMIT counted(*result);
        });
}

void CashPresenter::showSummary(ShiftId shift)
{
    m_tasks.run(
        this, [shift, by = m_session.actor()](Database& db) { return ShiftService(db).summary(shift, by); },
        [this](const Result<ShiftSummary>& summary) {
            if (!summary) return Q_EMIT failed(summary.error());
            Q_EMIT summarised(*summary);
        });
}

void CashPresenter::close(ShiftId shift, const QString& reason)
{
    m_tasks.run(
        this,
        [shift, reason, by = m_session.actor()](
            Database& db) { return ShiftService(db).close(shift, reason, by); },
        [this](const Result<ShiftSummary>& summary) {
            if (!summary) return Q_EMIT failed(summary.error());
            Q_EMIT closed(*summary);
        });
}

void CashPresenter::signOff(ShiftId shift, const Confirmation& confirmation)
{
    m_tasks.run(
        this,
        [shift, confirmation, by = m_session.actor()](Database& db) -> Result<> {
            SANAD_TRY_VALUE(signer, confirmed(db, confirmation, by));
            return ShiftService(db).signOff(shift, signer);
        },
        [this](const Result<>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT signedOff();
        });
}

void CashPresenter::closeDay(const QDate& day, const Confirmation& confirmation, Language language)
{
    struct Closed {
        DayClose close;
        QString path;
    };
    m_tasks.run(
        this,
        [day, confirmation, language, folder = m_folder, by = m_session.actor()](
            Database& db) -> Result<Closed> {
            SANAD_TRY_VALUE(closer, confirmed(db, confirmation, by));
            SANAD_TRY_VALUE(close, DayService(db).close(day, closer));
            SANAD_TRY_VALUE(
                centre, db.read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
            QDir().mkpath(folder);
            const QString path =
                QDir(folder).filePath(u"day-close-"_s + day.toString(Qt::ISODate) + u".pdf"_s);
            const Sheet sheet = dayCloseSheet(close, centrePrint(centre, day), language, SheetForm::Wide);
            // The day is closed whether or not its paper could be written.
            const auto written = saveFile(sheetPdf(sheet, Paper::A4), path);
            return Closed{close, written ? path : QString()};
        },
        [this](const Result<Closed>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT dayClosed(done->close, done->path);
        });
}

} // namespace sanad
