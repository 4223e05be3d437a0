#include "core/catalogue/own_catalogue.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
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

/// Fees change at midnight at the centre, whatever the cut-off hour of the shifts.
QDate today(Tx& tx)
{
    return businessDayAt(tx.now(), 0);
}

template <class Value> bool holds(const std::vector<Value>& values, const QString& code)
{
    return std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.code == code; });
}

Result<> cleanTexts(OwnService& service)
{
    SANAD_TRY_VALUE(nameAr, cleanText(service.nameAr, {.maxLength = 120, .required = true}));
    SANAD_TRY_VALUE(nameEn, cleanText(service.nameEn, {.maxLength = 120, .required = true}));
    service.nameAr = nameAr;
    service.nameEn = nameEn;
    for (auto& alias : service.aliases) {
        SANAD_TRY_VALUE(clean, cleanText(alias, {.maxLength = 60, .required = true}));
        alias = clean;
    }
    return {};
}

/// The price that stands on its day says the same already.
bool samePrice(const std::vector<OwnPrice>& prices, const OwnPrice& wanted)
{
    const OwnPrice* standing = nullptr;
    for (const auto& price : prices) {
        if (price.service != wanted.service || price.validFrom > wanted.validFrom) continue;
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
    OwnRepository(tx).addPrice(price, by.staff());
    QJsonObject payload{
        {u"service"_s, price.service}, {u"valid_from"_s, price.validFrom.toString(Qt::ISODate)}};
    if (price.serviceFee) payload.insert(u"baisa"_s, static_cast<qint64>(price.serviceFee->baisa()));
    AuditTrail(tx).record(by, u"service-price.set"_s, 0, payload);
    CatalogueRepository(tx).revise();
}

} // namespace

Result<OwnCatalogue::Outcome> OwnCatalogue::setPrice(Tx& tx, const OwnPrice& price, const Actor& by)
{
    if (price.validFrom < today(tx)) return invalid(u"own-price.past"_s);
    const auto catalogue = CatalogueRepository(tx).catalogue();
    OwnRepository own(tx);
    if (!catalogue->service(price.service, price.validFrom) && !own.find(price.service))
        return Error{ErrorCode::NotFound, u"own-service.unknown"_s, {price.service}, {}};
    SANAD_TRY(checkPrice(price, packCeiling(*catalogue, price.service, price.validFrom)));
    if (samePrice(own.prices(), price)) return Outcome::Unchanged;
    addPrice(tx, price, by);
    return Outcome::Changed;
}

Result<OwnCatalogue::Outcome> OwnCatalogue::saveService(
    Tx& tx, OwnService service, OwnPrice price, const Actor& by)
{
    static const QRegularExpression form(u"\\A[A-Z][A-Z0-9]*(-[A-Z0-9]+)*\\z"_s);
    if (service.code.size() > 32 || !form.match(service.code).hasMatch())
        return invalid(u"own-service.code"_s);
    SANAD_TRY(cleanTexts(service));
    const auto catalogue = CatalogueRepository(tx).catalogue();
    const auto on = std::max(service.validFrom, today(tx));
    if (catalogue->isOfPack(service.code))
        return Error{ErrorCode::Conflict, u"own-service.in-pack"_s, {service.code}, {}};
    if (!holds(catalogue->agencies(on), service.agency))
        return invalid(u"own-service.reference"_s, {service.agency});
    if (!holds(catalogue->categories(on), service.category))
        return invalid(u"own-service.reference"_s, {service.category});
    if (service.governmentFee && service.governmentFee->isNegative()) return invalid(u"own-price.negative"_s);
    if (!price.serviceFee) price.serviceFee = Money();

    OwnRepository own(tx);
    const auto known = own.find(service.code);
    auto outcome = known ? Outcome::Unchanged : Outcome::Added;
    if (known) {
        service.id = known->id;
        service.validFrom = known->validFrom;
        if (service != *known) outcome = Outcome::Changed;
    } else {
        if (service.validFrom < today(tx)) return invalid(u"own-price.past"_s);
        service.id = ServiceId::create();
    }
    if (outcome != Outcome::Unchanged) {
        own.put(service);
        AuditTrail(tx).record(by, known ? u"own-service.changed"_s : u"own-service.added"_s, service.id,
            {{u"code"_s, service.code}});
        CatalogueRepository(tx).revise();
    }
    price.service = service.code;
    if (samePrice(own.prices(), price)) return outcome;
    SANAD_TRY(checkPrice(price, std::nullopt));
    if (price.validFrom < today(tx)) return invalid(u"own-price.past"_s);
    addPrice(tx, price, by);
    return outcome == Outcome::Added ? Outcome::Added : Outcome::Changed;
}

Result<OwnCatalogue::Outcome> OwnCatalogue::saveService(
    const OwnService& service, const OwnPrice& price, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) { return saveService(tx, service, price, by); });
}

Result<OwnCatalogue::Outcome> OwnCatalogue::setPrice(const OwnPrice& price, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) { return setPrice(tx, price, by); });
}

Result<> OwnCatalogue::withdrawService(const QString& code, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageCatalogue));
    return m_db.write([&](Tx& tx) -> Result<> {
        OwnRepository own(tx);
        auto service = own.find(code);
        if (!service) return Error{ErrorCode::NotFound, u"own-service.unknown"_s, {code}, {}};
        service->offered = false;
        own.put(*service);
        AuditTrail(tx).record(by, u"own-service.withdrawn"_s, service->id, {{u"code"_s, code}});
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
            if (!catalogue.service(code, today(tx)))
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
