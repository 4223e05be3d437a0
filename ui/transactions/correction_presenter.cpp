#include "ui/transactions/correction_presenter.h"

using namespace Qt::StringLiterals;

namespace sanad {

CorrectionPresenter::CorrectionPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void CorrectionPresenter::load()
{
    struct Opened {
        Correction correction;
        std::shared_ptr<const ServiceForm> form;
    };
    m_tasks.run(
        this,
        [id = m_id, by = m_session.actor()](Database& db) -> Result<Opened> {
            SANAD_TRY_VALUE(correction, CorrectionService(db).open(id, by));
            SANAD_TRY_VALUE(form, serviceForm(correction.service));
            return Opened{std::move(correction), std::move(form)};
        },
        [this](const Result<Opened>& opened) {
            if (!opened) return Q_EMIT failed(opened.error());
            if (opened->correction.transaction.id != m_id) return;
            m_correction = opened->correction;
            m_form = opened->form;
            m_shownWarnings.clear();
            m_typed = m_unsent.value(m_id.raw(), m_correction.transaction.form);
            Q_EMIT loaded();
        });
}

QJsonObject CorrectionPresenter::answers() const
{
    return m_form ? m_form->layout.completed(m_typed) : m_typed;
}

void CorrectionPresenter::answer(const QString& field, const QJsonValue& value)
{
    m_shownWarnings.clear();
    if (value.isUndefined())
        m_typed.remove(field);
    else
        m_typed.insert(field, value);
    m_unsent.insert(m_id.raw(), m_typed);
    Q_EMIT answersChanged();
}

void CorrectionPresenter::finish()
{
    if (!m_form || m_finishing) return;
    m_finishing = true;
    m_tasks.run(
        this,
        [id = m_id, form = m_typed, by = m_session.actor()](
            Database& db) { return CorrectionService(db).check(id, form, by); },
        [this](const Result<CheckedForm>& checked) {
            m_finishing = false;
            if (!checked) return Q_EMIT failed(checked.error());
            const bool confirmed = !checked->faults.empty() && checked->faults == m_shownWarnings;
            if (checked->faults.empty() || (acceptable(checked->faults) && confirmed)) return send();
            m_shownWarnings = acceptable(checked->faults) ? checked->faults : std::vector<FormFault>{};
            Q_EMIT faulty(checked->faults);
        });
}

void CorrectionPresenter::send()
{
    m_finishing = true;
    m_tasks.run(
        this,
        [id = m_id, form = m_typed, by = m_session.actor()](
            Database& db) { return CorrectionService(db).send(id, form, by); },
        [this](const Result<Transaction>& done) {
            m_finishing = false;
            if (!done) return Q_EMIT failed(done.error());
            m_unsent.remove(done->id.raw());
            Q_EMIT sent(*done);
        });
}

} // namespace sanad
