// paper_scan DATA COUNT: keeps COUNT scans with a transaction of a demonstration centre, as the desk does.
#include "core/documents/document_service.h"
#include "core/people/sign_in.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

Result<> keep(const DataLocation& data, int count)
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
    for (int i = 0; i < count; ++i) {
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
    const QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    if (words.size() < 3 || words.size() > 4) return 2;
    const auto done = keep(DataLocation::parse(words[1], words.value(3)), words[2].toInt());
    if (!done) std::fprintf(stderr, "%s\n", qPrintable(done.error().key));
    return done ? 0 : 1;
}
