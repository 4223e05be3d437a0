#include "core/ledger/agency_movement.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const std::array<std::pair<DocumentKind, QString>, 3>& movementKeys()
{
    static const std::array<std::pair<DocumentKind, QString>, 3> keys{{
        {DocumentKind::AgencyPaid, u"paid"_s},
        {DocumentKind::AgencyRefund, u"refunded"_s},
        {DocumentKind::WalletTopUp, u"top-up"_s},
    }};
    return keys;
}

/// What is debited, and what is credited.
std::pair<AccountRef, AccountRef> accountsOf(const AgencyMovement& movement)
{
    switch (movement.kind) {
    case DocumentKind::AgencyRefund:
        return {movement.account, payableTo(movement.agency)};
    case DocumentKind::WalletTopUp:
        return {walletAt(movement.agency), movement.account};
    default:
        return {payableTo(movement.agency), movement.account};
    }
}

} // namespace

QString agencyMovementKey(DocumentKind kind)
{
    for (const auto& [value, key] : movementKeys())
        if (value == kind) return key;
    return {};
}

std::optional<DocumentKind> agencyMovementFromKey(QStringView key)
{
    for (const auto& [value, text] : movementKeys())
        if (text == key) return value;
    return std::nullopt;
}

LedgerDocument postingOf(const AgencyMovement& movement)
{
    const auto [into, outOf] = accountsOf(movement);
    return {movement.kind, movement.id, movement.businessDay,
        {{into, movement.amount}, {outOf, -movement.amount}}};
}

} // namespace sanad
