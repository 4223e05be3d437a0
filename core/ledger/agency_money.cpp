#include "core/ledger/agency_money.h"

#include "core/audit/audit_trail.h"
#include "core/audit/row_digest.h"
#include "core/base/json_writer.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO agency_movement (id, branch_id, kind, transaction_id, agency, amount_baisa, account, part, reference,
        business_day, moved_at, staff_id)
    VALUES (:id, :branch, :kind, :transaction, :agency, :amount, :account, :part, :reference, :day, :at, :staff))";
constexpr auto kOfTransaction = R"(
    SELECT agency, amount_baisa, account, part, reference FROM agency_movement
    WHERE transaction_id = :transaction AND kind = :kind)";

// Closes are written by a slice above; the books only ask whether a day is over.
constexpr auto kDayClosed = "SELECT 1 FROM day_close WHERE branch_id = :branch AND business_day = :day";

struct AgencyMovement {
    QString kind; // paid, refunded, top-up
    TransactionId transaction;
    QString agency;
    Money amount;
    AccountRef account;
    QString reference;
    QDate businessDay;
};

std::optional<AgencyMovement> movementOf(Tx& tx, TransactionId transaction, const QString& kind)
{
    auto query = tx.query(kOfTransaction);
    query.bind(":transaction", transaction).bind(":kind", kind).run();
    if (!query.next()) return std::nullopt;
    const auto account = accountFromKey(query.text(2)).value_or(Account::Bank);
    return AgencyMovement{
        kind, transaction, query.text(0), query.money(1), {account, query.text(3)}, query.text(4), {}};
}

/// A day that was closed meanwhile takes nothing more: what comes later is of the first open day after it.
QDate postingDay(Tx& tx, QDate day)
{
    const auto closed = [&] {
        auto query = tx.query(kDayClosed);
        query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
        return query.next();
    };
    while (closed())
        day = day.addDays(1);
    return day;
}

/// `into` is debited, `outOf` credited; the row, its posting and its audit line.
void record(Tx& tx, AgencyMovement movement, DocumentKind kind, const AccountRef& into,
    const AccountRef& outOf, const Actor& by)
{
    const std::int64_t id = nextRawId();
    movement.businessDay = postingDay(tx, movement.businessDay);
    const int day = businessDayNumber(movement.businessDay);
    const QString account = accountInfo(movement.account.account).key;
    tx.query(kInsert)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":kind", movement.kind)
        .bind(":transaction", movement.transaction)
        .bind(":agency", movement.agency)
        .bind(":amount", movement.amount)
        .bind(":account", account)
        .bind(":part", movement.account.part)
        .bind(":reference", movement.reference)
        .bind(":day", day)
        .bind(":at", tx.now())
        .bind(":staff", by.staff())
        .run();
    const QString row = RowDigest()
                            .add(id)
                            .add(kBranch)
                            .add(movement.kind)
                            .add(movement.transaction.raw())
                            .add(movement.agency)
                            .add(movement.amount.baisa())
                            .add(account)
                            .add(movement.account.part)
                            .add(movement.reference)
                            .add(day)
                            .add(storedTime(tx.now()))
                            .add(by.staff().raw())
                            .hex();
    const QByteArray digest = Ledger(tx).post(
        {kind, id, movement.businessDay, {{into, movement.amount}, {outOf, -movement.amount}}});
    AuditTrail(tx).recordText(by, u"fee."_s + documentKindKey(kind), id,
        JsonWriter()
            .member("agency", movement.agency)
            .member("document", documentKindKey(kind))
            .member("ledger", QString::fromLatin1(digest.toHex()))
            .raw("rows", JsonWriter().member("agency_movement", row).text())
            .member("transaction", movement.transaction.text())
            .text());
}

} // namespace

Result<> payAgency(Tx& tx, const AgencyPayment& payment, const Actor& by)
{
    if (payment.amount <= Money()) return Error{ErrorCode::Invalid, u"ledger.amount"_s, {}, {}};
    if (payment.reference.isEmpty()) return Error{ErrorCode::Invalid, u"ledger.no-reference"_s, {}, {}};
    if (const auto paid = movementOf(tx, payment.transaction, u"paid"_s))
        return Error{ErrorCode::Conflict, u"ledger.paid-already"_s, {paid->reference}, {}};
    const AgencyMovement movement{u"paid"_s, payment.transaction, payment.agency, payment.amount,
        payment.from, payment.reference, payment.businessDay};
    record(tx, movement, DocumentKind::AgencyPaid, payableTo(payment.agency), payment.from, by);
    return {};
}

Result<> takeAgencyRefund(
    Tx& tx, TransactionId transaction, const QString& reference, const QDate& businessDay, const Actor& by)
{
    if (reference.isEmpty()) return Error{ErrorCode::Invalid, u"ledger.no-reference"_s, {}, {}};
    const auto paid = movementOf(tx, transaction, u"paid"_s);
    if (!paid) return Error{ErrorCode::Conflict, u"ledger.not-paid"_s, {}, {}};
    if (movementOf(tx, transaction, u"refunded"_s))
        return Error{ErrorCode::Conflict, u"ledger.refunded-already"_s, {}, {}};
    AgencyMovement movement = *paid;
    movement.kind = u"refunded"_s;
    movement.reference = reference;
    movement.businessDay = businessDay;
    record(tx, movement, DocumentKind::AgencyRefund, paid->account, payableTo(paid->agency), by);
    return {};
}

Result<> topUpWallet(Tx& tx, const QString& agency, Money amount, const QDate& businessDay, const Actor& by)
{
    if (amount <= Money()) return Error{ErrorCode::Invalid, u"ledger.amount"_s, {}, {}};
    const AccountRef bank{Account::Bank, {}};
    record(tx, {u"top-up"_s, {}, agency, amount, bank, {}, businessDay}, DocumentKind::WalletTopUp,
        walletAt(agency), bank, by);
    return {};
}

} // namespace sanad
