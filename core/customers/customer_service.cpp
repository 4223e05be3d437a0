#include "core/customers/customer_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/base/identifiers.h"
#include "core/base/search_text.h"
#include "core/base/text_gate.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_repository.h"
#include "core/customers/name_spellings.h"
#include "core/customers/search_terms.h"
#include "core/people/approvals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMaxMatches = 200;
constexpr int kMaxDuplicates = 20;

const Error kNotFound{ErrorCode::NotFound, u"customer.not-found"_s, {}, {}};

Error invalid(const QString& key)
{
    return Error{ErrorCode::Invalid, key, {}, {}};
}
Error conflict(const QString& key, CustomerId id)
{
    return Error{ErrorCode::Conflict, key, {id.text()}, {}};
}

QDate today(const Tx& tx)
{
    return businessDayAt(tx.now(), 0);
}

void addUnique(std::vector<CustomerId>& ids, const std::vector<CustomerId>& more, int limit)
{
    for (const auto id : more)
        if (static_cast<int>(ids.size()) < limit && std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
}

/// The numbers that a typed text may stand for; none when it holds no digit.
QStringList typedNumbers(const QString& text)
{
    const QString plain = asciiDigits(text).trimmed();
    if (std::none_of(plain.begin(), plain.end(), [](QChar c) { return c.isDigit(); })) return {};
    QStringList numbers{plain};
    for (const QStringView kind : {u"civil_number", u"cr_number", u"plate_number"})
        if (const QString value = normalisedIdentifier(kind, plain); hasIdentifierForm(kind, value))
            numbers << value;
    return numbers;
}

std::vector<CustomerId> findIds(Tx& tx, const QString& text, int limit)
{
    CustomerRepository customers(tx);
    std::vector<CustomerId> ids;
    const QString digits = asciiDigits(text).remove(u' ');
    for (const auto& number : typedNumbers(text))
        addUnique(ids, customers.findByNumber(number, limit), limit);
    if (ids.empty() && isAsciiDigits(digits))
        addUnique(ids, customers.findByLastDigits(digits, limit), limit);
    if (!isAsciiDigits(digits)) addUnique(ids, CustomerIndex(tx).find(text, limit), limit);
    return ids;
}

/// `known` were alike before and are not asked about again.
Result<> refuseDuplicates(const std::vector<PossibleDuplicate>& found, ConfirmDuplicates confirm,
    const std::vector<PossibleDuplicate>& known = {})
{
    for (const auto& duplicate : found)
        if (duplicate.sameIdentifier) return conflict(u"customer.same-identifier"_s, duplicate.match.id);
    if (confirm == ConfirmDuplicates::Yes) return {};
    for (const auto& duplicate : found)
        if (std::none_of(known.begin(), known.end(),
                [&](const auto& old) { return old.match.id == duplicate.match.id; }))
            return conflict(u"customer.similar"_s, duplicate.match.id);
    return {};
}

} // namespace

std::vector<PossibleDuplicate> findDuplicates(Tx& tx, const Customer& draft)
{
    CustomerRepository customers(tx);
    std::vector<PossibleDuplicate> found;
    const auto entry = [&](CustomerId id) -> PossibleDuplicate* {
        if (id == draft.id) return nullptr;
        const auto known = std::find_if(
            found.begin(), found.end(), [id](const auto& duplicate) { return duplicate.match.id == id; });
        if (known != found.end()) return &*known;
        const auto match = customers.match(id);
        return match ? &found.emplace_back(PossibleDuplicate{*match}) : nullptr;
    };
    for (const auto& identifier : draft.identifiers) {
        if (!isUniqueIdentifier(identifier.kind)) continue;
        if (const auto id = customers.findByIdentifier(identifier.kind, identifier.value, identifier.country))
            if (auto* duplicate = entry(*id)) duplicate->sameIdentifier = true;
    }
    if (!draft.phone.isEmpty()) {
        for (const auto id : customers.findByNumber(draft.phone, kMaxDuplicates)) {
            const auto other = customers.get(id);
            if (!other || !areSimilarNames(draft, *other)) continue;
            if (auto* duplicate = entry(id)) duplicate->samePhone = true;
        }
    }
    if (draft.birthDate.isValid()) {
        std::vector<CustomerId> namesakes;
        for (const auto& name : {draft.nameAr, draft.nameEn})
            if (const auto words = searchWords(name); words.size() > 1)
                addUnique(namesakes, CustomerIndex(tx).withAllWords(words, kMaxDuplicates), kMaxDuplicates);
        for (const auto id : namesakes) {
            const auto other = customers.get(customers.resolve(id));
            if (!other || other->birthDate != draft.birthDate) continue;
            if (auto* duplicate = entry(other->id)) duplicate->sameBirthDate = true;
        }
    }
    return found;
}

