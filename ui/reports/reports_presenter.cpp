#include "ui/reports/reports_presenter.h"

#include "core/catalogue/catalogue_repository.h"
#include "core/reports/day_report.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/printing/save_sheet.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace sanad {

struct ReportsPresenter::State {
    Today today;
    QHash<QString, Name> names;
};

namespace {

ReportsPresenter::Name nameOf(CatalogueRepository& catalogue, const QString& code, const QDate& day)
{
    const auto service = catalogue.service(code, day);
    return service ? ReportsPresenter::Name{service->nameAr, service->nameEn}
                   : ReportsPresenter::Name{code, code};
}

} // namespace

ReportsPresenter::ReportsPresenter(Tasks& tasks, Session& session, QString folder, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_folder(std::move(folder))
    , m_receipts(tasks, session, this)
{
    connect(&m_receipts, &ListFeed::failed, this, &ReportsPresenter::failed);
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"receipts"_s) || topics.contains(u"tickets"_s) || topics.contains(u"outbox"_s))
            load();
        if (topics.contains(u"receipts"_s)) m_receipts.refresh();
    });
}

void ReportsPresenter::load()
{
    if (!m_session.signedIn() || !m_session.actor().holds(Permission::ViewReports)) return;
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<State> {
            SANAD_TRY_VALUE(today, sanad::today(db, by));
            return db.read([&](Tx& tx) -> Result<State> {
                State state{today, {}};
                CatalogueRepository catalogue(tx);
                for (const auto& [code, figures] : today.services)
                    state.names.insert(code, nameOf(catalogue, code, today.day));
                return state;
            });
        },
        [this](const Result<State>& state) {
            if (!state) return Q_EMIT failed(state.error());
            m_today = state->today;
            m_names = state->names;
            Q_EMIT loaded();
        });
}

QString ReportsPresenter::serviceName(const QString& code, Language language) const
{
    const Name name = m_names.value(code, {code, code});
    return language == Language::Arabic || name.en.isEmpty() ? name.ar : name.en;
}

void ReportsPresenter::drill(const ReceiptFilter& filter, bool everyDay)
{
    m_filter = filter;
    m_everyDay = everyDay;
    m_filter.day = everyDay ? QDate() : m_today.day;
    const auto list = std::make_shared<LongList<ReceiptRow>>(receiptList(m_filter));
    m_receipts.open(
        list, [this, list](Tx& tx, std::int64_t first, int count, const Actor& by) -> Result<ListFeed::Show> {
            SANAD_TRY_VALUE(rows, list->rows(tx, first, count, by));
            CatalogueRepository catalogue(tx);
            std::vector<Entry> entries;
            for (const ReceiptRow& row : rows)
                entries.push_back(
                    row.id.isNull() ? Entry() : Entry{row, nameOf(catalogue, row.service, row.businessDay)});
            return ListFeed::showing<Entry>(
                std::move(entries), [this](const Entry& entry) { return m_row(entry); });
        });
}

void ReportsPresenter::savePdf(Language language)
{
    save(Format::Pdf, language);
}

void ReportsPresenter::saveExcel(Language language)
{
    save(Format::Excel, language);
}

void ReportsPresenter::save(Format format, Language language)
{
    m_tasks.run(
        this,
        [format, language, day = m_today.day, folder = m_folder, by = m_session.actor()](
            Database& db) -> Result<QString> {
            SANAD_TRY_VALUE(report, dayReport(db, day, by));
            SANAD_TRY_VALUE(
                centre, db.read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
            const Sheet sheet = dayReportSheet(report, centrePrint(centre, day), language);
            QDir().mkpath(folder);
            const QString name = u"daily-report-"_s + day.toString(Qt::ISODate) +
                (format == Format::Pdf ? u".pdf"_s : u".xlsx"_s);
            const QString path = QDir(folder).filePath(name);
            SANAD_TRY(
                format == Format::Pdf ? saveFile(sheetPdf(sheet, Paper::A4), path) : saveXlsx(sheet, path));
            return path;
        },
        [this](const Result<QString>& path) {
            if (!path) return Q_EMIT failed(path.error());
            Q_EMIT saved(*path);
        });
}

} // namespace sanad
