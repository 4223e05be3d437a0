#include "core/backup/health.h"

#include "core/audit/audit_trail.h"
#include "core/backup/backup_repository.h"
#include "core/base/log.h"
#include "core/customers/customer_index.h"
#include "core/documents/document_service.h"
#include "core/heads/head_faults.h"
#include "core/heads/head_repository.h"
#include "core/heads/known_heads.h"
#include "core/people/people_check.h"
#include "core/receipts/day_figures.h"
#include "core/receipts/receipt_repository.h"
#include "core/settings/settings_repository.h"
#include "core/verify/checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kLastLine = "SELECT max(id) FROM audit_line WHERE branch_id = :branch";

constexpr auto kForgetWords = "INSERT INTO customer_search (customer_search) VALUES ('delete-all')";
constexpr auto kForgetServerWords = "DELETE FROM customer_word";
constexpr auto kCustomers = "SELECT id, search_text FROM customer WHERE search_text <> '' ORDER BY id";

constexpr auto kForgetFigures = "DELETE FROM day_figure";
constexpr auto kReceiptDays =
    "SELECT DISTINCT business_day FROM receipt WHERE branch_id = :branch ORDER BY business_day";

constexpr auto kForgetLedgerDays = "DELETE FROM ledger_day";
constexpr auto kLedgerDays = R"(
    INSERT INTO ledger_day (branch_id, business_day, account_id, document_kind, debit_baisa, credit_baisa)
    SELECT branch_id, business_day, account_id, document_kind,
        CAST(sum(CASE WHEN amount_baisa > 0 THEN amount_baisa ELSE 0 END) AS BIGINT),
        CAST(sum(CASE WHEN amount_baisa < 0 THEN -amount_baisa ELSE 0 END) AS BIGINT)
    FROM ledger_entry WHERE branch_id = :branch
    GROUP BY branch_id, business_day, account_id, document_kind)";
constexpr auto kBalances = R"(
    UPDATE ledger_account SET balance_baisa = COALESCE((SELECT CAST(sum(e.amount_baisa) AS BIGINT)
        FROM ledger_entry e WHERE e.account_id = ledger_account.id), 0)
    WHERE branch_id = :branch)";

constexpr auto kNeverPosted = "DELETE FROM ledger_account WHERE id NOT IN (SELECT "
                              "account_id FROM ledger_entry)";

/// What rebuildDerived() makes anew, as verify names it.
const QStringList kDerived{u"day_figure"_s, u"ledger_day"_s, u"ledger_account"_s, u"customer_search"_s};

void rebuildIndex(Tx& tx)
{
    tx.query(tx.onServer() ? kForgetServerWords : kForgetWords).run();
    std::vector<std::pair<CustomerId, QString>> customers;
    {
        auto query = tx.query(kCustomers);
        query.run();
        while (query.next())
            customers.emplace_back(query.id<CustomerId>(0), query.text(1));
    }
    CustomerIndex index(tx);
    index.setBulk(true);
    for (const auto& [id, words] : customers)
        index.add(id, words);
    index.setBulk(false);
}

void rebuildFigures(Tx& tx)
{
    tx.query(kForgetFigures).run();
    std::vector<QDate> days;
    {
        auto query = tx.query(kReceiptDays);
        query.bind(":branch", kBranch).run();
        while (query.next())
            days.push_back(businessDayFrom(query.int32(0)));
    }
    DayFigures figures(tx);
    for (const QDate& day : days)
        for (const ReceiptRecord& record : ReceiptRepository(tx).ofDay(day))
            figures.add(receiptOf(record));
}

void rebuildLedger(Tx& tx)
{
    tx.query(kForgetLedgerDays).run();
    tx.query(kLedgerDays).bind(":branch", kBranch).run();
    tx.query(kBalances).bind(":branch", kBranch).run();
    tx.query(kNeverPosted).run();
}

/// chain: the newest heads that are known outside the data are in it.
void checkOutside(Tx& tx, const DataLocation& location, Breaches& breaches)
{
    const auto head = AuditTrail(tx).head();
    BackupRepository backups(tx);
    const auto fault = [&](std::int64_t number, const QString& what) {
        breaches.add(u"chain"_s, u"audit_line"_s, QString::number(number), what);
    };
    const QString centre = centreIdOf(tx);
    for (const QString& folder : {location.folder, SettingsRepository(tx).value(kBackupFolderKey)}) {
        const auto remembered = knownHead(folder, centre);
        if (!remembered || !*remembered) continue; // below
        const KnownHead& known = **remembered;
        const bool there = known.number <= head.number && backups.chainHash(known.number) == known.hash;
        if (there || HeadRepository(tx).wasGivenUp(known.number, known.at)) continue;
        if (known.number > head.number)
            fault(known.number, u"is known outside and is gone"_s);
        else
            fault(known.number, u"is not what is known outside"_s);
        break;
    }
    for (const HeadFault& outside : headFaults(tx, location))
        breaches.add(u"chain"_s, kHeadsFile, outside.folder,
            outside.gone ? u"was here and is gone"_s : u"is damaged, or this centre did not sign it"_s);
}

