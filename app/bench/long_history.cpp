#include "app/bench/long_history.h"

#include "core/base/clock.h"

#include <QStringList>

#include <sqlite3.h>

#include <array>

using namespace Qt::StringLiterals;

namespace sanad::bench {

namespace {

constexpr std::array<const char*, 12> kTables{"shift", "shift_count", "shift_close", "shift_sign_off",
    "receipt", "receipt_party", "receipt_line", "receipt_payment", "ledger_entry", "ledger_day", "day_figure",
    "day_close"};

class File {
public:
    explicit File(const QString& file)
    {
        sqlite3_open(file.toUtf8().constData(), &m_connection);
        for (const char* pragma : {"PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF",
                 "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -262144"})
            run(QLatin1StringView(pragma));
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { sqlite3_close(m_connection); }

    void run(const QString& sql)
    {
        if (sqlite3_exec(m_connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("bench: %s: %s", qUtf8Printable(sql), sqlite3_errmsg(m_connection));
    }
    /// The first column of what the statement finds.
    QStringList column(const QString& sql)
    {
        QStringList values;
        sqlite3_stmt* read = nullptr;
        sqlite3_prepare_v2(m_connection, sql.toUtf8().constData(), -1, &read, nullptr);
        while (sqlite3_step(read) == SQLITE_ROW)
            values << QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(read, 0)));
        sqlite3_finalize(read);
        return values;
    }

private:
    sqlite3* m_connection = nullptr;
};

} // namespace

void copyIntoPast(const QString& path, const QDate& first, const QDate& last, int copies)
{
    File file(path);
    const auto days = first.daysTo(last) + 1;
    qint64 least = std::numeric_limits<qint64>::max(), most = 0;
    for (const auto* table : {"shift", "receipt", "receipt_payment", "ledger_entry", "day_close"}) {
        const auto name = QLatin1StringView(table);
        least = std::min(least, file.column(u"SELECT min(id) FROM "_s + name).value(0).toLongLong());
        most = std::max(most, file.column(u"SELECT max(id) FROM "_s + name).value(0).toLongLong());
    }
    const qint64 span = most - least + 1;
    const qint64 numbers = file.column(u"SELECT max(number) FROM receipt"_s).value(0).toLongLong();
    file.run(u"CREATE TEMP TABLE moved (day INTEGER PRIMARY KEY, past INTEGER)"_s);
    for (int copy = 1; copy <= copies; ++copy) {
        file.run(u"BEGIN"_s);
        file.run(u"DELETE FROM moved"_s);
        for (QDate day = first; day <= last; day = day.addDays(1))
            file.run(u"INSERT INTO moved VALUES (%1, %2)"_s.arg(businessDayNumber(day))
                         .arg(businessDayNumber(day.addDays(-days * copy))));
        for (const auto* each : kTables) {
            const QString table = QLatin1StringView(each);
            const auto columns = file.column(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
            QStringList values;
            for (const QString& column : columns) {
                if (column == "business_day"_L1)
                    values << u"moved.past"_s;
                else if (column == "number"_L1)
                    values << u"t.number + %1"_s.arg(numbers * copy);
                else if (column == "id"_L1 ||
                    (column.endsWith("_id"_L1) && column != "branch_id"_L1 && column != "account_id"_L1 &&
                        column != "staff_id"_L1))
                    values << u"t.%1 - %2"_s.arg(column).arg(span * copy);
                else
                    values << u"t."_s + column;
            }
            const QString from = columns.contains("business_day"_L1)
                ? u"JOIN moved ON moved.day = t.business_day"_s
                : u"WHERE t.id >= %1"_s.arg(least);
            file.run(u"INSERT INTO %1 (%2) SELECT %3 FROM %1 t %4"_s.arg(
                table, columns.join(u", "_s), values.join(u", "_s), from));
        }
        file.run(u"COMMIT"_s);
    }
    file.run(u"ANALYZE"_s);
    file.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace sanad::bench
