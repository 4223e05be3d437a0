#include "core/customers/customer_repository.h"

#include "core/base/identifiers.h"
#include "core/base/iso_date.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_rows.h"
#include "core/customers/customer_seal.h"
#include "core/customers/search_terms.h"
#include "core/settings/centre.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO customer (id, branch_id, kind, name_ar, name_en, search_text, sex, nationality, wilayat, language,
        person_sealed, created_at, updated_at, merged_into, restricted_at)
    VALUES (:id, :branch, :kind, :name_ar, :name_en, :search_text, :sex, :nationality, :wilayat, :language,
        :person, :created, :updated, :merged_into, :restricted))";

constexpr auto kUpdate = R"(
    UPDATE customer SET kind = :kind, name_ar = :name_ar, name_en = :name_en, search_text = :search_text, sex = :sex,
        nationality = :nationality, wilayat = :wilayat, language = :language, person_sealed = :person, updated_at = :now
    WHERE id = :id)";

constexpr auto kGet = R"(
    SELECT kind, name_ar, name_en, sex, nationality, wilayat, language, person_sealed, merged_into, created_at, updated_at,
        restricted_at
    FROM customer WHERE id = :id)";

constexpr auto kMatch = R"(
    SELECT kind, name_ar, name_en, person_sealed, merged_into, restricted_at,
        CAST(EXISTS (SELECT 1 FROM customer part WHERE part.merged_into = c.id) AS INTEGER)
    FROM customer c WHERE id = :id)";
constexpr auto kSearchText = "SELECT search_text FROM customer WHERE id = :id";
constexpr auto kMergedInto = "SELECT merged_into FROM customer WHERE id = :id";
constexpr auto kPartsOf = "SELECT id FROM customer WHERE merged_into = :id ORDER BY id";
constexpr auto kCount = "SELECT CAST(count(*) AS BIGINT) FROM customer WHERE merged_into IS NULL";

constexpr auto kAddNumber = R"(
    INSERT INTO customer_number (id, branch_id, customer_id, kind, country, holder, exact_index, tail_index, expiry)
    VALUES (:id, :branch, :customer, :kind, :country, :holder, :exact, :tail, :expiry))";
// Plates are learnt from transactions and are no part of the record.
constexpr auto kRemoveNumbers =
    "DELETE FROM customer_number WHERE customer_id = :customer AND kind <> 'plate_number'";
constexpr auto kAddPlate = R"(
    INSERT INTO customer_number (id, branch_id, customer_id, kind, country, holder, exact_index, tail_index,
        expiry)
    VALUES (:id, :branch, :customer, :kind, :country, :holder, :exact, :tail, :expiry)
    ON CONFLICT (exact_index, kind, country, holder, branch_id) DO NOTHING)";

constexpr auto kHolder = R"(
    SELECT customer_id FROM customer_number
    WHERE exact_index = :exact AND kind = :kind AND country = :country AND holder = 0 AND branch_id = :branch)";
constexpr auto kByNumber = "SELECT customer_id FROM customer_number WHERE exact_index = :exact LIMIT :limit";
constexpr auto kSharingPhones = R"(
    SELECT DISTINCT n.customer_id FROM customer_number n WHERE n.customer_id >= :first AND n.kind = 'phone'
        AND EXISTS (SELECT 1 FROM customer_number o
            WHERE o.exact_index = n.exact_index AND o.kind = 'phone' AND o.holder <> n.holder)
    ORDER BY n.customer_id)";
constexpr auto kByTail = R"(
    SELECT DISTINCT customer_id FROM (
        SELECT customer_id FROM customer_number WHERE tail_index >= :tail AND tail_index <= :tail_end LIMIT :candidates
    ) AS candidates ORDER BY customer_id DESC LIMIT :limit)";

