#include "core/support/support_bundle.h"

#include "core/audit/audit_trail.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/sync/sync_repository.h"
#include "core/verify/verify.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QStorageInfo>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// One table a feature; a literal each, since no SQL is put together from names.
constexpr std::pair<QLatin1StringView, const char*> kCounts[] = {
    {"audit_line"_L1, "SELECT count(*) FROM audit_line"},
    {"customer"_L1, "SELECT count(*) FROM customer"},
    {"day_close"_L1, "SELECT count(*) FROM day_close"},
    {"document_file"_L1, "SELECT count(*) FROM document_file"},
    {"ledger_entry"_L1, "SELECT count(*) FROM ledger_entry"},
    {"outbox"_L1, "SELECT count(*) FROM outbox"},
    {"receipt"_L1, "SELECT count(*) FROM receipt"},
    {"service_transaction"_L1, "SELECT count(*) FROM service_transaction"},
    {"staff"_L1, "SELECT count(*) FROM staff"},
    {"ticket"_L1, "SELECT count(*) FROM ticket"},
};
constexpr auto kSchema = "SELECT max(version) FROM schema_version";

QJsonValue when(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(storedTime(at)) : QJsonValue();
}

QJsonObject systemFacts(const DataLocation& data)
{
    const QStorageInfo disk(data.folder);
    return {{u"cpu"_s, QSysInfo::currentCpuArchitecture()}, {u"disk_bytes"_s, disk.bytesTotal()},
        {u"disk_free_bytes"_s, disk.bytesAvailable()},
        {u"disk_type"_s, QString::fromLatin1(disk.fileSystemType())},
        {u"kernel"_s, QSysInfo::kernelVersion()}, {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"system"_s, QSysInfo::prettyProductName()}};
}

QJsonArray channelsOf(Tx& tx)
{
    QJsonArray list;
    for (const ChannelStatus& channel : SyncRepository(tx).status())
        list.append(QJsonObject{{u"anchor_holds"_s, channel.anchorHolds}, {u"aside"_s, qint64{channel.aside}},
            {u"channel"_s, channel.name}, {u"delivered"_s, qint64{channel.delivered}},
            {u"down_since"_s, when(channel.downSince)}, {u"last_error"_s, channel.lastError},
            {u"last_success"_s, when(channel.lastSuccess)}, {u"oldest"_s, when(channel.oldest)},
            {u"waiting"_s, qint64{channel.waiting + channel.sending}}});
    return list;
}

QJsonObject logsOf(const QString& folder)
{
    QJsonObject logs;
    for (const QString& path : logFiles(folder)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        QJsonArray lines;
        for (const QByteArray& line : file.read(kLogBytes).split('\n'))
            if (!line.isEmpty()) lines.append(QString::fromLatin1(line));
        logs.insert(QFileInfo(path).fileName(), lines);
    }
    return logs;
}

} // namespace

Result<QJsonObject> SupportService::bundle(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    QJsonObject bundle{{u"format"_s, u"sanad-support-1"_s}, {u"program"_s, QStringLiteral(SANAD_VERSION)},
        {u"system"_s, systemFacts(m_db.location())}, {u"logs"_s, logsOf(m_db.location().folder)}};
    SANAD_TRY(m_db.read([&](Tx& tx) -> Result<> {
        QJsonObject rows;
        for (const auto& [table, sql] : kCounts) {
            auto count = tx.query(sql);
            count.run();
            if (count.next()) rows.insert(table, qint64{count.int64(0)});
        }
        bundle.insert(u"rows"_s, rows);
        auto schema = tx.query(kSchema);
        schema.run();
        if (schema.next()) bundle.insert(u"schema"_s, qint64{schema.int64(0)});
        bundle.insert(u"engine"_s, tx.onServer() ? u"postgresql"_s : u"sqlite"_s);
        bundle.insert(u"made_at"_s, storedTime(tx.now()));
        bundle.insert(u"channels"_s, channelsOf(tx));
        return {};
    }));
    SANAD_TRY_VALUE(breaches, verifyCentre(m_db));
    QJsonArray found;
    for (const Breach& breach : breaches)
        found.append(QJsonObject{
            {u"invariant"_s, breach.invariant}, {u"what"_s, breach.what}, {u"where"_s, breach.where}});
    bundle.insert(u"breaches"_s, found);
    SANAD_TRY(m_db.write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record(by, u"support.bundled"_s, by.staff());
        return {};
    }));
    return bundle;
}

} // namespace sanad
