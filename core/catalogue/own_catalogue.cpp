#include "core/catalogue/own_catalogue.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/catalogue/catalogue_day.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/own_repository.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qsizetype kMostFavourites = 9;

Error invalid(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Invalid, key, args, {}};
}

template <class Value> bool holds(const std::vector<Value>& values, const QString& code)
{
    return std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.code == code; });
}

Result<> cleanTexts(OwnService& service)
{
    SANAD_TRY_VALUE(nameAr, cleanText(service.nameAr, kOwnServiceName));
    SANAD_TRY_VALUE(nameEn, cleanText(service.nameEn, kOwnServiceName));
    service.nameAr = nameAr;
    service.nameEn = nameEn;
    for (auto& alias : service.aliases) {
        SANAD_TRY_VALUE(clean, cleanText(alias, {.maxLength = 60, .required = true}));
        alias = clean;
    }
    return {};
}

Result<> checkReferences(const Catalogue& catalogue, const OwnService& service, const QDate& on)
{
    if (!holds(catalogue.agencies(on), service.agency))
        return invalid(u"own-service.reference"_s, {service.agency});
    if (!holds(catalogue.categories(on), service.category))
        return invalid(u"own-service.reference"_s, {service.category});
    return {};
}

/// The price that stands on its day says the same already.
bool samePrice(const std::vector<OwnPrice>& prices, const OwnPrice& wanted)
{
    const OwnPrice* standing = nullptr;
    for (const auto& price : prices) {
        if (price.validFrom > wanted.validFrom) continue;
        if (!standing || price.validFrom >= standing->validFrom) standing = &price;
    }
    if (!standing) return !wanted.serviceFee;
    return standing->serviceFee == wanted.serviceFee && standing->ceiling == wanted.ceiling;
}

Result<> checkPrice(const OwnPrice& price, const std::optional<Money>& ceilingOfPack)
{
    if (!price.serviceFee) return {};
    if (price.serviceFee->isNegative()) return invalid(u"own-price.negative"_s);
    auto ceiling = price.ceiling;
    if (ceilingOfPack && (!ceiling || *ceilingOfPack < *ceiling)) ceiling = ceilingOfPack;
    if (ceiling && *price.serviceFee > *ceiling)
        return invalid(u"own-price.above-ceiling"_s, {ceiling->text(true)});
    return {};
}

/// The pack's own ceiling for the service, whatever prices of the centre stand.
std::optional<Money> packCeiling(const Catalogue& catalogue, const QString& code, const QDate& on)
{
    const auto item = catalogue.packService(code, on);
    return item ? item->serviceFeeCeiling : std::nullopt;
}

void addPrice(Tx& tx, const OwnPrice& price, const Actor& by)
{
    auto [id, payload] = OwnRepository(tx).addPrice(price, by.staff());
    payload.insert(u"service"_s, price.service);
    payload.insert(u"valid_from"_s, price.validFrom.toString(Qt::ISODate));
    if (price.serviceFee) payload.insert(u"baisa"_s, static_cast<qint64>(price.serviceFee->baisa()));
    AuditTrail(tx).record(by, u"service-price.set"_s, id, payload);
}

void putService(Tx& tx, const OwnService& service, const QString& act, const Actor& by)
{
    auto [id, payload] = OwnRepository(tx).put(service);
    payload.insert(u"code"_s, service.code);
    AuditTrail(tx).record(by, act, id, payload);
}

} // namespace

Result<OwnCatalogue::Outcome> OwnCatalogue::setPrice(
    Tx& tx, const Catalogue& before, const OwnPrice& price, const Actor& by)
{
    OwnRepository own(tx);
    if (!before.service(price.service, price.validFrom) && !own.find(price.service))
        return Error{ErrorCode::NotFound, u"own-service.unknown"_s, {price.service}, {}};
    if (samePrice(own.prices(price.service), price)) return Outcome::Unchanged;
    if (price.validFrom < catalogueDay(tx.now())) return invalid(u"own-price.past"_s);
    SANAD_TRY(checkPrice(price, packCeiling(before, price.service, price.validFrom)));
    addPrice(tx, price, by);
    return Outcome::Changed;
}

