#pragma once

#include "core/catalogue/own_service.h"
#include "core/storage/database.h"

namespace sanad {

/// The SQL of what the centre sets beside the packs.
class OwnRepository {
public:
    explicit OwnRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    std::vector<OwnService> services(); ///< Withdrawn ones too.
    std::optional<OwnService> find(const QString& code);
    void put(const OwnService& service);
    std::vector<OwnPrice> prices(); ///< In the order in which they were set.
    std::vector<OwnPrice> prices(const QString& service);
    void addPrice(const OwnPrice& price, StaffId by);
    QStringList favourites();
    void setFavourites(const QStringList& codes);

private:
    Tx& m_tx;
};

} // namespace sanad
