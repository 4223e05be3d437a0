#include "core/transactions/transaction_repository.h"

#include "core/customers/customer_repository.h"
#include "core/ledger/numbers.h"
#include "core/settings/centre.h"
#include "core/sync/outbox.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/transaction_columns.h"
#include "core/transactions/transaction_rows.h"
#include "core/transactions/transaction_states.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kTable = u"service_transaction"_s;
const auto kSeries = u"T"_s;
constexpr int kRefusedAttention = 85; // below what needs action anyway

#define SANAD_SEALED_COLUMNS ", form, price_reason, reason"
constexpr int kFormColumn = kTransactionColumns;

constexpr auto kInsert = R"(
    INSERT INTO service_transaction (id, branch_id, number, service, pack_id, applicant_id, payer_id, ticket_id,
        receipt_id, counter, staff_id, state, attention, channel, agency, form, government_baisa, due_later_baisa,
        service_baisa, discount_baisa, clerk_entered, price_reason, fee_state, reference, reason, business_day,
        opened_at, changed_at, promised_at, months_late, extras)
    VALUES (:id, :branch, :number, :service, :pack, :applicant, :payer, :ticket, :receipt, :counter, :staff, :state,
        :attention, :channel, :agency, :form, :government, :due_later, :service_fee, :discount, :clerk_entered,
        :price_reason, :fee_state, :reference, :reason, :day, :opened_at, :changed_at, :promised_at, :months_late, :extras))";

constexpr auto kInsertBeneficiary = R"(
    INSERT INTO transaction_beneficiary (transaction_id, position, branch_id, customer_id)
    VALUES (:transaction, :position, :branch, :customer))";

constexpr auto kBeneficiaries =
    "SELECT customer_id FROM transaction_beneficiary WHERE transaction_id = :transaction ORDER BY position";

constexpr auto kInsertMove = R"(
    INSERT INTO transaction_move (id, branch_id, transaction_id, from_state, to_state, act, staff_id, actor, counter, at)
    VALUES (:id, :branch, :transaction, :from, :to, :act, :staff, :actor, :counter, :at))";

constexpr auto kMoves = R"(
    SELECT from_state, to_state, act, staff_id, actor, at FROM transaction_move
    WHERE transaction_id = :transaction ORDER BY id)";

constexpr auto kGet =
    "SELECT " SANAD_TRANSACTION_COLUMNS SANAD_SEALED_COLUMNS " FROM service_transaction WHERE id = :id";

constexpr auto kByNumber = "SELECT " SANAD_TRANSACTION_COLUMNS SANAD_SEALED_COLUMNS
                           " FROM service_transaction WHERE branch_id = :branch AND number = :number";

constexpr auto kUpdate = R"(
    UPDATE service_transaction SET state = :state, attention = :attention, fee_state = :fee_state,
        reference = :reference, reason = :reason, changed_at = :changed_at, promised_at = :promised_at
    WHERE id = :id AND state = :from)";

constexpr auto kNeedPerson =
    "UPDATE service_transaction SET attention = :attention WHERE id = :id AND attention < :attention";
constexpr auto kSetForm = "UPDATE service_transaction SET form = :form WHERE id = :id";
constexpr auto kSetPaid = R"(
    UPDATE service_transaction SET receipt_id = :receipt, attention = :attention, government_baisa = :government,
        due_later_baisa = :due_later, service_baisa = :service_fee, discount_baisa = :discount,
        clerk_entered = :clerk_entered, price_reason = :price_reason, months_late = :months_late,
        extras = :extras, fee_state = :fee_state, reference = :reference
    WHERE id = :id AND receipt_id IS NULL)";
constexpr auto kUnderWayOn = R"(
    SELECT count(*) FROM service_transaction
    WHERE branch_id = :branch
      AND state IN ('waiting_for_customer','ready','submitted','in_review','action_needed','approved','fee_due')
      AND EXISTS (SELECT 1 FROM outbox o WHERE o.subject_id = service_transaction.id AND o.channel = :channel
                  AND o.state = 'delivered'))";

void bindTime(Query& query, std::string_view name, const QDateTime& time)
{
    if (time.isValid())
        query.bind(name, time);
    else
        query.bindNull(name);
}

std::optional<QByteArray> sealedText(Tx& tx, const QString& column, TransactionId id, const QString& text)
{
    if (text.isEmpty()) return std::nullopt;
    return tx.vault().seal(kTable, column, id.raw(), text);
}

QString extrasText(const AgreedFee& fee)
{
    return fee.extras.isEmpty() ? u""_s : fee.extras.join(u',');
}

