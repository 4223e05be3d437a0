#include "core/audit/audit_service.h"

#include "core/audit/audit_repository.h"
#include "core/audit/audit_trail.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::vector<std::int64_t> numbers(const Result<std::vector<AuditLine>>& lines)
{
    std::vector<std::int64_t> list;
    for (const AuditLine& line : must(lines))
        list.push_back(line.number);
    return list;
}

} // namespace

TEST_CASE("The audit trail is read newest first, in pages, by who, where, what and when", "[audit]")
{
    const auto db = migratedDatabase();
    const Actor clerk = actorWith({}), owner = anyone();
    const auto record = [&](const Actor& by, const QString& act, std::int64_t subject) {
        must(db->write([&](Tx& tx) -> Result<> {
            AuditTrail(tx).record(by, act, subject);
            return {};
        }));
    };
    record(clerk, u"receipt.issued"_s, 5);
    record(owner, u"receipt.reprinted"_s, 5);
    record(owner, u"day.closed"_s, 9);
    AuditService service(*db);
    const auto find = [&](const AuditFilter& filter) { return numbers(service.list(filter, 0, 10, owner)); };
    CHECK(find({}) == std::vector<std::int64_t>{3, 2, 1});
    CHECK(numbers(service.list({}, 3, 1, owner)) == std::vector<std::int64_t>{2});
    AuditFilter filter;
    filter.actor = u"owner"_s;
    CHECK(find(filter) == std::vector<std::int64_t>{3, 2});
    filter = {};
    filter.act = u"receipt."_s;
    CHECK(find(filter) == std::vector<std::int64_t>{2, 1});
    filter.act = u"receipt_"_s; // no pattern
    CHECK(find(filter).empty());
    filter.acts = {u"day.closed"_s, u"receipt.reprinted"_s}; // what has the beginning, and what is named
    CHECK(find(filter) == std::vector<std::int64_t>{3, 2});
    filter.act.clear();
    CHECK(find(filter) == std::vector<std::int64_t>{3, 2});
    filter.acts = {u"day.close"_s, u"%"_s, u"receipt.issue_"_s}; // whole keys, no patterns
    CHECK(find(filter).empty());
    filter.act = u"receipt.issued"_s;
    CHECK(find(filter) == std::vector<std::int64_t>{1});
    filter = {};
    filter.subject = 9;
    CHECK(find(filter) == std::vector<std::int64_t>{3});
    filter = {};
    filter.from = must(service.list({}, 0, 1, owner)).front().at;
    CHECK(find(filter) == std::vector<std::int64_t>{3});
    filter = {};
    filter.to = must(service.list({}, 3, 1, owner)).front().at;
    CHECK(find(filter) == std::vector<std::int64_t>{1});
    CHECK(refusal(service.list({}, 0, 10, actorWith({Permission::ViewReports}))).key == u"gate.denied");
}

TEST_CASE(
    "A list over the whole audit trail shows any place of it, with a filter and while it grows", "[audit]")
{
    const auto db = migratedDatabase();
    const Actor owner = anyone();
    constexpr int kLines = 2600; // more than two runs of numbers
    const auto record = [&](int lines) {
        must(db->write([&](Tx& tx) -> Result<> {
            for (int i = 0; i < lines; ++i)
                AuditTrail(tx).record(owner, i % 50 == 0 ? u"day.closed"_s : u"receipt.issued"_s, i);
            return {};
        }));
    };
    record(kLines);
    AuditFilter closings;
    closings.act = u"day."_s;
    for (const AuditFilter& filter : {AuditFilter(), closings}) {
        const auto whole = numbers(AuditService(*db).list(filter, 0, 2 * kLines, owner));
        auto list = auditList(filter);
        const auto at = [&](std::int64_t first, int count) {
            std::vector<std::int64_t> found;
            for (const AuditLine& line :
                must(db->read([&](Tx& tx) { return list.rows(tx, first, count, owner); })))
                found.push_back(line.number);
            return found;
        };
        while (!list.complete())
            must(db->read([&](Tx& tx) { return list.countOn(tx, owner); }));
        REQUIRE(list.size() == static_cast<std::int64_t>(whole.size()));
        CHECK(at(0, 40) == std::vector(whole.begin(), whole.begin() + 40));
        CHECK(at(list.size() - 30, 99) == std::vector(whole.end() - 30, whole.end()));
        record(50);
        CHECK(at(0, 40) == std::vector(whole.begin(), whole.begin() + 40));
        must(db->read([&](Tx& tx) { return list.refresh(tx, owner); }));
        CHECK(at(0, 1).front() == numbers(AuditService(*db).list(filter, 0, 1, owner)).front());
        CHECK(at(list.size() - 1, 1).front() == whole.back());
        record(6000); // an import, while nobody looked
        must(db->read([&](Tx& tx) { return list.refresh(tx, owner); }));
        const auto grown = numbers(AuditService(*db).list(filter, 0, 30'000, owner));
        REQUIRE(list.size() == static_cast<std::int64_t>(grown.size()));
        CHECK(at(0, 200) ==
            std::vector(grown.begin(), grown.begin() + std::min<std::ptrdiff_t>(200, list.size())));
    }
}
