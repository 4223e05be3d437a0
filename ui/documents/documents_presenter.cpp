#include "ui/documents/documents_presenter.h"

#include "core/documents/document_service.h"

#include <algorithm>

namespace sanad {

DocumentsPresenter::DocumentsPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_visit(visit)
{
}

void DocumentsPresenter::load()
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_items.clear();
    for (const auto& document : work->service.documents) {
        ChecklistItem item;
        item.code = document.code;
        item.nameAr = document.ar;
        item.nameEn = document.en;
        item.required = document.required;
        item.state = work->draft.documents.value(document.code, DocumentState::Missing);
        m_items.push_back(item);
    }
    std::stable_partition(
        m_items.begin(), m_items.end(), [](const ChecklistItem& item) { return item.required; });
    Q_EMIT loaded();
}

void DocumentsPresenter::toggle(const QString& code)
{
    m_visit.edit([&](Draft& draft) {
        auto& state = draft.documents[code];
        if (state == DocumentState::Scanned) return;
        state = state == DocumentState::Seen ? DocumentState::Missing : DocumentState::Seen;
    });
    load();
}

void DocumentsPresenter::add(const QString& code, const QString& path)
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_visit.settle(this, [this, code, path, id = work->draft.id] {
        m_tasks.run(
            this,
            [id, code, path, by = m_session.actor()](
                Database& db) { return DocumentService(db).add(id, code, path, QDate(), by); },
            [this, code](const Result<DocumentFile>& file) {
                if (!file) return Q_EMIT failed(file.error());
                m_visit.edit([&](Draft& draft) { draft.documents[code] = DocumentState::Scanned; });
                load();
            });
    });
}

void DocumentsPresenter::finish()
{
    const auto lacking = std::find_if(m_items.begin(), m_items.end(),
        [](const ChecklistItem& item) { return item.required && item.state == DocumentState::Missing; });
    if (lacking != m_items.end()) return Q_EMIT missing(*lacking);
    m_visit.settle(this, [this] { m_visit.go(m_visit.after(CurrentVisit::Step::Documents)); });
}

} // namespace sanad
