#include "ui/catalogue/services_presenter.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/settings/settings_repository.h"

namespace sanad {

namespace {

constexpr int kServices = 40;

} // namespace

ServicesPresenter::ServicesPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_visit(visit)
{
}

void ServicesPresenter::search(const QString& text)
{
    m_text = text.trimmed();
    const int asked = ++m_asked;
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this,
        [wanted = m_text](Database& db) -> Result<Found> {
            return db.read([&](Tx& tx) -> Result<Found> {
                const QDate today = catalogueDay(tx.now());
                CatalogueRepository catalogue(tx);
                return Found{wanted.isEmpty() ? catalogue.favourites(today)
                                              : catalogue.search(wanted, today, kServices),
                    catalogue.agencies(today)};
            });
        },
        [this, asked](const Result<Found>& result) {
            if (asked != m_asked) return;
            m_answered = asked;
            if (!result) return Q_EMIT failed(result.error());
            m_services = result->services;
            m_agencies = result->agencies;
            Q_EMIT found();
        });
}

QString ServicesPresenter::agencyName(const QString& code, bool arabic) const
{
    for (const auto& agency : m_agencies)
        if (agency.code == code)
            return arabic ? (agency.shortAr.isEmpty() ? agency.nameAr : agency.shortAr) : agency.nameEn;
    return code;
}

void ServicesPresenter::choose(const QString& code)
{
    m_visit.begin(code);
}

} // namespace sanad
