#include "core/settings/centre.h"
#include "core/storage/schema.h"
#include "core/verify/checks.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// What a value is read back as does not tell these apart, and what SQL compares does: storage classes of
// SQLite, NULL beside '' and 0, what lies above the 32 bits that are read, a byte order mark that decoding
// skips, bytes that are no text.

constexpr int kByteOrderMark = 0xFEFF;
// No amount that is typed, nor any balance of a centre, comes near; sums of larger ones would run over.
constexpr std::int64_t kMostBaisa = 1'000'000'000'000'000;
constexpr char kUnitSeparator = '\x1f'; // stands between the columns of a digest

const auto kMark = u"its %1 begins with a byte order mark"_s;
const auto kOtherType = u"its %1 is not stored as %2"_s;
const auto kTooLarge = u"its %1 is larger than any of its kind"_s;
const auto kControl = u"its %1 holds a character that no text has"_s;

enum class Kind { Number, Text, Bytes, Unknown };

Kind kindOf(const QString& declared)
{
    const QString type = declared.toUpper();
    if (type == "BIGINT"_L1 || type == "INTEGER"_L1) return Kind::Number;
    if (type == "TEXT"_L1) return Kind::Text;
    if (type == "BYTEA"_L1) return Kind::Bytes;
    return Kind::Unknown;
}

/// Of an amount NULL and 0 both have a meaning; its digest tells them apart.
bool isAmount(const QString& column)
{
    return column.endsWith("_baisa"_L1);
}

bool isMoney(const SchemaColumn& column)
{
    return isAmount(column.name) && kindOf(column.type) == Kind::Number;
}

/// Ids, amounts and what is counted without end. All other numbers are read as 32 bits, which would pass over
/// what a larger one holds above them.
bool isWide(const QString& column)
{
    static const QSet<QString> names{
        u"id"_s, u"holder"_s, u"merged_into"_s, u"number"_s, u"last"_s, u"bytes"_s};
    static const QStringList ends{u"_id"_s, u"_by"_s, u"_number"_s, u"_bytes"_s, u"_ms"_s};
    return names.contains(column) || isAmount(column) ||
        std::any_of(ends.begin(), ends.end(), [&](const QString& end) { return column.endsWith(end); });
}

