#include "core/customers/customer.h"

#include "core/base/identifiers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array<std::pair<CustomerKind, QStringView>, 4> kKinds{
    {{CustomerKind::Citizen, u"citizen"}, {CustomerKind::Resident, u"resident"},
        {CustomerKind::Visitor, u"visitor"}, {CustomerKind::Company, u"company"}}};

} // namespace

QString customerKindKey(CustomerKind kind)
{
    for (const auto& [value, key] : kKinds)
        if (value == kind) return key.toString();
    return {};
}

std::optional<CustomerKind> customerKindFromKey(QStringView key)
{
    for (const auto& [value, text] : kKinds)
        if (text == key) return value;
    return std::nullopt;
}

QString Customer::identifier(QStringView identifierKind) const
{
    const auto found = std::find_if(identifiers.begin(), identifiers.end(),
        [&](const auto& entry) { return entry.kind == identifierKind; });
    return found == identifiers.end() ? QString() : found->value;
}

const CustomerIdentifier* Customer::mainIdentifier() const
{
    for (const QStringView wanted : {u"civil_number", u"cr_number", u"passport_number"})
        for (const auto& entry : identifiers)
            if (entry.kind == wanted) return &entry;
    return identifiers.empty() ? nullptr : &identifiers.front();
}

QString Customer::maskedIdentifier() const
{
    const auto* main = mainIdentifier();
    return main ? sanad::maskedIdentifier(main->value) : QString();
}

QString Customer::name(bool arabic) const
{
    const QString& first = arabic ? nameAr : nameEn;
    return first.isEmpty() ? (arabic ? nameEn : nameAr) : first;
}

} // namespace sanad
