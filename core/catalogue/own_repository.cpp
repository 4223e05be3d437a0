#include "core/catalogue/own_repository.h"

#include "core/audit/row_digest.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kServices = R"(
    SELECT id, code, name_ar, name_en, agency, category, aliases, government_baisa, per_unit, valid_from, offered
    FROM own_service WHERE branch_id = :branch ORDER BY code)";
constexpr auto kService = R"(
    SELECT id, code, name_ar, name_en, agency, category, aliases, government_baisa, per_unit, valid_from, offered
    FROM own_service WHERE branch_id = :branch AND code = :code)";
constexpr auto kPut = R"(
    INSERT INTO own_service (id, branch_id, code, name_ar, name_en, agency, category, aliases, government_baisa,
                             per_unit, valid_from, offered)
    VALUES (:id, :branch, :code, :name_ar, :name_en, :agency, :category, :aliases, :government, :per_unit,
            :valid_from, :offered)
    ON CONFLICT (branch_id, code) DO UPDATE SET
        name_ar = excluded.name_ar, name_en = excluded.name_en, agency = excluded.agency,
        category = excluded.category, aliases = excluded.aliases, government_baisa = excluded.government_baisa,
        per_unit = excluded.per_unit, offered = excluded.offered)";
constexpr auto kPrices = R"(
    SELECT service, valid_from, service_baisa, ceiling_baisa FROM own_price WHERE branch_id = :branch ORDER BY id)";
constexpr auto kPricesOf = R"(
    SELECT service, valid_from, service_baisa, ceiling_baisa FROM own_price
    WHERE branch_id = :branch AND service = :service ORDER BY id)";
constexpr auto kAddPrice = R"(
    INSERT INTO own_price (id, branch_id, service, valid_from, service_baisa, ceiling_baisa, set_at, staff_id)
    VALUES (:id, :branch, :service, :valid_from, :fee, :ceiling, :at, :staff))";
constexpr auto kFavourites =
    "SELECT service FROM favourite_service WHERE branch_id = :branch ORDER BY position";
constexpr auto kClearFavourites = "DELETE FROM favourite_service WHERE branch_id = :branch";
constexpr auto kAddFavourite =
    "INSERT INTO favourite_service (branch_id, position, service) VALUES (:branch, :position, :service)";

using PriceId = Id<struct OwnPriceTag>;

std::optional<Money> moneyOrNone(Query& query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(query.money(column));
}

/// NULL is an empty text in a digest.
QString textOf(const std::optional<Money>& money)
{
    return money ? QString::number(money->baisa()) : QString();
}

QJsonObject rowsPayload(const QString& table, const RowDigest& digest)
{
    return {{u"rows"_s, QJsonObject{{table, digest.hex()}}}};
}

OwnService serviceOf(Query& query)
{
    OwnService service;
    service.id = query.id<ServiceId>(0);
    service.code = query.text(1);
    service.nameAr = query.text(2);
    service.nameEn = query.text(3);
    service.agency = query.text(4);
    service.category = query.text(5);
    service.aliases = query.text(6).split(u'\n', Qt::SkipEmptyParts);
    service.governmentFee = moneyOrNone(query, 7);
    service.perUnit = query.boolean(8);
    service.validFrom = businessDayFrom(query.int32(9));
    service.offered = query.boolean(10);
    return service;
}

std::vector<OwnPrice> pricesOf(Query& query)
{
    std::vector<OwnPrice> prices;
    while (query.next()) {
        prices.push_back(
            {query.text(0), businessDayFrom(query.int32(1)), moneyOrNone(query, 2), moneyOrNone(query, 3)});
    }
    return prices;
}

} // namespace

std::vector<OwnService> OwnRepository::services()
{
    std::vector<OwnService> services;
    auto query = m_tx.query(kServices);
    query.bind(":branch", kBranch).run();
    while (query.next())
        services.push_back(serviceOf(query));
    return services;
}

std::optional<OwnService> OwnRepository::find(const QString& code)
{
    auto query = m_tx.query(kService);
    query.bind(":branch", kBranch).bind(":code", code).run();
    if (!query.next()) return std::nullopt;
    return serviceOf(query);
}

WrittenRow OwnRepository::put(const OwnService& service)
{
    const auto aliases = service.aliases.join(u'\n');
    const int validFrom = businessDayNumber(service.validFrom);
    m_tx.query(kPut)
        .bind(":id", service.id)
        .bind(":branch", kBranch)
        .bind(":code", service.code)
        .bind(":name_ar", service.nameAr)
        .bind(":name_en", service.nameEn)
        .bind(":agency", service.agency)
        .bind(":category", service.category)
        .bind(":aliases", aliases)
        .bind(":government", service.governmentFee)
        .bind(":per_unit", service.perUnit)
        .bind(":valid_from", validFrom)
        .bind(":offered", service.offered)
        .run();
    RowDigest digest;
    digest.add(service.id.raw()).add(kBranch).add(service.code).add(service.nameAr).add(service.nameEn);
    digest.add(service.agency).add(service.category).add(aliases).add(textOf(service.governmentFee));
    digest.add(std::int64_t{service.perUnit}).add(std::int64_t{validFrom}).add(std::int64_t{service.offered});
    return {service.id.raw(), rowsPayload(u"own_service"_s, digest)};
}

std::vector<OwnPrice> OwnRepository::prices()
{
    auto query = m_tx.query(kPrices);
    query.bind(":branch", kBranch).run();
    return pricesOf(query);
}

std::vector<OwnPrice> OwnRepository::prices(const QString& service)
{
    auto query = m_tx.query(kPricesOf);
    query.bind(":branch", kBranch).bind(":service", service).run();
    return pricesOf(query);
}

WrittenRow OwnRepository::addPrice(const OwnPrice& price, StaffId by)
{
    const auto id = PriceId::create();
    const int validFrom = businessDayNumber(price.validFrom);
    m_tx.query(kAddPrice)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":service", price.service)
        .bind(":valid_from", validFrom)
        .bind(":fee", price.serviceFee)
        .bind(":ceiling", price.ceiling)
        .bind(":at", m_tx.now())
        .bind(":staff", by)
        .run();
    RowDigest digest;
    digest.add(id.raw()).add(kBranch).add(price.service).add(std::int64_t{validFrom});
    digest.add(textOf(price.serviceFee)).add(textOf(price.ceiling)).add(storedTime(m_tx.now())).add(by.raw());
    return {id.raw(), rowsPayload(u"own_price"_s, digest)};
}

QStringList OwnRepository::favourites()
{
    QStringList codes;
    auto query = m_tx.query(kFavourites);
    query.bind(":branch", kBranch).run();
    while (query.next())
        codes << query.text(0);
    return codes;
}

void OwnRepository::setFavourites(const QStringList& codes)
{
    m_tx.query(kClearFavourites).bind(":branch", kBranch).run();
    for (qsizetype i = 0; i < codes.size(); ++i) {
        m_tx.query(kAddFavourite)
            .bind(":branch", kBranch)
            .bind(":position", static_cast<std::int64_t>(i + 1))
            .bind(":service", codes.at(i))
            .run();
    }
}

} // namespace sanad
