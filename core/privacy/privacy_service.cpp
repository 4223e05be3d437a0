#include "core/privacy/privacy_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_repository.h"
#include "core/documents/retention.h"
#include "core/privacy/clock_ahead.h"
#include "core/privacy/register_repository.h"
#include "core/privacy/subject_repository.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr TextRule kWords{.maxLength = 2000, .required = true, .multiline = true};
constexpr TextRule kAnswer{.maxLength = 2000, .multiline = true};
constexpr int kMostRows = 500;

const Error kNoCustomer{ErrorCode::NotFound, u"customer.not-found"_s, {}, {}};

QDate today(Tx& tx)
{
    return businessDayAt(tx.now(), 0);
}

Error numbered(ErrorCode code, const QString& key, std::int64_t number)
{
    return {code, key, {QString::number(number)}, {}};
}

void recordRow(Tx& tx, const Actor& by, const QString& act, std::int64_t id, const QString& table,
    const QString& digest, QJsonObject payload)
{
    payload.insert(u"rows"_s, QJsonObject{{table, digest}});
    AuditTrail(tx).record(by, act, id, payload);
    tx.touched(u"privacy"_s);
}

/// The records that stand for these people today, each once.
Result<std::vector<CustomerId>> knownPeople(Tx& tx, const std::vector<CustomerId>& people)
{
    CustomerRepository customers(tx);
    std::vector<CustomerId> known;
    for (const CustomerId id : people) {
        if (!customers.match(id)) return kNoCustomer;
        if (const auto one = customers.resolve(id); std::find(known.begin(), known.end(), one) == known.end())
            known.push_back(one);
    }
    return known;
}

void recordBreachRow(Tx& tx, const Actor& by, const QString& act, const PrivacyBreach& breach)
{
    RegisterRepository(tx).save(breach);
    AuditTrail(tx).record(by, act, breach.id.raw(),
        {{u"number"_s, qint64{breach.number}}, {u"people"_s, qint64(breach.people.size())}});
}

/// A code that some service asks for today, or that has a rule already; empty for all others.
bool isKindOfPaper(Tx& tx, const QString& code)
{
    if (retentionRules(tx).contains(code)) return true;
    const QDate today = catalogueDay(tx.now());
    const auto services = CatalogueRepository(tx).catalogue()->services(today);
    return std::any_of(services.begin(), services.end(), [&](const ServiceItem& service) {
        return std::any_of(service.documents.begin(), service.documents.end(),
            [&](const RequiredDocument& paper) { return paper.code == code; });
    });
}

} // namespace

Result<PrivacyRequest> PrivacyService::takeRequest(
    CustomerId customer, RequestKind kind, const QString& words, const QDate& receivedOn, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(clean, cleanText(words, kAnswer));
    return m_db.write([&](Tx& tx) -> Result<PrivacyRequest> {
        CustomerRepository customers(tx);
        if (!customers.match(customer)) return kNoCustomer;
        const QDate received = receivedOn.isValid() ? receivedOn : today(tx);
        if (received > today(tx)) return Error{ErrorCode::Invalid, u"privacy.day"_s, {}, {}};
        if (const QDate earliest = earliestEntry(tx); received < earliest)
            return Error{ErrorCode::Invalid, u"privacy.too-early"_s, {earliest.toString(Qt::ISODate)}, {}};
        RegisterRepository registers(tx);
        PrivacyRequest request;
        request.id = PrivacyRequestId::create();
        request.number = registers.nextRequestNumber();
        request.customer = customers.resolve(customer);
        request.kind = kind;
        request.receivedOn = received;
        request.dueOn = received.addDays(kRequestDays);
        request.words = clean;
        request.takenAt = tx.now();
        request.takenBy = by.user();
        const QString digest = registers.save(request);
        recordRow(tx, by, u"privacy-request.taken"_s, request.id.raw(), u"privacy_request"_s, digest,
            {{u"kind"_s, requestKindKey(kind)}, {u"number"_s, qint64{request.number}},
                {u"subject"_s, request.customer.text()}});
        return request;
    });
}