bool onlySoundsAlike(const QString& typed, const CustomerMatch& match)
{
    constexpr int kBySound = 2;
    if (!typedNumbers(typed).isEmpty()) return false;
    // "qqqq" is one K to the index, which many names begin with.
    for (const QString& word : typed.split(u' ', Qt::SkipEmptyParts))
        if (word.size() > 2 && typedWords(word).last.size() == 1) return true;
    const QByteArray tokens = searchTokens(match.nameAr, match.nameEn).toUtf8();
    const auto rankOf = [&](const QString& text) { return Verifier(typedWords(text)).rank(tokens); };
    auto best = rankOf(typed);
    if (const QString whole = writtenOut(typed); whole != typed)
        if (const auto rank = rankOf(whole); rank && (!best || *rank < *best)) best = rank;
    return best == kBySound;
}

Result<> mayBeUsed(Tx& tx, const std::vector<CustomerId>& parties)
{
    CustomerRepository customers(tx);
    for (const CustomerId id : parties)
        if (!id.isNull() && customers.isRestricted(id))
            return Error{ErrorCode::Conflict, u"customer.restricted"_s, {}, {}};
    return {};
}

bool isChild(const Customer& customer, const QDate& today)
{
    return customer.kind != CustomerKind::Company && customer.birthDate.isValid() &&
        customer.birthDate.addYears(kAdultAge) > today;
}

bool isChild(Tx& tx, CustomerId id)
{
    CustomerRepository customers(tx);
    const auto records = customers.recordsOf(customers.resolve(id));
    return std::any_of(records.begin(), records.end(), [&](CustomerId record) {
        const auto customer = customers.get(record);
        return customer && isChild(*customer, today(tx));
    });
}

bool lacksGuardian(Tx& tx, const Customer& customer)
{
    if (!isChild(tx, customer.id)) return false;
    const auto consents = CustomerRepository(tx).personsConsents(customer.id);
    return std::none_of(consents.begin(), consents.end(),
        [](const Consent& one) { return !one.guardian.isNull() && !one.withdrawnAt.isValid(); });
}

ApprovedAct mergeAct(CustomerId kept, CustomerId gone)
{
    return {Permission::MergeCustomers, u"customer.merged"_s, kept.text() + u'+' + gone.text()};
}

ApprovedAct undoMergeAct(MergeId merge)
{
    return {Permission::MergeCustomers, u"customer.merge-undone"_s, merge.text()};
}

Result<Customer> createCustomer(Tx& tx, const Customer& draft, const Actor& by, ConfirmDuplicates duplicates,
    ConfirmUnusual unusual, std::vector<CustomerId>* similar)
{
    SANAD_TRY(by.may(Permission::EditCustomers));
    SANAD_TRY_VALUE(customer, cleanedCustomer(draft, today(tx), unusual));
    customer.id = {};
    const auto found = findDuplicates(tx, customer);
    SANAD_TRY(refuseDuplicates(found, duplicates));
    if (similar)
        for (const PossibleDuplicate& other : found)
            similar->push_back(other.match.id);
    customer.id = CustomerId::create();
    customer.mergedInto = {};
    customer.consent.reset();
    customer.authorised.clear();
    customer.createdAt = customer.updatedAt = tx.now();
    CustomerRepository(tx).insert(customer);
    AuditTrail(tx).record(by, u"customer.created"_s, customer.id);
    tx.touched(u"customers"_s);
    return std::move(customer);
}

Result<std::vector<CustomerMatch>> CustomerService::find(const QString& text, int limit, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    SANAD_TRY_VALUE(clean, cleanText(text));
    const bool finished = !text.isEmpty() && text.back().isSpace();
    return m_db.read(
        [&, typed = finished ? clean + u' ' : clean](Tx& tx) -> Result<std::vector<CustomerMatch>> {
            return CustomerRepository(tx).matches(findIds(tx, typed, std::clamp(limit, 1, kMaxMatches)));
        });
}

Result<Customer> CustomerService::get(CustomerId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    return m_db.read([&](Tx& tx) -> Result<Customer> {
        auto customer = CustomerRepository(tx).get(id);
        if (!customer) return kNotFound;
        return std::move(*customer);
    });
}

