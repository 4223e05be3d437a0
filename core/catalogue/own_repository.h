#pragma once

#include "core/catalogue/own_service.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace sanad {

/// What an audit line says of a row that was written: the line's subject, and its payload so far.
struct WrittenRow {
    std::int64_t id = 0;
    QJsonObject payload; ///< `rows`, as core/audit/row_digest.h asks.
};

/// The SQL of what the centre sets beside the packs.
class OwnRepository {
public:
    explicit OwnRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    std::vector<OwnService> services(); ///< Withdrawn ones too.
    std::optional<OwnService> find(const QString& code);
    WrittenRow put(const OwnService& service);
    std::vector<OwnPrice> prices(); ///< In the order in which they were set.
    std::vector<OwnPrice> prices(const QString& service);
    WrittenRow addPrice(const OwnPrice& price, StaffId by);
    QStringList favourites();
    void setFavourites(const QStringList& codes);

private:
    Tx& m_tx;
};

} // namespace sanad
