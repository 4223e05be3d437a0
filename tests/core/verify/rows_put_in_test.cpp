#include "core/backup/backup_repository.h"
#include "core/backup/health.h"
#include "core/ledger/agency_money.h"
#include "core/sync/sync_repository.h"
#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"
#include "tests/support/edits.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QStringList breachesOf(Database& db)
{
    QStringList list;
    for (const Breach& one : must(verifyCentre(db)))
        list << one.where + u": "_s + one.what;
    return list;
}

ReceiptDraft sale()
{
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().transaction = {};
    return draft;
}

/// A till with a connector, a channel that was down, a backup that was tried, and a full check.
struct Kept : Till {
    Kept()
    {
        must(db->write([](Tx& tx) -> Result<> {
            SyncRepository sync(tx);
            sync.saveConnector(
                {u"rest"_s, u"rest"_s, u"1"_s, u"/usr/lib/rest"_s, QByteArray(32, 'x')}, StaffId::fromRaw(1));
            sync.saveChannel(u"portal"_s, u"rest"_s, "{}");
            sync.failed(*sync.channel(u"portal"_s), u"sync.unreachable"_s, tx.now());
            sync.succeeded(*sync.channel(u"portal"_s), 0);
            BackupRepository backups(tx);
            backups.insert(BackupRun{7, u"a.sanadbackup"_s, 10, tx.now(), 1, QByteArray(32, 'h'), 0, {}, {}});
            backups.insert(BackupRun{8, u"b.sanadbackup"_s, 10, tx.now(), 1, QByteArray(32, 'h'), 0, {}, {}});
            backups.setVerified(u"a.sanadbackup"_s, tx.now());
            backups.setRemoved(u"b.sanadbackup"_s, tx.now());
            backups.insert(FullCheck{tx.now(), 1, u"chain: receipt C1-000001"_s});
            return {};
        }));
    }
};

} // namespace

TEST_CASE("A credit note that no act made is named, whatever its branch and with its series too", "[verify]")
{
    for (const int branch : {1, 2}) {
        Till till;
        till.issue(sale());
        tamper(*till.db,
            uR"(INSERT INTO credit_note (id, branch_id, series, number, receipt_id, business_day, issued_at, clerk,
            reason, total_baisa, signature) SELECT 7, %1, 'CN-C1', 1, id, business_day, issued_at, clerk, '',
            total_baisa, signature FROM receipt)"_s.arg(branch));
        tamper(*till.db,
            u"INSERT INTO number_series (branch_id, series, last, name) VALUES (%1, 'CN-C1', 1, '')"_s.arg(
                branch));
        CHECK(breachesOf(*till.db).contains(u"credit_note 7: has no audit line"_s));
    }
}

TEST_CASE("A line and a payment that were put in far from their receipt are named", "[verify]")
{
    const auto id = GENERATE(u"7"_s, u"receipt_id + 4000000000000"_s);
    for (const QString& into :
        {u"receipt_payment SELECT %1, receipt_id, tender, amount_baisa, given_baisa, approval, reference FROM receipt_payment"_s,
            u"receipt_line SELECT %1, receipt_id, NULL, service, service_ar, service_en, agency, agency_ar, "
            u"agency_en, "
            "income, reference, government_baisa, service_baisa, discount_baisa, vat_baisa, vat_rate FROM receipt_line"_s}) {
        Till till;
        till.issue(sale());
        tamper(*till.db, u"INSERT INTO "_s + into.arg(id));
        CHECK(breachesOf(*till.db) ==
            QStringList(u"receipt C1-000001: has lines or payments beside its own"_s));
    }
}

TEST_CASE("Ledger entries that cancel out are named, and no repair of roll-ups makes them good", "[verify]")
{
    Till till;
    till.issue(sale());
    edit(*till.db, u"ledger_entry"_s,
        uR"(INSERT INTO ledger_entry (id, branch_id, document_kind, document_id, business_day, account_id, amount_baisa)
        SELECT id + 1 + s.n, branch_id, document_kind, document_id, business_day, account_id, 500000 * (1 - 2 * s.n)
        FROM ledger_entry, (SELECT 0 AS n UNION SELECT 1) s
        WHERE id = (SELECT max(id) FROM ledger_entry WHERE document_kind = 'receipt'))"_s);
    const auto named = [&] {
        const QStringList found = breachesOf(*till.db);
        INFO(found.join(u'\n').toStdString());
        return std::any_of(found.begin(), found.end(), [](const QString& each) {
            return each.startsWith(u"ledger_entry receipt") &&
                each.endsWith(u": an entry was changed, added or removed");
        });
    };
    CHECK(named());
    CHECK(remedyFor(must(verifyCentre(*till.db))) == Remedy::Restore);
    must(rebuildDerived(*till.db, till.by));
    CHECK(named());
}

