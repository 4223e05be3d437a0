#include "core/reports/synthetic_receipts.h"

#include "core/cash/shift_service.h"
#include "core/receipts/day_service.h"
#include "core/receipts/issue_receipt.h"

#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Sold {
    QString service, nameAr, nameEn, agency, agencyAr, agencyEn;
    int governmentBaisa, serviceBaisa;
};

const std::array<Sold, 6>& assortment()
{
    static const std::array<Sold, 6> list{{
        {u"ROP-VEH-RENEW"_s, u"تجديد رخصة تسيير مركبة"_s, u"Renew vehicle registration"_s, u"ROP"_s,
            u"شرطة عمان السلطانية"_s, u"Royal Oman Police"_s, 18'000, 2'000},
        {u"ROP-ID-RENEW"_s, u"تجديد بطاقة شخصية"_s, u"Renew ID card"_s, u"ROP"_s, u"شرطة عمان السلطانية"_s,
            u"Royal Oman Police"_s, 10'000, 1'500},
        {u"MOL-WP-RENEW"_s, u"تجديد ترخيص عمل"_s, u"Renew work permit"_s, u"MOL"_s, u"وزارة العمل"_s,
            u"Ministry of Labour"_s, 101'000, 5'000},
        {u"MOCI-CR-RENEW"_s, u"تجديد سجل تجاري"_s, u"Renew commercial registration"_s, u"MOCIIP"_s,
            u"وزارة التجارة"_s, u"Ministry of Commerce"_s, 20'000, 4'000},
        {u"MM-LEASE"_s, u"توثيق عقد إيجار"_s, u"Register a lease"_s, u"MM"_s, u"بلدية مسقط"_s,
            u"Muscat Municipality"_s, 36'000, 3'000},
        {u"OWN-COPY"_s, u"تصوير"_s, u"Copies"_s, u"CENTRE"_s, u"المركز"_s, u"Centre"_s, 0, 200},
    }};
    return list;
}

ReceiptDraft draftOf(std::mt19937& random, const QString& counter)
{
    ReceiptDraft draft;
    draft.counter = counter;
    draft.customerName = u"عميل"_s;
    draft.maskedIdentifier = u"•••••000"_s;
    const int lines = random() % 5 == 0 ? 2 : 1;
    for (int i = 0; i < lines; ++i) {
        const Sold& sold = assortment()[random() % assortment().size()];
        ReceiptLine line;
        line.serviceCode = sold.service;
        line.serviceNameAr = sold.nameAr;
        line.serviceNameEn = sold.nameEn;
        line.agencyCode = sold.agency;
        line.agencyNameAr = sold.agencyAr;
        line.agencyNameEn = sold.agencyEn;
        line.governmentFee = Money::fromBaisa(sold.governmentBaisa);
        line.serviceFee = Money::fromBaisa(sold.serviceBaisa);
        draft.lines.push_back(std::move(line));
    }
    const bool card = random() % 3 == 0;
    draft.payments = {{card ? Tender::Card : Tender::Cash, draftTotal(draft.lines), {},
        card ? QString::number(100'000 + random() % 900'000) : QString(), {}}};
    return draft;
}

Result<> settle(Database& db, const QDate& day, const Actor& by)
{
    ShiftService shifts(db);
    SANAD_TRY_VALUE(open, shifts.unsettled(by));
    for (const Shift& shift : open) {
        if (shift.businessDay != day) continue;
        SANAD_TRY_VALUE(blind, shifts.count(shift.id, {}, by));
        SANAD_TRY(shifts.count(shift.id, fewestPieces(blind.expected), by));
        SANAD_TRY(shifts.close(shift.id, u"-"_s, by));
        SANAD_TRY(shifts.signOff(shift.id, by));
    }
    SANAD_TRY(DayService(db).close(day, by));
    return {};
}

void setLocalTime(Database& db, const QDate& day, int hour)
{
    db.setClock([at = QDateTime(day, QTime(hour, 0), centreZone()).toUTC()] { return at; });
}

} // namespace

Result<> makeSyntheticHistory(
    Database& db, const SyntheticHistory& history, const Actor& by, const std::function<void(int)>& progress)
{
    constexpr std::array kHours{8, 10, 12, 16};
    std::mt19937 random(history.seed);
    int made = 0;
    const auto sell = [&](int upTo) {
        return db.write([&](Tx& tx) -> Result<> {
            for (; made < upTo; ++made)
                SANAD_TRY(issueReceipt(tx, draftOf(random, history.counter), by));
            return {};
        });
    };
    const auto parts = std::int64_t{history.days} * std::ssize(kHours);
    for (int i = 0; i < history.days; ++i) {
        const QDate day = history.lastDay.addDays(i + 1 - history.days);
        for (int h = 0; h < std::ssize(kHours); ++h) {
            setLocalTime(db, day, kHours[static_cast<std::size_t>(h)]);
            const std::int64_t done = std::int64_t{i} * std::ssize(kHours) + h + 1;
            SANAD_TRY(sell(static_cast<int>(history.receipts * done / parts)));
        }
        if (i + 1 < history.days) SANAD_TRY(settle(db, day, by));
        if (progress) progress(made);
    }
    return {};
}

} // namespace sanad
