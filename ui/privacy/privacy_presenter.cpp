#include "ui/privacy/privacy_presenter.h"

#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure.h"
#include "core/privacy/privacy_service.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/privacy_sheets.h"
#include "ui/printing/save_sheet.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMatches = 20;
constexpr int kChoresEveryMs = 30 * 60 * 1000;

} // namespace

struct PrivacyPresenter::State {
    std::vector<PrivacyRequest> requests;
    std::vector<PrivacyBreach> breaches;
    QHash<std::int64_t, std::pair<QString, QString>> names;
    QHash<std::int64_t, int> restricted;
    QDate today;
    QDateTime now;
};

PrivacyPresenter::PrivacyPresenter(Tasks& tasks, Session& session, QString papers, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_papers(std::move(papers))
{
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"privacy"_s)) load();
    });
    m_chores.setInterval(kChoresEveryMs);
    connect(&m_chores, &QTimer::timeout, this, &PrivacyPresenter::doChores);
    m_chores.start();
}

void PrivacyPresenter::doChores()
{
    const QDate day = QDate::currentDate();
    if (m_choresOn == day || !m_session.signedIn() || m_tasks.pending() > 0 ||
        !m_session.actor().holds(Permission::HandleDocuments))
        return;
    m_choresOn = day;
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return doPrivacyChores(db, by); },
        [this](const Result<PrivacyChores>& chores) {
            if (!chores) m_choresOn = {};
        });
}

void PrivacyPresenter::load()
{
    if (!m_session.signedIn() || !m_session.actor().holds(Permission::ManagePrivacy)) return;
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<State> {
            PrivacyService privacy(db);
            State state;
            SANAD_TRY_VALUE(requests, privacy.requests(false, by));
            SANAD_TRY_VALUE(breaches, privacy.breaches(false, by));
            SANAD_TRY_VALUE(restricted, privacy.restricted(by));
            state.requests = requests;
            state.breaches = breaches;
            for (const RestrictedRecord& record : restricted)
                state.restricted.insert(record.customer.id.raw(), record.beingSent);
            return db.read([&](Tx& tx) -> Result<State> {
                state.now = tx.now();
                state.today = businessDayAt(tx.now(), 0);
                CustomerRepository customers(tx);
                for (const PrivacyRequest& request : state.requests)
                    if (const auto match = customers.match(request.customer))
                        state.names.insert(request.customer.raw(), {match->nameAr, match->nameEn});
                return state;
            });
        },
        [this](const Result<State>& state) {
            if (!state) return Q_EMIT failed(state.error());
            m_requests = state->requests;
            m_breaches = state->breaches;
            m_names = state->names;
            m_restricted = state->restricted;
            m_today = state->today;
            m_now = state->now;
            Q_EMIT loaded();
        });
}

QString PrivacyPresenter::customerName(CustomerId id, Language language) const
{
    const auto [arabic, english] = m_names.value(id.raw());
    const QString& first = language == Language::Arabic ? arabic : english;
    return first.isEmpty() ? (language == Language::Arabic ? english : arabic) : first;
}

int PrivacyPresenter::overdue() const
{
    const auto requests = std::count_if(m_requests.begin(), m_requests.end(),
        [this](const PrivacyRequest& request) { return request.isOverdue(m_today); });
    const auto breaches = std::count_if(m_breaches.begin(), m_breaches.end(),
        [this](const PrivacyBreach& breach) { return breach.isOverdue(m_now); });
    return static_cast<int>(requests + breaches);
}

void PrivacyPresenter::find(const QString& text)
{
    m_tasks.run(
        this,
        [text, by = m_session.actor()](Database& db) -> Result<std::vector<CustomerMatch>> {
            if (text.trimmed().isEmpty()) return std::vector<CustomerMatch>();
            return CustomerService(db).find(text, kMatches, by);
        },
        [this](const Result<std::vector<CustomerMatch>>& matches) {
            if (!matches) return Q_EMIT failed(matches.error());
            m_matches = *matches;
            Q_EMIT found();
        });
}

