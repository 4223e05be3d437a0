#pragma once

#include "core/audit/vouched_rows.h"
#include "tests/support/test_support.h"

namespace sanad::test {

/// Stands for the audit lines of rows that a test wrote past every service.
inline void vouchFor(Database& database, const VouchedTable& table)
{
    must(database.write([&](Tx& tx) -> Result<> {
        std::vector<std::int64_t> ids;
        eachVouchedRow(tx, table, [&](std::int64_t id, const QString&) { ids.push_back(id); });
        for (const std::int64_t id : ids)
            VouchedRows(tx).changed(table, id);
        return {};
    }));
}

/// Runs `sql` as somebody does who takes the guards of a table away and puts them back afterwards.
inline void edit(Database& db, const QString& table, const QString& sql)
{
    if (db.onServer()) {
        tamper(db, QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER ALL").arg(table));
        tamper(db, sql);
        tamper(db, QStringLiteral("ALTER TABLE %1 ENABLE TRIGGER ALL").arg(table));
        return;
    }
    std::vector<std::pair<QString, QString>> guards;
    must(db.read([&](Tx& tx) -> Result<> {
        auto query =
            tx.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table");
        query.bind(":table", table).run();
        while (query.next())
            guards.emplace_back(query.text(0), query.text(1));
        return {};
    }));
    for (const auto& [name, text] : guards)
        tamper(db, QStringLiteral("DROP TRIGGER ") + name);
    tamper(db, sql);
    for (const auto& [name, text] : guards)
        tamper(db, text);
}

} // namespace sanad::test
