#include "tests/core/verify/two_days.h"

#include "tests/support/edits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("An amount that nobody can reckon with is named, and stops no check unnamed", "[verify]")
{
    struct Edit {
        QString table, set, what;
        bool fileOnly = true;
    };
    const auto tooLarge = u"is larger than any of its kind"_s, otherType = u"is not stored as integer"_s;
    const std::vector<Edit> edits{
        {u"receipt"_s, u"total_baisa = 9000000000000000000"_s, tooLarge, false},
        {u"receipt"_s, u"total_baisa = 1e300"_s, otherType},
        {u"receipt"_s, u"total_baisa = '9000000000000000000x'"_s, otherType},
        {u"receipt_payment"_s, u"amount_baisa = 1e300"_s, otherType},
        {u"ledger_entry"_s, u"amount_baisa = 1e300"_s, otherType},
        {u"ledger_entry"_s, u"branch_id = 2, amount_baisa = 9000000000000000000"_s, tooLarge, false},
        {u"ledger_entry"_s, u"document_kind = 'x' || %1(31), amount_baisa = 9000000000000000000"_s, tooLarge,
            false},
        {u"shift"_s, u"branch_id = 2, float_baisa = 1e300"_s, otherType},
    };
    for (const Edit& one : edits) {
        Centre2Days centre;
        const bool onServer = centre.db->onServer();
        if (onServer && one.fileOnly) continue; // it holds nothing else
        if (!onServer) tamper(*centre.db, u"PRAGMA ignore_check_constraints = ON"_s);
        QString set = one.set;
        set.replace(u"%1"_s, onServer ? u"chr"_s : u"char"_s);
        edit(*centre.db, one.table,
            u"UPDATE %1 SET %2 WHERE id = (SELECT min(id) FROM %1)"_s.arg(one.table, set));
        const auto found = verified(*centre.db);
        INFO(set.toStdString() << "\n" << listed(found));
        REQUIRE(found.size() == 1);
        CHECK(found.front().invariant == u"value"_s);
        CHECK(found.front().where.startsWith(one.table + u' '));
        CHECK(found.front().what.endsWith(one.what));
    }
}

TEST_CASE("Amounts that run over only where they are added up are named, with all that was found before",
    "[verify]")
{
    Centre2Days centre;
    edit(*centre.db, u"cash_move"_s, u"UPDATE cash_move SET reason = 'x'"_s);
    QString where = u"ledger_entry"_s;
    SECTION("over a thousand of the largest entries")
    {
        tamper(*centre.db,
            uR"(INSERT INTO ledger_entry (id, branch_id, document_kind, document_id, business_day, account_id, amount_baisa)
            WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1001)
            SELECT n, 1, 'receipt', n, 20261123, (SELECT min(id) FROM ledger_account), 1000000000000000 FROM c)"_s);
    }
    SECTION("over a thousand of the largest payments")
    {
        tamper(*centre.db,
            uR"(INSERT INTO receipt_payment (id, receipt_id, tender, amount_baisa, given_baisa, approval, reference)
            WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1001)
            SELECT (SELECT min(id) FROM receipt) + 1000000 + n, (SELECT min(id) FROM receipt), 'card', 1000000000000000, 1000000000000000, '', '' FROM c)"_s);
        where = u"receipt C1-000001"_s;
    }
    const auto found = verified(*centre.db);
    INFO(listed(found));
    const Breach sum{u"value"_s, where, u"its amounts come to more than any sum"_s};
    CHECK(std::find(found.begin(), found.end(), sum) != found.end());
    CHECK(names(found, u"cash_move"_s));
}