/// Throws DbError `vault.damaged`.
QByteArray openedBytes(Tx& tx, const QString& column, TransactionId id, const QByteArray& sealed)
{
    auto plain = tx.vault().open(kTable, column, id.raw(), sealed);
    if (!plain) throw DbError(plain.error());
    return *plain;
}

void insertMove(Tx& tx, RowDigest& digest, TransactionId id, std::optional<TransactionState> from,
    TransactionState to, const Actor& by)
{
    const StateRule* rule = stateRule(from, to);
    if (!rule)
        throw DbError(
            {ErrorCode::Internal, u"transaction.no-such-move"_s, {id.text()}, transactionStateKey(to)});
    auto query = tx.query(kInsertMove);
    beginPart(digest, kTransactionRows.parts[1]);
    VouchedBinds(query, digest)
        .bind(":id", nextRawId())
        .bind(":branch", kBranch)
        .bind(":to", transactionStateKey(to))
        .bind(":act", QString::fromLatin1(rule->act))
        .bind(":staff", by.staff())
        .bind(":actor", by.user())
        .bind(":counter", by.counter())
        .bind(":at", tx.now())
        .bind(":from", from ? std::optional(transactionStateKey(*from)) : std::nullopt);
    query.bind(":transaction", id).run();
}

} // namespace

QString TransactionRepository::takeNumber()
{
    return numberText(sanad::takeNumber(m_tx, kSeries));
}

void TransactionRepository::insert(const Transaction& t, const QByteArray& formJson,
    const QMap<QString, DocumentState>& papers, const Actor& by, const std::vector<TransactionState>& path)
{
    RowDigest digest;
    {
        auto query = m_tx.query(kInsert);
        VouchedBinds(query, digest)
            .bind(":id", t.id)
            .bind(":branch", kBranch)
            .bind(":number", t.number)
            .bind(":service", t.serviceCode)
            .bind(":pack", t.pack)
            .bind(":applicant", t.applicant)
            .bind(":payer", t.payer)
            .bind(":ticket", t.ticket)
            .bind(":receipt", t.receipt)
            .bind(":counter", t.counter)
            .bind(":staff", t.clerk)
            .bind(":state", transactionStateKey(t.state))
            .bind(":attention", attention(t))
            .bind(":channel", t.channel)
            .bind(":agency", t.agency)
            .bind(":form", m_tx.vault().seal(kTable, u"form", t.id.raw(), formJson))
            .bind(":government", t.fee.governmentFee)
            .bind(":due_later", t.fee.dueLater)
            .bind(":service_fee", t.fee.serviceFee)
            .bind(":discount", t.fee.discount)
            .bind(":clerk_entered", t.fee.clerkEntered)
            .bind(":fee_state", feeStateKey(t.feeState))
            .bind(":reference", t.portalReference.isNull() ? u""_s : t.portalReference)
            .bind(":day", businessDayNumber(t.businessDay))
            .bind(":opened_at", t.openedAt)
            .bind(":changed_at", t.changedAt)
            .bind(":months_late", t.fee.monthsLate)
            .bind(":extras", extrasText(t.fee))
            .bind(":price_reason", sealedText(m_tx, u"price_reason"_s, t.id, t.fee.priceReason))
            .bind(":reason", sealedText(m_tx, u"reason"_s, t.id, t.reason))
            .bind(":promised_at", t.promisedAt);
        query.run();
    }
    if (const QString plate = t.form[u"plate_number"_s].toString(); !plate.isEmpty())
        CustomerRepository(m_tx).addPlate(t.applicant, plate);
    std::int64_t position = 0;
    for (const CustomerId beneficiary : t.beneficiaries) {
        auto query = m_tx.query(kInsertBeneficiary);
        beginPart(digest, kTransactionRows.parts[0]);
        VouchedBinds(query, digest)
            .bind(":position", ++position)
            .bind(":branch", kBranch)
            .bind(":customer", beneficiary);
        query.bind(":transaction", t.id).run();
    }
    std::optional<TransactionState> from;
    for (const TransactionState to : path.empty() ? std::vector{t.state} : path) {
        insertMove(m_tx, digest, t.id, from, to, by);
        from = to;
    }
    ChecklistRepository(m_tx).insert(t.id, papers, digest);
    VouchedRows(m_tx).written(kTransactionRows, t.id.raw(), digest);
}

