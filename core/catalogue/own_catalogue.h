#pragma once

#include "core/base/actor.h"
#include "core/catalogue/own_service.h"
#include "core/storage/database.h"

namespace sanad {

/// What the centre sets beside the packs: services of its own, its prices, its favourites. Touches
/// "catalogue". Every change is for today or later; what was sold stays as it was sold.
class OwnCatalogue {
public:
    explicit OwnCatalogue(Database& db)
        : m_db(db)
    {
    }

    enum class Outcome { Added, Changed, Unchanged };

    /// Adds a service of the centre's own, or changes its texts; `price` is what it costs from its day on.
    /// Errors: Invalid `own-service.code`, `own-service.reference` (arg: agency or category),
    /// `own-service.fee-without-agency` (arg: code), those of
    /// setPrice() and cleanText(); Conflict `own-service.in-pack` (arg: code).
    Result<Outcome> saveService(const OwnService& service, const OwnPrice& price, const Actor& by);
    /// No longer offered. Errors: NotFound `own-service.unknown` (arg: code).
    Result<> withdrawService(const QString& code, const Actor& by);

    /// The centre's price for any service. Errors: NotFound `own-service.unknown` (arg: code); Invalid
    /// `own-price.past`, `own-price.negative`, `own-price.above-ceiling` (arg: the lower ceiling).
    Result<Outcome> setPrice(const OwnPrice& price, const Actor& by);

    /// At most nine codes, in the order of their keys. Errors: NotFound `own-service.unknown` (arg: code);
    /// Invalid `own-service.too-many-favourites`.
    Result<> setFavourites(const QStringList& codes, const Actor& by);

    Result<std::vector<OwnService>> services(const Actor& by);

    /// As the methods above, within a transaction of the caller's, who holds the permission, has looked up
    /// the catalogue as it stood before, and revises it afterwards.
    static Result<Outcome> saveService(
        Tx& tx, const Catalogue& before, OwnService service, OwnPrice price, const Actor& by);
    static Result<Outcome> setPrice(Tx& tx, const Catalogue& before, const OwnPrice& price, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
