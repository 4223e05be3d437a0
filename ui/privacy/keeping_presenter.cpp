#include "ui/privacy/keeping_presenter.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/documents/document_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/privacy_service.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

struct KeepingPresenter::State {
    std::vector<KeepingRow> rows;
    int abandoned = 0;
    QString permit;
};

namespace {

/// The kinds of paper that services ask for today, by their Arabic names.
std::vector<KeepingRow> kindsOfPaper(Tx& tx)
{
    std::map<QString, KeepingRow> kinds;
    const QDate today = catalogueDay(tx.now());
    const auto catalogue = CatalogueRepository(tx).catalogue();
    for (const ServiceItem& service : catalogue->services(today))
        for (const RequiredDocument& paper : service.documents)
            kinds.try_emplace(paper.code, KeepingRow{paper.code, paper.ar, paper.en, 0, false, 0});
    std::vector<KeepingRow> rows;
    for (const auto& [code, row] : kinds)
        rows.push_back(row);
    std::sort(rows.begin(), rows.end(),
        [](const KeepingRow& one, const KeepingRow& other) { return one.nameAr < other.nameAr; });
    return rows;
}

/// The row of a code, made when the catalogue knows it no more.
KeepingRow& rowOf(std::vector<KeepingRow>& rows, const QString& code)
{
    const auto known =
        std::find_if(rows.begin(), rows.end(), [&](const KeepingRow& row) { return row.code == code; });
    return known != rows.end() ? *known : rows.emplace_back(KeepingRow{code, code, code, 0, false, 0});
}

} // namespace

KeepingPresenter::KeepingPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void KeepingPresenter::load()
{
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<State> {
            PrivacyService privacy(db);
            SANAD_TRY_VALUE(rules, privacy.retention(by));
            SANAD_TRY_VALUE(permit, privacy.sensitivePermit(by));
            SANAD_TRY_VALUE(due, DocumentService(db).due(by));
            SANAD_TRY_VALUE(
                kinds, db.read([](Tx& tx) -> Result<std::vector<KeepingRow>> { return kindsOfPaper(tx); }));
            State state{{KeepingRow()}, due.abandoned, permit};
            state.rows.insert(state.rows.end(), kinds.begin(), kinds.end());
            for (const Retention& rule : rules) {
                KeepingRow& row = rowOf(state.rows, rule.code);
                row.months = rule.months;
                row.ownRule = true;
            }
            for (auto it = due.outdated.begin(); it != due.outdated.end(); ++it)
                rowOf(state.rows, it.key()).due = it.value();
            for (KeepingRow& row : state.rows)
                if (!row.ownRule) row.months = state.rows.front().months;
            return state;
        },
        [this](const Result<State>& state) {
            if (!state) return Q_EMIT failed(state.error());
            m_rows = state->rows;
            m_abandoned = state->abandoned;
            m_permit = state->permit;
            Q_EMIT loaded();
        });
}

int KeepingPresenter::due() const
{
    int sum = m_abandoned;
    for (const KeepingRow& row : m_rows)
        sum += row.due;
    return sum;
}

void KeepingPresenter::setRule(const QString& code, int months)
{
    m_tasks.run(
        this,
        [code, months, by = m_session.actor()](Database& db) {
            return PrivacyService(db).setRetention({code, months}, by);
        },
        [this](const Result<>& set) {
            if (!set) return Q_EMIT failed(set.error());
            Q_EMIT saved();
            load();
        });
}

void KeepingPresenter::setPermit(const QString& number)
{
    m_tasks.run(
        this,
        [number, by = m_session.actor()](
            Database& db) { return PrivacyService(db).setSensitivePermit(number, by); },
        [this](const Result<>& set) {
            if (!set) return Q_EMIT failed(set.error());
            Q_EMIT saved();
            load();
        });
}

void KeepingPresenter::purge()
{
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return doPrivacyChores(db, by); },
        [this](const Result<PrivacyChores>& chores) {
            if (!chores) return Q_EMIT failed(chores.error());
            if (chores->clock)
                Q_EMIT failed(*chores->clock);
            else
                Q_EMIT purged(chores->files);
            load();
        });
}

} // namespace sanad
