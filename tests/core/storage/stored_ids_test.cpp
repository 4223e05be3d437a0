#include "core/base/id.h"
#include "core/base/id_clock.h"
#include "core/storage/stored_ids.h"
#include "tests/support/test_support.h"

#include <QDateTime>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr int kOtherBits = 8 + 13; // node and sequence

std::int64_t millisOf(std::int64_t id)
{
    return QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + (id >> kOtherBits);
}

} // namespace

TEST_CASE(
    "Every table whose ids the desk makes is asked for the highest when the data is opened", "[storage]")
{
    // Their ids are numbers, days, or those of another row.
    const QSet<QString> others{u"audit_line"_s, u"document_checklist"_s, u"receipt_party"_s, u"shift_close"_s,
        u"shift_sign_off"_s, u"approval_use"_s, u"sync_anchor"_s, u"audit_head"_s, u"customer_search_data"_s};
    const auto db = migratedDatabase();
    if (db->onServer()) return;
    const auto found = must(db->read([](Tx& tx) -> Result<QSet<QString>> {
        QSet<QString> names;
        auto query = tx.query("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                              "WHERE m.type = 'table' AND c.name = 'id' AND c.type = 'INTEGER' AND c.pk = 1");
        query.run();
        while (query.next())
            names << query.text(0);
        return names;
    }));
    QSet<QString> asked(tablesWithOwnIds().begin(), tablesWithOwnIds().end());
    CHECK((found - asked - others).values() == QStringList());
    CHECK((asked - found).values() == QStringList());
}

TEST_CASE(
    "Ids go on above one that was made while a clock stood ahead, but not above what no clock could make",
    "[storage]")
{
    const std::int64_t ahead = nextRawId() + (std::int64_t{90'000} << kOtherBits);
    raiseIdsAbove(ahead);
    CHECK(nextRawId() > ahead);
    raiseIdsAbove(std::numeric_limits<std::int64_t>::max() - 5);
    raiseIdsAbove(-1);
    CHECK(millisOf(nextRawId()) < QDateTime::currentMSecsSinceEpoch() + 200'000);
}

TEST_CASE("On a server ids go by its clock, whatever the desk's own says", "[storage]")
{
    const auto db = migratedDatabase();
    if (!db->onServer()) return;
    setIdClock(QDateTime::currentMSecsSinceEpoch() + 3'600'000);
    must(db->write([](Tx&) -> Result<> { return {}; }));
    CHECK(millisOf(nextRawId()) < QDateTime::currentMSecsSinceEpoch() + 200'000);
}
