#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;

namespace sanad::test {

Till::Till(const QDate& vatSince)
{
    must(db->write([&](Tx& tx) -> Result<> {
        SettingsRepository settings(tx);
        Centre centre;
        centre.nameAr = u"مركز"_s;
        centre.licence = u"1234567"_s;
        centre.vatRegistered = vatSince.isValid();
        centre.vatSince = vatSince;
        settings.saveCentre(centre);
        settings.addSigningKey(key);
        return {};
    }));
    shift = must(ShiftService(*db).open(u"C1"_s, Money::fromBaisa(20'000), by));
}

ReceiptDraft oneRenewal()
{
    ReceiptDraft draft;
    draft.customer = CustomerId::fromRaw(41);
    draft.customerName = u"سالم بن حمد الحارثي"_s;
    draft.maskedIdentifier = u"•••••678"_s;
    draft.ticket = u"A-001"_s;
    ReceiptLine line;
    line.transaction = TransactionId::create();
    line.serviceCode = u"ROP-VEH-RENEW"_s;
    line.serviceNameAr = u"تجديد رخصة تسيير مركبة"_s;
    line.serviceNameEn = u"Renew vehicle registration"_s;
    line.agencyCode = u"ROP"_s;
    line.agencyNameAr = u"شرطة عمان السلطانية"_s;
    line.agencyNameEn = u"Royal Oman Police"_s;
    line.portalReference = u"7781234"_s;
    line.governmentFee = Money::fromBaisa(18'000);
    line.serviceFee = Money::fromBaisa(2'000);
    draft.lines = {line};
    draft.payments = {{Tender::Cash, Money::fromBaisa(20'000), {}, {}, {}}};
    return draft;
}

} // namespace sanad::test
