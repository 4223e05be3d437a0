#pragma once

#include "core/documents/document.h"
#include "ui/visit/current_visit.h"

namespace sanad {

/// The checklist of the service at hand: what must be brought and what was.
class DocumentsPresenter : public QObject {
    Q_OBJECT

public:
    DocumentsPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent = nullptr);

    /// Required ones first.
    const std::vector<ChecklistItem>& items() const { return m_items; }
    void load();
    /// Seen, or not after all. A scanned one stays scanned.
    void toggle(const QString& code);
    /// Keeps the file encrypted with the draft.
    void add(const QString& code, const QString& path);
    /// Goes on to the fees, or tells what is missing.
    void finish();

Q_SIGNALS:
    void loaded();
    void missing(const sanad::ChecklistItem& item);
    void failed(const sanad::Error& error);

private:
    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    std::vector<ChecklistItem> m_items;
};

} // namespace sanad
