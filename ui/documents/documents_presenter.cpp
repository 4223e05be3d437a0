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
    const bool any = std::any_of(m_items.begin(), m_items.end(),
        [](const ChecklistItem& item) { return item.state == DocumentState::Scanned; });
    if (any) loadFiles([this] { Q_EMIT loaded(); });
}

void DocumentsPresenter::loadFiles(std::function<void()> done)
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_tasks.run(
        this,
        [id = work->draft.id, by = m_session.actor()](
            Database& db) { return DocumentService(db).checklist(id, by); },
        [this, id = work->draft.id, done = std::move(done)](const Result<std::vector<ChecklistItem>>& list) {
            if (!list) return Q_EMIT failed(list.error());
            if (!m_visit.work() || m_visit.work()->draft.id != id) return; // of work that was left meanwhile
            for (const ChecklistItem& kept : *list)
                for (ChecklistItem& item : m_items)
                    if (item.code == kept.code) item.files = kept.files;
            done();
        });
}

void DocumentsPresenter::look(const QString& code)
{
    loadFiles([this, code] {
        for (const ChecklistItem& item : m_items)
            if (item.code == code && !item.files.empty()) return Q_EMIT found(item);
    });
}

void DocumentsPresenter::remove(const DocumentFile& file)
{
    m_visit.settle(this, [this, file] {
        m_tasks.run(
            this,
            [id = file.id, by = m_session.actor()](
                Database& db) { return DocumentService(db).remove(id, by); },
            [this, file](const Result<>& gone) {
                if (!gone) return Q_EMIT failed(gone.error());
                const auto others =
                    std::count_if(m_items.begin(), m_items.end(), [&](const ChecklistItem& item) {
                        return item.code == file.code && item.files.size() > 1;
                    });
                if (others == 0)
                    m_visit.edit([&](Draft& draft) { draft.documents[file.code] = DocumentState::Seen; });
                load();
                Q_EMIT removed(file);
            });
    });
}

void DocumentsPresenter::open(QObject* context, const DocumentFile& file, Answer<PaperPicture> done)
{
    m_tasks.run(
        context,
        [file, by = m_session.actor()](Database& db) -> Result<PaperPicture> {
            SANAD_TRY_VALUE(plain, DocumentService(db).open(file.id, by));
            return paperPicture(plain, file.type);
        },
        std::move(done));
}

bool DocumentsPresenter::copyNeedsApproval() const
{
    return !m_session.actor().holds(Permission::ExportSubject);
}

void DocumentsPresenter::copyOut(QObject* context, const DocumentFile& file, const QString& path,
    const Approval& approval, Answer<std::monostate> done)
{
    m_tasks.run(
        context,
        [id = file.id, path, approval, by = m_session.actor()](
            Database& db) { return DocumentService(db).copyOut(id, path, approval, by); },
        std::move(done));
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

void DocumentsPresenter::add(const QString& code, const QString& path, const QDate& expiry)
{
    const auto* work = m_visit.work();
    if (!work) return;
    m_visit.settle(this, [this, code, path, expiry, id = work->draft.id] {
        m_tasks.run(
            this,
            [id, code, path, expiry, by = m_session.actor()](
                Database& db) { return DocumentService(db).add(id, code, path, expiry, by); },
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
