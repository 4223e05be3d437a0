#include "core/customers/customer_index_check.h"

#include "core/customers/customer_index.h"
#include "core/customers/synthetic_customers.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;

namespace {

constexpr auto kPages = "SELECT id, block FROM customer_search_data WHERE id > 10 ORDER BY id";
constexpr auto kSetPage = "UPDATE customer_search_data SET block = :block WHERE id = :id";
constexpr auto kSeekRows = "DELETE FROM customer_search_idx";

struct Centre {
    std::unique_ptr<Database> db = test::migratedDatabase();
    std::vector<CustomerId> ids;

    explicit Centre(int customers)
    {
        must(loadSyntheticCustomers(*db, customers, 7, test::actorWith({Permission::ImportCustomers})));
        must(db->read([&](Tx& tx) -> Result<> {
            auto query = tx.query("SELECT id FROM customer ORDER BY id");
            query.run();
            while (query.next())
                ids.push_back(query.id<CustomerId>(0));
            return {};
        }));
    }
    QStringList changed()
    {
        return must(db->read([](Tx& tx) -> Result<QStringList> { return changedIndexRows(tx); }));
    }
    QString wordsOf(CustomerId id)
    {
        return must(db->read([&](Tx& tx) -> Result<QString> {
            auto query = tx.query("SELECT search_text FROM customer WHERE id = :id");
            query.bind(":id", id).run();
            return query.next() ? query.text(0) : QString();
        }));
    }
    template <class Work> void tamper(Work&& work)
    {
        must(db->write([&](Tx& tx) -> Result<> {
            work(tx);
            return {};
        }));
    }
};

QString rowOf(CustomerId id)
{
    return u"customer_search "_s + QString::number(id.raw());
}

} // namespace

TEST_CASE("An index that leads to everybody by each of their words is sound")
{
    Centre centre(300);
    REQUIRE(centre.ids.size() == 300);
    CHECK(centre.changed().isEmpty());
}

TEST_CASE("A customer whom the index forgot is named")
{
    Centre centre(60);
    const auto id = centre.ids[17];
    const QString words = centre.wordsOf(id);
    centre.tamper([&](Tx& tx) { CustomerIndex(tx).remove(id, words); });
    CHECK(centre.changed().contains(rowOf(id)));
}

TEST_CASE("A customer whom the index leads to by another's word is named")
{
    Centre centre(60);
    const auto id = centre.ids[5];
    centre.tamper([&](Tx& tx) { CustomerIndex(tx).add(id, u"QABUS"_s); });
    CHECK(centre.changed().contains(rowOf(id)));
}

TEST_CASE("Words of nobody in the index are found")
{
    Centre centre(60);
    const auto id = CustomerId::fromRaw(4711);
    centre.tamper([&](Tx& tx) { CustomerIndex(tx).add(id, u"QABUS"_s); });
    CHECK(centre.changed().contains(rowOf(id)));
}

TEST_CASE("Of the bits of the index each is either without meaning or found")
{
    Centre centre(60);
    if (centre.db->onServer()) return; // which checks its own pages
    std::vector<std::pair<std::int64_t, QByteArray>> pages;
    must(centre.db->read([&](Tx& tx) -> Result<> {
        auto query = tx.query(kPages);
        query.run();
        while (query.next())
            pages.emplace_back(query.int64(0), query.bytes(1));
        return {};
    }));
    REQUIRE_FALSE(pages.empty());
    const auto set = [&](std::int64_t id, const QByteArray& block) {
        centre.tamper([&](Tx& tx) { tx.query(kSetPage).bind(":block", block).bind(":id", id).run(); });
    };
    int found = 0, tried = 0;
    for (const auto& [id, block] : pages) {
        for (qsizetype at = 5; at < block.size(); at += 811) {
            QByteArray spoilt = block;
            spoilt[at] = static_cast<char>(spoilt[at] ^ 0x04);
            set(id, spoilt);
            ++tried;
            if (!centre.changed().isEmpty()) ++found;
        }
        set(id, block);
    }
    INFO(found << " of " << tried);
    CHECK(found * 10 >= tried * 9);
    CHECK(centre.changed().isEmpty());
}

TEST_CASE("An index without its way to the words is found")
{
    Centre centre(2000);
    if (centre.db->onServer()) return;
    centre.tamper([&](Tx& tx) { tx.query(kSeekRows).run(); });
    CHECK_FALSE(centre.changed().isEmpty());
}
