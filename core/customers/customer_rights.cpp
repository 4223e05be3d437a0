// What people may ask of the record that the centre keeps of them: consent, restriction, erasure.

#include "core/customers/customer_index.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_rows.h"
#include "core/settings/centre.h"
#include "core/sync/sync_rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kAddConsent = R"(
    INSERT INTO customer_consent (id, branch_id, customer_id, text_version, language, given_at, clerk, guardian_id)
    VALUES (:id, :branch, :customer, :text_version, :language, :given_at, :clerk, :guardian))";
constexpr auto kConsents =
    "SELECT text_version, language, given_at, clerk, guardian_id, withdrawn_at FROM customer_consent "
    "WHERE customer_id = :customer ORDER BY id DESC LIMIT :limit";
constexpr auto kWithdrawConsents = R"(
    UPDATE customer_consent SET withdrawn_at = :now, withdrawn_by = :clerk
    WHERE customer_id = :customer AND withdrawn_at IS NULL)";
constexpr auto kRestrict = "UPDATE customer SET restricted_at = :at WHERE id = :id";
// Together with all that were merged into it.
constexpr auto kRestrictedSince = R"(
    WITH RECURSIVE part(id) AS (
        SELECT CAST(:id AS BIGINT) UNION SELECT c.id FROM customer c JOIN part ON c.merged_into = part.id)
    SELECT min(c.restricted_at) FROM customer c JOIN part ON part.id = c.id)";
constexpr auto kUndelivered = R"(
    SELECT DISTINCT o.subject_id FROM outbox o JOIN service_transaction t ON t.id = o.subject_id
    WHERE o.state <> 'delivered' AND (t.applicant_id = :customer OR t.payer_id = :customer OR EXISTS (
        SELECT 1 FROM transaction_beneficiary b WHERE b.transaction_id = t.id AND b.customer_id = :customer)))";
constexpr auto kPartiesOf = R"(
    SELECT applicant_id FROM service_transaction WHERE id = :id
    UNION SELECT payer_id FROM service_transaction WHERE id = :id AND payer_id IS NOT NULL
    UNION SELECT customer_id FROM transaction_beneficiary WHERE transaction_id = :id)";
constexpr auto kHold = "UPDATE outbox SET held = :held WHERE state <> 'delivered' AND subject_id = :subject "
                       "AND held <> :held RETURNING id";
constexpr auto kSending = "SELECT count(*) FROM outbox WHERE state <> 'delivered' AND state = 'sending' AND "
                          "subject_id = :subject";
constexpr auto kRestricted =
    "SELECT id FROM customer WHERE restricted_at IS NOT NULL ORDER BY restricted_at, id";

// What points at the record goes before it.
constexpr const char* kErase[] = {
    "DELETE FROM customer_number WHERE customer_id = :id",
    "DELETE FROM customer_consent WHERE customer_id = :id",
    "UPDATE customer_consent SET guardian_id = NULL WHERE guardian_id = :id",
    "DELETE FROM customer_authorised WHERE company_id = :id OR person_id = :id",
    "DELETE FROM customer_merge WHERE kept_id = :id OR gone_id = :id",
    "UPDATE customer SET merged_into = NULL WHERE merged_into = :id",
    "DELETE FROM customer WHERE id = :id",
};
// What is left behind changes with it.
constexpr auto kBeside = R"(
    SELECT id FROM customer WHERE merged_into = :id
    UNION SELECT customer_id FROM customer_consent WHERE guardian_id = :id AND customer_id <> :id
    UNION SELECT company_id FROM customer_authorised WHERE person_id = :id AND company_id <> :id)";
constexpr auto kPlates = "SELECT id FROM customer_number WHERE customer_id = :id AND kind = 'plate_number'";
constexpr auto kMerges = "SELECT id FROM customer_merge WHERE kept_id = :id OR gone_id = :id";
constexpr auto kSearchText = "SELECT search_text FROM customer WHERE id = :id";

std::vector<std::int64_t> idsOf(Tx& tx, const char* sql, const char* name, std::int64_t id)
{
    std::vector<std::int64_t> ids;
    auto query = tx.query(sql);
    query.bind(name, id).run();
    while (query.next())
        ids.push_back(query.int64(0));
    return ids;
}

} // namespace

void CustomerRepository::addConsent(CustomerId id, const Consent& consent)
{
    m_tx.query(kAddConsent)
        .bind(":id", nextRawId())
        .bind(":branch", kBranch)
        .bind(":customer", id)
        .bind(":text_version", consent.textVersion)
        .bind(":language", consent.language)
        .bind(":given_at", consent.givenAt)
        .bind(":clerk", consent.clerk)
        .bind(":guardian", consent.guardian)
        .run();
    VouchedRows(m_tx).changed(kCustomerRows, id);
}

