#include "core/storage/stored_ids.h"

#include "core/base/id.h"
#include "core/base/id_clock.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace sanad {

const QStringList& tablesWithOwnIds()
{
    static const QStringList tables{u"agency_movement"_s, u"approval"_s, u"backup_run"_s, u"cash_move"_s,
        u"content_pack"_s, u"counter"_s, u"credit_note"_s, u"customer"_s, u"customer_consent"_s,
        u"customer_merge"_s, u"customer_number"_s, u"day_close"_s, u"desk_key"_s, u"document_file"_s,
        u"erasure"_s, u"full_check"_s, u"ledger_account"_s, u"ledger_entry"_s, u"number_gap"_s, u"outbox"_s,
        u"own_price"_s, u"own_service"_s, u"pack_step"_s, u"privacy_breach"_s, u"privacy_request"_s,
        u"receipt"_s, u"receipt_copy"_s, u"receipt_line"_s, u"receipt_payment"_s, u"recovery_key"_s,
        u"service_transaction"_s, u"shift"_s, u"shift_count"_s, u"staff"_s, u"sync_batch"_s,
        u"sync_channel"_s, u"sync_connector"_s, u"sync_outage"_s, u"ticket"_s, u"transaction_draft"_s,
        u"transaction_move"_s};
    return tables;
}

Result<> goOnFromStoredIds(QSqlDatabase& connection, engine::Kind kind)
{
    QStringList highest;
    for (const QString& table : tablesWithOwnIds())
        highest << u"SELECT max(id) AS id FROM %1"_s.arg(table);
    QString sql =
        u"SELECT id FROM (%1) AS highest WHERE id IS NOT NULL"_s.arg(highest.join(u" UNION ALL "_s));
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(sql)) return engine::errorFrom(kind, query.lastError(), sql);
    while (query.next())
        raiseIdsAbove(query.value(0).toLongLong());
    if (kind == engine::Kind::Sqlite) return {};

    sql = u"SELECT pg_backend_pid(), CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"_s;
    if (!query.exec(sql) || !query.next()) return engine::errorFrom(kind, query.lastError(), sql);
    setIdNode(query.value(0).toInt());
    setIdClock(query.value(1).toLongLong());
    return {};
}

} // namespace sanad
