#include "ui/printing/centre_print.h"

#include <algorithm>

namespace sanad {

namespace {

CentrePrint printOf(const Centre& centre, bool vatRegistered)
{
    CentrePrint print;
    print.nameAr = centre.nameAr;
    print.nameEn = centre.nameEn;
    print.licence = centre.licence;
    print.addressAr = centre.addressAr;
    print.addressEn = centre.addressEn;
    print.phone = centre.phone;
    print.returnPolicyAr = centre.returnPolicyAr;
    print.returnPolicyEn = centre.returnPolicyEn;
    print.vatRegistered = vatRegistered;
    if (print.vatRegistered) print.vatin = centre.vatin;
    print.hijriOffset = centre.hijriOffset;
    return print;
}

} // namespace

CentrePrint centrePrint(const Centre& centre, const QDate& day)
{
    return printOf(centre, centre.vatOn(day));
}

CentrePrint centrePrint(const Centre& centre, const Receipt& receipt)
{
    const bool withVat = std::any_of(receipt.lines.begin(), receipt.lines.end(),
        [](const ReceiptLine& line) { return line.vatRateThousandths != 0; });
    CentrePrint print = printOf(centre, withVat);
    if (!receipt.licence.isEmpty()) print.licence = receipt.licence;
    return print;
}

} // namespace sanad
