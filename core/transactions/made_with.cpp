#include "core/transactions/made_with.h"

#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/own_repository.h"

#include <algorithm>

namespace sanad {

namespace {

template <class List, class CodeOf>
const typename List::value_type* withCode(const List& list, const QString& code, CodeOf codeOf)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return codeOf(each) == code; });
    return found == list.end() ? nullptr : &*found;
}

std::optional<ServiceItem> fromPack(const PackContents& pack, const Transaction& t)
{
    const auto* service =
        withCode(pack.services, t.serviceCode, [](const PackedService& each) { return each.item.code; });
    if (!service) return std::nullopt;
    auto item = serviceOn(*service, catalogueDay(t.openedAt));
    if (item) item->pack = t.pack;
    return item;
}

std::optional<ServiceItem> ofTheCentre(Tx& tx, const Transaction& t)
{
    const auto own = OwnRepository(tx).find(t.serviceCode);
    return own ? serviceOn(packedService(*own), catalogueDay(t.openedAt)) : std::nullopt;
}

ServiceItem nameless(const Transaction& t)
{
    ServiceItem item;
    item.code = item.nameAr = item.nameEn = t.serviceCode;
    return item;
}

Agency namelessAgency(const QString& code)
{
    Agency agency;
    agency.code = agency.nameAr = agency.nameEn = code;
    return agency;
}

} // namespace

MadeWith madeWith(Tx& tx, const Transaction& t)
{
    CatalogueRepository catalogue(tx);
    const QDate day = catalogueDay(t.openedAt);
    auto service = catalogue.service(t.serviceCode, day);
    auto agency = catalogue.agency(t.agency, day);
    const bool stands = service && service->pack == t.pack;
    if (!stands && t.pack.isNull()) service = ofTheCentre(tx, t);
    if (!stands && !t.pack.isNull()) {
        service.reset();
        if (const auto pack = catalogue.pack(t.pack)) {
            service = fromPack(*pack, t);
            if (const auto* known =
                    withCode(pack->agencies, t.agency, [](const Agency& each) { return each.code; }))
                agency = *known;
        }
    }
    MadeWith made{service.value_or(nameless(t)), agency.value_or(namelessAgency(t.agency))};
    made.service.agency = t.agency;
    made.service.channelKind = t.channel;
    return made;
}

} // namespace sanad
