#include "core/ledger/agency_money.h"

#include "core/audit/audit_trail.h"
#include "core/audit/row_digest.h"
#include "core/base/json_writer.h"
#include "core/ledger/agency_movement.h"
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

std::optional<AgencyMovement> movementOf(Tx& tx, TransactionId transaction, DocumentKind kind)
{
    auto query = tx.query(kOfTransaction);
    query.bind(":transaction", transaction).bind(":kind", agencyMovementKey(kind)).run();
    if (!query.next()) return std::nullopt;
    const auto account = accountFromKey(query.text(2)).value_or(Account::Bank);
    return AgencyMovement{
        0, kind, transaction, query.text(0), query.money(1), {account, query.text(3)}, query.text(4), {}};
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

/// The row, its posting and its audit line.
void record(Tx& tx, AgencyMovement movement, const Actor& by)
{
    movement.id = nextRawId();
    movement.businessDay = postingDay(tx, movement.businessDay);
    const int day = businessDayNumber(movement.businessDay);
    const QString kind = agencyMovementKey(movement.kind);
    const QString document = documentKindKey(movement.kind);
    const QString account = accountInfo(movement.account.account).key;
    tx.query(kInsert)
        .bind(":id", movement.id)
        .bind(":branch", kBranch)
        .bind(":kind", kind)
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
                            .add(movement.id)
                            .add(kBranch)
                            .add(kind)
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
    const QByteArray digest = Ledger(tx).post(postingOf(movement));
    AuditTrail(tx).recordText(by, u"fee."_s + document, movement.id,
        JsonWriter()
            .member("agency", movement.agency)
            .member("document", document)
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
    if (const auto paid = movementOf(tx, payment.transaction, DocumentKind::AgencyPaid))
        return Error{ErrorCode::Conflict, u"ledger.paid-already"_s, {paid->reference}, {}};
    record(tx,
        {0, DocumentKind::AgencyPaid, payment.transaction, payment.agency, payment.amount, payment.from,
            payment.reference, payment.businessDay},
        by);
    return {};
}

Result<> takeAgencyRefund(
    Tx& tx, TransactionId transaction, const QString& reference, const QDate& businessDay, const Actor& by)
{
    if (reference.isEmpty()) return Error{ErrorCode::Invalid, u"ledger.no-reference"_s, {}, {}};
    const auto paid = movementOf(tx, transaction, DocumentKind::AgencyPaid);
    if (!paid) return Error{ErrorCode::Conflict, u"ledger.not-paid"_s, {}, {}};
    if (movementOf(tx, transaction, DocumentKind::AgencyRefund))
        return Error{ErrorCode::Conflict, u"ledger.refunded-already"_s, {}, {}};
    AgencyMovement movement = *paid;
    movement.kind = DocumentKind::AgencyRefund;
    movement.reference = reference;
    movement.businessDay = businessDay;
    record(tx, movement, by);
    return {};
}

Result<> topUpWallet(Tx& tx, const QString& agency, Money amount, const QDate& businessDay, const Actor& by)
{
    if (amount <= Money()) return Error{ErrorCode::Invalid, u"ledger.amount"_s, {}, {}};
    const AccountRef bank{Account::Bank, {}};
    record(tx, {0, DocumentKind::WalletTopUp, {}, agency, amount, bank, {}, businessDay}, by);
    return {};
}

} // namespace sanad
