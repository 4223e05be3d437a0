#include "core/base/approval.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A second pair of eyes is another person who may do the act and approve, for this act of this "
          "person, just now",
    "[base]")
{
    const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    const auto merge = Permission::MergeCustomers;
    const ApprovedAct act{merge, u"customer.merged"_s, u"17+18"_s};
    const Actor clerk = actorWith({merge});
    const auto given = [&](std::set<Permission> held, std::int64_t person = 9) {
        return Approval(ApprovalId::fromRaw(5),
            Actor(StaffId::fromRaw(person), u"manager"_s, {}, std::move(held)), act, clerk.staff(), now);
    };
    const auto full = given({merge, Permission::ApproveActs});
    CHECK(full.allows(act, clerk, now));
    CHECK(full.allows(act, clerk, now.addSecs(Approval::kValidSeconds)));
    const auto key = [&](const Approval& approval, const ApprovedAct& wanted, const QDateTime& at) {
        return refusal(approval.allows(wanted, clerk, at)).key;
    };
    CHECK(key(Approval(), act, now) == u"approval.missing");
    CHECK(key(full, {Permission::VoidReceipts, act.act, act.subject}, now) == u"approval.other-act");
    CHECK(key(full, {merge, u"customer.merge-undone"_s, act.subject}, now) == u"approval.other-act");
    CHECK(key(full, {merge, act.act, u"18+17"_s}, now) == u"approval.other-subject");
    CHECK(refusal(full.allows(act, Actor(StaffId::fromRaw(8), u"other"_s, {}, {merge}), now)).key ==
        u"approval.other-asker");
    CHECK(key(given({merge, Permission::ApproveActs}, clerk.staff().raw()), act, now) ==
        u"approval.same-person");
    CHECK(key(given({merge}), act, now) == u"approval.denied");
    CHECK(key(given({Permission::ApproveActs}), act, now) == u"approval.denied");
    CHECK(key(full, act, now.addSecs(Approval::kValidSeconds + 1)) == u"approval.expired");
    CHECK(key(full, act, now.addSecs(-1)) == u"approval.expired");
    CHECK(full.auditPayload()[u"approved_by"_s] == u"9"_s);
}
