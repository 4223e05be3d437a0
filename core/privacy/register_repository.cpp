#include "core/privacy/register_repository.h"

#include "core/audit/row_digest.h"
#include "core/privacy/breach_rows.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kRequestTable = u"privacy_request"_s;
const auto kBreachTable = u"privacy_breach"_s;

#define SANAD_REQUEST_COLUMNS                                                                                \
    "id, number, customer_id, kind, state, received_on, due_on, words, answer, taken_at, taken_by, "         \
    "closed_at, closed_by"
#define SANAD_BREACH_COLUMNS                                                                                 \
    "id, number, found_at, due_at, words, measures, reported_at, reference, told_at, closed_at, recorded_by"

constexpr auto kNextRequest =
    "SELECT CAST(coalesce(max(number), 0) AS BIGINT) + 1 FROM privacy_request WHERE branch_id = :branch";
constexpr auto kSaveRequest = R"(
    INSERT INTO privacy_request (id, branch_id, number, customer_id, kind, state, received_on, due_on, words, answer,
        taken_at, taken_by, closed_at, closed_by)
    VALUES (:id, :branch, :number, :customer, :kind, :state, :received, :due, :words, :answer, :taken_at, :taken_by,
        :closed_at, :closed_by)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, received_on = excluded.received_on, due_on = excluded.due_on,
        words = excluded.words, answer = excluded.answer, closed_at = excluded.closed_at, closed_by = excluded.closed_by)";
constexpr auto kRequest =
    "SELECT " SANAD_REQUEST_COLUMNS " FROM privacy_request WHERE branch_id = :branch AND number = :number";
constexpr auto kOpenRequests =
    "SELECT " SANAD_REQUEST_COLUMNS
    " FROM privacy_request WHERE state = 'open' ORDER BY due_on, number LIMIT :limit";
constexpr auto kClosedRequests =
    "SELECT " SANAD_REQUEST_COLUMNS
    " FROM privacy_request WHERE state <> 'open' ORDER BY number DESC LIMIT :limit";
constexpr auto kRequestsAfter =
    "SELECT " SANAD_REQUEST_COLUMNS
    " FROM privacy_request WHERE state = 'open' AND received_on > :day ORDER BY number";
constexpr auto kRequestsOf =
    "SELECT " SANAD_REQUEST_COLUMNS " FROM privacy_request WHERE customer_id = :customer ORDER BY number";
constexpr auto kForgetRequests =
    "UPDATE privacy_request SET words = NULL, answer = NULL WHERE customer_id = :customer";

constexpr auto kNextBreach =
    "SELECT CAST(coalesce(max(number), 0) AS BIGINT) + 1 FROM privacy_breach WHERE branch_id = :branch";
constexpr auto kSaveBreach = R"(
    INSERT INTO privacy_breach (id, branch_id, number, found_at, due_at, words, measures, reported_at, reference, told_at,
        closed_at, recorded_by)
    VALUES (:id, :branch, :number, :found_at, :due_at, :words, :measures, :reported_at, :reference, :told_at, :closed_at,
        :recorded_by)
    ON CONFLICT (id) DO UPDATE SET found_at = excluded.found_at, due_at = excluded.due_at, measures = excluded.measures,
        reported_at = excluded.reported_at, reference = excluded.reference, told_at = excluded.told_at,
        closed_at = excluded.closed_at)";
constexpr auto kBreach =
    "SELECT " SANAD_BREACH_COLUMNS " FROM privacy_breach WHERE branch_id = :branch AND number = :number";
constexpr auto kOpenBreaches = "SELECT " SANAD_BREACH_COLUMNS
                               " FROM privacy_breach WHERE closed_at IS NULL ORDER BY due_at LIMIT :limit";
constexpr auto kClosedBreaches =
    "SELECT " SANAD_BREACH_COLUMNS
    " FROM privacy_breach WHERE closed_at IS NOT NULL ORDER BY number DESC LIMIT :limit";
