#include "core/receipts/receipt.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const std::array<std::pair<Tender, QString>, 5>& tenders()
{
    static const std::array<std::pair<Tender, QString>, 5> keys{
        {{Tender::Cash, u"cash"_s}, {Tender::Card, u"card"_s}, {Tender::Transfer, u"transfer"_s},
            {Tender::Account, u"account"_s}, {Tender::Deposit, u"deposit"_s}}};
    return keys;
}

const std::array<std::pair<IncomeKind, QString>, 3>& incomeKinds()
{
    static const std::array<std::pair<IncomeKind, QString>, 3> keys{{{IncomeKind::Service, u"service"_s},
        {IncomeKind::Retail, u"retail"_s}, {IncomeKind::Commission, u"commission"_s}}};
    return keys;
}

template <class Keys, class Value> QString keyOf(const Keys& keys, Value value)
{
    for (const auto& [one, key] : keys)
        if (one == value) return key;
    return {};
}

template <class Value, class Keys> std::optional<Value> valueOf(const Keys& keys, QStringView key)
{
    for (const auto& [value, text] : keys)
        if (text == key) return value;
    return std::nullopt;
}

} // namespace

QString tenderKey(Tender tender)
{
    return keyOf(tenders(), tender);
}
std::optional<Tender> tenderFromKey(QStringView key)
{
    return valueOf<Tender>(tenders(), key);
}
QString incomeKindKey(IncomeKind kind)
{
    return keyOf(incomeKinds(), kind);
}
std::optional<IncomeKind> incomeKindFromKey(QStringView key)
{
    return valueOf<IncomeKind>(incomeKinds(), key);
}

Money Receipt::taxable() const
{
    return vat.isZero() ? Money() : serviceFees - discounts - vat;
}

Money Receipt::given() const
{
    Money sum;
    for (const Payment& payment : payments)
        sum += payment.given;
    return sum;
}

Money Receipt::change() const
{
    return given() - total;
}

} // namespace sanad
