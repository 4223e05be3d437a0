#pragma once

#include "core/base/approval.h"
#include "core/documents/document.h"
#include "ui/documents/paper_picture.h"
#include "ui/visit/current_visit.h"

namespace sanad {

/// The checklist of the service at hand: what must be brought and what was.
class DocumentsPresenter : public QObject {
    Q_OBJECT

public:
    DocumentsPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent = nullptr);

    /// Required ones first. The kept files of each follow what is known at once.
    const std::vector<ChecklistItem>& items() const { return m_items; }
    void load();
    /// Seen, or not after all. A scanned one stays scanned.
    void toggle(const QString& code);
    /// Keeps the file encrypted with the draft. `expiry` is the paper's own; invalid for none.
    void add(const QString& code, const QString& path, const QDate& expiry);
    /// The kept scans of a paper, by found().
    void look(const QString& code);
    /// Takes the scan away; the paper stays seen. removed() follows.
    void remove(const DocumentFile& file);

    template <class T> using Answer = std::function<void(const Result<T>&)>;
    /// The picture of a scan; an audited act.
    void open(QObject* context, const DocumentFile& file, Answer<PaperPicture> done);
    /// Whether a second person must consent to copyOut().
    bool copyNeedsApproval() const;
    void copyOut(QObject* context, const DocumentFile& file, const QString& path, const Approval& approval,
        Answer<std::monostate> done);
    /// Goes on to the fees, or tells what is missing.
    void finish();

    Tasks& tasks() { return m_tasks; }
    const Session& session() const { return m_session; }

Q_SIGNALS:
    void loaded();
    void found(const sanad::ChecklistItem& item);
    void removed(const sanad::DocumentFile& file);
    void missing(const sanad::ChecklistItem& item);
    void failed(const sanad::Error& error);

private:
    /// Fills in the kept files, then `done`.
    void loadFiles(std::function<void()> done);

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    std::vector<ChecklistItem> m_items;
};

} // namespace sanad
