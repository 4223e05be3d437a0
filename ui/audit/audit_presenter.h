#pragma once

#include "core/audit/audit_line.h"
#include "core/inspection/inspection_service.h"
#include "ui/shell/list_feed.h"

namespace sanad {

/// The record of who did what, newest first, and its export for an inspector.
class AuditPresenter : public QObject {
    Q_OBJECT

public:
    AuditPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    /// Begins the list anew.
    void show(const AuditFilter& filter);
    void reload();
    /// What the list shows, in rows that `row` makes.
    ListFeed& list() { return m_list; }
    void setRows(std::function<TableRow(const AuditLine&)> row) { m_row = std::move(row); }
    /// opened() follows.
    void open(std::int64_t number);

    /// Writes the days `from` … `to` into a new folder below `parent`, named after them and the time.
    void exportTo(const QString& parent, const QDate& from, const QDate& to);

Q_SIGNALS:
    void opened(const sanad::AuditLine& line);
    void exported(const QString& folder, const sanad::InspectionSummary& summary);
    void failed(const sanad::Error& error);

private:
    Tasks& m_tasks;
    Session& m_session;
    ListFeed m_list;
    std::function<TableRow(const AuditLine&)> m_row;
    bool m_opened = false;
};

} // namespace sanad