Result<PrivacyRequest> PrivacyService::closeRequest(
    std::int64_t number, RequestState state, const QString& answer, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(clean, cleanText(answer, kAnswer));
    return m_db.write([&](Tx& tx) -> Result<PrivacyRequest> {
        RegisterRepository registers(tx);
        auto request = registers.request(number);
        if (!request) return numbered(ErrorCode::NotFound, u"privacy.no-request"_s, number);
        if (request->state != RequestState::Open)
            return numbered(ErrorCode::Conflict, u"privacy.request-closed"_s, number);
        Q_ASSERT(state != RequestState::Open);
        request->state = state;
        request->answer = clean;
        request->closedAt = tx.now();
        request->closedBy = by.user();
        const QString digest = registers.save(*request);
        recordRow(tx, by, u"privacy-request.closed"_s, request->id.raw(), u"privacy_request"_s, digest,
            {{u"number"_s, qint64{number}}, {u"state"_s, requestStateKey(state)}});
        return *request;
    });
}

Result<std::vector<PrivacyRequest>> PrivacyService::requests(bool openOnly, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY(countAnew(m_db, by));
    return m_db.read([&](Tx& tx) -> Result<std::vector<PrivacyRequest>> {
        return RegisterRepository(tx).requests(openOnly, kMostRows);
    });
}

Result<PrivacyBreach> PrivacyService::recordBreach(
    const QDateTime& foundAt, const QString& words, const std::vector<CustomerId>& people, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(clean, cleanText(words, kWords));
    return m_db.write([&](Tx& tx) -> Result<PrivacyBreach> {
        const QDateTime found = foundAt.isValid() ? foundAt.toUTC() : tx.now();
        if (found > tx.now()) return Error{ErrorCode::Invalid, u"privacy.time"_s, {}, {}};
        if (const QDate earliest = earliestEntry(tx); businessDayAt(found, 0) < earliest)
            return Error{ErrorCode::Invalid, u"privacy.too-early"_s, {earliest.toString(Qt::ISODate)}, {}};
        SANAD_TRY_VALUE(known, knownPeople(tx, people));
        PrivacyBreach breach;
        breach.id = PrivacyBreachId::create();
        breach.number = RegisterRepository(tx).nextBreachNumber();
        breach.foundAt = found;
        breach.dueAt = found.addSecs(kBreachHours * 3600);
        breach.words = clean;
        breach.recordedBy = by.user();
        breach.people = known;
        recordBreachRow(tx, by, u"privacy-breach.recorded"_s, breach);
        return breach;
    });
}

template <class Change>
Result<PrivacyBreach> PrivacyService::changeBreach(
    std::int64_t number, const QString& act, const Actor& by, Change&& change)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    return m_db.write([&](Tx& tx) -> Result<PrivacyBreach> {
        RegisterRepository registers(tx);
        auto breach = registers.breach(number);
        if (!breach) return numbered(ErrorCode::NotFound, u"privacy.no-breach"_s, number);
        if (breach->closedAt.isValid())
            return numbered(ErrorCode::Conflict, u"privacy.breach-closed"_s, number);
        SANAD_TRY(change(tx, *breach));
        recordBreachRow(tx, by, act, *breach);
        return *registers.breach(number);
    });
}

Result<PrivacyBreach> PrivacyService::addPeople(
    std::int64_t number, const std::vector<CustomerId>& people, const Actor& by)
{
    return changeBreach(
        number, u"privacy-breach.people-added"_s, by, [&](Tx& tx, PrivacyBreach& breach) -> Result<> {
            SANAD_TRY_VALUE(known, knownPeople(tx, people));
            for (const CustomerId one : known)
                if (std::find(breach.people.begin(), breach.people.end(), one) == breach.people.end())
                    breach.people.push_back(one);
            return {};
        });
}

Result<PrivacyBreach> PrivacyService::addMeasures(
    std::int64_t number, const QString& measures, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(clean, cleanText(measures, kWords));
    return changeBreach(
        number, u"privacy-breach.measures-added"_s, by, [&](Tx&, PrivacyBreach& breach) -> Result<> {
            breach.measures += breach.measures.isEmpty() ? clean : u'\n' + clean;
            return {};
        });
}

Result<PrivacyBreach> PrivacyService::reportBreach(
    std::int64_t number, const QString& reference, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(clean, cleanText(reference, {.maxLength = 60}));
    return changeBreach(
        number, u"privacy-breach.reported"_s, by, [&](Tx& tx, PrivacyBreach& breach) -> Result<> {
            if (!breach.reportedAt.isValid()) breach.reportedAt = tx.now();
            breach.reference = clean;
            return {};
        });
}

Result<PrivacyBreach> PrivacyService::peopleTold(std::int64_t number, const Actor& by)
{
    return changeBreach(
        number, u"privacy-breach.people-told"_s, by, [&](Tx& tx, PrivacyBreach& breach) -> Result<> {
            if (!breach.toldAt.isValid()) breach.toldAt = tx.now();
            return {};
        });
}

