#include "core/documents/document_repository.h"

#include "core/documents/document_rows.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO document_file (id, branch_id, transaction_id, code, media_type, bytes, name, expiry, keep_until,
        added_at, staff_id)
    VALUES (:id, :branch, :transaction, :code, :media_type, :bytes, :name, :expiry, :keep_until, :added_at, :staff))";

#define SANAD_FILE_COLUMNS                                                                                   \
    "id, transaction_id, code, media_type, bytes, name, expiry, keep_until, added_at, staff_id"

constexpr auto kGet = "SELECT " SANAD_FILE_COLUMNS " FROM document_file WHERE id = :id";
constexpr auto kFiles =
    "SELECT " SANAD_FILE_COLUMNS " FROM document_file WHERE transaction_id = :transaction ORDER BY id";
constexpr auto kAll = "SELECT " SANAD_FILE_COLUMNS " FROM document_file ORDER BY id";
constexpr auto kKeepUntil = "UPDATE document_file SET keep_until = :day WHERE id = :id";
constexpr auto kRename = "UPDATE document_file SET name = :name WHERE id = :id";
constexpr auto kRemove = "DELETE FROM document_file WHERE id = :id";
constexpr auto kOutdated = "SELECT " SANAD_FILE_COLUMNS " FROM document_file "
                           "WHERE keep_until < :today ORDER BY keep_until LIMIT :limit";
constexpr auto kAbandoned = "SELECT " SANAD_FILE_COLUMNS R"( FROM document_file AS f
    WHERE NOT EXISTS (SELECT 1 FROM service_transaction AS t WHERE t.id = f.transaction_id)
        AND NOT EXISTS (SELECT 1 FROM transaction_draft AS d WHERE d.id = f.transaction_id)
    ORDER BY id LIMIT :limit)";
constexpr auto kKnowsFile = "SELECT 1 FROM document_file WHERE name = :name";

QDate dayFrom(const Query& row, int column)
{
    return row.isNull(column) ? QDate() : businessDayFrom(row.int32(column));
}

DocumentFile fileFrom(const Query& row)
{
    return {row.id<DocumentId>(0), row.id<TransactionId>(1), row.text(2),
        mediaTypeFromKey(row.text(3)).value_or(MediaType::Pdf), row.int64(4), row.text(5), dayFrom(row, 6),
        dayFrom(row, 7), row.time(8), row.id<StaffId>(9)};
}

std::vector<DocumentFile> allFrom(Query& query)
{
    std::vector<DocumentFile> list;
    query.run();
    while (query.next())
        list.push_back(fileFrom(query));
    return list;
}

} // namespace

void DocumentRepository::insert(const DocumentFile& file)
{
    RowDigest digest;
    auto query = m_tx.query(kInsert);
    VouchedBinds(query, digest)
        .bind(":id", file.id)
        .bind(":branch", kBranch)
        .bind(":transaction", file.transaction)
        .bind(":code", file.code)
        .bind(":media_type", mediaTypeKey(file.type))
        .bind(":bytes", std::int64_t{file.bytes})
        .bind(":name", file.name)
        .bind(":expiry",
            file.expiry.isValid() ? std::optional<std::int64_t>(businessDayNumber(file.expiry))
                                  : std::nullopt)
        .bind(":keep_until", businessDayNumber(file.keepUntil))
        .bind(":added_at", file.addedAt)
        .bind(":staff", file.addedBy);
    query.run();
    VouchedRows(m_tx).written(kDocumentRows, file.id.raw(), digest);
}

std::optional<DocumentFile> DocumentRepository::get(DocumentId id) const
{
    auto query = m_tx.query(kGet);
    if (!query.bind(":id", id).run().next()) return std::nullopt;
    return fileFrom(query);
}

std::vector<DocumentFile> DocumentRepository::files(TransactionId transaction) const
{
    auto query = m_tx.query(kFiles);
    query.bind(":transaction", transaction);
    return allFrom(query);
}

void DocumentRepository::remove(DocumentId id)
{
    m_tx.query(kRemove).bind(":id", id).run();
    VouchedRows(m_tx).gone(kDocumentRows, id.raw());
}

std::vector<DocumentFile> DocumentRepository::outdated(const QDate& today, int limit) const
{
    auto query = m_tx.query(kOutdated);
    query.bind(":today", businessDayNumber(today)).bind(":limit", limit);
    return allFrom(query);
}

std::vector<DocumentFile> DocumentRepository::abandoned(int limit) const
{
    auto query = m_tx.query(kAbandoned);
    query.bind(":limit", limit);
    return allFrom(query);
}

std::vector<DocumentFile> DocumentRepository::all() const
{
    auto query = m_tx.query(kAll);
    return allFrom(query);
}

void DocumentRepository::keepUntil(DocumentId id, const QDate& day)
{
    m_tx.query(kKeepUntil).bind(":id", id).bind(":day", businessDayNumber(day)).run();
    VouchedRows(m_tx).changed(kDocumentRows, id);
}

void DocumentRepository::rename(DocumentId id, const QString& name)
{
    m_tx.query(kRename).bind(":id", id).bind(":name", name).run();
    VouchedRows(m_tx).changed(kDocumentRows, id);
}

bool DocumentRepository::knowsFile(const QString& name) const
{
    auto query = m_tx.query(kKnowsFile);
    return query.bind(":name", name).run().next();
}

} // namespace sanad
