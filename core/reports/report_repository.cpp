#include "core/reports/report_repository.h"

#include "core/receipts/receipt.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kStates = R"(
    SELECT state, count(*) FROM service_transaction
    WHERE branch_id = :branch AND business_day BETWEEN :first AND :last GROUP BY state)";
constexpr auto kOverdue = R"(
    SELECT count(*) FROM service_transaction
    WHERE branch_id = :branch AND business_day BETWEEN :first AND :last AND promised_at < :now
        AND state NOT IN ('completed', 'handed_over', 'rejected', 'cancelled'))";
constexpr auto kWithoutReceipt = R"(
    SELECT count(*) FROM service_transaction
    WHERE branch_id = :branch AND business_day = :day AND receipt_id IS NULL AND state <> 'cancelled')";
constexpr auto kTickets = R"(
    SELECT state, count(*) FROM ticket WHERE branch_id = :branch AND business_day = :day GROUP BY state)";
constexpr auto kUnsettled = R"(
    SELECT agency, count(*), min(opened_at) FROM service_transaction
    WHERE government_baisa > 0 AND fee_state IN ('unpaid', 'paid_unconfirmed', 'disputed') GROUP BY agency)";
constexpr auto kQueued = "SELECT count(*), min(created_at) FROM outbox WHERE state <> 'delivered'";
constexpr auto kReprints =
    "SELECT count(*) FROM receipt_copy WHERE printed_at >= :from AND printed_at < :until";
constexpr auto kVoids = "SELECT count(*) FROM credit_note WHERE branch_id = :branch AND business_day = :day";

constexpr auto kWithTransfers = R"(
    SELECT id, payments FROM receipt
    WHERE branch_id = :branch AND business_day = :day AND method IN ('transfer', 'split'))";
// By the key: a receipt's payments are the next with its id.
constexpr auto kPayments = R"(
    SELECT tender, reference FROM receipt_payment WHERE id > :receipt AND receipt_id = :receipt
    ORDER BY id LIMIT :count)";
// All lines of a receipt have one rate; a small fee may have a rate and no VAT.
constexpr auto kWithoutVat = R"(
    SELECT r.business_day, CAST(sum(r.service_baisa - r.discount_baisa) AS BIGINT) FROM receipt r
    WHERE r.branch_id = :branch AND r.business_day >= :first AND r.business_day <= :last AND r.vat_baisa = 0
        AND r.service_baisa > r.discount_baisa AND (SELECT l.vat_rate FROM receipt_line l
            WHERE l.id > r.id AND l.receipt_id = r.id ORDER BY l.id LIMIT 1) = 0
    GROUP BY r.business_day)";
constexpr auto kPricesSetByHand = R"(
    SELECT count(*) FROM service_transaction WHERE branch_id = :branch AND business_day = :day
        AND price_reason IS NOT NULL AND discount_baisa = 0)";
constexpr auto kOtherDrawers = R"(
    SELECT count(*) FROM receipt r JOIN shift s ON s.id = r.shift_id
    WHERE r.branch_id = :branch AND r.business_day = :day AND s.staff_id <> r.staff_id)";

std::map<QString, std::int64_t> counts(Query& query)
{
    std::map<QString, std::int64_t> counts;
    while (query.next())
        counts.emplace(query.text(0), query.int64(1));
    return counts;
}

std::int64_t one(Query& query)
{
    return query.next() ? query.int64(0) : 0;
}

} // namespace

std::map<QString, std::int64_t> ReportRepository::transactionStates(
    const QDate& first, const QDate& last) const
{
    auto query = m_tx.query(kStates);
    query.bind(":branch", kBranch)
        .bind(":first", businessDayNumber(first))
        .bind(":last", businessDayNumber(last))
        .run();
    return counts(query);
}

std::int64_t ReportRepository::overdue(const QDate& first, const QDate& last) const
{
    auto query = m_tx.query(kOverdue);
    query.bind(":branch", kBranch)
        .bind(":first", businessDayNumber(first))
        .bind(":last", businessDayNumber(last))
        .bind(":now", m_tx.now())
        .run();
    return one(query);
}

std::int64_t ReportRepository::transactionsWithoutReceipt(const QDate& day) const
{
    auto query = m_tx.query(kWithoutReceipt);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return one(query);
}

std::map<QDate, Money> ReportRepository::soldWithoutVat(const QDate& first, const QDate& last) const
{
    std::map<QDate, Money> days;
    auto query = m_tx.query(kWithoutVat);
    query.bind(":branch", kBranch)
        .bind(":first", businessDayNumber(first))
        .bind(":last", businessDayNumber(last))
        .run();
    while (query.next())
        days[businessDayFrom(query.int32(0))] = query.money(1);
    return days;
}

std::int64_t ReportRepository::pricesSetByHand(const QDate& day) const
{
    auto query = m_tx.query(kPricesSetByHand);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return query.next() ? query.int64(0) : 0;
}

std::int64_t ReportRepository::transfersWithoutReference(const QDate& day) const
{
    std::vector<std::pair<std::int64_t, std::int64_t>> receipts;
    {
        auto query = m_tx.query(kWithTransfers);
        query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
        while (query.next())
            receipts.emplace_back(query.int64(0), query.int64(1));
    }
    std::int64_t count = 0;
    for (const auto& [receipt, payments] : receipts) {
        auto query = m_tx.query(kPayments);
        query.bind(":receipt", receipt).bind(":count", payments).run();
        while (query.next())
            if (query.text(0) == tenderKey(Tender::Transfer) && query.text(1).isEmpty()) ++count;
    }
    return count;
}

std::int64_t ReportRepository::intoOtherDrawers(const QDate& day) const
{
    auto query = m_tx.query(kOtherDrawers);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return one(query);
}

std::map<QString, std::int64_t> ReportRepository::ticketStates(const QDate& day) const
{
    auto query = m_tx.query(kTickets);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return counts(query);
}

std::map<QString, ReportRepository::UnsettledFees> ReportRepository::unsettledFees() const
{
    std::map<QString, UnsettledFees> fees;
    auto query = m_tx.query(kUnsettled);
    query.run();
    while (query.next())
        fees[query.text(0)] = {query.int64(1), query.time(2)};
    return fees;
}

ReportRepository::Waiting ReportRepository::outbox() const
{
    auto query = m_tx.query(kQueued);
    query.run();
    if (!query.next()) return {};
    return {query.int64(0), query.time(1)};
}

std::int64_t ReportRepository::reprints(const QDateTime& from, const QDateTime& until) const
{
    auto query = m_tx.query(kReprints);
    query.bind(":from", from).bind(":until", until).run();
    return one(query);
}

std::int64_t ReportRepository::voids(const QDate& day) const
{
    auto query = m_tx.query(kVoids);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return one(query);
}

} // namespace sanad