constexpr auto kSaveAuthorised = R"(
    INSERT INTO customer_authorised (company_id, person_id, branch_id, role, valid_until)
    VALUES (:company, :person, :branch, :role, :valid_until)
    ON CONFLICT (company_id, person_id) DO UPDATE SET role = excluded.role, valid_until = excluded.valid_until)";
constexpr auto kRemoveAuthorised =
    "DELETE FROM customer_authorised WHERE company_id = :company AND person_id = :person";
constexpr auto kAuthorised = "SELECT person_id, role, valid_until FROM customer_authorised WHERE company_id "
                             "= :company ORDER BY person_id";

/// The longest ending that the index knows.
constexpr qsizetype kIndexedDigits = 6;
/// Numbers that end alike are looked through this far.
constexpr int kTailCandidates = 400;
/// Chains of merges are short; a longer one is a damaged file.
constexpr int kMaxMergeDepth = 16;

std::optional<QString> dateText(const QDate& date)
{
    return date.isValid() ? std::optional(isoText(date)) : std::nullopt;
}

CustomerMatch matchOf(const Customer& customer)
{
    return {customer.id, customer.kind, customer.nameAr, customer.nameEn, customer.maskedIdentifier(),
        customer.phone.isEmpty() ? QString() : maskedIdentifier(searchableNumber(customer.phone)),
        customer.restrictedAt.isValid()};
}

bool endsIn(const Customer& customer, const QString& digits)
{
    if (searchableNumber(customer.phone).endsWith(digits) ||
        searchableNumber(customer.otherPhone).endsWith(digits))
        return true;
    return std::any_of(customer.identifiers.begin(), customer.identifiers.end(),
        [&](const auto& entry) { return searchableNumber(entry.value).endsWith(digits); });
}

} // namespace

bool isUniqueIdentifier(QStringView kind)
{
    return kind == u"civil_number" || kind == u"cr_number" || kind == u"passport_number";
}

std::optional<Customer> CustomerRepository::record(CustomerId id)
{
    auto query = m_tx.query(kGet);
    query.bind(":id", id).run();
    if (!query.next()) return std::nullopt;
    Customer customer;
    customer.id = id;
    customer.kind = customerKindFromKey(query.text(0)).value_or(CustomerKind::Citizen);
    customer.nameAr = query.text(1);
    customer.nameEn = query.text(2);
    customer.sex = query.text(3);
    customer.nationality = query.text(4);
    customer.wilayat = query.text(5);
    customer.language = query.text(6);
    openPerson(m_tx.vault(), query.bytes(7), customer);
    customer.mergedInto = query.id<CustomerId>(8);
    customer.createdAt = query.time(9);
    customer.updatedAt = query.time(10);
    customer.restrictedAt = query.time(11);
    return customer;
}

std::vector<CustomerIdentifier> CustomerRepository::mergedIdentifiers(CustomerId id)
{
    std::vector<CustomerIdentifier> theirs;
    for (const auto part : recordsOf(id)) {
        if (part == id) continue;
        const auto merged = record(part);
        theirs.insert(theirs.end(), merged->identifiers.begin(), merged->identifiers.end());
    }
    return theirs;
}

std::optional<Customer> CustomerRepository::get(CustomerId id)
{
    auto customer = record(id);
    if (!customer) return std::nullopt;
    for (const auto& entry : mergedIdentifiers(id))
        if (std::find(customer->identifiers.begin(), customer->identifiers.end(), entry) ==
            customer->identifiers.end())
            customer->identifiers.push_back(entry);
    customer->restrictedAt = restrictedSince(id);
    if (const auto consents = personsConsents(id); !consents.empty()) customer->consent = consents.front();
    if (customer->kind != CustomerKind::Company) return customer;
    for (const auto part : recordsOf(id))
        addAuthorised(part, customer->authorised);
    return customer;
}

