#include "core/storage/data_key.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::int64_t kBranch = 1;

constexpr auto kSet = R"(
    INSERT INTO data_key (branch_id, mark, changed_at) VALUES (:branch, :mark, :at)
    ON CONFLICT (branch_id) DO UPDATE SET mark = excluded.mark, changed_at = excluded.changed_at)";
constexpr auto kMark = "SELECT mark FROM data_key WHERE branch_id = :branch";

} // namespace

QByteArray dataKeyMark(const Vault& vault)
{
    return vault.blindIndex(u"data_key", u"mark");
}

void setDataKey(Tx& tx, const Vault& vault)
{
    tx.query(kSet).bind(":branch", kBranch).bind(":mark", dataKeyMark(vault)).bind(":at", tx.now()).run();
}

bool isDataKey(Tx& tx, const Vault& vault)
{
    auto query = tx.query(kMark);
    query.bind(":branch", kBranch).run();
    return !query.next() || query.bytes(0) == dataKeyMark(vault);
}

} // namespace sanad
