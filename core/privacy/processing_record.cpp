#include "core/privacy/processing_record.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kFileColumns = R"(
    SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, p.name)";
constexpr auto kServerColumns = R"(
    SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
    WHERE table_schema = current_schema() ORDER BY table_name, column_name)";

QMap<QString, QStringList> columnsOf(Tx& tx)
{
    QMap<QString, QStringList> columns;
    auto query = tx.query(tx.onServer() ? kServerColumns : kFileColumns);
    query.run();
    while (query.next())
        columns[query.text(0)] << query.text(1);
    return columns;
}

} // namespace

QStringList unclassifiedColumns(Tx& tx)
{
    const PrivacyTexts& texts = privacyTexts();
    QSet<QString> known;
    for (const ProcessingActivity& activity : texts.record)
        for (const ProcessingColumn& column : activity.columns)
            known.insert(column.table + u'.' + column.column);
    QStringList unknown;
    const auto tables = columnsOf(tx);
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        const QStringList plain = texts.plain.value(table.key());
        if (plain.contains(u"*"_s)) continue;
        for (const QString& column : table.value())
            if (const QString name = table.key() + u'.' + column;
                !known.contains(name) && !plain.contains(column))
                unknown << name;
    }
    return unknown;
}

Result<std::vector<ProcessingActivity>> processingRecord(Database& db, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    return db.read([](Tx& tx) -> Result<std::vector<ProcessingActivity>> {
        const auto tables = columnsOf(tx);
        std::vector<ProcessingActivity> record;
        for (ProcessingActivity activity : privacyTexts().record) {
            std::erase_if(activity.columns, [&](const ProcessingColumn& column) {
                return !tables.value(column.table).contains(column.column);
            });
            if (activity.columns.empty()) continue;
            auto query =
                tx.query(u"SELECT CAST(count(*) AS BIGINT) FROM "_s + activity.columns.front().table);
            if (query.run().next()) activity.rows = query.int64(0);
            record.push_back(std::move(activity));
        }
        return record;
    });
}

} // namespace sanad