constexpr auto kBreachesAfter =
    "SELECT " SANAD_BREACH_COLUMNS " FROM privacy_breach WHERE reported_at IS NULL AND closed_at IS NULL AND "
    "found_at > :time ORDER BY number";
constexpr auto kAddPerson = R"(
    INSERT INTO privacy_breach_person (breach_id, customer_id, branch_id) VALUES (:breach, :customer, :branch)
    ON CONFLICT (breach_id, customer_id) DO NOTHING)";
constexpr auto kPeople =
    "SELECT customer_id FROM privacy_breach_person WHERE breach_id = :breach ORDER BY customer_id";
constexpr auto kBreachesWith = R"(
    SELECT b.number FROM privacy_breach b JOIN privacy_breach_person p ON p.breach_id = b.id
    WHERE p.customer_id = :customer AND b.closed_at IS NULL ORDER BY b.number)";
constexpr auto kAllBreachesWith = R"(
    SELECT b.number FROM privacy_breach b JOIN privacy_breach_person p ON p.breach_id = b.id
    WHERE p.customer_id = :customer ORDER BY b.number)";
constexpr auto kForgetPerson = "DELETE FROM privacy_breach_person WHERE customer_id = :customer";

// In the order in which core/verify reads them.
constexpr auto kRequestRow = R"(
    SELECT id, branch_id, number, customer_id, kind, state, received_on, due_on, words, answer, taken_at, taken_by,
        closed_at, closed_by FROM privacy_request WHERE id = :id)";
constexpr auto kBreachesOf = "SELECT breach_id FROM privacy_breach_person WHERE customer_id = :customer";

void bindTime(Query& query, std::string_view name, const QDateTime& time)
{
    if (time.isValid())
        query.bind(name, time);
    else
        query.bindNull(name);
}

template <class IdType>
void bindSealed(Query& query, Tx& tx, std::string_view name, const QString& table, const QString& column,
    IdType id, const QString& text)
{
    if (text.isEmpty())
        query.bindNull(name);
    else
        query.bind(name, tx.vault().seal(table, column, id.raw(), text));
}

QString opened(Tx& tx, const QString& table, const QString& column, std::int64_t id, const Query& row, int at)
{
    if (row.isNull(at)) return {};
    const auto plain = tx.vault().open(table, column, id, row.bytes(at));
    if (!plain) throw DbError(plain.error());
    return QString::fromUtf8(*plain);
}

RequestState stateFrom(const QString& key)
{
    for (const auto state : {RequestState::Done, RequestState::Refused})
        if (requestStateKey(state) == key) return state;
    return RequestState::Open;
}

} // namespace

QString RegisterRepository::digestOf(const char* sql, const char* types, std::int64_t id)
{
    auto query = m_tx.query(sql);
    if (!query.bind(":id", id).run().next()) return {};
    RowDigest digest;
    for (int column = 0; types[column] != '\0'; ++column) {
        if (types[column] == 'i')
            digest.add(query.int64(column));
        else if (types[column] == 'b')
            digest.add(query.bytes(column));
        else
            digest.add(query.text(column));
    }
    return digest.hex();
}

std::int64_t RegisterRepository::nextRequestNumber()
{
    auto query = m_tx.query(kNextRequest);
    return query.bind(":branch", kBranch).run().next() ? query.int64(0) : 1;
}

QString RegisterRepository::save(const PrivacyRequest& request)
{
    {
        auto query = m_tx.query(kSaveRequest);
        query.bind(":id", request.id)
            .bind(":branch", kBranch)
            .bind(":number", request.number)
            .bind(":customer", request.customer)
            .bind(":kind", requestKindKey(request.kind))
            .bind(":state", requestStateKey(request.state))
            .bind(":received", businessDayNumber(request.receivedOn))
            .bind(":due", businessDayNumber(request.dueOn))
            .bind(":taken_at", request.takenAt)
            .bind(":taken_by", request.takenBy);
        bindSealed(query, m_tx, ":words", kRequestTable, u"words"_s, request.id, request.words);
        bindSealed(query, m_tx, ":answer", kRequestTable, u"answer"_s, request.id, request.answer);
        bindTime(query, ":closed_at", request.closedAt);
        if (request.closedBy.isEmpty())
            query.bindNull(":closed_by");
        else
            query.bind(":closed_by", request.closedBy);
        query.run();
    }
    return digestOf(kRequestRow, "iiiittiibbtttt", request.id.raw());
}

