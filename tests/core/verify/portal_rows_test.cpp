#include "core/sync/outbox.h"
#include "core/transactions/transaction_rows.h"
#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"
#include "tests/support/edits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// One paid transaction whose reference, if any, the clerk brought before the receipt.
struct PaidTransaction : Till {
    explicit PaidTransaction(const QString& channel, const QString& reference)
    {
        ReceiptDraft draft = oneRenewal();
        draft.lines.front().transaction = TransactionId::fromRaw(5);
        draft.lines.front().portalReference = reference;
        const Receipt receipt = issue(draft);
        tamper(*db, u"INSERT INTO number_series (branch_id, series, last) VALUES (1, 'T', 1)"_s);
        tamper(*db,
            uR"(INSERT INTO service_transaction (id, branch_id, number, service, applicant_id, counter, state,
            attention, channel, agency, form, government_baisa, due_later_baisa, service_baisa, discount_baisa,
            clerk_entered, fee_state, reference, receipt_id, business_day, opened_at, changed_at)
            VALUES (5, 1, 'T-000001', 'ROP-VEH-RENEW', 41, 'C1', 'submitted', 0, '%1', 'ROP', (SELECT substr(hash, 1, 0) FROM audit_head),
            18000, 0, 2000, 0, 0, 'unpaid', '%2', %3, 20261122, '2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z'))"_s
                .arg(channel, reference, receipt.id.text()));
        tamper(*db,
            uR"(INSERT INTO transaction_move (id, branch_id, transaction_id, to_state, act, actor, counter, at)
            VALUES (6, 1, 5, 'submitted', 'submitted', 'owner', 'C1', '2026-11-22T08:00:00.000Z'))"_s);
        vouchFor(*db, kTransactionRows);
    }

    void report()
    {
        must(db->write([](Tx& tx) {
            return Outbox(tx).add({u"transaction"_s, 5, {}, u"sanad_portal"_s, "{}"});
        }));
    }

    /// What verify says of the transaction.
    QStringList faults()
    {
        QStringList list;
        for (const Breach& one : must(verifyCentre(*db)))
            list << one.invariant + u' ' + one.where;
        return list;
    }
};

} // namespace

TEST_CASE("A paid transaction with a reference whose outbox row was deleted is named", "[verify]")
{
    PaidTransaction paid(u"assisted"_s, u"778"_s);
    paid.report();
    CHECK(paid.faults() == QStringList());
    const auto row =
        must(paid.db->read([](Tx& tx) -> Result<OutboxId> { return Outbox(tx).rowsOf(5).front().id; }));
    tamper(*paid.db, u"DELETE FROM outbox"_s);
    CHECK(paid.faults() == QStringList{u"chain outbox "_s + row.text(), u"once service_transaction 5"_s});
}

TEST_CASE("Local work, and work whose agency has given no reference, needs no outbox row", "[verify]")
{
    CHECK(PaidTransaction(u"local"_s, u"778"_s).faults() == QStringList());
    CHECK(PaidTransaction(u"assisted"_s, {}).faults() == QStringList());
    CHECK(PaidTransaction(u"rest"_s, {}).faults() == QStringList{u"once service_transaction 5"_s});
}

TEST_CASE("A reference that is not the receipt's and that nobody recorded is named", "[verify]")
{
    PaidTransaction paid(u"assisted"_s, u"778"_s);
    paid.report();
    for (const auto& other : {u"779"_s, QString(u""_s)}) {
        tamper(*paid.db, u"UPDATE service_transaction SET reference = '%1'"_s.arg(other));
        vouchFor(*paid.db, kTransactionRows);
        CHECK(paid.faults() == QStringList{u"chain service_transaction 5"_s});
    }
    PaidTransaction later(u"assisted"_s, {});
    later.report();
    tamper(*later.db, u"UPDATE service_transaction SET reference = '780'"_s);
    vouchFor(*later.db, kTransactionRows);
    CHECK(later.faults() == QStringList());
}
