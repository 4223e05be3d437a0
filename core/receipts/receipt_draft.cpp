#include "core/receipts/receipt_draft.h"

namespace sanad {

Money vatWithin(Money net, int rateThousandths)
{
    constexpr std::int64_t kWhole = 100'000; // thousandths of a per cent
    if (rateThousandths == 0) return {};
    const std::int64_t divisor = kWhole + rateThousandths;
    // net = whole × divisor + rest keeps the product inside 64 bits for any amount.
    const std::int64_t whole = net.baisa() / divisor;
    const std::int64_t rest = net.baisa() % divisor;
    return Money::fromBaisa(whole * rateThousandths + (2 * rest * rateThousandths + divisor) / (2 * divisor));
}

Money draftTotal(const std::vector<ReceiptLine>& lines)
{
    Money total;
    for (const ReceiptLine& line : lines)
        total += line.total();
    return total;
}

} // namespace sanad
