#include "app/portal/intake.h"

#include "app/portal/fees.h"

#include "core/base/clock.h"
#include "core/crypto/hash.h"

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

constexpr auto kAnswer = "SELECT content_hash, answer FROM batch WHERE client = ? AND key = ?";
constexpr auto kStoreAnswer = "INSERT INTO batch (client, key, content_hash, answer) VALUES (?, ?, ?, ?)";
// The first head that a number came with stays.
constexpr auto kKeepAnchor = "INSERT INTO anchor (client, number, hash, at) VALUES (?, ?, ?, ?) ON CONFLICT "
                             "(client, number) DO NOTHING";
constexpr auto kKnown = "SELECT content_hash, reference, client FROM item WHERE uuid = ?";
constexpr auto kLast = "SELECT coalesce(max(seq), 0) FROM item";
constexpr auto kInsert = R"(
    INSERT INTO item (seq, uuid, client, kind, service, body, content_hash, reference, state, received_at, fee_state, fee_baisa)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

constexpr int kRetrySeconds = 1;

QJsonObject rejected(const QString& uuid, const QJsonArray& errors)
{
    return {{u"uuid"_s, uuid}, {u"result"_s, u"rejected"_s}, {u"errors"_s, errors}};
}

QJsonObject rejected(
    const QString& uuid, const QString& pointer, const QString& code, const QString& ar, const QString& en)
{
    return rejected(uuid,
        {QJsonObject{
            {u"pointer"_s, pointer}, {u"code"_s, code}, {u"message_ar"_s, ar}, {u"message_en"_s, en}}});
}

QJsonObject accepted(const QString& uuid, const QString& reference)
{
    return {{u"uuid"_s, uuid}, {u"result"_s, u"accepted"_s}, {u"reference"_s, reference}};
}

QJsonObject retryLater(const QString& uuid)
{
    return {{u"uuid"_s, uuid}, {u"result"_s, u"retry"_s}, {u"retry_after"_s, kRetrySeconds}};
}

} // namespace

Result<std::optional<QByteArray>> Intake::answerOf(
    const QString& client, const QString& key, const QByteArray& contentHash)
{
    const auto held = m_store.lock();
    auto found = m_store.database().prepare(kAnswer);
    found.bind(1, client).bind(2, key);
    if (!found.step()) return std::optional<QByteArray>();
    if (!contentHash.isEmpty() && found.bytes(0) != contentHash)
        return Error{ErrorCode::Conflict, u"portal.key-reused"_s, {}, {}};
    return std::optional(found.bytes(1));
}

Result<QByteArray> Intake::record(
    const QString& client, const QString& key, const QByteArray& contentHash, const CheckedBatch& batch)
{
    const auto held = m_store.lock();
    SqliteTransaction transaction(m_store.database());
    {
        // The same batch may have arrived on another connection while this one was being checked.
        auto found = m_store.database().prepare(kAnswer);
        found.bind(1, client).bind(2, key);
        if (found.step()) {
            if (found.bytes(0) != contentHash)
                return Error{ErrorCode::Conflict, u"portal.key-reused"_s, {}, {}};
            return found.bytes(1);
        }
    }
    const auto now = QDateTime::currentDateTimeUtc();
    QJsonArray results;
    if (batch.anchorNumber > 0)
        m_store.database()
            .prepare(kKeepAnchor)
            .bind(1, client)
            .bind(2, batch.anchorNumber)
            .bind(3, batch.anchorHash)
            .bind(4, now.toMSecsSinceEpoch())
            .run();
    for (const CheckedItem& item : batch.items)
        results.append(recordItem(client, item, now.toMSecsSinceEpoch()));
    const QByteArray answer =
        compact({{u"key"_s, key}, {u"received_at"_s, storedTime(now)}, {u"results"_s, results}});
    m_store.database()
        .prepare(kStoreAnswer)
        .bind(1, client)
        .bind(2, key)
        .bind(3, contentHash)
        .bind(4, answer)
        .run();
    transaction.commit();
    return answer;
}

