#include "core/base/approval.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A second pair of eyes is another person who may do the act and approve, for this act, just now",
    "[base]")
{
    const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    const auto merge = Permission::MergeCustomers;
    const Actor clerk = actorWith({merge});
    const auto given = [&](std::set<Permission> held, std::int64_t person = 9) {
        return Approval(ApprovalId::fromRaw(5),
            Actor(StaffId::fromRaw(person), u"manager"_s, {}, std::move(held)), merge, now);
    };
    const auto full = given({merge, Permission::ApproveActs});
    CHECK(full.allows(merge, clerk, now));
    CHECK(full.allows(merge, clerk, now.addSecs(Approval::kValidSeconds)));
    const auto key = [&](const Approval& approval, Permission act, const QDateTime& at) {
        return refusal(approval.allows(act, clerk, at)).key;
    };
    CHECK(key(Approval(), merge, now) == u"approval.missing");
    CHECK(key(full, Permission::VoidReceipts, now) == u"approval.other-act");
    CHECK(key(given({merge, Permission::ApproveActs}, clerk.staff().raw()), merge, now) ==
        u"approval.same-person");
    CHECK(key(given({merge}), merge, now) == u"approval.denied");
    CHECK(key(given({Permission::ApproveActs}), merge, now) == u"approval.denied");
    CHECK(key(full, merge, now.addSecs(Approval::kValidSeconds + 1)) == u"approval.expired");
    CHECK(key(full, merge, now.addSecs(-1)) == u"approval.expired");
    CHECK(full.auditPayload()[u"approved_by"_s] == u"9"_s);
}
