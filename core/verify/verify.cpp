#include "core/verify/verify.h"

#include "core/catalogue/catalogue_check.h"
#include "core/customers/customer_index_check.h"
#include "core/people/people_check.h"
#include "core/sync/sync_check.h"
#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Runs a check that adds amounts up; false, with a breach that names the table, where they run over.
template <class Check> bool addsUp(const QString& table, Breaches& breaches, const Check& check)
{
    try {
        check();
        return true;
    } catch (const MoneyOverflow&) {
        breaches.add(u"value"_s, table, {}, u"its amounts come to more than any sum"_s);
        return false;
    }
}

/// What goes by what receipts and entries come to; each check rests on those before.
void checkMoney(Tx& tx, Evidence& evidence, Breaches& breaches)
{
    const ReceiptFigures figures = checkReceipts(tx, evidence, breaches);
    checkPostings(tx, evidence, breaches);
    checkFigures(tx, figures, breaches);
    std::optional<Books> books;
    if (addsUp(
            u"ledger_entry"_s, breaches, [&] { books = checkLedger(tx, evidence, figures.sums, breaches); }))
        addsUp(
            u"day_close"_s, breaches, [&] { checkDayCloses(tx, evidence, figures.sums, *books, breaches); });
}

} // namespace

std::vector<Breach> breachesIn(Tx& tx, const QString& filesFolder, const QStringList& knownKeys)
{
    Breaches breaches;
    if (!checkPages(tx, breaches)) return breaches.take();
    checkSchema(tx, breaches);
    if (!checkValues(tx, breaches)) return breaches.take();
    Evidence evidence = readEvidence(tx, breaches);
    for (const QString& row : changedPeopleRows(tx) + changedCatalogueRows(tx))
        breaches.add(u"chain"_s, row.section(u' ', 0, 0), row.section(u' ', 1), u"changed"_s);
    for (const SyncBreach& each : brokenSyncRows(tx))
        breaches.add(each.invariant, each.table, QString::number(each.row), each.what);
    checkVouchedRows(tx, evidence, breaches);
    checkVouchedTables(tx, evidence, breaches);
    for (const QString& row : changedIndexRows(tx))
        breaches.add(u"file"_s, row.section(u' ', 0, 0), row.section(u' ', 1),
            u"is not found by its words and by no others"_s);
    checkNumbers(tx, breaches);
    checkPieces(tx, breaches);
    checkMoney(tx, evidence, breaches);
    checkFiles(tx, filesFolder, evidence, breaches);
    if (!knownKeys.isEmpty()) checkKeys(tx, knownKeys, breaches);
    return breaches.take();
}

Result<std::vector<Breach>> verifyCentre(Database& db, const QStringList& knownKeys)
{
    return db.read(
        [&](Tx& tx) -> Result<std::vector<Breach>> { return breachesIn(tx, db.filesFolder(), knownKeys); });
}

} // namespace sanad
