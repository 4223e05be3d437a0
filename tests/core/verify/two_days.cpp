#include "tests/core/verify/two_days.h"

#include "core/ledger/agency_money.h"
#include "core/receipts/day_service.h"
#include "core/transactions/transaction_rows.h"
#include "tests/support/edits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad::test {

Money baisa(std::int64_t value)
{
    return Money::fromBaisa(value);
}

ReceiptDraft sale()
{
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().transaction = {};
    return draft;
}

void Centre2Days::insertTransaction()
{
    tamper(*db, u"INSERT INTO number_series (branch_id, series, last) VALUES (1, 'T', 1)"_s);
    tamper(*db,
        uR"(INSERT INTO service_transaction (id, branch_id, number, service, applicant_id, counter, state,
        attention, channel, agency, form, government_baisa, due_later_baisa, service_baisa, discount_baisa,
        clerk_entered, fee_state, reference, business_day, opened_at, changed_at)
        VALUES (5, 1, 'T-000001', 'ROP-VEH-RENEW', 41, 'C1', 'submitted', 0, 'assisted', 'ROP', (SELECT substr(hash, 1, 0) FROM audit_head),
        18000, 0, 2000, 0, 0, 'confirmed', '778', 20261122, '2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z'))"_s);
    tamper(*db,
        uR"(INSERT INTO transaction_move (id, branch_id, transaction_id, to_state, act, actor, counter, at)
        VALUES (6, 1, 5, 'submitted', 'submitted', 'owner', 'C1', '2026-11-22T08:00:00.000Z'))"_s);
    vouchFor(*db, kTransactionRows);
}

Centre2Days::Centre2Days()
{
    insertTransaction();
    ShiftService shifts(*db);
    issue(sale());
    ReceiptDraft split = sale();
    split.lines.push_back(split.lines.front());
    split.lines.back().agencyCode = u"MOL"_s;
    split.lines.back().discount = baisa(500);
    split.payments = {
        {Tender::Card, baisa(30'000), {}, u"A1"_s, {}}, {Tender::Cash, baisa(9'500), baisa(10'000), {}, {}}};
    const Receipt second = issue(split);
    must(ReceiptService(*db).reprint(second.number, by));
    must(shifts.move(u"C1"_s, {CashDirection::Out, CashCounterpart::Bank, baisa(5'000), u"إيداع"_s}, by));
    must(db->write([&](Tx& tx) -> Result<> {
        SANAD_TRY(topUpWallet(tx, u"ROP"_s, baisa(90'000), shift.businessDay, by));
        return payAgency(tx,
            {TransactionId::fromRaw(5), u"ROP"_s, baisa(18'000), walletAt(u"ROP"_s), u"778"_s,
                shift.businessDay},
            by);
    }));
    const Money expected = must(shifts.count(shift.id, {}, by)).expected;
    must(shifts.count(shift.id, fewestPieces(expected - baisa(1'000)), by));
    must(shifts.close(shift.id, u"نقص"_s, by));
    must(shifts.signOff(shift.id, by));
    must(DayService(*db).close(shift.businessDay, by));
    db->setClock(steppingClock(QDateTime(shift.businessDay.addDays(1), QTime(6, 0), Qt::UTC)));
    issue(sale());
}

std::vector<Breach> verified(Database& db)
{
    return must(verifyCentre(db));
}

bool names(const std::vector<Breach>& breaches, const QString& where)
{
    return std::any_of(
        breaches.begin(), breaches.end(), [&](const Breach& one) { return one.where.startsWith(where); });
}

std::string listed(const std::vector<Breach>& breaches)
{
    std::string text;
    for (const Breach& one : breaches)
        text += (one.invariant + u" | "_s + one.where + u" | "_s + one.what).toStdString() + '\n';
    return text;
}

} // namespace sanad::test