QJsonObject Intake::recordItem(const QString& client, const CheckedItem& item, std::int64_t now)
{
    const QByteArray hash = sha256(item.kind.toUtf8() + '\n' + item.text);
    {
        auto known = m_store.database().prepare(kKnown);
        known.bind(1, item.uuid);
        if (known.step()) {
            if (known.bytes(0) != hash || known.text(2) != client)
                return rejected(item.uuid, {}, u"uuid-reused"_s, u"سبق استخدام الرقم لطلب آخر"_s,
                    u"This number was used for another item"_s);
            return {{u"uuid"_s, item.uuid}, {u"result"_s, u"duplicate"_s}, {u"reference"_s, known.text(1)}};
        }
    }
    if (m_faults.take(m_faults.retry)) return retryLater(item.uuid);
    if (m_faults.take(m_faults.reject))
        return rejected(item.uuid, u"/form"_s, u"operator"_s, u"رفضته الجهة"_s, u"The agency refused it"_s);
    if (!item.errors.isEmpty()) return rejected(item.uuid, item.errors);
    return item.kind == u"fee_payment" ? recordPayment(client, item, hash, now)
                                       : recordTransaction(client, item, hash, now);
}

QJsonObject Intake::recordTransaction(
    const QString& client, const CheckedItem& item, const QByteArray& hash, std::int64_t now)
{
    // What an agency's own site has recorded already is only registered here; nothing is left to decide.
    const bool filedElsewhere = item.body.contains(u"portal_reference"_s);
    return accepted(
        item.uuid, insert(client, item, hash, filedElsewhere ? u"completed"_s : u"in_review"_s, now));
}

QJsonObject Intake::recordPayment(
    const QString& client, const CheckedItem& item, const QByteArray& hash, std::int64_t now)
{
    Fees fees(m_store.database());
    const auto paid = fees.pay(
        client, item.body[u"item"_s].toString(), item.uuid, item.body[u"amount_baisa"_s].toInteger(), now);
    if (paid) {
        return accepted(item.uuid, insert(client, item, hash, u"completed"_s, now, paid->confirmation));
    }
    // The payment may have overtaken its transaction.
    if (paid.error().code == ErrorCode::NotFound) return retryLater(item.uuid);
    if (paid.error().code == ErrorCode::Conflict)
        return rejected(
            item.uuid, u"/item"_s, u"fee-settled"_s, u"الرسم مدفوع من قبل"_s, u"The fee is paid already"_s);
    if (paid.error().code == ErrorCode::Invalid)
        return rejected(item.uuid, u"/amount_baisa"_s, u"fee-amount"_s,
            u"المبلغ لا يساوي الرسم الحكومي للطلب"_s, u"The amount is not the government fee of the item"_s);
    return rejected(item.uuid, u"/amount_baisa"_s, u"insufficient-balance"_s, u"رصيد المحفظة لا يكفي"_s,
        u"The wallet's balance is too low"_s);
}

QString Intake::insert(const QString& client, const CheckedItem& item, const QByteArray& hash,
    const QString& state, std::int64_t now, const QString& confirmation)
{
    std::int64_t seq = 1;
    {
        auto last = m_store.database().prepare(kLast);
        if (last.step()) seq = last.int64(0) + 1;
    }
    QString reference = confirmation.isEmpty() ? item.body[u"portal_reference"_s].toString() : confirmation;
    if (reference.isEmpty()) reference = u"SP%1"_s.arg(seq, 8, 10, QLatin1Char('0'));
    const QString feeState = item.body[u"fee_state"_s].toString(u"unpaid"_s);
    m_store.database()
        .prepare(kInsert)
        .bind(1, seq)
        .bind(2, item.uuid)
        .bind(3, client)
        .bind(4, item.kind)
        .bind(5, item.service)
        .bind(6, item.text)
        .bind(7, hash)
        .bind(8, reference)
        .bind(9, state)
        .bind(10, now)
        .bind(11, feeState)
        .bind(12, static_cast<std::int64_t>(item.body[u"government_fee_baisa"_s].toInteger()))
        .run();
    return reference;
}

} // namespace sanad::portal