QString quoted(const QString& name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

/// The statement that reads a table: the number of the first fault that SQL sees in a row, then the columns.
class Reading {
public:
    Reading(const QString& table, const std::vector<SchemaColumn>& columns, bool onServer)
        : m_onServer(onServer)
    {
        QStringList names;
        // First, for one fault of a row is told, and no other may hide one of these.
        for (const SchemaColumn& column : columns)
            if (isMoney(column)) addBounds(column);
        for (const SchemaColumn& column : columns) {
            addFaults(column);
            names << quoted(column.name);
        }
        if (m_arms.isEmpty()) m_arms << u"WHEN 1 = 0 THEN 1"_s; // on a server, of amounts alone
        m_sql = u"SELECT CASE %1 ELSE 0 END, %2 FROM %3"_s.arg(
            m_arms.join(u' '), names.join(u", "_s), quoted(table));
        // There every text is one, and nothing is left for us to look at.
        if (onServer) m_sql = u"SELECT * FROM (%1) AS r(fault) WHERE fault > 0"_s.arg(m_sql);
    }

    const QString& sql() const { return m_sql; }
    const QString& fault(std::int64_t number) const
    {
        return m_faults.at(static_cast<std::size_t>(number - 1));
    }
    /// Whether the fault is that of an amount which nobody can reckon with.
    bool isBoundless(std::int64_t number) const { return m_boundless.contains(number); }

private:
    void add(const QString& condition, const QString& what)
    {
        m_faults.push_back(what);
        m_arms << u"WHEN %1 THEN %2"_s.arg(condition).arg(m_faults.size());
    }

    /// An amount that is no whole number, or too large to reckon with.
    void addBounds(const SchemaColumn& column)
    {
        const auto boundless = [&](const QString& condition, const QString& what) {
            add(condition, what);
            m_boundless.insert(static_cast<std::int64_t>(m_faults.size()));
        };
        const QString name = quoted(column.name);
        if (!m_onServer)
            boundless(storedOtherwise(column, "integer"_L1), kOtherType.arg(column.name, "integer"_L1));
        boundless(u"%1 NOT BETWEEN -%2 AND %2"_s.arg(name).arg(kMostBaisa), kTooLarge.arg(column.name));
    }

    static QString storedOtherwise(const SchemaColumn& column, QLatin1StringView type)
    {
        const QString name = quoted(column.name);
        const QString held = column.nullable ? u"%1 IS NOT NULL AND "_s.arg(name) : QString();
        return u"%1typeof(%2) <> '%3'"_s.arg(held, name, type);
    }

    void addFaults(const SchemaColumn& column)
    {
        const QString name = quoted(column.name);
        const Kind kind = kindOf(column.type);
        if (kind == Kind::Unknown)
            return add(u"1 = 1"_s, u"its %1 is of a type that nothing of ours is"_s.arg(column.name));
        if (m_onServer) {
            if (kind == Kind::Text) {
                add(u"ascii(%1) = %2"_s.arg(name).arg(kByteOrderMark), kMark.arg(column.name));
                add(u"strpos(%1, chr(%2)) >= 1"_s.arg(name).arg(int{kUnitSeparator}),
                    kControl.arg(column.name));
            }
        } else if (!isMoney(column)) {
            const auto type = kind == Kind::Number ? "integer"_L1
                : kind == Kind::Text               ? "text"_L1
                                                   : "blob"_L1;
            add(storedOtherwise(column, type), kOtherType.arg(column.name, type));
        }
        if (column.nullable && !isAmount(column.name)) {
            const QString empty = kind == Kind::Number ? u"%1 = 0"_s
                : kind == Kind::Text                   ? u"%1 = ''"_s
                                                       : u"length(%1) = 0"_s;
            add(empty.arg(name), u"its %1 is there and empty, where it is left out"_s.arg(column.name));
        }
        if (kind == Kind::Number && !isWide(column.name))
            add(u"%1 NOT BETWEEN -2147483648 AND 2147483647"_s.arg(name), kTooLarge.arg(column.name));
        if (column.name == "branch_id"_L1)
            add(u"%1 <> %2"_s.arg(name).arg(kBranch),
                u"its %1 is another one than the centre's"_s.arg(column.name));
    }

    bool m_onServer;
    QString m_sql;
    QStringList m_arms;
    std::vector<QString> m_faults;
    QSet<std::int64_t> m_boundless;
};

/// What a text is that SQLite does not look into; nothing when it is one.
QString faultOfText(const QByteArray& text)
{
    if (text.startsWith("\xEF\xBB\xBF")) return kMark;
    if (text.contains('\0') || text.contains(kUnitSeparator)) return kControl;
    if (!text.isValidUtf8()) return u"its %1 is no text"_s;
    return {};
}

QString nameOfRow(const Query& row, const std::vector<SchemaColumn>& columns)
{
    QStringList key;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].inKey) continue;
        const int at = static_cast<int>(i) + 1;
        key << (kindOf(columns[i].type) == Kind::Bytes ? QString::fromLatin1(row.bytes(at).left(8).toHex())
                                                       : row.text(at));
    }
    return key.join(u' ');
}

/// False where an amount is one that nobody can reckon with.
bool checkTable(Tx& tx, const QString& table, const std::vector<SchemaColumn>& columns, Breaches& breaches)
{
    bool bounded = true;
    const Reading reading(table, columns, tx.onServer());
    std::vector<std::size_t> texts;
    for (std::size_t i = 0; i < columns.size() && !tx.onServer(); ++i)
        if (kindOf(columns[i].type) == Kind::Text) texts.push_back(i);
    auto row = tx.query(reading.sql());
    row.run();
    while (row.next()) {
        const auto tell = [&](const QString& what) {
            breaches.add(u"value"_s, table, nameOfRow(row, columns), what);
        };
        if (const std::int64_t number = row.int64(0); number > 0) {
            tell(reading.fault(number));
            bounded = bounded && !reading.isBoundless(number);
            continue;
        }
        for (const std::size_t i : texts)
            if (const QString what = faultOfText(row.bytes(static_cast<int>(i) + 1)); !what.isEmpty())
                tell(what.arg(columns[i].name));
    }
    return bounded;
}

} // namespace

bool checkValues(Tx& tx, Breaches& breaches)
{
    bool bounded = true;
    const auto columns = presentColumns(tx);
    for (auto first = columns.begin(); first != columns.end();) {
        const auto last = std::find_if(
            first, columns.end(), [&](const SchemaColumn& each) { return each.table != first->table; });
        bounded = checkTable(tx, first->table, {first, last}, breaches) && bounded;
        first = last;
    }
    return bounded;
}

} // namespace sanad
