#include "ui/forms/form_presenter.h"

#include "core/transactions/transaction_service.h"

using namespace Qt::StringLiterals;

namespace sanad {

FormPresenter::FormPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_visit(visit)
{
}

void FormPresenter::load()
{
    const auto* work = m_visit.work();
    if (!work) return;
    if (m_form && m_draft == work->draft.id) {
        recompute();
        return Q_EMIT loaded();
    }
    m_tasks.run(
        this, [service = work->service](Database&) { return serviceForm(service); },
        [this, id = work->draft.id](const Result<std::shared_ptr<const ServiceForm>>& form) {
            if (!form) return Q_EMIT failed(form.error());
            if (!m_visit.work() || m_visit.work()->draft.id != id) return;
            m_form = *form;
            m_draft = id;
            m_shownWarnings.clear();
            recompute();
            Q_EMIT loaded();
        });
}

void FormPresenter::recompute()
{
    if (m_form && m_visit.work()) m_answers = m_form->layout.completed(m_visit.work()->draft.form);
}

void FormPresenter::answer(const QString& field, const QJsonValue& value)
{
    m_shownWarnings.clear();
    m_visit.edit([&](Draft& draft) {
        if (value.isUndefined())
            draft.form.remove(field);
        else
            draft.form.insert(field, value);
    });
    recompute();
    Q_EMIT answersChanged();
}

void FormPresenter::noteCaret(const QString& field, int caret)
{
    const QString pointer = field.isEmpty() ? QString() : u'/' + field;
    const auto* work = m_visit.work();
    if (!work || (work->draft.field == pointer && work->draft.caret == caret)) return;
    m_visit.edit([&](Draft& draft) {
        draft.field = pointer;
        draft.caret = caret;
    });
}

QString FormPresenter::caretField() const
{
    return m_visit.work() ? m_visit.work()->draft.field.mid(1) : QString();
}

int FormPresenter::caret() const
{
    return m_visit.work() ? m_visit.work()->draft.caret : 0;
}

void FormPresenter::finish()
{
    if (!m_visit.work() || m_finishing) return;
    m_finishing = true;
    m_visit.settle(
        this, [this] { check(); }, [this] { m_finishing = false; });
}

void FormPresenter::check()
{
    // The work may have been put aside meanwhile.
    if (!m_visit.work()) {
        m_finishing = false;
        return;
    }
    m_tasks.run(
        this,
        [draft = m_visit.work()->draft, by = m_session.actor()](
            Database& db) { return TransactionService(db).check(draft, by); },
        [this](const Result<CheckedForm>& checked) {
            m_finishing = false;
            if (!checked) return Q_EMIT failed(checked.error());
            const bool confirmed = !checked->faults.empty() && checked->faults == m_shownWarnings;
            if (checked->faults.empty() || (acceptable(checked->faults) && confirmed)) {
                m_shownWarnings.clear();
                return m_visit.go(m_visit.after(CurrentVisit::Step::Form));
            }
            m_shownWarnings = acceptable(checked->faults) ? checked->faults : std::vector<FormFault>{};
            Q_EMIT faulty(checked->faults);
        });
}

} // namespace sanad
