#include "core/catalogue/service_codes.h"

#include "core/base/choices.h"

using namespace Qt::StringLiterals;

namespace sanad {

QString codesLike(const Catalogue& catalogue, const QString& code, const QDate& on)
{
    constexpr int kMostFound = 8;
    const QString agency = code.section(u'-', 0, 0).toUpper();
    QStringList alike;
    for (const ServiceItem& service : catalogue.services(on))
        if (service.code.section(u'-', 0, 0) == agency) alike << service.code;
    if (!alike.isEmpty()) return namedChoices(alike, code);
    for (const ServiceItem& service : catalogue.search(code, on, kMostFound))
        alike << service.code;
    if (alike.isEmpty())
        for (const Agency& each : catalogue.agencies(on))
            alike << each.code + u"-…"_s;
    return namedChoices(alike, code);
}

} // namespace sanad