Result<PrivacyBreach> PrivacyService::closeBreach(std::int64_t number, const Actor& by)
{
    return changeBreach(
        number, u"privacy-breach.closed"_s, by, [&](Tx& tx, PrivacyBreach& breach) -> Result<> {
            if (!breach.reportedAt.isValid())
                return numbered(ErrorCode::Conflict, u"privacy.breach-unreported"_s, number);
            breach.closedAt = tx.now();
            return {};
        });
}

Result<std::vector<PrivacyBreach>> PrivacyService::breaches(bool openOnly, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY(countAnew(m_db, by));
    return m_db.read([&](Tx& tx) -> Result<std::vector<PrivacyBreach>> {
        return RegisterRepository(tx).breaches(openOnly, kMostRows);
    });
}

Result<int> PrivacyService::setRestricted(CustomerId customer, bool restricted, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    return m_db.write([&](Tx& tx) -> Result<int> {
        CustomerRepository customers(tx);
        if (!customers.match(customer)) return kNoCustomer;
        const CustomerId stands = customers.resolve(customer);
        if (customers.isRestricted(stands) == restricted)
            return Error{ErrorCode::Conflict,
                restricted ? u"privacy.restricted-already"_s : u"privacy.not-restricted"_s, {}, {}};
        for (const CustomerId part : customers.recordsOf(stands))
            customers.setRestricted(part, restricted);
        customers.holdWaiting(stands);
        AuditTrail(tx).record(
            by, restricted ? u"customer.restricted"_s : u"customer.restriction-lifted"_s, stands);
        for (const auto& topic : {u"privacy"_s, u"customers"_s, u"sync"_s})
            tx.touched(topic);
        return customers.beingSent(stands);
    });
}

Result<int> PrivacyService::restrictUse(CustomerId customer, const Actor& by)
{
    return setRestricted(customer, true, by);
}
Result<> PrivacyService::liftRestriction(CustomerId customer, const Actor& by)
{
    SANAD_TRY(setRestricted(customer, false, by));
    return {};
}

Result<std::vector<RestrictedRecord>> PrivacyService::restricted(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    return m_db.read([&](Tx& tx) -> Result<std::vector<RestrictedRecord>> {
        CustomerRepository customers(tx);
        std::vector<RestrictedRecord> records;
        for (const CustomerMatch& match : customers.matches(customers.restricted()))
            records.push_back({match, customers.beingSent(match.id)});
        return records;
    });
}

Result<std::vector<Retention>> PrivacyService::retention(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    return m_db.read([&](Tx& tx) -> Result<std::vector<Retention>> {
        std::vector<Retention> rules;
        const auto stored = retentionRules(tx);
        for (auto rule = stored.begin(); rule != stored.end(); ++rule)
            rules.push_back({rule.key(), rule.value()});
        return rules;
    });
}

Result<> PrivacyService::setRetention(const Retention& rule, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(code, cleanText(rule.code, {.maxLength = 40}));
    if (rule.months < 1 || rule.months > kMostKeepMonths || code.contains(u',') || code.contains(u'='))
        return Error{ErrorCode::Invalid, u"privacy.months"_s, {QString::number(kMostKeepMonths)}, {}};
    return m_db.write([&](Tx& tx) -> Result<> {
        if (!isKindOfPaper(tx, code)) return Error{ErrorCode::NotFound, u"privacy.no-paper"_s, {code}, {}};
        setRetentionRule(tx, code, rule.months);
        AuditTrail(tx).record(
            by, u"retention.set"_s, std::int64_t{0}, {{u"code"_s, code}, {u"months"_s, rule.months}});
        tx.touched(u"privacy"_s);
        return {};
    });
}

Result<QString> PrivacyService::sensitivePermit(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    return m_db.read([](Tx& tx) -> Result<QString> { return sanad::sensitivePermit(tx); });
}

Result<> PrivacyService::setSensitivePermit(const QString& number, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManagePrivacy));
    SANAD_TRY_VALUE(permit, cleanText(number, {.maxLength = 60}));
    return m_db.write([&](Tx& tx) -> Result<> {
        sanad::setSensitivePermit(tx, permit);
        AuditTrail(tx).record(by, u"sensitive-permit.set"_s, std::int64_t{0});
        tx.touched(u"privacy"_s);
        return {};
    });
}

} // namespace sanad