Result<std::vector<Breach>> outsideBreaches(Database& db)
{
    const auto look = [&] {
        return db.read([&](Tx& tx) -> Result<std::vector<Breach>> {
            Breaches breaches;
            checkOutside(tx, db.location(), breaches);
            return breaches.take();
        });
    };
    SANAD_TRY_VALUE(found, look());
    // Another desk may have committed, and left its head outside, behind what this look saw of the data.
    return found.empty() ? Result<std::vector<Breach>>(found) : look();
}

} // namespace

Result<std::vector<Breach>> startupCheck(Database& db)
{
    SANAD_TRY_VALUE(inside, db.read([&](Tx& tx) -> Result<std::vector<Breach>> {
        Breaches breaches;
        checkTriggers(tx, breaches);
        const auto head = AuditTrail(tx).head();
        BackupRepository backups(tx);
        const auto fault = [&](std::int64_t number, const QString& what) {
            breaches.add(u"chain"_s, u"audit_line"_s, QString::number(number), what);
        };
        auto last = tx.query(kLastLine);
        last.bind(":branch", kBranch).run();
        last.next();
        if (last.int64(0) != head.number)
            fault(head.number, u"the chain ends at %1"_s.arg(last.int64(0)));
        else if (head.number > 0 && backups.chainHash(head.number) != head.hash)
            fault(head.number, u"is not what the head says"_s);
        for (const QString& row : peopleChangedNow(tx))
            breaches.add(u"chain"_s, row.section(u' ', 0, 0), row.section(u' ', 1), u"changed"_s);
        return breaches.take();
    }));
    SANAD_TRY_VALUE(outside, outsideBreaches(db));
    inside.insert(inside.end(), outside.begin(), outside.end());
    return inside;
}

Result<std::vector<Breach>> fullCheck(
    Database& db, const QStringList& knownKeys, const std::vector<AuditTrail::Head>& knownHeads)
{
    SANAD_TRY_VALUE(found, verifyCentre(db, knownKeys));
    SANAD_TRY_VALUE(outside, outsideBreaches(db));
    SANAD_TRY_VALUE(told, db.read([&](Tx& tx) -> Result<std::vector<Breach>> {
        Breaches breaches;
        const auto head = AuditTrail(tx).head();
        for (const auto& known : knownHeads) {
            const auto hash = BackupRepository(tx).chainHash(known.number);
            if (known.number > head.number || !hash.startsWith(known.hash))
                breaches.add(u"chain"_s, u"audit_line"_s, QString::number(known.number),
                    known.number > head.number ? u"is known outside and is gone"_s
                                               : u"is not what is known outside"_s);
        }
        return breaches.take();
    }));
    for (const auto& more : {outside, told})
        found.insert(found.end(), more.begin(), more.end());
    return found;
}

Result<> recordFullCheck(Database& db, const std::vector<Breach>& found)
{
    logEvent("check.done"_L1, {{"breaches"_L1, qint64(found.size())}});
    return db.write([&](Tx& tx) -> Result<> {
        const QString first =
            found.empty() ? QString() : found.front().invariant + u": "_s + found.front().where;
        BackupRepository(tx).insert(FullCheck{tx.now(), static_cast<qint64>(found.size()), first});
        return {};
    });
}

Remedy remedyFor(const std::vector<Breach>& found)
{
    if (found.empty()) return Remedy::None;
    const auto all = [&](const auto& is) { return std::all_of(found.begin(), found.end(), is); };
    if (all([](const Breach& breach) { return breach.where.startsWith(kHeadsFile); }))
        return Remedy::LookOutside;
    const bool derived =
        all([](const Breach& breach) { return kDerived.contains(breach.where.section(u' ', 0, 0)); });
    if (derived) return Remedy::Rebuild;
    return all(isUselessPaper) ? Remedy::Papers : Remedy::Restore;
}

Result<> rebuildDerived(Database& db, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    return db.write([&](Tx& tx) -> Result<> {
        rebuildIndex(tx);
        rebuildFigures(tx);
        rebuildLedger(tx);
        AuditTrail(tx).record(by, u"derived.rebuilt"_s, kBranch);
        for (const auto& topic : {u"customers"_s, u"receipts"_s, u"days"_s})
            tx.touched(topic);
        return {};
    });
}

Result<int> giveUpLostPapers(Database& db, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    const QString folder = db.filesFolder();
    return db.write([&](Tx& tx) -> Result<int> {
        if (remedyFor(breachesIn(tx, folder)) != Remedy::Papers) return 0;
        return giveUpLostPapers(tx, folder, by);
    });
}

} // namespace sanad
