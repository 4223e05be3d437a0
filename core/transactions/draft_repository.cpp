#include "core/transactions/draft_repository.h"

#include "core/settings/centre.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kTable = u"transaction_draft"_s;

constexpr auto kSave = R"(
    INSERT INTO transaction_draft (id, branch_id, staff_id, counter, ticket_id, held, content, saved_at)
    VALUES (:id, :branch, :staff, :counter, :ticket, :held, :content, :saved_at)
    ON CONFLICT (id) DO UPDATE SET staff_id = excluded.staff_id, counter = excluded.counter,
        ticket_id = excluded.ticket_id, held = excluded.held, content = excluded.content, saved_at = excluded.saved_at)";

#define SANAD_DRAFT_COLUMNS "id, staff_id, counter, ticket_id, held, content, saved_at"

constexpr auto kGet = "SELECT " SANAD_DRAFT_COLUMNS " FROM transaction_draft WHERE id = :id";
constexpr auto kRemove = "DELETE FROM transaction_draft WHERE id = :id";
constexpr auto kHeld = "SELECT " SANAD_DRAFT_COLUMNS " FROM transaction_draft "
                       "WHERE branch_id = :branch AND held = 1 ORDER BY saved_at DESC, id DESC";
constexpr auto kOpenOf =
    "SELECT " SANAD_DRAFT_COLUMNS " FROM transaction_draft "
    "WHERE branch_id = :branch AND held = 0 AND staff_id = :staff ORDER BY saved_at DESC, id DESC";
constexpr auto kOfTicket = "SELECT " SANAD_DRAFT_COLUMNS " FROM transaction_draft "
                           "WHERE branch_id = :branch AND ticket_id = :ticket ORDER BY id";

QJsonValue moneyJson(const std::optional<Money>& money)
{
    return money ? QJsonValue(static_cast<qint64>(money->baisa())) : QJsonValue();
}

std::optional<Money> moneyFrom(const QJsonValue& value)
{
    if (!value.isDouble()) return std::nullopt;
    return Money::fromBaisa(value.toInteger());
}

QByteArray contentOf(const Draft& draft)
{
    QJsonArray beneficiaries;
    for (const CustomerId id : draft.beneficiaries)
        beneficiaries << static_cast<qint64>(id.raw());
    QJsonObject documents;
    for (const auto& [code, state] : draft.documents.asKeyValueRange())
        documents[code] = documentStateKey(state);
    return QJsonDocument(QJsonObject{
                             {u"service"_s, draft.serviceCode},
                             {u"applicant"_s, static_cast<qint64>(draft.applicant.raw())},
                             {u"payer"_s, static_cast<qint64>(draft.payer.raw())},
                             {u"beneficiaries"_s, beneficiaries},
                             {u"form"_s, draft.form},
                             {u"documents"_s, documents},
                             {u"government_fee_baisa"_s, moneyJson(draft.governmentFee)},
                             {u"service_fee_baisa"_s, moneyJson(draft.serviceFee)},
                             {u"discount_baisa"_s, static_cast<qint64>(draft.discount.baisa())},
                             {u"extras"_s, QJsonArray::fromStringList(draft.extras)},
                             {u"months_late"_s, draft.monthsLate},
                             {u"price_reason"_s, draft.priceReason},
                             {u"portal_reference"_s, draft.portalReference},
                             {u"fee_state"_s, feeStateKey(draft.feeState)},
                             {u"fee_proof"_s, draft.feeProof},
                             {u"step"_s, draft.step},
                             {u"field"_s, draft.field},
                             {u"caret"_s, draft.caret},
                         })
        .toJson(QJsonDocument::Compact);
}