void CustomerRepository::addAuthorised(CustomerId company, std::vector<AuthorisedPerson>& people)
{
    std::vector<AuthorisedPerson> own;
    {
        auto query = m_tx.query(kAuthorised);
        query.bind(":company", company).run();
        while (query.next())
            own.push_back({query.id<CustomerId>(0), query.text(1), isoDate(query.text(2))});
    }
    // What was said of the record that stands goes before what was said of one merged into it.
    std::stable_partition(own.begin(), own.end(),
        [&](const AuthorisedPerson& one) { return resolve(one.person) == one.person; });
    for (AuthorisedPerson& one : own) {
        one.person = resolve(one.person);
        if (std::none_of(people.begin(), people.end(),
                [&](const AuthorisedPerson& other) { return other.person == one.person; }))
            people.push_back(one);
    }
}

CustomerId CustomerRepository::resolve(CustomerId id)
{
    for (int depth = 0; depth < kMaxMergeDepth; ++depth) {
        auto query = m_tx.query(kMergedInto);
        query.bind(":id", id).run();
        if (!query.next() || query.isNull(0)) break;
        id = query.id<CustomerId>(0);
    }
    return id;
}

std::vector<CustomerId> CustomerRepository::recordsOf(CustomerId id)
{
    std::vector<CustomerId> records{id};
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto query = m_tx.query(kPartsOf);
        query.bind(":id", records[i]).run();
        while (query.next())
            records.push_back(query.id<CustomerId>(0));
    }
    return records;
}

std::optional<CustomerMatch> CustomerRepository::match(CustomerId id)
{
    for (int depth = 0; depth < kMaxMergeDepth; ++depth) {
        auto query = m_tx.query(kMatch);
        query.bind(":id", id).run();
        if (!query.next()) return std::nullopt;
        if (!query.isNull(4)) {
            id = query.id<CustomerId>(4);
            continue;
        }
        Customer customer;
        customer.id = id;
        customer.kind = customerKindFromKey(query.text(0)).value_or(CustomerKind::Citizen);
        customer.nameAr = query.text(1);
        customer.nameEn = query.text(2);
        openPerson(m_tx.vault(), query.bytes(3), customer);
        const bool hasParts = query.int64(6) != 0;
        customer.restrictedAt = hasParts ? restrictedSince(id) : query.time(5);
        return matchOf(customer);
    }
    return std::nullopt;
}

std::vector<CustomerId> CustomerRepository::sharingPhones(CustomerId first)
{
    std::vector<CustomerId> ids;
    auto query = m_tx.query(kSharingPhones);
    query.bind(":first", first).run();
    while (query.next())
        ids.push_back(query.id<CustomerId>(0));
    return ids;
}

std::optional<Customer> CustomerRepository::named(CustomerId id)
{
    auto query = m_tx.query(kMatch);
    if (!query.bind(":id", id).run().next()) return std::nullopt;
    Customer customer;
    customer.id = id;
    customer.nameAr = query.text(1);
    customer.nameEn = query.text(2);
    return customer;
}

std::vector<CustomerMatch> CustomerRepository::matches(const std::vector<CustomerId>& ids)
{
    std::vector<CustomerMatch> list;
    for (const auto id : ids) {
        auto line = match(id);
        if (!line) continue;
        if (std::none_of(list.begin(), list.end(), [&](const auto& other) { return other.id == line->id; }))
            list.push_back(std::move(*line));
    }
    return list;
}

std::optional<CustomerId> CustomerRepository::findByIdentifier(
    QStringView kind, const QString& value, const QString& country)
{
    auto query = m_tx.query(kHolder);
    query.bind(":exact", exactIndex(m_tx.vault(), searchableNumber(value)))
        .bind(":kind", kind.toString())
        .bind(":country", country)
        .bind(":branch", kBranch)
        .run();
    if (!query.next()) return std::nullopt;
    return resolve(query.id<CustomerId>(0));
}

