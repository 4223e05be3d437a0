#include "core/customers/merge_repository.h"

#include "core/customers/customer_rows.h"
#include "core/settings/centre.h"

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO customer_merge (id, branch_id, kept_id, gone_id, merged_at, clerk)
    VALUES (:id, :branch, :kept, :gone, :now, :clerk))";
constexpr auto kPoint = "UPDATE customer SET merged_into = :kept WHERE id = :gone";
constexpr auto kGet = "SELECT kept_id, gone_id, undone_at FROM customer_merge WHERE id = :id";
constexpr auto kStanding = R"(
    SELECT id, gone_id, merged_at, clerk FROM customer_merge
    WHERE kept_id = :kept AND undone_at IS NULL ORDER BY id DESC)";
constexpr auto kUndo = "UPDATE customer_merge SET undone_at = :now, undone_by = :clerk WHERE id = :id";

} // namespace

void MergeRepository::insert(const CustomerMerge& merge, const QString& clerk)
{
    m_tx.query(kInsert)
        .bind(":id", merge.id)
        .bind(":branch", kBranch)
        .bind(":kept", merge.kept)
        .bind(":gone", merge.gone)
        .bind(":now", m_tx.now())
        .bind(":clerk", clerk)
        .run();
    m_tx.query(kPoint).bind(":kept", merge.kept).bind(":gone", merge.gone).run();
    wrote(merge);
}

std::optional<CustomerMerge> MergeRepository::get(MergeId id)
{
    auto query = m_tx.query(kGet);
    query.bind(":id", id).run();
    if (!query.next()) return std::nullopt;
    return CustomerMerge{id, query.id<CustomerId>(0), query.id<CustomerId>(1), !query.isNull(2)};
}

std::vector<StandingMerge> MergeRepository::standingOf(CustomerId kept)
{
    std::vector<StandingMerge> merges;
    auto query = m_tx.query(kStanding);
    query.bind(":kept", kept).run();
    while (query.next()) {
        StandingMerge& merge = merges.emplace_back();
        merge.id = query.id<MergeId>(0);
        merge.gone.id = query.id<CustomerId>(1);
        merge.at = query.time(2);
        merge.clerk = query.text(3);
    }
    return merges;
}

void MergeRepository::undo(const CustomerMerge& merge, const QString& clerk)
{
    m_tx.query(kUndo).bind(":now", m_tx.now()).bind(":clerk", clerk).bind(":id", merge.id).run();
    m_tx.query(kPoint).bindNull(":kept").bind(":gone", merge.gone).run();
    wrote(merge);
}

void MergeRepository::wrote(const CustomerMerge& merge)
{
    VouchedRows rows(m_tx);
    rows.changed(kMergeRows, merge.id);
    rows.changed(kCustomerRows, merge.gone);
}

} // namespace sanad