Result<OwnCatalogue::Outcome> OwnCatalogue::saveService(
    Tx& tx, const Catalogue& before, OwnService service, OwnPrice price, const Actor& by)
{
    static const QRegularExpression form(u"\\A[A-Z][A-Z0-9]*(-[A-Z0-9]+)*\\z"_s);
    if (service.code.size() > 32 || !form.match(service.code).hasMatch())
        return invalid(u"own-service.code"_s);
    if (before.isOfPack(service.code))
        return Error{ErrorCode::Conflict, u"own-service.in-pack"_s, {service.code}, {}};
    SANAD_TRY(cleanTexts(service));
    SANAD_TRY(checkReferences(before, service, std::max(service.validFrom, catalogueDay(tx.now()))));
    if (service.governmentFee && service.governmentFee->isNegative()) return invalid(u"own-price.negative"_s);
    // A government fee is money that is held for an agency.
    if (service.agency == kOwnAgency && service.governmentFee != Money())
        return invalid(u"own-service.fee-without-agency"_s, {service.code});

    OwnRepository own(tx);
    const auto known = own.find(service.code);
    if (!known && service.validFrom < catalogueDay(tx.now())) return invalid(u"own-price.past"_s);
    service.id = known ? known->id : ServiceId::create();
    if (known) service.validFrom = known->validFrom;
    price.service = service.code;
    if (!price.serviceFee) price.serviceFee = Money();
    const bool priceSame = samePrice(own.prices(service.code), price);
    if (!priceSame) {
        if (price.validFrom < catalogueDay(tx.now())) return invalid(u"own-price.past"_s);
        SANAD_TRY(checkPrice(price, std::nullopt));
    }

    const bool serviceSame = known && service == *known;
    if (!serviceSame) putService(tx, service, known ? u"own-service.changed"_s : u"own-service.added"_s, by);
    if (!priceSame) addPrice(tx, price, by);
    if (!known) return Outcome::Added;
    return serviceSame && priceSame ? Outcome::Unchanged : Outcome::Changed;
}

Result<OwnCatalogue::Outcome> OwnCatalogue::saveService(
    const OwnService& service, const OwnPrice& price, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) -> Result<Outcome> {
        CatalogueRepository catalogue(tx);
        SANAD_TRY_VALUE(outcome, saveService(tx, *catalogue.catalogue(), service, price, by));
        if (outcome != Outcome::Unchanged) catalogue.revise();
        return outcome;
    });
}

Result<OwnCatalogue::Outcome> OwnCatalogue::setPrice(const OwnPrice& price, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) -> Result<Outcome> {
        CatalogueRepository catalogue(tx);
        SANAD_TRY_VALUE(outcome, setPrice(tx, *catalogue.catalogue(), price, by));
        if (outcome != Outcome::Unchanged) catalogue.revise();
        return outcome;
    });
}

Result<> OwnCatalogue::withdrawService(const QString& code, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) -> Result<> {
        OwnRepository own(tx);
        auto service = own.find(code);
        if (!service) return Error{ErrorCode::NotFound, u"own-service.unknown"_s, {code}, {}};
        service->offered = false;
        putService(tx, *service, u"own-service.withdrawn"_s, by);
        CatalogueRepository(tx).revise();
        return {};
    });
}

Result<> OwnCatalogue::setFavourites(const QStringList& codes, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    if (codes.size() > kMostFavourites) return invalid(u"own-service.too-many-favourites"_s);
    return m_db.write([&](Tx& tx) -> Result<> {
        CatalogueRepository catalogue(tx);
        for (const auto& code : codes)
            if (!catalogue.service(code, catalogueDay(tx.now())))
                return Error{ErrorCode::NotFound, u"own-service.unknown"_s, {code}, {}};
        OwnRepository(tx).setFavourites(codes);
        AuditTrail(tx).record(by, u"favourites.set"_s, 0, {{u"services"_s, codes.join(u',')}});
        catalogue.revise();
        return {};
    });
}

Result<std::vector<OwnService>> OwnCatalogue::services(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.read([](Tx& tx) -> Result<std::vector<OwnService>> { return OwnRepository(tx).services(); });
}

} // namespace sanad