std::vector<CustomerId> CustomerRepository::newestFirst(std::vector<CustomerId> ids, int limit)
{
    for (auto& id : ids)
        id = resolve(id);
    std::sort(ids.begin(), ids.end(), std::greater<>());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > static_cast<std::size_t>(limit)) ids.resize(static_cast<std::size_t>(limit));
    return ids;
}

std::vector<CustomerId> CustomerRepository::findByNumber(const QString& number, int limit)
{
    const QString searchable = searchableNumber(number);
    if (searchable.isEmpty()) return {};
    std::vector<CustomerId> ids;
    {
        auto query = m_tx.query(kByNumber);
        query.bind(":exact", exactIndex(m_tx.vault(), searchable)).bind(":limit", limit).run();
        while (query.next())
            ids.push_back(query.id<CustomerId>(0));
    }
    return newestFirst(std::move(ids), limit);
}

std::vector<CustomerId> CustomerRepository::findByLastDigits(const QString& digits, int limit)
{
    const QString ending = searchableNumber(digits);
    const QByteArray tail = tailIndex(m_tx.vault(), digitsOf(ending));
    if (tail.isEmpty()) return {};
    // What is longer than the index knows is compared with the numbers themselves.
    const bool compare = ending.size() > kIndexedDigits;
    std::vector<CustomerId> ids;
    {
        auto query = m_tx.query(kByTail);
        query.bind(":tail", tail)
            .bind(":tail_end", tailIndexEnd(tail))
            .bind(":candidates", kTailCandidates)
            .bind(":limit", compare ? kTailCandidates : limit)
            .run();
        while (query.next())
            ids.push_back(query.id<CustomerId>(0));
    }
    if (compare) std::erase_if(ids, [&](CustomerId id) { return !endsIn(*record(id), ending); });
    return newestFirst(std::move(ids), limit);
}

void CustomerRepository::writeNumbers(const Customer& customer, RowDigest& digest)
{
    const Vault& vault = m_tx.vault();
    const auto add = [&](const QString& kind, const QString& value, const QString& country,
                         const QDate& expiry) {
        if (value.isEmpty()) return;
        const QString searchable = searchableNumber(value);
        const QByteArray tail = tailIndex(vault, digitsOf(searchable));
        auto query = m_tx.query(kAddNumber);
        beginPart(digest, kCustomerRows.parts[0]);
        VouchedBinds(query, digest)
            .bind(":id", nextRawId())
            .bind(":branch", kBranch)
            .bind(":kind", kind)
            .bind(":country", country)
            .bind(":holder", isUniqueIdentifier(kind) ? std::int64_t{0} : customer.id.raw())
            .bind(":exact", exactIndex(vault, searchable))
            .bind(":tail", tail.isEmpty() ? std::nullopt : std::optional(tail))
            .bind(":expiry", dateText(expiry));
        query.bind(":customer", customer.id).run();
    };
    for (const auto& entry : customer.identifiers)
        add(entry.kind, entry.value, entry.country, entry.expiry);
    add(u"phone"_s, customer.phone, {}, {});
    if (searchableNumber(customer.otherPhone) != searchableNumber(customer.phone))
        add(u"phone"_s, customer.otherPhone, {}, {});
}

void CustomerRepository::addPlate(CustomerId customer, const QString& plate)
{
    const QString value = normalisedIdentifier(u"plate_number", plate);
    if (!hasIdentifierForm(u"plate_number", value)) return;
    const QString searchable = searchableNumber(value);
    const QByteArray tail = tailIndex(m_tx.vault(), digitsOf(searchable));
    const std::int64_t id = nextRawId();
    auto query = m_tx.query(kAddPlate);
    RowDigest digest;
    VouchedBinds(query, digest)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":customer", customer)
        .bind(":kind", u"plate_number"_s)
        .bind(":country", u"OMN"_s)
        .bind(":holder", customer)
        .bind(":exact", exactIndex(m_tx.vault(), searchable))
        .bind(":tail", tail.isEmpty() ? std::nullopt : std::optional(tail))
        .bindNull<QString>(":expiry");
    if (query.run().affected() > 0) VouchedRows(m_tx).written(kPlateRows, id, digest);
}

