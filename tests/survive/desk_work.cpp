// desk_work DATA WORD [FILES]: what only the desk's pages do, in a demonstration centre: a service that is
// filed for one customer and another beneficiary, a scan kept with it, a draft left at the counter, and what
// the check of the night found. The answers, the reason and the scan hold WORD.
#include "core/backup/health.h"
#include "core/documents/document_service.h"
#include "core/people/sign_in.h"
#include "core/transactions/transaction_service.h"
#include "tests/survive/work_on_data.h"

#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

Result<std::pair<CustomerId, CustomerId>> people(Database& db)
{
    return db.read([](Tx& tx) -> Result<std::pair<CustomerId, CustomerId>> {
        auto query = tx.query("SELECT min(id), max(id) FROM customer WHERE kind = 'citizen'");
        query.run().next();
        return std::pair{query.id<CustomerId>(0), query.id<CustomerId>(1)};
    });
}

Result<Draft> draftFor(
    TransactionService& transactions, CustomerId applicant, const QString& word, const Actor& by)
{
    SANAD_TRY_VALUE(draft, transactions.open(u"ROP-VEH-RENEW"_s, applicant, {}, by));
    const QJsonObject typed{{u"acting_as"_s, u"self"_s}, {u"plate_number"_s, u"12345 أب"_s},
        {u"engine_class"_s, u"LT1500"_s}, {u"insurance_policy_no"_s, word},
        {u"insurance_expiry"_s, u"2099-03-01"_s}};
    for (auto it = typed.begin(); it != typed.end(); ++it)
        draft.form.insert(it.key(), it.value());
    for (const QString& code : {u"veh"_s, u"ins"_s, u"fines0"_s, u"id_or_rc"_s})
        draft.documents.insert(code, DocumentState::Seen);
    draft.priceReason = word;
    return draft;
}

Result<> keepScan(DocumentService& documents, TransactionId id, const QString& word, const Actor& by)
{
    QTemporaryFile scan;
    if (!scan.open()) return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
    scan.write("%PDF-1.4 ");
    for (int i = 0; i < 5000; ++i)
        scan.write(word.toUtf8() + '\n');
    scan.close();
    SANAD_TRY(documents.add(id, u"ins"_s, scan.fileName(), {}, by));
    return {};
}

Result<> work(const DataLocation& data, const QString& word)
{
    SANAD_TRY_VALUE(db, Database::open(data, OpenMode::Write));
    SANAD_TRY_VALUE(clerk, SignIn(*db).withPassword(u"clerk1"_s, u"demo-clerk1"_s, u"C1"_s));
    SANAD_TRY_VALUE(known, people(*db));
    TransactionService transactions(*db);
    SANAD_TRY_VALUE(filed, draftFor(transactions, known.first, word, clerk));
    filed.beneficiaries = {known.second};
    SANAD_TRY(transactions.save(filed, clerk));
    SANAD_TRY(transactions.submit(filed.id, TransactionState::Ready, clerk));
    DocumentService documents(*db);
    SANAD_TRY(keepScan(documents, filed.id, word, clerk));
    SANAD_TRY_VALUE(left, draftFor(transactions, known.first, word, clerk));
    SANAD_TRY(transactions.save(left, clerk));
    return recordFullCheck(*db, {});
}

} // namespace

int main(int argc, char** argv)
{
    return test::workOnData(argc, argv, work);
}