PrivacyRequest RegisterRepository::requestFrom(const Query& row) const
{
    PrivacyRequest request;
    request.id = row.id<PrivacyRequestId>(0);
    request.number = row.int64(1);
    request.customer = row.id<CustomerId>(2);
    request.kind = requestKindFromKey(row.text(3)).value_or(RequestKind::Access);
    request.state = stateFrom(row.text(4));
    request.receivedOn = businessDayFrom(row.int32(5));
    request.dueOn = businessDayFrom(row.int32(6));
    request.words = opened(m_tx, kRequestTable, u"words"_s, request.id.raw(), row, 7);
    request.answer = opened(m_tx, kRequestTable, u"answer"_s, request.id.raw(), row, 8);
    request.takenAt = row.time(9);
    request.takenBy = row.text(10);
    request.closedAt = row.time(11);
    request.closedBy = row.text(12);
    return request;
}

std::vector<PrivacyRequest> RegisterRepository::requestList(Query& query) const
{
    std::vector<PrivacyRequest> list;
    query.run();
    while (query.next())
        list.push_back(requestFrom(query));
    return list;
}

std::optional<PrivacyRequest> RegisterRepository::request(std::int64_t number)
{
    auto query = m_tx.query(kRequest);
    if (!query.bind(":branch", kBranch).bind(":number", number).run().next()) return std::nullopt;
    return requestFrom(query);
}

std::vector<PrivacyRequest> RegisterRepository::requests(bool openOnly, int limit)
{
    auto open = m_tx.query(kOpenRequests);
    open.bind(":limit", limit);
    auto list = requestList(open);
    if (openOnly) return list;
    auto closed = m_tx.query(kClosedRequests);
    closed.bind(":limit", limit);
    for (auto& one : requestList(closed))
        list.push_back(std::move(one));
    return list;
}

std::vector<PrivacyRequest> RegisterRepository::requestsOf(CustomerId customer)
{
    auto query = m_tx.query(kRequestsOf);
    query.bind(":customer", customer);
    return requestList(query);
}

std::vector<PrivacyRequest> RegisterRepository::requestsAfter(const QDate& day)
{
    auto query = m_tx.query(kRequestsAfter);
    query.bind(":day", businessDayNumber(day));
    return requestList(query);
}

std::int64_t RegisterRepository::nextBreachNumber()
{
    auto query = m_tx.query(kNextBreach);
    return query.bind(":branch", kBranch).run().next() ? query.int64(0) : 1;
}

void RegisterRepository::save(const PrivacyBreach& breach)
{
    {
        auto query = m_tx.query(kSaveBreach);
        query.bind(":id", breach.id)
            .bind(":branch", kBranch)
            .bind(":number", breach.number)
            .bind(":found_at", breach.foundAt)
            .bind(":due_at", breach.dueAt)
            .bind(":words", m_tx.vault().seal(kBreachTable, u"words", breach.id.raw(), breach.words))
            .bind(":reference", breach.reference.isNull() ? u""_s : breach.reference)
            .bind(":recorded_by", breach.recordedBy);
        bindSealed(query, m_tx, ":measures", kBreachTable, u"measures"_s, breach.id, breach.measures);
        bindTime(query, ":reported_at", breach.reportedAt);
        bindTime(query, ":told_at", breach.toldAt);
        bindTime(query, ":closed_at", breach.closedAt);
        query.run();
    }
    for (const CustomerId person : breach.people)
        m_tx.query(kAddPerson)
            .bind(":breach", breach.id)
            .bind(":customer", person)
            .bind(":branch", kBranch)
            .run();
    VouchedRows(m_tx).changed(kBreachRows, breach.id);
}

