#include "core/visits/visit_customer.h"

#include "core/audit/audit_trail.h"
#include "core/customers/customer_check.h"
#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kOman = "OMN";

CustomerKind likelyKind(const Customer& details)
{
    if (!details.identifier(u"cr_number").isEmpty()) return CustomerKind::Company;
    const bool omani = details.nationality.isEmpty() || details.nationality == QLatin1StringView(kOman);
    if (!details.identifier(u"civil_number").isEmpty())
        return omani ? CustomerKind::Citizen : CustomerKind::Resident;
    return omani ? CustomerKind::Citizen : CustomerKind::Visitor;
}

std::optional<CustomerId> holderOfAny(
    CustomerRepository& customers, const std::vector<CustomerIdentifier>& identifiers)
{
    for (const CustomerIdentifier& identifier : identifiers)
        if (const auto id = customers.findByIdentifier(identifier.kind, identifier.value, identifier.country))
            return id;
    return std::nullopt;
}

/// The name that was given is that of no record which stands for this customer.
bool isAnother(CustomerRepository& customers, const Customer& given, CustomerId known)
{
    const auto records = customers.recordsOf(known);
    return std::all_of(records.begin(), records.end(), [&](CustomerId id) {
        const auto record = customers.get(id);
        return record && areDifferentNames(given, *record);
    });
}

/// True when something of `known` was missing and is in `more`.
bool completeFrom(Customer& known, const Customer& more)
{
    bool changed = false;
    const auto fill = [&](QString& field, const QString& value) {
        if (!field.isEmpty() || value.isEmpty()) return;
        field = value;
        changed = true;
    };
    fill(known.nameAr, more.nameAr);
    fill(known.nameEn, more.nameEn);
    fill(known.phone, more.phone);
    fill(known.email, more.email);
    fill(known.address, more.address);
    fill(known.sex, more.sex);
    fill(known.nationality, more.nationality);
    fill(known.wilayat, more.wilayat);
    if (!known.birthDate.isValid() && more.birthDate.isValid()) {
        known.birthDate = more.birthDate;
        changed = true;
    }
    for (const CustomerIdentifier& identifier : more.identifiers)
        if (known.identifier(identifier.kind).isEmpty()) {
            known.identifiers.push_back(identifier);
            changed = true;
        }
    return changed;
}

Result<Customer> completed(Tx& tx, const Customer& known, const Customer& more, const Actor& by)
{
    Customer fuller = known;
    if (!completeFrom(fuller, more)) return known;
    SANAD_TRY(by.may(Permission::EditCustomers));
    CustomerRepository customers(tx);
    for (const CustomerIdentifier& identifier : more.identifiers) {
        const auto holder = customers.findByIdentifier(identifier.kind, identifier.value, identifier.country);
        if (holder && customers.resolve(*holder) != known.id)
            return Error{ErrorCode::Conflict, u"customer.same-identifier"_s, {holder->text()}, {}};
    }
    const QDate today = tx.now().toTimeZone(centreZone()).date();
    auto clean = cleanedCustomer(fuller, today, ConfirmUnusual::LengthOnly);
    // What somebody confirmed of this customer before is not asked again.
    if (!clean && !cleanedCustomer(known, today, ConfirmUnusual::LengthOnly))
        clean = cleanedCustomer(fuller, today, ConfirmUnusual::Yes);
    if (!clean) return clean.error();
    customers.update(*clean);
    AuditTrail(tx).record(by, u"customer.changed"_s, clean->id);
    tx.touched(u"customers"_s);
    return *clean;
}

} // namespace

Result<Customer> customerOfVisit(
    Tx& tx, const VisitCustomer& who, const Actor& by, std::vector<CustomerId>& similar)
{
    CustomerRepository customers(tx);
    const auto id = who.id.isNull() ? holderOfAny(customers, who.details.identifiers) : std::optional(who.id);
    if (id) {
        auto known = customers.get(*id);
        if (known && !known->mergedInto.isNull()) known = customers.get(customers.resolve(*id));
        if (!known) return Error{ErrorCode::NotFound, u"visit.no-customer"_s, {}, {}};
        if (known->restrictedAt.isValid())
            return Error{ErrorCode::Conflict, u"customer.restricted"_s, {}, {}};
        if (who.id.isNull() && isAnother(customers, who.details, known->id))
            return Error{ErrorCode::Conflict, u"visit.other-name"_s, {id->text()}, {}};
        return completed(tx, *known, who.details, by);
    }
    Customer draft = who.details;
    if (!who.kindGiven) draft.kind = likelyKind(draft);
    // The identifier is what tells people apart here; nobody is asked about similar names in the middle of a
    // visit.
    return createCustomer(tx, draft, by, ConfirmDuplicates::Yes, ConfirmUnusual::LengthOnly, &similar);
}

} // namespace sanad