TEST_CASE("An account that was never posted to is named, and goes with a repair", "[verify]")
{
    Till till;
    till.issue(sale());
    tamper(*till.db,
        u"INSERT INTO ledger_account (id, branch_id, account, part, balance_baisa) VALUES (7, 1, 'bank', '', 0)"_s);
    CHECK(breachesOf(*till.db) == QStringList{u"ledger_account bank: was never posted to"_s});
    CHECK(remedyFor(must(verifyCentre(*till.db))) == Remedy::Rebuild);
    must(rebuildDerived(*till.db, till.by));
    CHECK(breachesOf(*till.db).isEmpty());
}

TEST_CASE(
    "Connectors, channels, outages, backups and full checks that were put in, changed or removed are named",
    "[verify]")
{
    {
        Kept kept;
        CHECK(breachesOf(*kept.db).isEmpty());
        // What changes with every contact is nobody's promise.
        must(kept.db->write([](Tx& tx) -> Result<> {
            SyncRepository(tx).saveCursor(u"portal"_s, u"9"_s);
            return {};
        }));
        CHECK(breachesOf(*kept.db).isEmpty());
    }
    const auto changed = u": it or what belongs to it was changed"_s;
    struct Edit {
        QString table, sql, found;
    };
    const std::vector<Edit> edits{
        {u"sync_connector"_s, u"UPDATE sync_connector SET program = '/tmp/evil'"_s, changed},
        {u"sync_connector"_s, u"UPDATE sync_connector SET kind = 'assisted'"_s, changed},
        {u"sync_connector"_s, u"UPDATE sync_connector SET sha256 = (SELECT public_key FROM desk_key)"_s,
            changed},
        {u"sync_connector"_s, u"DELETE FROM sync_connector"_s, u": is gone"_s},
        {u"sync_connector"_s,
            u"INSERT INTO sync_connector SELECT 7, 2, name, kind, version, program, sha256, confirmed_by, confirmed_at FROM sync_connector"_s,
            u" 7: has no audit line"_s},
        {u"sync_channel"_s, u"UPDATE sync_channel SET connector = 'other'"_s, changed},
        {u"sync_channel"_s, u"DELETE FROM sync_channel"_s, u": is gone"_s},
        {u"sync_outage"_s, u"DELETE FROM sync_outage"_s, u" is gone, and 1 more"_s},
        {u"sync_outage"_s,
            u"INSERT INTO sync_outage SELECT 7, branch_id, channel, event, reason, at FROM sync_outage WHERE event = 'began'"_s,
            u" 7: has no audit line"_s},
        {u"backup_run"_s,
            u"UPDATE backup_run SET verified_at = '2026-11-23T09:00:00.000Z', created_at = verified_at WHERE id = 7"_s,
            changed},
        {u"backup_run"_s, u"UPDATE backup_run SET removed_at = NULL WHERE id = 8"_s, changed},
        {u"backup_run"_s,
            u"INSERT INTO backup_run SELECT 9, branch_id, 'c', bytes, created_at, chain_number, chain_hash, files, verified_at, removed_at FROM backup_run WHERE id = 7"_s,
            u" 9: has no audit line"_s},
        {u"backup_run"_s, u"DELETE FROM backup_run WHERE id = 7"_s, u" 7: is gone"_s},
        {u"full_check"_s, u"UPDATE full_check SET breaches = 0, first = ''"_s, changed},
        {u"full_check"_s, u"INSERT INTO full_check SELECT 7, branch_id, at, 0, '' FROM full_check"_s,
            u" 7: has no audit line"_s},
        {u"full_check"_s, u"DELETE FROM full_check"_s, u": is gone"_s},
        {u"data_key"_s, u"INSERT INTO data_key SELECT 1, public_key, created_at FROM desk_key"_s,
            u" 1: has no audit line"_s},
    };
    for (const Edit& one : edits) {
        Kept kept;
        edit(*kept.db, one.table, one.sql);
        kept.db->lock(); // whom another mark of the data key would stop
        const QStringList found = breachesOf(*kept.db);
        INFO(one.sql.toStdString() << "\n" << found.join(u'\n').toStdString());
        CHECK(std::any_of(found.begin(), found.end(),
            [&](const QString& each) { return each.startsWith(one.table) && each.endsWith(one.found); }));
    }
}
