#pragma once

#include "core/audit/row_digest.h"
#include "core/storage/database.h"

#include <QJsonObject>

#include <array>
#include <functional>

namespace sanad {

/// A table whose rows audit lines vouch for one by one, with the rows of other tables that belong to each.
/// What repositories write is told to VouchedRows, and `verify` compares what it then finds.
struct VouchedTable {
    /// Rows that belong to one row: those whose `key` is its id, in the order of `order`.
    struct Part {
        const char* name = nullptr;
        const char* key = nullptr;
        const char* columns = nullptr;
        const char* types = nullptr;
        const char* order = nullptr;
        const char* where = "1 = 1"; ///< Which rows of that table at all.
    };

    const char* name;
    const char* columns; ///< What the digest covers, in this order; `id` comes first.
    const char* types; ///< `i` integers, `t` texts, `b` bytes.
    const char* where = "1 = 1"; ///< Which rows of the table.
    std::array<Part, 3> parts{};

    /// Digits of SHA-256 that a line carries: 128 bits.
    static constexpr qsizetype kDigits = 32;
};

/// Binds the columns of a row as VouchedTable::columns has them, and digests them on the way.
class VouchedBinds {
public:
    VouchedBinds(Query& query, RowDigest& digest)
        : m_query(query)
        , m_digest(digest)
    {
    }

    VouchedBinds& bind(std::string_view name, std::int64_t value) { return add(name, value); }
    VouchedBinds& bind(std::string_view name, int value) { return add(name, std::int64_t{value}); }
    VouchedBinds& bind(std::string_view name, bool value) { return add(name, std::int64_t{value ? 1 : 0}); }
    VouchedBinds& bind(std::string_view name, Money value) { return add(name, value.baisa()); }
    VouchedBinds& bind(std::string_view name, const QString& value) { return add(name, value); }
    VouchedBinds& bind(std::string_view name, const QByteArray& value) { return add(name, value); }
    VouchedBinds& bind(std::string_view name, const QDateTime& time)
    {
        return time.isValid() ? add(name, storedTime(time)) : bindNull<QString>(name);
    }
    template <class Tag> VouchedBinds& bind(std::string_view name, Id<Tag> id)
    {
        return id.isNull() ? bindNull<std::int64_t>(name) : add(name, id.raw());
    }
    template <class T> VouchedBinds& bind(std::string_view name, const std::optional<T>& value)
    {
        return value ? bind(name, *value) : bindNull<T>(name);
    }
    template <class T> VouchedBinds& bindNull(std::string_view name)
    {
        m_query.bindNull(name);
        m_digest.add(T());
        return *this;
    }

private:
    template <class T> VouchedBinds& add(std::string_view name, const T& value)
    {
        m_query.bind(name, value);
        m_digest.add(value);
        return *this;
    }

    Query& m_query;
    RowDigest& m_digest;
};

/// What the running transaction writes into vouched tables. The next audit line takes the digests along under
/// `rows`, as `TABLE:ID`; what is left goes into lines of its own (`rows.written`) before the commit.
class VouchedRows {
public:
    explicit VouchedRows(Tx& tx)
        : m_tx(tx)
    {
    }

    /// A row was written whose digest is at hand.
    void written(const VouchedTable& table, std::int64_t id, const RowDigest& digest);
    /// A row, or one that belongs to it, was changed: it is read again for the line.
    void changed(const VouchedTable& table, std::int64_t id);
    void gone(const VouchedTable& table, std::int64_t id);
    template <class Tag> void changed(const VouchedTable& table, Id<Tag> id) { changed(table, id.raw()); }

    /// For AuditTrail: what waits, at most `most` rows of it, and then waits no more.
    QJsonObject take(int most);
    int waiting() const;

private:
    struct Waiting;
    void add(const VouchedTable& table, std::int64_t id, const QString& digest);

    Tx& m_tx;
};

/// Goes on with a digest by a row that belongs to the row, as VouchedTable::Part says.
inline void beginPart(RowDigest& digest, const VouchedTable::Part& part)
{
    digest.add(QString::fromLatin1(part.name));
}

/// Columns of a row from `first` on, by VouchedTable::types. A text where SQLite should hold a number is not
/// taken for zero.
void addColumns(RowDigest& digest, const Query& row, int first, const char* types);

/// Of the row as it is stored, as lines carry it; null where it is gone.
QString vouchedDigest(Tx& tx, const VouchedTable& table, std::int64_t id);

/// Every row of the table in order, with its digest as lines carry it.
void eachVouchedRow(Tx& tx, const VouchedTable& table,
    const std::function<void(std::int64_t id, const QString& digest)>& take);

} // namespace sanad
