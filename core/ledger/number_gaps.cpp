#include "core/ledger/number_gaps.h"

#include "core/audit/audit_trail.h"
#include "core/audit/row_digest.h"
#include "core/crypto/signing.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO number_gap (id, branch_id, series, first_number, last_number, reason, declared_at, declared_by,
        signature)
    VALUES (:id, :branch, :series, :first, :last, :reason, :at, :by, :signature))";
constexpr auto kAll = R"(
    SELECT id, series, first_number, last_number, reason, declared_at, declared_by, signature FROM number_gap
    WHERE branch_id = :branch ORDER BY series, first_number)";

QByteArray signedText(const NumberGap& gap)
{
    return u"SANADGAP1|%1|%2|%3|%4"_s.arg(gap.series)
        .arg(gap.first)
        .arg(gap.last)
        .arg(gap.declaredAt)
        .toUtf8();
}

} // namespace

void declareGap(Tx& tx, const QString& series, std::int64_t first, std::int64_t last, const QString& reason,
    const Actor& by)
{
    NumberGap gap{nextRawId(), series, first, last, reason, storedTime(tx.now()), by.user(), {}};
    gap.signature = sign(SettingsRepository(tx).signingKey(), signedText(gap));
    tx.query(kInsert)
        .bind(":id", gap.id)
        .bind(":branch", kBranch)
        .bind(":series", gap.series)
        .bind(":first", gap.first)
        .bind(":last", gap.last)
        .bind(":reason", gap.reason)
        .bind(":at", gap.declaredAt)
        .bind(":by", gap.declaredBy)
        .bind(":signature", gap.signature)
        .run();
    const auto digest = RowDigest()
                            .add(gap.id)
                            .add(kBranch)
                            .add(gap.series)
                            .add(gap.first)
                            .add(gap.last)
                            .add(gap.reason)
                            .add(gap.declaredAt)
                            .add(gap.declaredBy)
                            .add(gap.signature);
    AuditTrail(tx).record(by, u"number-gap.declared"_s, gap.id,
        {{u"first"_s, qint64{first}}, {u"last"_s, qint64{last}}, {u"series"_s, series},
            {u"rows"_s, QJsonObject{{u"number_gap"_s, digest.hex()}}}});
}

std::vector<NumberGap> numberGaps(Tx& tx)
{
    std::vector<NumberGap> list;
    auto query = tx.query(kAll);
    query.bind(":branch", kBranch).run();
    while (query.next())
        list.push_back({query.int64(0), query.text(1), query.int64(2), query.int64(3), query.text(4),
            query.text(5), query.text(6), query.bytes(7)});
    return list;
}

bool gapHolds(const NumberGap& gap, const std::vector<QByteArray>& keys)
{
    const QByteArray text = signedText(gap);
    return std::any_of(keys.begin(), keys.end(),
        [&](const QByteArray& key) { return verifySignature(key, text, gap.signature); });
}

} // namespace sanad
