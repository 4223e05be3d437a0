#pragma once

#include "core/audit/audit_line.h"
#include "core/inspection/inspection_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// The record of who did what, in pages, newest first, and its export for an inspector.
class AuditPresenter : public QObject {
    Q_OBJECT

public:
    AuditPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    /// Begins the list anew.
    void show(const AuditFilter& filter);
    void reload() { show(m_filter); }
    /// The next page, when there is one; appended to lines().
    void more();
    const std::vector<AuditLine>& lines() const { return m_lines; }

    /// Writes the days `from` … `to` into a new folder below `parent`, named after them and the time.
    void exportTo(const QString& parent, const QDate& from, const QDate& to);

Q_SIGNALS:
    void loaded();
    void exported(const QString& folder, const sanad::InspectionSummary& summary);
    void failed(const sanad::Error& error);

private:
    void fetch(std::int64_t before);

    Tasks& m_tasks;
    Session& m_session;
    AuditFilter m_filter;
    std::vector<AuditLine> m_lines;
    bool m_more = false;
    int m_generation = 0; ///< Answers to an earlier question are dropped.
};

} // namespace sanad