Result<Customer> CustomerService::create(
    const Customer& draft, const Actor& by, ConfirmDuplicates duplicates, ConfirmUnusual unusual)
{
    return m_db.write([&](Tx& tx) { return createCustomer(tx, draft, by, duplicates, unusual); });
}

Result<Customer> CustomerService::update(
    const Customer& given, const Actor& by, ConfirmDuplicates duplicates, ConfirmUnusual unusual)
{
    SANAD_TRY(by.may(Permission::EditCustomers));
    return m_db.write([&](Tx& tx) -> Result<Customer> {
        CustomerRepository customers(tx);
        const auto before = customers.get(given.id);
        if (!before) return kNotFound;
        if (!before->mergedInto.isNull()) return conflict(u"customer.merged"_s, before->mergedInto);
        if (given.updatedAt != before->updatedAt) return conflict(u"customer.changed"_s, given.id);
        SANAD_TRY_VALUE(customer, cleanedCustomer(given, today(tx), unusual));
        for (const auto& theirs : customers.mergedIdentifiers(customer.id))
            if (std::find(given.identifiers.begin(), given.identifiers.end(), theirs) ==
                given.identifiers.end())
                return Error{ErrorCode::Conflict, u"customer.merged-number"_s, {theirs.kind}, {}};
        SANAD_TRY(refuseDuplicates(findDuplicates(tx, customer), duplicates, findDuplicates(tx, *before)));
        customers.update(customer);
        AuditTrail(tx).record(by, u"customer.changed"_s, customer.id);
        tx.touched(u"customers"_s);
        return *customers.get(customer.id);
    });
}

Result<std::vector<PossibleDuplicate>> CustomerService::duplicates(const Customer& draft, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    return m_db.read([&](Tx& tx) -> Result<std::vector<PossibleDuplicate>> {
        SANAD_TRY_VALUE(clean, cleanedCustomer(draft, today(tx), ConfirmUnusual::Yes));
        return findDuplicates(tx, clean);
    });
}

Result<MergeId> CustomerService::merge(
    CustomerId kept, CustomerId gone, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::MergeCustomers));
    if (kept == gone) return invalid(u"customer.merge-itself"_s);
    return m_db.write([&](Tx& tx) -> Result<MergeId> {
        SANAD_TRY(useApproval(tx, approval, mergeAct(kept, gone), by));
        CustomerRepository customers(tx);
        const auto one = customers.get(kept);
        const auto other = customers.get(gone);
        if (!one || !other) return kNotFound;
        for (const auto& record : {*one, *other})
            if (!record.mergedInto.isNull()) return conflict(u"customer.merged"_s, record.mergedInto);
        if ((one->kind == CustomerKind::Company) != (other->kind == CustomerKind::Company))
            return invalid(u"customer.merge-kinds"_s);
        const CustomerMerge merge{MergeId::create(), kept, gone};
        MergeRepository(tx).insert(merge, by.user());
        customers.holdWaiting(kept);
        QJsonObject payload = approval.auditPayload();
        payload.insert(u"gone"_s, gone.text());
        payload.insert(u"merge"_s, merge.id.text());
        AuditTrail(tx).record(by, u"customer.merged"_s, kept, payload);
        tx.touched(u"customers"_s);
        return merge.id;
    });
}

Result<> CustomerService::undoMerge(MergeId id, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::MergeCustomers));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY(useApproval(tx, approval, undoMergeAct(id), by));
        MergeRepository merges(tx);
        const auto merge = merges.get(id);
        if (!merge) return Error{ErrorCode::NotFound, u"customer.no-merge"_s, {}, {}};
        if (merge->undone) return Error{ErrorCode::Conflict, u"customer.merge-undone"_s, {}, {}};
        merges.undo(*merge, by.user());
        for (const CustomerId side : {merge->kept, merge->gone})
            CustomerRepository(tx).holdWaiting(side);
        QJsonObject payload = approval.auditPayload();
        payload.insert(u"gone"_s, merge->gone.text());
        payload.insert(u"merge"_s, id.text());
        AuditTrail(tx).record(by, u"customer.merge-undone"_s, merge->kept, payload);
        tx.touched(u"customers"_s);
        return {};
    });
}

Result<std::vector<StandingMerge>> CustomerService::merges(CustomerId kept, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    return m_db.read([&](Tx& tx) -> Result<std::vector<StandingMerge>> {
        CustomerRepository customers(tx);
        auto standing = MergeRepository(tx).standingOf(kept);
        for (StandingMerge& merge : standing)
            if (auto gone = customers.get(merge.gone.id)) merge.gone = std::move(*gone);
        return standing;
    });
}

