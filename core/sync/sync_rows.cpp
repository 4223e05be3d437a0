#include "core/sync/sync_rows.h"

#include "core/settings/centre.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// By the index audit_sync, whose condition it repeats.
constexpr auto kLines = R"(
    SELECT payload FROM audit_line WHERE branch_id = :branch AND payload LIKE '%"sync_c%' ORDER BY id DESC)";
constexpr auto kConnectorId = "SELECT id FROM sync_connector WHERE branch_id = :branch AND name = :name";

/// It is as the newest line that names it says.
bool isVouched(Tx& tx, const VouchedTable& table, std::int64_t id)
{
    const QString stored = vouchedDigest(tx, table, id);
    const QString key = QLatin1StringView(table.name) + u':' + QString::number(id);
    auto query = tx.query(kLines);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const QJsonObject payload = QJsonDocument::fromJson(query.text(0).toUtf8()).object();
        const QJsonValue told = payload.value(u"rows"_s).toObject().value(key);
        if (told.isString()) return !stored.isEmpty() && told.toString() == stored;
    }
    return false;
}

} // namespace

Result<> refuseDifferentConnector(Tx& tx, const QString& name)
{
    std::int64_t id = 0;
    {
        auto query = tx.query(kConnectorId);
        query.bind(":branch", kBranch).bind(":name", name).run();
        if (query.next()) id = query.int64(0);
    }
    if (isVouched(tx, kConnectorRows, id)) return {};
    return Error{ErrorCode::Denied, u"sync.connector-differs"_s, {name}, {}};
}

Result<> refuseDifferentChannel(Tx& tx, ChannelId channel)
{
    if (isVouched(tx, kChannelRows, channel.raw())) return {};
    return Error{ErrorCode::Denied, u"sync.channel-differs"_s, {}, {}};
}

} // namespace sanad