void CustomerRepository::insert(const Customer& customer)
{
    const QString words = searchTokens(customer.nameAr, customer.nameEn);
    RowDigest digest;
    {
        auto query = m_tx.query(kInsert);
        VouchedBinds(query, digest)
            .bind(":id", customer.id)
            .bind(":branch", kBranch)
            .bind(":kind", customerKindKey(customer.kind))
            .bind(":name_ar", customer.nameAr)
            .bind(":name_en", customer.nameEn)
            .bind(":sex", customer.sex)
            .bind(":nationality", customer.nationality)
            .bind(":wilayat", customer.wilayat)
            .bind(":language", customer.language)
            .bind(":person", sealedPerson(m_tx.vault(), customer))
            .bind(":created", m_tx.now())
            .bind(":updated", m_tx.now())
            .bind(":merged_into", CustomerId())
            .bind(":restricted", QDateTime());
        query.bind(":search_text", words).run();
    }
    writeNumbers(customer, digest);
    VouchedRows(m_tx).written(kCustomerRows, customer.id.raw(), digest);
    CustomerIndex(m_tx).add(customer.id, words);
}

void CustomerRepository::update(const Customer& given)
{
    Customer customer = given;
    for (const auto& theirs : mergedIdentifiers(customer.id)) // what a merged record holds stays there
        std::erase(customer.identifiers, theirs);
    QString before;
    {
        auto query = m_tx.query(kSearchText);
        query.bind(":id", customer.id).run();
        if (query.next()) before = query.text(0);
    }
    const QString words = searchTokens(customer.nameAr, customer.nameEn);
    m_tx.query(kUpdate)
        .bind(":id", customer.id)
        .bind(":kind", customerKindKey(customer.kind))
        .bind(":name_ar", customer.nameAr)
        .bind(":name_en", customer.nameEn)
        .bind(":search_text", words)
        .bind(":sex", customer.sex)
        .bind(":nationality", customer.nationality)
        .bind(":wilayat", customer.wilayat)
        .bind(":language", customer.language)
        .bind(":person", sealedPerson(m_tx.vault(), customer))
        .bind(":now", m_tx.now())
        .run();
    m_tx.query(kRemoveNumbers).bind(":customer", customer.id).run();
    RowDigest unused; // consents and signatories belong to it as well: it is read again
    writeNumbers(customer, unused);
    VouchedRows(m_tx).changed(kCustomerRows, customer.id);
    if (words == before) return;
    CustomerIndex index(m_tx);
    index.remove(customer.id, before);
    index.add(customer.id, words);
}

void CustomerRepository::saveAuthorised(CustomerId company, const AuthorisedPerson& person)
{
    m_tx.query(kSaveAuthorised)
        .bind(":company", company)
        .bind(":person", person.person)
        .bind(":branch", kBranch)
        .bind(":role", person.role)
        .bind(":valid_until", dateText(person.validUntil))
        .run();
    VouchedRows(m_tx).changed(kCustomerRows, company);
}

bool CustomerRepository::removeAuthorised(CustomerId company, CustomerId person)
{
    bool any = false;
    for (const CustomerId part : recordsOf(company))
        for (const CustomerId one : recordsOf(resolve(person))) {
            auto query = m_tx.query(kRemoveAuthorised);
            if (query.bind(":company", part).bind(":person", one).run().affected() == 0) continue;
            VouchedRows(m_tx).changed(kCustomerRows, part);
            any = true;
        }
    return any;
}

std::int64_t CustomerRepository::count()
{
    auto query = m_tx.query(kCount);
    query.run();
    return query.next() ? query.int64(0) : 0;
}

} // namespace sanad