std::optional<Transaction> TransactionRepository::whole(Query& query) const
{
    if (!query.run().next()) return std::nullopt;
    Transaction t = transactionFrom(query);
    t.form = QJsonDocument::fromJson(openedBytes(m_tx, u"form"_s, t.id, query.bytes(kFormColumn))).object();
    if (!query.isNull(kFormColumn + 1))
        t.fee.priceReason =
            QString::fromUtf8(openedBytes(m_tx, u"price_reason"_s, t.id, query.bytes(kFormColumn + 1)));
    if (!query.isNull(kFormColumn + 2))
        t.reason = QString::fromUtf8(openedBytes(m_tx, u"reason"_s, t.id, query.bytes(kFormColumn + 2)));
    auto others = m_tx.query(kBeneficiaries);
    others.bind(":transaction", t.id).run();
    while (others.next())
        t.beneficiaries.push_back(others.id<CustomerId>(0));
    return t;
}

std::optional<Transaction> TransactionRepository::get(TransactionId id) const
{
    auto query = m_tx.query(kGet);
    query.bind(":id", id.raw());
    return whole(query);
}

std::optional<Transaction> TransactionRepository::byNumber(const QString& number) const
{
    auto query = m_tx.query(kByNumber);
    query.bind(":branch", kBranch).bind(":number", number);
    return whole(query);
}

std::vector<TransactionMove> TransactionRepository::moves(TransactionId id) const
{
    std::vector<TransactionMove> list;
    auto query = m_tx.query(kMoves);
    query.bind(":transaction", id.raw()).run();
    while (query.next())
        list.push_back({transactionStateFromKey(query.text(0)),
            transactionStateFromKey(query.text(1)).value_or(TransactionState::Draft), query.text(2),
            query.id<StaffId>(3), query.text(4), query.time(5)});
    return list;
}

int TransactionRepository::attentionNow(const Transaction& t) const
{
    const int own = attention(t);
    const bool over = t.state == TransactionState::Cancelled || t.state == TransactionState::HandedOver;
    if (over || own >= kRefusedAttention) return own;
    return Outbox(m_tx).standsAside(t.id.raw()) ? kRefusedAttention : own;
}

bool TransactionRepository::update(const Transaction& changed, TransactionState from, const Actor& by)
{
    {
        auto query = m_tx.query(kUpdate);
        query.bind(":id", changed.id)
            .bind(":from", transactionStateKey(from))
            .bind(":state", transactionStateKey(changed.state))
            .bind(":attention", attentionNow(changed))
            .bind(":fee_state", feeStateKey(changed.feeState))
            .bind(":reference", changed.portalReference.isNull() ? u""_s : changed.portalReference)
            .bind(":changed_at", m_tx.now());
        query.bind(":reason", sealedText(m_tx, u"reason"_s, changed.id, changed.reason));
        bindTime(query, ":promised_at", changed.promisedAt);
        if (query.run().affected() != 1) return false;
    }
    RowDigest unused; // what it had before belongs to it as well: it is read again
    if (changed.state != from) insertMove(m_tx, unused, changed.id, from, changed.state, by);
    VouchedRows(m_tx).changed(kTransactionRows, changed.id);
    return true;
}

void TransactionRepository::needPerson(TransactionId id, int attention)
{
    m_tx.query(kNeedPerson).bind(":id", id).bind(":attention", attention).run();
    VouchedRows(m_tx).changed(kTransactionRows, id);
}

void TransactionRepository::setForm(TransactionId id, const QByteArray& formJson)
{
    m_tx.query(kSetForm)
        .bind(":id", id)
        .bind(":form", m_tx.vault().seal(kTable, u"form", id.raw(), formJson))
        .run();
    VouchedRows(m_tx).changed(kTransactionRows, id);
}

std::int64_t TransactionRepository::underWayOn(const QString& channel) const
{
    auto query = m_tx.query(kUnderWayOn);
    query.bind(":branch", kBranch).bind(":channel", channel).run().next();
    return query.int64(0);
}

bool TransactionRepository::setPaid(const Transaction& t)
{
    auto query = m_tx.query(kSetPaid);
    query.bind(":id", t.id)
        .bind(":receipt", t.receipt)
        .bind(":attention", attention(t))
        .bind(":government", t.fee.governmentFee)
        .bind(":due_later", t.fee.dueLater)
        .bind(":service_fee", t.fee.serviceFee)
        .bind(":discount", t.fee.discount)
        .bind(":clerk_entered", t.fee.clerkEntered)
        .bind(":months_late", t.fee.monthsLate)
        .bind(":extras", extrasText(t.fee))
        .bind(":fee_state", feeStateKey(t.feeState))
        .bind(":reference", t.portalReference.isNull() ? u""_s : t.portalReference);
    query.bind(":price_reason", sealedText(m_tx, u"price_reason"_s, t.id, t.fee.priceReason));
    if (query.run().affected() != 1) return false;
    VouchedRows(m_tx).changed(kTransactionRows, t.id);
    return true;
}

} // namespace sanad