PrivacyBreach RegisterRepository::breachFrom(const Query& row) const
{
    PrivacyBreach breach;
    breach.id = row.id<PrivacyBreachId>(0);
    breach.number = row.int64(1);
    breach.foundAt = row.time(2);
    breach.dueAt = row.time(3);
    breach.words = opened(m_tx, kBreachTable, u"words"_s, breach.id.raw(), row, 4);
    breach.measures = opened(m_tx, kBreachTable, u"measures"_s, breach.id.raw(), row, 5);
    breach.reportedAt = row.time(6);
    breach.reference = row.text(7);
    breach.toldAt = row.time(8);
    breach.closedAt = row.time(9);
    breach.recordedBy = row.text(10);
    return breach;
}

std::vector<PrivacyBreach> RegisterRepository::breachList(Query& query)
{
    std::vector<PrivacyBreach> list;
    query.run();
    while (query.next())
        list.push_back(breachFrom(query));
    return list;
}

/// When the list has been read: a server gives the rows of one question at a time.
std::vector<PrivacyBreach> RegisterRepository::withPeople(std::vector<PrivacyBreach> list)
{
    for (PrivacyBreach& breach : list) {
        auto people = m_tx.query(kPeople);
        people.bind(":breach", breach.id).run();
        while (people.next())
            breach.people.push_back(people.id<CustomerId>(0));
    }
    return list;
}

std::optional<PrivacyBreach> RegisterRepository::breach(std::int64_t number)
{
    auto query = m_tx.query(kBreach);
    query.bind(":branch", kBranch).bind(":number", number);
    auto found = withPeople(breachList(query));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<PrivacyBreach> RegisterRepository::breaches(bool openOnly, int limit)
{
    auto open = m_tx.query(kOpenBreaches);
    open.bind(":limit", limit);
    auto list = breachList(open);
    if (openOnly) return withPeople(std::move(list));
    auto closed = m_tx.query(kClosedBreaches);
    closed.bind(":limit", limit);
    for (auto& one : breachList(closed))
        list.push_back(std::move(one));
    return withPeople(std::move(list));
}

std::vector<PrivacyBreach> RegisterRepository::breachesAfter(const QDateTime& time)
{
    auto query = m_tx.query(kBreachesAfter);
    query.bind(":time", time);
    return withPeople(breachList(query));
}

std::vector<std::int64_t> RegisterRepository::openBreachesWith(CustomerId customer)
{
    std::vector<std::int64_t> numbers;
    auto query = m_tx.query(kBreachesWith);
    query.bind(":customer", customer).run();
    while (query.next())
        numbers.push_back(query.int64(0));
    return numbers;
}

std::vector<std::int64_t> RegisterRepository::breachesWith(CustomerId customer)
{
    std::vector<std::int64_t> numbers;
    auto query = m_tx.query(kAllBreachesWith);
    query.bind(":customer", customer).run();
    while (query.next())
        numbers.push_back(query.int64(0));
    return numbers;
}

std::vector<std::pair<QString, QString>> RegisterRepository::forget(CustomerId customer)
{
    std::vector<std::int64_t> named;
    {
        auto query = m_tx.query(kBreachesOf);
        query.bind(":customer", customer).run();
        while (query.next())
            named.push_back(query.int64(0));
    }
    for (const std::int64_t breach : named)
        VouchedRows(m_tx).changed(kBreachRows, breach);
    m_tx.query(kForgetPerson).bind(":customer", customer).run();
    m_tx.query(kForgetRequests).bind(":customer", customer).run();
    std::vector<std::pair<QString, QString>> digests;
    for (const PrivacyRequest& request : requestsOf(customer))
        digests.emplace_back(kRequestTable + u':' + request.id.text(),
            digestOf(kRequestRow, "iiiittiibbtttt", request.id.raw()));
    return digests;
}

} // namespace sanad
