#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("The list of all receipts goes over days, under any filter, and grows at its top", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    till.issue(oneRenewal());
    for (const QString& day : {u"1"_s, u"2"_s, u"3"_s}) { // the same before, on earlier days
        const QString columns = QStringLiteral(SANAD_RECEIPT_COLUMNS);
        QString past = columns;
        past.replace(0, 2, u"id - 1000000 * "_s + day)
            .replace(u" number,"_s, u" number + 10 * %1,"_s.arg(day))
            .replace(u"business_day"_s, u"business_day - "_s + day);
        tamper(*till.db,
            u"INSERT INTO receipt (%1) SELECT %2 FROM receipt WHERE business_day = 20261122"_s.arg(
                columns, past));
        tamper(*till.db,
            u"INSERT INTO day_figure SELECT branch_id, dimension, business_day - %1, item, name_ar, name_en, "
            "receipts, government_baisa, service_baisa, discount_baisa, vat_baisa, total_baisa "
            "FROM day_figure WHERE business_day = 20261122"_s.arg(day));
    }
    using Numbers = std::vector<QString>;
    const Numbers all{u"C1-000002"_s, u"C1-000001"_s, u"C1-000012"_s, u"C1-000011"_s, u"C1-000022"_s,
        u"C1-000021"_s, u"C1-000032"_s, u"C1-000031"_s};
    const auto numbers = [&](LongList<ReceiptRow>& list, std::int64_t first, int count) {
        Numbers found;
        for (const ReceiptRow& row :
            must(till.db->read([&](Tx& tx) { return list.rows(tx, first, count, till.by); })))
            found.push_back(row.number);
        return found;
    };
    const auto counted = [&](const ReceiptFilter& filter) {
        auto list = receiptList(filter);
        must(till.db->read([&](Tx& tx) { return list.countOn(tx, till.by); }));
        REQUIRE(list.complete());
        return list;
    };
    for (const ReceiptFilter& filter : {ReceiptFilter(), ReceiptFilter{{}, u"ROP-VEH-RENEW"_s, {}, {}, {}},
             ReceiptFilter{{}, {}, u"cash"_s, {}, {}}, ReceiptFilter{{}, {}, {}, till.by.user(), {}}}) {
        auto list = counted(filter);
        CHECK(numbers(list, 0, 99) == all);
        CHECK(numbers(list, 3, 2) == Numbers{u"C1-000011"_s, u"C1-000022"_s});
    }
    CHECK(counted({{}, {}, u"card"_s, {}, {}}).size() == 0);
    CHECK(counted({{}, {}, {}, u"nobody"_s, {}}).size() == 0);
    auto day = counted({QDate(2026, 11, 20), {}, {}, {}, {}});
    CHECK(numbers(day, 0, 9) == Numbers{u"C1-000022"_s, u"C1-000021"_s});

    auto list = counted({});
    till.issue(oneRenewal());
    CHECK(numbers(list, 0, 99) == all);
    must(till.db->read([&](Tx& tx) { return list.refresh(tx, till.by); }));
    CHECK(list.size() == 9);
    CHECK(numbers(list, 0, 2) == Numbers{u"C1-000003"_s, u"C1-000002"_s});
}

TEST_CASE("A page of the list of receipts is read by the key from one id to another", "[receipts]")
{
    Till till;
    if (till.db->onServer()) return; // its planner goes by how much there is
    const QStringList statements = receiptList({}).statements();
    const auto plan = must(till.db->read([&](Tx& tx) -> Result<QString> {
        auto query = tx.query(QString(u"EXPLAIN QUERY PLAN "_s + statements.back()));
        for (const char* name : {":branch", ":stretch", ":low", ":high", ":most"})
            query.bind(name, 1);
        return query.run().next() ? query.text(3) : QString();
    }));
    CHECK(plan == u"SEARCH receipt USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"_s);
}