std::vector<Consent> CustomerRepository::consentsOf(CustomerId id, int limit)
{
    std::vector<Consent> list;
    auto query = m_tx.query(kConsents);
    query.bind(":customer", id).bind(":limit", limit).run();
    while (query.next())
        list.push_back({query.text(0), query.text(1), query.time(2), query.text(3), query.id<CustomerId>(4),
            query.time(5)});
    return list;
}

std::vector<Consent> CustomerRepository::personsConsents(CustomerId id)
{
    std::vector<Consent> all;
    std::vector<QDateTime> withdrawals;
    for (const CustomerId part : recordsOf(id))
        for (Consent& one : consentsOf(part)) {
            if (one.withdrawnAt.isValid()) withdrawals.push_back(one.withdrawnAt);
            all.push_back(std::move(one));
        }
    std::sort(withdrawals.begin(), withdrawals.end());
    for (Consent& one : all) {
        if (one.withdrawnAt.isValid()) continue;
        const auto after = std::lower_bound(withdrawals.begin(), withdrawals.end(), one.givenAt);
        if (after != withdrawals.end()) one.withdrawnAt = *after;
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Consent& one, const Consent& other) { return one.givenAt > other.givenAt; });
    return all;
}

bool CustomerRepository::withdrawConsents(CustomerId id, const QString& clerk)
{
    VouchedRows(m_tx).changed(kCustomerRows, id);
    auto query = m_tx.query(kWithdrawConsents);
    return query.bind(":customer", id).bind(":clerk", clerk).bind(":now", m_tx.now()).run().affected() > 0;
}

void CustomerRepository::setRestricted(CustomerId id, bool restricted)
{
    auto query = m_tx.query(kRestrict);
    query.bind(":id", id);
    if (restricted)
        query.bind(":at", m_tx.now());
    else
        query.bindNull(":at");
    query.run();
    VouchedRows(m_tx).changed(kCustomerRows, id);
}

QDateTime CustomerRepository::restrictedSince(CustomerId id)
{
    auto query = m_tx.query(kRestrictedSince);
    return query.bind(":id", resolve(id)).run().next() ? query.time(0) : QDateTime();
}

std::set<std::int64_t> CustomerRepository::undelivered(CustomerId id)
{
    std::set<std::int64_t> transactions;
    for (const CustomerId part : recordsOf(resolve(id)))
        for (const std::int64_t transaction : idsOf(m_tx, kUndelivered, ":customer", part.raw()))
            transactions.insert(transaction);
    return transactions;
}

int CustomerRepository::beingSent(CustomerId id)
{
    int count = 0;
    for (const std::int64_t transaction : undelivered(id)) {
        auto query = m_tx.query(kSending);
        if (query.bind(":subject", transaction).run().next()) count += query.int32(0);
    }
    return count;
}

void CustomerRepository::holdWaiting(CustomerId id)
{
    for (const std::int64_t transaction : undelivered(id)) {
        const auto parties = idsOf(m_tx, kPartiesOf, ":id", transaction);
        const bool held = std::any_of(parties.begin(), parties.end(),
            [this](std::int64_t party) { return isRestricted(CustomerId::fromRaw(party)); });
        auto rows = m_tx.query(kHold);
        rows.bind(":held", held).bind(":subject", transaction).run();
        while (rows.next())
            VouchedRows(m_tx).changed(kOutboxRows, rows.int64(0));
    }
    m_tx.touched(u"sync"_s);
}

std::vector<CustomerId> CustomerRepository::restricted()
{
    std::vector<CustomerId> ids;
    auto query = m_tx.query(kRestricted);
    query.run();
    while (query.next())
        ids.push_back(query.id<CustomerId>(0));
    return ids;
}

void CustomerRepository::erase(CustomerId id)
{
    std::optional<QString> words;
    {
        auto query = m_tx.query(kSearchText);
        if (query.bind(":id", id).run().next()) words = query.text(0);
    }
    if (words) CustomerIndex(m_tx).remove(id, *words);
    VouchedRows rows(m_tx);
    for (const std::int64_t beside : idsOf(m_tx, kBeside, ":id", id.raw()))
        rows.changed(kCustomerRows, beside);
    for (const std::int64_t plate : idsOf(m_tx, kPlates, ":id", id.raw()))
        rows.gone(kPlateRows, plate);
    for (const std::int64_t merge : idsOf(m_tx, kMerges, ":id", id.raw()))
        rows.gone(kMergeRows, merge);
    rows.gone(kCustomerRows, id.raw());
    for (const auto* statement : kErase)
        m_tx.query(statement).bind(":id", id).run();
}

} // namespace sanad
