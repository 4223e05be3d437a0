#pragma once

#include "core/catalogue/catalogue.h"
#include "core/storage/database.h"

#include <memory>

namespace sanad {

/// The catalogue within a transaction. Held in memory per process and revision: after the first look a read
/// costs one small query, and nothing is parsed. Throws DbError `catalogue.damaged` when a stored pack no
/// longer reads.
class CatalogueRepository {
public:
    explicit CatalogueRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Looked up once per repository.
    const std::shared_ptr<const Catalogue>& catalogue();

    std::optional<ServiceItem> service(const QString& code, const QDate& on)
    {
        return catalogue()->service(code, on);
    }
    std::vector<ServiceItem> services(const QDate& on, const ServiceFilter& filter = {})
    {
        return catalogue()->services(on, filter);
    }
    std::vector<ServiceItem> search(const QString& text, const QDate& on, int limit = 20)
    {
        return catalogue()->search(text, on, limit);
    }
    std::vector<ServiceItem> favourites(const QDate& on) { return catalogue()->favourites(on); }
    std::vector<Agency> agencies(const QDate& on) { return catalogue()->agencies(on); }
    std::optional<Agency> agency(const QString& code, const QDate& on)
    {
        return catalogue()->agency(code, on);
    }

    /// One version of a pack, whether it stands or not; null when there is none with this id.
    std::shared_ptr<const PackContents> pack(PackId id);

    /// Must follow every change of packs, own services, prices or favourites, in the same transaction.
    void revise();

private:
    std::shared_ptr<const Catalogue> load();

    Tx& m_tx;
    std::shared_ptr<const Catalogue> m_catalogue;
};

} // namespace sanad
