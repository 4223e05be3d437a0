#pragma once

#include "core/customers/customer_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// Finds the other record of one customer, merges it with a second person's consent, and undoes merges.
class MergePresenter : public QObject {
    Q_OBJECT

public:
    static constexpr int kMatches = 12;

    MergePresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    Tasks& tasks() { return m_tasks; }
    const Session& session() const { return m_session; }

    void load(CustomerId kept);
    /// Holds nobody's record any more; answers on their way are not for here.
    void clear();
    /// The record that stays.
    const std::optional<Customer>& kept() const { return m_kept; }
    /// What it stands for by now, newest first.
    const std::vector<StandingMerge>& merges() const { return m_merges; }
    /// Records that may be merged into it: of its sort, and not itself.
    void find(const QString& text);
    const std::vector<CustomerMatch>& matches() const { return m_matches; }

    void merge(CustomerId gone, const Approval& approval);
    void undo(MergeId merge, const Approval& approval);

Q_SIGNALS:
    void cleared();
    void loaded();
    void found();
    void merged();
    void undone();
    void failed(const sanad::Error& error);

private:
    struct Known {
        Customer kept;
        std::vector<StandingMerge> merges;
    };
    static Result<Known> known(Database& db, CustomerId kept, const Actor& by);
    void show(const Known& known);

    Tasks& m_tasks;
    Session& m_session;
    std::optional<Customer> m_kept;
    std::vector<StandingMerge> m_merges;
    std::vector<CustomerMatch> m_matches;
    int m_opened = 0;
    int m_asked = 0;
};

} // namespace sanad
