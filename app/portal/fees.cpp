#include "app/portal/fees.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad::portal {

namespace {

constexpr auto kStatus = R"(
    SELECT fee_state, coalesce(payment, ''), coalesce(confirmation, ''), fee_baisa
    FROM item WHERE uuid = ? AND client = ? AND kind = 'transaction')";
constexpr auto kBody = "SELECT body FROM item WHERE uuid = ?";
constexpr auto kPayer = "SELECT 1 FROM item WHERE payment = ?";
constexpr auto kTake = "UPDATE client SET wallet = wallet - ?1 WHERE id = ?2 AND wallet >= ?1";
constexpr auto kEntry = "INSERT INTO wallet_entry (client, baisa, reason, at) VALUES (?, -?, ?, ?)";
constexpr auto kPaid = R"(
    UPDATE item SET fee_state = 'paid_unconfirmed', payment = ?, fee_baisa = ?, confirmation = 'F' || printf('%07d', seq),
                    paid_at = ?
    WHERE uuid = ?)";

} // namespace

QJsonObject FeeStatus::json() const
{
    QJsonObject object{{u"item"_s, item}, {u"state"_s, state}};
    if (!payment.isEmpty()) {
        object[u"payment"_s] = payment;
        object[u"amount_baisa"_s] = static_cast<qint64>(baisa);
        object[u"confirmation"_s] = confirmation;
    }
    return object;
}

std::optional<FeeStatus> Fees::status(const QString& client, const QString& item)
{
    auto found = m_database.prepare(kStatus);
    found.bind(1, item).bind(2, client);
    if (!found.step()) return std::nullopt;
    return FeeStatus{item, found.text(0), found.text(1), found.text(2), found.int64(3)};
}

Result<FeeStatus> Fees::pay(
    const QString& client, const QString& item, const QString& payment, std::int64_t baisa, std::int64_t now)
{
    const auto before = status(client, item);
    if (!before) return Error{ErrorCode::NotFound, u"portal.not-found"_s, {}, {}};
    if (before->payment == payment && before->baisa == baisa) return *before;
    if (before->state != u"unpaid") return Error{ErrorCode::Conflict, u"portal.fee-settled"_s, {}, {}};
    {
        auto payer = m_database.prepare(kPayer);
        if (payer.bind(1, payment).step()) return Error{ErrorCode::Conflict, u"portal.key-reused"_s, {}, {}};
    }
    if (!isFeeOf(item, baisa)) return Error{ErrorCode::Invalid, u"portal.fee-amount"_s, {}, {}};
    m_database.prepare(kTake).bind(1, baisa).bind(2, client).run();
    if (m_database.changes() == 0) return Error{ErrorCode::Denied, u"portal.insufficient-balance"_s, {}, {}};
    m_database.prepare(kEntry)
        .bind(1, client)
        .bind(2, baisa)
        .bind(3, QString(u"fee "_s + item))
        .bind(4, now)
        .run();
    m_database.prepare(kPaid).bind(1, payment).bind(2, baisa).bind(3, now).bind(4, item).run();
    return *status(client, item);
}

/// Of an item that named no fee the agency tells it elsewhere: any payment may be it.
bool Fees::isFeeOf(const QString& item, std::int64_t baisa)
{
    auto found = m_database.prepare(kBody);
    if (baisa <= 0 || !found.bind(1, item).step()) return false;
    const auto fee = QJsonDocument::fromJson(found.bytes(0)).object().value(u"government_fee_baisa"_s);
    return fee.isUndefined() || fee.toInteger() == baisa;
}

} // namespace sanad::portal
