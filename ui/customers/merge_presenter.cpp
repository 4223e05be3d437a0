#include "ui/customers/merge_presenter.h"

#include <algorithm>

namespace sanad {

MergePresenter::MergePresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

Result<MergePresenter::Known> MergePresenter::known(Database& db, CustomerId kept, const Actor& by)
{
    CustomerService customers(db);
    SANAD_TRY_VALUE(customer, customers.get(kept, by));
    SANAD_TRY_VALUE(merges, customers.merges(kept, by));
    return Known{std::move(customer), std::move(merges)};
}

void MergePresenter::show(const Known& known)
{
    ++m_asked; // what is being found is not asked for any more
    m_kept = known.kept;
    m_merges = known.merges;
    m_matches.clear();
    Q_EMIT loaded();
}

void MergePresenter::clear()
{
    ++m_opened;
    ++m_asked;
    m_kept.reset();
    m_merges.clear();
    m_matches.clear();
    Q_EMIT cleared();
}

void MergePresenter::load(CustomerId kept)
{
    clear();
    m_tasks.run(
        this,
        [kept, by = m_session.actor()](Database& db) -> Result<Known> {
            SANAD_TRY(by.may(Permission::MergeCustomers));
            return known(db, kept, by);
        },
        [this, opened = m_opened](const Result<Known>& found) {
            if (opened != m_opened) return;
            if (!found) return Q_EMIT failed(found.error());
            show(*found);
        });
}

void MergePresenter::find(const QString& text)
{
    m_tasks.run(
        this,
        [text, by = m_session.actor()](Database& db) -> Result<std::vector<CustomerMatch>> {
            if (text.trimmed().isEmpty()) return std::vector<CustomerMatch>();
            return CustomerService(db).find(text, kMatches, by);
        },
        [this, asked = ++m_asked](const Result<std::vector<CustomerMatch>>& matches) {
            if (asked != m_asked || !m_kept) return;
            if (!matches) return Q_EMIT failed(matches.error());
            m_matches = *matches;
            const bool company = m_kept->kind == CustomerKind::Company;
            std::erase_if(m_matches, [&](const CustomerMatch& match) {
                return match.id == m_kept->id || (match.kind == CustomerKind::Company) != company;
            });
            Q_EMIT this->found();
        });
}

void MergePresenter::merge(CustomerId gone, const Approval& approval)
{
    if (!m_kept) return;
    m_tasks.run(
        this,
        [kept = m_kept->id, gone, approval, by = m_session.actor()](Database& db) -> Result<Known> {
            SANAD_TRY(CustomerService(db).merge(kept, gone, approval, by));
            return known(db, kept, by);
        },
        [this, opened = m_opened](const Result<Known>& found) {
            if (opened != m_opened) return;
            if (!found) return Q_EMIT failed(found.error());
            show(*found);
            Q_EMIT merged();
        });
}

void MergePresenter::undo(MergeId merge, const Approval& approval)
{
    if (!m_kept) return;
    m_tasks.run(
        this,
        [kept = m_kept->id, merge, approval, by = m_session.actor()](Database& db) -> Result<Known> {
            SANAD_TRY(CustomerService(db).undoMerge(merge, approval, by));
            return known(db, kept, by);
        },
        [this, opened = m_opened](const Result<Known>& found) {
            if (opened != m_opened) return;
            if (!found) return Q_EMIT failed(found.error());
            show(*found);
            Q_EMIT undone();
        });
}

} // namespace sanad