Result<> CustomerService::recordConsent(
    CustomerId id, const QString& textVersion, const QString& language, const Actor& by, CustomerId guardian)
{
    SANAD_TRY(by.may(Permission::EditCustomers));
    SANAD_TRY_VALUE(version, cleanText(textVersion, {.maxLength = 40, .required = true}));
    if (language != "ar"_L1 && language != "en"_L1) return invalid(u"customer.language"_s);
    return m_db.write([&](Tx& tx) -> Result<> {
        CustomerRepository customers(tx);
        const auto customer = customers.get(id);
        if (!customer) return kNotFound;
        const bool child = isChild(tx, id);
        if (child && guardian.isNull()) return invalid(u"customer.guardian-needed"_s);
        if (!guardian.isNull()) {
            const auto adult = customers.get(guardian);
            if (!adult) return kNotFound;
            if (!child || customers.resolve(guardian) == customers.resolve(id) ||
                adult->kind == CustomerKind::Company || isChild(tx, guardian))
                return invalid(u"customer.guardian-unfit"_s);
            SANAD_TRY(mayBeUsed(tx, {guardian}));
        }
        customers.addConsent(id, {version, language, tx.now(), by.user(), guardian});
        QJsonObject payload{{u"language"_s, language}, {u"text"_s, version}};
        if (!guardian.isNull()) payload.insert(u"guardian"_s, guardian.text());
        AuditTrail(tx).record(by, u"customer.consented"_s, id, payload);
        tx.touched(u"customers"_s);
        return {};
    });
}

Result<> CustomerService::withdrawConsent(CustomerId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditCustomers));
    return m_db.write([&](Tx& tx) -> Result<> {
        CustomerRepository customers(tx);
        if (!customers.match(id)) return kNotFound;
        bool any = false;
        for (const auto part : customers.recordsOf(id))
            any = customers.withdrawConsents(part, by.user()) || any;
        if (!any) return Error{ErrorCode::Conflict, u"customer.no-consent"_s, {}, {}};
        AuditTrail(tx).record(by, u"customer.consent-withdrawn"_s, id);
        tx.touched(u"customers"_s);
        return {};
    });
}

Result<CustomerMatch> CustomerService::match(CustomerId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    return m_db.read([id](Tx& tx) -> Result<CustomerMatch> {
        if (auto match = CustomerRepository(tx).match(id)) return std::move(*match);
        return kNotFound;
    });
}

Result<bool> CustomerService::lacksGuardian(CustomerId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    return m_db.read([id](Tx& tx) -> Result<bool> {
        const auto customer = CustomerRepository(tx).get(id);
        if (!customer) return kNotFound;
        return sanad::lacksGuardian(tx, *customer);
    });
}

Result<std::vector<Consent>> CustomerService::consents(CustomerId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewCustomers));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<Consent>> { return CustomerRepository(tx).personsConsents(id); });
}

Result<> CustomerService::authorise(CustomerId company, const AuthorisedPerson& person, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditCustomers));
    SANAD_TRY_VALUE(role, cleanText(person.role, {.maxLength = 100}));
    return m_db.write([&](Tx& tx) -> Result<> {
        CustomerRepository customers(tx);
        const auto firm = customers.match(company);
        const auto who = customers.match(person.person);
        if (!firm || !who) return kNotFound;
        if (firm->kind != CustomerKind::Company) return invalid(u"customer.not-a-company"_s);
        if (who->kind == CustomerKind::Company) return invalid(u"customer.not-a-person"_s);
        SANAD_TRY(mayBeUsed(tx, {firm->id, who->id}));
        customers.saveAuthorised(firm->id, {who->id, role, person.validUntil});
        AuditTrail(tx).record(by, u"customer.authorised"_s, firm->id, {{u"person"_s, who->id.text()}});
        tx.touched(u"customers"_s);
        return {};
    });
}

Result<> CustomerService::withdrawAuthorisation(CustomerId company, CustomerId person, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EditCustomers));
    return m_db.write([&](Tx& tx) -> Result<> {
        if (!CustomerRepository(tx).removeAuthorised(company, person)) return kNotFound;
        AuditTrail(tx).record(
            by, u"customer.authorisation-withdrawn"_s, company, {{u"person"_s, person.text()}});
        tx.touched(u"customers"_s);
        return {};
    });
}

} // namespace sanad
