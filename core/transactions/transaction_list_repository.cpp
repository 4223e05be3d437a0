#include "core/transactions/transaction_list_repository.h"

#include "core/customers/customer_repository.h"
#include "core/settings/centre.h"
#include "core/transactions/transaction_columns.h"
#include "core/transactions/transaction_states.h"

#include <string>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kNeedingPerson =
    "SELECT count(*) FROM service_transaction WHERE branch_id = :branch AND attention > 0";

/// What a filter asks, but for its customer. Bound by bindConditions().
QStringList conditions(const TransactionFilter& filter)
{
    // A number finds its row by itself; no other index may offer to walk the table for it.
    QStringList where{filter.text.isEmpty() ? u"branch_id = :branch"_s : u"+branch_id = :branch"_s};
    QStringList states;
    bool allPressing = !filter.states.empty();
    for (const TransactionState state : filter.states) {
        states << u'\'' + transactionStateKey(state) + u'\'';
        allPressing = allPressing && alwaysNeedsPerson(state);
    }
    if (!states.isEmpty()) where << u"state IN ("_s + states.join(u',') + u')';
    // Lets the small index of what needs a person answer for the states that are all in it.
    if (filter.needsPerson || filter.unpaid || allPressing) where << u"attention > 0"_s;
    if (filter.unpaid) where << u"receipt_id IS NULL"_s;
    if (!filter.serviceCode.isEmpty()) where << u"service = :service"_s;
    if (!filter.text.isEmpty())
        where
            << u"id IN (SELECT id FROM service_transaction WHERE branch_id = :branch AND number = :text "
               "UNION ALL SELECT id FROM service_transaction WHERE reference = :text AND reference <> '')"_s;
    if (filter.from.isValid()) where << u"business_day >= :from"_s;
    if (filter.to.isValid()) where << u"business_day <= :to"_s;
    return where;
}

void bindConditions(Query& query, const TransactionFilter& filter)
{
    query.bind(":branch", kBranch);
    if (!filter.serviceCode.isEmpty()) query.bind(":service", filter.serviceCode);
    if (!filter.text.isEmpty()) query.bind(":text", filter.text);
    if (filter.from.isValid()) query.bind(":from", businessDayNumber(filter.from));
    if (filter.to.isValid()) query.bind(":to", businessDayNumber(filter.to));
}

/// The placeholder of the n-th record of a customer.
std::string applicantName(std::size_t n)
{
    return ":applicant" + std::to_string(n);
}

/// Of any of so many records, a merged customer's.
QString applicantAmong(std::size_t records)
{
    QStringList names;
    for (std::size_t i = 0; i < records; ++i)
        names << QString::fromStdString(applicantName(i));
    return u"applicant_id IN (%1)"_s.arg(names.join(u", "_s));
}

} // namespace

TransactionPage TransactionListRepository::page(
    const TransactionFilter& filter, const ListAnchor& after, int limit) const
{
    QStringList where = conditions(filter);
    const std::vector<CustomerId> records = filter.customer.isNull()
        ? std::vector<CustomerId>()
        : CustomerRepository(m_tx).recordsOf(filter.customer);
    if (!filter.customer.isNull()) where << applicantAmong(records.size());
    if (!after.atStart())
        where << (filter.needsPerson
                ? u"(attention < :after_attention OR (attention = :after_attention AND id > :after_id))"_s
                : u"id < :after_id"_s);
    const QString order = filter.needsPerson ? u"attention DESC, id"_s : u"id DESC"_s;

    auto query = m_tx.query(u"SELECT " SANAD_TRANSACTION_COLUMNS " FROM service_transaction WHERE "_s +
        where.join(u" AND "_s) + u" ORDER BY "_s + order + u" LIMIT :limit"_s);
    query.bind(":limit", limit + 1);
    bindConditions(query, filter);
    for (std::size_t i = 0; i < records.size(); ++i)
        query.bind(applicantName(i), records[i]);
    if (!after.atStart()) {
        query.bind(":after_id", after.id);
        if (filter.needsPerson) query.bind(":after_attention", after.attention);
    }
    query.run();

    TransactionPage page;
    ListAnchor last;
    while (query.next()) {
        if (static_cast<int>(page.rows.size()) == limit) {
            page.next = last;
            break;
        }
        page.rows.push_back(transactionFrom(query));
        last = {query.int32(kAttentionColumn), query.int64(0)};
    }
    return page;
}

LongList<Transaction> transactionList(const TransactionFilter& filter)
{
    ListSql sql;
    sql.needs = Permission::ViewTransactions;
    sql.table = u"service_transaction"_s;
    sql.where = conditions(filter).join(u" AND "_s);
    sql.bind = [filter](Query& query) { bindConditions(query, filter); };
    sql.stretch = filter.needsPerson ? u"attention"_s : u"business_day"_s;
    sql.inStretch = sql.stretch + u" = :stretch"_s;
    // The index of days is by state within a day; from one id to another the key is the way. Only numbers
    // take a plus.
    if (filter.states.empty() && filter.text.isEmpty() && filter.serviceCode.isEmpty() && !filter.needsPerson)
        sql.byKey = u'+' + conditions(filter).join(u" AND +"_s) + u" AND +"_s + sql.inStretch;
    sql.oldestFirst = filter.needsPerson;
    sql.fixedPast = filter.states.empty() && filter.text.isEmpty() && !filter.needsPerson && !filter.unpaid;
    return {std::move(sql), QStringLiteral(SANAD_TRANSACTION_COLUMNS), transactionFrom};
}

std::int64_t TransactionListRepository::needingPerson() const
{
    auto query = m_tx.query(kNeedingPerson);
    return query.bind(":branch", kBranch).run().next() ? query.int64(0) : 0;
}

} // namespace sanad
