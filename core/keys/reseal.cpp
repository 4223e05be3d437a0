#include "core/keys/reseal.h"

#include "core/audit/audit_trail.h"
#include "core/audit/vouched_rows.h"
#include "core/crypto/hash.h"
#include "core/customers/number_reindex.h"
#include "core/keys/sealed_columns.h"
#include "core/settings/centre.h"
#include "core/verify/evidence.h"
#include "core/verify/flat_rows.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kPage = 500;
constexpr int kRowsALine = 200;

constexpr auto kGuards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table";
constexpr auto kParties = "SELECT id, sealed FROM receipt_party WHERE id > :after ORDER BY id LIMIT :limit";

/// The tables of sealedColumns(), each once.
QStringList sealedTables()
{
    QStringList tables;
    for (const SealedColumn& column : sealedColumns())
        if (const QString table = QLatin1StringView(column.table); !tables.contains(table)) tables << table;
    return tables;
}

/// The triggers of a table, taken away until putBack().
class LiftedGuards {
public:
    LiftedGuards(Tx& tx, const QString& table)
        : m_tx(tx)
        , m_table(table)
    {
        if (tx.onServer()) {
            tx.execute(u"ALTER TABLE %1 DISABLE TRIGGER USER"_s.arg(table));
            return;
        }
        {
            auto query = tx.query(kGuards);
            query.bind(":table", table).run();
            while (query.next())
                m_guards.emplace_back(query.text(0), query.text(1));
        }
        for (const auto& [name, sql] : m_guards)
            tx.execute(u"DROP TRIGGER "_s + name);
    }
    void putBack()
    {
        if (m_tx.onServer()) return m_tx.execute(u"ALTER TABLE %1 ENABLE TRIGGER USER"_s.arg(m_table));
        for (const auto& [name, sql] : m_guards)
            m_tx.execute(sql);
    }

private:
    Tx& m_tx;
    QString m_table;
    std::vector<std::pair<QString, QString>> m_guards;
};

using Rows = std::vector<std::pair<std::int64_t, QByteArray>>;

/// Calls `take(id, bytes)` for each row of `sql`, which pages by :after and :limit; it may write.
template <class Take> Result<> eachPage(Tx& tx, const QString& sql, Take take)
{
    for (std::int64_t after = 0;;) {
        Rows page;
        {
            auto query = tx.query(sql);
            query.bind(":after", after).bind(":limit", kPage).run();
            while (query.next())
                page.emplace_back(query.int64(0), query.bytes(1));
        }
        if (page.empty()) return {};
        after = page.back().first;
        for (const auto& [id, bytes] : page)
            SANAD_TRY(take(id, bytes));
    }
}

/// What the keyed indexes are made from, as it passes by.
void learn(NumberReindex& numbers, const SealedColumn& column, std::int64_t id, const QByteArray& sealed,
    const QByteArray& plain)
{
    const QLatin1StringView table(column.table), name(column.column);
    if (table == "customer"_L1 && name == "person_sealed"_L1)
        numbers.learnPerson(CustomerId::fromRaw(id), sealed);
    if (table == "service_transaction"_L1 && name == "form"_L1)
        numbers.learnPlate(QJsonDocument::fromJson(plain).object().value(u"plate_number"_s).toString());
}

Result<qint64> resealColumn(
    Tx& tx, const SealedColumn& column, const Vault& from, const Vault& to, NumberReindex& numbers)
{
    const QString table = QLatin1StringView(column.table), name = QLatin1StringView(column.column),
                  bound = QLatin1StringView(column.boundAs);
    const QString rows =
        u"SELECT id, %1 FROM %2 WHERE id > :after AND %1 IS NOT NULL AND length(%1) > 0 ORDER BY id LIMIT :limit"_s
            .arg(name, table);
    const QString set = u"UPDATE %1 SET %2 = :sealed WHERE id = :id"_s.arg(table, name);
    qint64 values = 0;
    const auto sealOne = [&](std::int64_t id, const QByteArray& sealed) -> Result<> {
        SANAD_TRY_VALUE(plain, from.open(table, bound, id, sealed));
        learn(numbers, column, id, sealed, plain);
        tx.query(set).bind(":id", id).bind(":sealed", to.seal(table, bound, id, plain)).run();
        plain.fill('\0');
        ++values;
        return {};
    };
    SANAD_TRY(eachPage(tx, rows, sealOne));
    return values;
}

/// Lines of so many rows each, once the rows are read: who reads one walks no table meanwhile.
class Lines {
public:
    explicit Lines(Tx& tx)
        : m_tx(tx)
    {
    }
    void add(const QString& table, const QString& id, const QString& digest)
    {
        m_rows.insert(table + u':' + id, digest);
        if (m_rows.size() == kRowsALine) write();
    }
    void write()
    {
        if (m_rows.isEmpty()) return;
        AuditTrail(m_tx).record(Actor(), u"rows.resealed"_s, kBranch, {{u"rows"_s, m_rows}});
        m_rows = {};
    }

private:
    Tx& m_tx;
    QJsonObject m_rows;
};

} // namespace

Result<> ownsSealedTables(Tx& tx)
{
    if (!tx.onServer()) return {};
    auto query =
        tx.query(u"SELECT 1 FROM pg_class WHERE relkind = 'r' AND relname IN ('%1') AND relnamespace = "
                 "CAST(current_schema() AS regnamespace) AND NOT pg_has_role(relowner, 'USAGE')"_s.arg(
                     sealedTables().join(u"', '"_s)));
    if (query.run().next()) return Error{ErrorCode::Denied, u"storage.not-owner"_s, {}, {}};
    return {};
}

Result<Resealed> reseal(Tx& tx, const Vault& from, const Vault& to)
{
    Resealed done;
    NumberReindex numbers(from, to);
    for (const QString& table : sealedTables()) {
        LiftedGuards guards(tx, table);
        for (const SealedColumn& column : sealedColumns()) {
            if (table != QLatin1StringView(column.table)) continue;
            SANAD_TRY_VALUE(values, resealColumn(tx, column, from, to, numbers));
            done.values += values;
        }
        guards.putBack();
    }
    SANAD_TRY_VALUE(forgotten, numbers.apply(tx));
    done.platesForgotten = forgotten;
    return done;
}

void vouchForResealed(Tx& tx)
{
    Lines lines(tx);
    const QStringList tables = sealedTables() + QStringList{u"customer_number"_s};
    for (const VouchedTable* vouched : vouchedTables()) {
        const QString name = QLatin1StringView(vouched->name);
        if (!tables.contains(name)) continue;
        eachVouchedRow(tx, *vouched,
            [&](std::int64_t id, const QString& digest) { lines.add(name, QString::number(id), digest); });
    }
    for (const QString& table : tables)
        eachFlatRow(
            tx, table, [&](const QString& id, const QString& digest) { lines.add(table, id, digest); });
    (void)eachPage(
        tx, QLatin1StringView(kParties), [&](std::int64_t id, const QByteArray& sealed) -> Result<> {
            lines.add(u"receipt_party"_s, QString::number(id), QString::fromLatin1(sha256(sealed).toHex()));
            return {};
        });
    lines.write();
}

} // namespace sanad