template <class Act> void PrivacyPresenter::change(Act act)
{
    m_tasks.run(
        this,
        [act = std::move(act), by = m_session.actor()](Database& db) -> Result<> {
            const auto changed = act(db, by);
            if (!changed) return changed.error();
            return {};
        },
        [this](const Result<>& changed) {
            if (!changed) return Q_EMIT failed(changed.error());
            Q_EMIT done();
            load();
        });
}

void PrivacyPresenter::takeRequest(CustomerId customer, RequestKind kind, const QString& words)
{
    change([=](Database& db, const Actor& by) {
        return PrivacyService(db).takeRequest(customer, kind, words, {}, by);
    });
}

void PrivacyPresenter::closeRequest(std::int64_t number, RequestState state, const QString& answer)
{
    change([=](Database& db, const Actor& by) {
        return PrivacyService(db).closeRequest(number, state, answer, by);
    });
}

void PrivacyPresenter::recordBreach(const QString& words, const std::vector<CustomerId>& people)
{
    change([=](Database& db, const Actor& by) {
        return PrivacyService(db).recordBreach({}, words, people, by);
    });
}

void PrivacyPresenter::takeBreachOn(std::int64_t number, BreachStep step, const QString& reference)
{
    change([=](Database& db, const Actor& by) {
        PrivacyService privacy(db);
        if (step == BreachStep::Reported) return privacy.reportBreach(number, reference, by);
        return step == BreachStep::Told ? privacy.peopleTold(number, by) : privacy.closeBreach(number, by);
    });
}

void PrivacyPresenter::setRestricted(CustomerId customer, bool restricted)
{
    change([=](Database& db, const Actor& by) -> Result<> {
        PrivacyService privacy(db);
        if (!restricted) return privacy.liftRestriction(customer, by);
        SANAD_TRY(privacy.restrictUse(customer, by));
        return {};
    });
}

void PrivacyPresenter::exportSubject(CustomerId customer)
{
    m_tasks.run(
        this,
        [customer, papers = m_papers, by = m_session.actor()](Database& db) -> Result<QString> {
            SANAD_TRY_VALUE(made, SubjectExportService(db).exportSubject(customer, true, by));
            const QString time = db.clock()().toTimeZone(centreZone()).toString(u"yyyyMMdd-HHmmss"_s);
            const QString folder = QDir(papers).filePath(u"subject-%1-%2"_s.arg(customer.text(), time));
            SANAD_TRY(saveSubjectExport(made, folder));
            return folder;
        },
        [this](const Result<QString>& folder) {
            if (!folder) return Q_EMIT failed(folder.error());
            Q_EMIT saved(*folder);
        });
}

void PrivacyPresenter::erase(CustomerId customer, const Approval& approval)
{
    m_tasks.run(
        this,
        [customer, approval, by = m_session.actor()](
            Database& db) { return ErasureService(db).erase(customer, approval, by); },
        [this](const Result<Erasure>& erasure) {
            if (!erasure) return Q_EMIT failed(erasure.error());
            m_matches.clear();
            Q_EMIT found();
            Q_EMIT erased();
            if (const auto warning = keptCopyWarning(erasure->keptCopies)) Q_EMIT failed(*warning);
            load();
        });
}

void PrivacyPresenter::printNotice(Language language)
{
    m_tasks.run(
        this,
        [language, papers = m_papers](Database& db) -> Result<QString> {
            SANAD_TRY_VALUE(centre, db.read([](Tx& tx) -> Result<CentrePrint> {
                return centrePrint(SettingsRepository(tx).centre(), businessDayAt(tx.now(), 0));
            }));
            const QString path = QDir(papers).filePath(
                language == Language::Arabic ? u"privacy-notice-ar.pdf"_s : u"privacy-notice-en.pdf"_s);
            QDir().mkpath(papers);
            SANAD_TRY(saveFile(sheetPdf(privacyNoticeSheet(centre, language), Paper::A4), path));
            return path;
        },
        [this](const Result<QString>& path) {
            if (!path) return Q_EMIT failed(path.error());
            Q_EMIT saved(*path);
        });
}

} // namespace sanad
