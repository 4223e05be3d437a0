#include "core/verify/checks.h"
#include "core/verify/flat_rows.h"

#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// A table whose rows audit lines vouch for: its columns in the order of the digest, `i` integers, `t` texts,
/// `b` bytes.
struct FlatTable {
    const char* name;
    const char* sql;
    const char* types;
};

constexpr FlatTable kTables[] = {
    {"desk_key", "SELECT id, branch_id, public_key, sealed_secret, created_at FROM desk_key ORDER BY id",
        "iibbt"},
    {"counter", "SELECT id, branch_id, code, name_ar, name_en, active FROM counter ORDER BY id", "iittti"},
    {"shift",
        "SELECT id, branch_id, counter, staff_id, clerk, business_day, opened_at, float_baisa, automatic "
        "FROM shift "
        "ORDER BY id",
        "iititit"
        "ii"},
    {"cash_move",
        "SELECT id, branch_id, shift_id, direction, counterpart, amount_baisa, reason, moved_at, clerk FROM "
        "cash_move "
        "ORDER BY id",
        "iiittittt"},
    {"shift_count",
        "SELECT id, branch_id, shift_id, pieces, counted_baisa, expected_baisa, counted_at, clerk FROM "
        "shift_count "
        "ORDER BY id",
        "iiitiitt"},
    {"shift_close",
        "SELECT id, branch_id, count_id, expected_baisa, counted_baisa, reason, closed_at, clerk FROM "
        "shift_close "
        "ORDER BY id",
        "iiiiittt"},
    {"shift_sign_off", "SELECT id, branch_id, signed_at, clerk FROM shift_sign_off ORDER BY id", "iitt"},
    {"agency_movement",
        "SELECT id, branch_id, kind, transaction_id, agency, amount_baisa, account, part, reference, "
        "business_day, "
        "moved_at, staff_id FROM agency_movement ORDER BY id",
        "iititittti"
        "ti"},
    {"setting", "SELECT key, branch_id, value FROM setting ORDER BY key", "tit"},
    {"content_pack",
        "SELECT id, branch_id, pack, version, valid_from, publisher, hash FROM content_pack ORDER BY id",
        "iitiibb"},
    {"pack_step", "SELECT id, branch_id, pack_id, act, at, staff_id FROM pack_step ORDER BY id", "iiitti"},
    {"own_service",
        "SELECT id, branch_id, code, name_ar, name_en, agency, category, aliases, "
        "CAST(government_baisa AS TEXT), per_unit, valid_from, offered FROM own_service ORDER BY id",
        "iitttttttiii"},
    {"own_price",
        "SELECT id, branch_id, service, valid_from, CAST(service_baisa AS TEXT), CAST(ceiling_baisa AS "
        "TEXT), "
        "set_at, staff_id FROM own_price ORDER BY id",
        "iitittti"},
    {"number_gap",
        "SELECT id, branch_id, series, first_number, last_number, reason, declared_at, declared_by, "
        "signature "
        "FROM number_gap ORDER BY id",
        "iitiitttb"},
    {"approval",
        "SELECT id, branch_id, at, approver_id, asked_by, permission, act, subject, sealed_reason "
        "FROM approval ORDER BY id",
        "iitiitttb"},
    {"privacy_request",
        "SELECT id, branch_id, number, customer_id, kind, state, received_on, due_on, words, answer, "
        "taken_at, taken_by, closed_at, closed_by FROM privacy_request ORDER BY id",
        "iiiittiibbtttt"},
    {"erasure",
        "SELECT id, branch_id, customer_id, erased_at, staff_id, transactions, documents, receipts FROM "
        "erasure ORDER BY id",
        "iiitiiii"},
    {"data_key", "SELECT branch_id, mark, changed_at FROM data_key ORDER BY branch_id", "ibt"},
    // No act makes one yet, so that every row has no audit line.
    {"credit_note",
        "SELECT id, branch_id, series, number, receipt_id, business_day, issued_at, clerk, reason, "
        "total_baisa, signature FROM credit_note ORDER BY id",
        "iitiiitttib"},
    {"receipt_copy", "SELECT id, receipt_id, copy, printed_at, clerk FROM receipt_copy ORDER BY id", "iiitt"},
};

QString digestOf(const Query& row, const char* types)
{
    RowDigest digest;
    addColumns(digest, row, 0, types);
    return digest.hex();
}

void checkUsedApprovals(Tx& tx, const Evidence& evidence, Breaches& breaches)
{
    QSet<std::int64_t> unseen = evidence.approvals;
    auto query = tx.query("SELECT id, branch_id FROM approval_use ORDER BY id");
    query.run();
    while (query.next()) {
        if (!unseen.remove(query.int64(0)))
            breaches.add(u"once"_s, u"approval_use"_s, query.text(0), u"no act names it"_s);
        if (query.text(1) != QString::number(kBranch))
            breaches.add(u"chain"_s, u"approval_use"_s, query.text(0), u"branch changed"_s);
    }
    for (const std::int64_t id : unseen)
        breaches.add(
            u"once"_s, u"approval_use"_s, QString::number(id), u"is gone: the consent could serve again"_s);
}

} // namespace

void eachFlatRow(
    Tx& tx, QStringView table, const std::function<void(const QString& id, const QString& digest)>& take)
{
    for (const FlatTable& flat : kTables) {
        if (table != QLatin1StringView(flat.name)) continue;
        std::vector<std::pair<QString, QString>> rows;
        {
            auto query = tx.query(flat.sql);
            query.run();
            while (query.next())
                rows.emplace_back(query.text(0), digestOf(query, flat.types));
        }
        for (const auto& [id, digest] : rows)
            take(id, digest);
    }
}

void checkVouchedRows(Tx& tx, const Evidence& evidence, Breaches& breaches)
{
    QHash<QString, QString> unseen = evidence.rows;
    for (const FlatTable& table : kTables) {
        const QString name = QString::fromLatin1(table.name);
        auto query = tx.query(table.sql);
        query.run();
        while (query.next()) {
            const QString id = query.text(0);
            const auto vouched = unseen.take(name + u':' + id);
            if (vouched.isNull())
                breaches.add(u"one-piece"_s, name, id, u"has no audit line"_s);
            else if (vouched != digestOf(query, table.types))
                breaches.add(u"chain"_s, name, id, u"was changed"_s);
        }
    }
    for (auto row = unseen.begin(); row != unseen.end(); ++row)
        if (!row.value().isEmpty())
            breaches.add(u"chain"_s, row.key().section(u':', 0, 0), row.key().section(u':', 1), u"is gone"_s);
    checkUsedApprovals(tx, evidence, breaches);
}

} // namespace sanad
