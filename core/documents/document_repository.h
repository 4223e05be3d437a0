#pragma once

#include "core/documents/document.h"
#include "core/storage/database.h"

namespace sanad {

/// All SQL of document files. Each row is vouched for as kDocumentRows says.
class DocumentRepository {
public:
    explicit DocumentRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    void insert(const DocumentFile& file);
    std::optional<DocumentFile> get(DocumentId id) const;
    std::vector<DocumentFile> files(TransactionId transaction) const;
    void remove(DocumentId id);
    /// Files whose time to be kept ended before `today`, at most `limit`.
    std::vector<DocumentFile> outdated(const QDate& today, int limit) const;
    /// Files whose draft was discarded, at most `limit`.
    std::vector<DocumentFile> abandoned(int limit) const;
    std::vector<DocumentFile> all() const;
    void rename(DocumentId id, const QString& name);
    void keepUntil(DocumentId id, const QDate& day);
    bool knowsFile(const QString& name) const;

private:
    Tx& m_tx;
};

} // namespace sanad
