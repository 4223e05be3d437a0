// paper_scan DATA COUNT: keeps COUNT scans with a transaction of a demonstration centre, as the desk does.
#include "core/documents/document_service.h"
#include "core/people/sign_in.h"
#include "tests/survive/work_on_data.h"

#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

Result<> keep(const DataLocation& data, const QString& count)
{
    SANAD_TRY_VALUE(db, Database::open(data, OpenMode::Write));
    SANAD_TRY_VALUE(owner, SignIn(*db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s));
    SANAD_TRY_VALUE(transaction, db->read([](Tx& tx) -> Result<TransactionId> {
        auto query = tx.query(u"SELECT min(transaction_id) FROM document_checklist WHERE states <> ''"_s);
        query.run().next();
        return query.id<TransactionId>(0);
    }));
    DocumentService documents(*db);
    SANAD_TRY_VALUE(list, documents.checklist(transaction, owner));
    if (list.empty()) return Error{ErrorCode::NotFound, u"document.no-code"_s, {}, {}};
    for (int i = 0; i < count.toInt(); ++i) {
        QTemporaryFile scan;
        if (!scan.open()) return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
        scan.write("%PDF-1.4 " + QByteArray(100'000 + i, 'x'));
        scan.close();
        SANAD_TRY(documents.add(transaction, list.front().code, scan.fileName(), {}, owner));
    }
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    return test::workOnData(argc, argv, keep);
}
