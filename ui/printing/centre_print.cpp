#include "ui/printing/centre_print.h"

namespace sanad {

CentrePrint centrePrint(const Centre& centre, const QDate& day)
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
    print.vatRegistered = centre.vatOn(day);
    if (print.vatRegistered) print.vatin = centre.vatin;
    print.hijriOffset = centre.hijriOffset;
    return print;
}

} // namespace sanad