void readContent(Draft& draft, const QByteArray& bytes)
{
    const QJsonObject content = QJsonDocument::fromJson(bytes).object();
    draft.serviceCode = content[u"service"].toString();
    draft.applicant = CustomerId::fromRaw(content[u"applicant"].toInteger());
    draft.payer = CustomerId::fromRaw(content[u"payer"].toInteger());
    for (const QJsonValue id : content[u"beneficiaries"].toArray())
        draft.beneficiaries.push_back(CustomerId::fromRaw(id.toInteger()));
    draft.form = content[u"form"].toObject();
    const QJsonObject documents = content[u"documents"].toObject();
    for (auto it = documents.begin(); it != documents.end(); ++it)
        draft.documents[it.key()] =
            documentStateFromKey(it.value().toString()).value_or(DocumentState::Missing);
    draft.governmentFee = moneyFrom(content[u"government_fee_baisa"]);
    draft.serviceFee = moneyFrom(content[u"service_fee_baisa"]);
    draft.discount = Money::fromBaisa(content[u"discount_baisa"].toInteger());
    for (const QJsonValue code : content[u"extras"].toArray())
        draft.extras << code.toString();
    draft.monthsLate = content[u"months_late"].toInt();
    draft.priceReason = content[u"price_reason"].toString();
    draft.portalReference = content[u"portal_reference"].toString();
    draft.feeState = feeStateFromKey(content[u"fee_state"].toString()).value_or(FeeState::Unpaid);
    draft.feeProof = content[u"fee_proof"].toString();
    draft.step = content[u"step"].toString();
    draft.field = content[u"field"].toString();
    draft.caret = content[u"caret"].toInt();
}

/// Throws DbError `vault.damaged`.
Draft draftFrom(Tx& tx, const Query& row)
{
    Draft draft;
    draft.id = row.id<TransactionId>(0);
    draft.clerk = row.id<StaffId>(1);
    draft.counter = row.text(2);
    draft.ticket = row.id<TicketId>(3);
    draft.held = row.boolean(4);
    auto content = tx.vault().open(kTable, u"content", draft.id.raw(), row.bytes(5));
    if (!content) throw DbError(content.error());
    readContent(draft, *content);
    draft.savedAt = row.time(6);
    return draft;
}

std::vector<Draft> allFrom(Tx& tx, Query& query)
{
    std::vector<Draft> list;
    query.run();
    while (query.next())
        list.push_back(draftFrom(tx, query));
    return list;
}

} // namespace

void DraftRepository::save(Draft& draft)
{
    draft.savedAt = m_tx.now();
    m_tx.query(kSave)
        .bind(":id", draft.id)
        .bind(":branch", kBranch)
        .bind(":staff", draft.clerk.raw())
        .bind(":counter", draft.counter)
        .bind(":ticket", draft.ticket)
        .bind(":held", draft.held)
        .bind(":content", m_tx.vault().seal(kTable, u"content", draft.id.raw(), contentOf(draft)))
        .bind(":saved_at", draft.savedAt)
        .run();
}

std::optional<Draft> DraftRepository::get(TransactionId id) const
{
    auto query = m_tx.query(kGet);
    if (!query.bind(":id", id.raw()).run().next()) return std::nullopt;
    return draftFrom(m_tx, query);
}

bool DraftRepository::remove(TransactionId id)
{
    return m_tx.query(kRemove).bind(":id", id.raw()).run().affected() == 1;
}

std::vector<Draft> DraftRepository::held() const
{
    auto query = m_tx.query(kHeld);
    query.bind(":branch", kBranch);
    return allFrom(m_tx, query);
}

std::vector<Draft> DraftRepository::openOf(StaffId clerk) const
{
    auto query = m_tx.query(kOpenOf);
    query.bind(":branch", kBranch).bind(":staff", clerk.raw());
    return allFrom(m_tx, query);
}

std::vector<Draft> DraftRepository::ofTicket(TicketId ticket) const
{
    auto query = m_tx.query(kOfTicket);
    query.bind(":branch", kBranch).bind(":ticket", ticket.raw());
    return allFrom(m_tx, query);
}

} // namespace sanad
