#include "core/audit/vouched_rows.h"

#include "core/audit/audit_trail.h"

#include <limits>
#include <map>
#include <string_view>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QString lineText(const RowDigest& digest)
{
    return QString::fromLatin1(digest.bytes().first(VouchedTable::kDigits / 2).toHex());
}

constexpr int kPage = 1000;

QString rowsSql(const VouchedTable& table, const QString& more, const QString& limit = {})
{
    return u"SELECT %1 FROM %2 WHERE %3%4 ORDER BY id%5"_s.arg(QLatin1StringView(table.columns),
        QLatin1StringView(table.name), QLatin1StringView(table.where), more, limit);
}

QString partSql(const VouchedTable::Part& part, const QString& more)
{
    return u"SELECT %1, %2 FROM %3 WHERE %4%5 ORDER BY %1, %6"_s.arg(QLatin1StringView(part.key),
        QLatin1StringView(part.columns), QLatin1StringView(part.name), QLatin1StringView(part.where), more,
        QLatin1StringView(part.order));
}

} // namespace

QString vouchedDigest(Tx& tx, const VouchedTable& table, std::int64_t id)
{
    RowDigest digest;
    {
        auto row = tx.query(rowsSql(table, u" AND id = :id"_s));
        if (!row.bind(":id", id).run().next()) return {};
        addColumns(digest, row, 0, table.types);
    }
    for (const auto& part : table.parts) {
        if (!part.name) break;
        auto rows = tx.query(partSql(part, u" AND %1 = :id"_s.arg(QLatin1StringView(part.key))));
        rows.bind(":id", id).run();
        while (rows.next()) {
            beginPart(digest, part);
            addColumns(digest, rows, 1, part.types);
        }
    }
    return lineText(digest);
}

void addColumns(RowDigest& digest, const Query& row, int first, const char* types)
{
    for (int column = first; *types != '\0'; ++types, ++column) {
        if (*types == 'b') {
            digest.add(row.bytes(column));
        } else if (*types == 't') {
            digest.add(row.text(column));
        } else {
            const std::int64_t number = row.int64(column);
            const bool isNumber = number != 0 || row.isNull(column) || row.text(column) == "0"_L1;
            isNumber ? digest.add(number) : digest.add(row.text(column));
        }
    }
}

struct VouchedRows::Waiting {
    struct Row {
        const VouchedTable* table = nullptr;
        QString digest; ///< Null: to be read.
    };
    std::map<std::pair<std::string_view, std::int64_t>, Row> rows;
};

void VouchedRows::add(const VouchedTable& table, std::int64_t id, const QString& digest)
{
    auto& rows = m_tx.memory().of<Waiting>().rows;
    if (rows.empty()) AuditTrail(m_tx).finishBeforeCommit();
    rows[{table.name, id}] = {&table, digest};
}

void VouchedRows::written(const VouchedTable& table, std::int64_t id, const RowDigest& digest)
{
    add(table, id, lineText(digest));
}

void VouchedRows::changed(const VouchedTable& table, std::int64_t id)
{
    add(table, id, {});
}

void VouchedRows::gone(const VouchedTable& table, std::int64_t id)
{
    add(table, id, u""_s);
}

QJsonObject VouchedRows::take(int most)
{
    auto& rows = m_tx.memory().of<Waiting>().rows;
    QJsonObject taken;
    while (!rows.empty() && taken.size() < most) {
        const auto& [key, row] = *rows.begin();
        const QString digest = row.digest.isNull() ? vouchedDigest(m_tx, *row.table, key.second) : row.digest;
        taken.insert(QLatin1StringView(row.table->name) + u':' + QString::number(key.second),
            digest.isNull() ? u""_s : digest);
        rows.erase(rows.begin());
    }
    return taken;
}

int VouchedRows::waiting() const
{
    return static_cast<int>(m_tx.memory().of<Waiting>().rows.size());
}

void eachVouchedRow(Tx& tx, const VouchedTable& table,
    const std::function<void(std::int64_t id, const QString& digest)>& take)
{
    // Page by page, one statement after the other: a server gives the rows of one at a time.
    std::map<std::int64_t, RowDigest> page;
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    const QString rowsText = rowsSql(table, u" AND id > :after"_s, u" LIMIT %1"_s.arg(kPage));
    do {
        page.clear();
        {
            auto row = tx.query(rowsText);
            row.bind(":after", after).run();
            while (row.next())
                addColumns(page[row.int64(0)], row, 0, table.types);
        }
        if (page.empty()) return;
        after = page.rbegin()->first;
        for (const auto& part : table.parts) {
            if (!part.name) break;
            const QLatin1StringView key(part.key);
            auto rows = tx.query(partSql(part, u" AND %1 >= :first AND %1 <= :last"_s.arg(key)));
            rows.bind(":first", page.begin()->first).bind(":last", after).run();
            while (rows.next()) {
                const auto owner = page.find(rows.int64(0));
                if (owner == page.end()) continue; // belongs to no row: another check's matter
                beginPart(owner->second, part);
                addColumns(owner->second, rows, 1, part.types);
            }
        }
        for (const auto& [id, digest] : page)
            take(id, lineText(digest));
    } while (std::ssize(page) == kPage);
}

} // namespace sanad
