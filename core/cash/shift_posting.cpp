#include "core/cash/shift_posting.h"

namespace sanad {

LedgerDocument openingOf(const Shift& shift, const AccountRef& source)
{
    return {DocumentKind::ShiftOpened, shift.id.raw(), shift.businessDay,
        {{drawerOf(shift.id), shift.openingFloat}, {source, -shift.openingFloat}}};
}

LedgerDocument movementOf(std::int64_t id, const Shift& shift, const CashMove& move)
{
    const Money amount = move.direction == CashDirection::Out ? -move.amount : move.amount;
    const AccountRef other =
        move.counterpart == CashCounterpart::Bank ? AccountRef{Account::Bank, {}} : safe();
    return {DocumentKind::CashMoved, id, shift.businessDay, {{drawerOf(shift.id), amount}, {other, -amount}}};
}

LedgerDocument closingOf(const Shift& shift, Money expected, Money counted)
{
    return {DocumentKind::ShiftClosed, shift.id.raw(), shift.businessDay,
        {{drawerOf(shift.id), -expected}, {safe(), counted}, {{Account::OverShort, {}}, expected - counted}}};
}

} // namespace sanad
