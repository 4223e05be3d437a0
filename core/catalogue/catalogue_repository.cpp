#include "core/catalogue/catalogue_repository.h"

#include "core/catalogue/own_repository.h"
#include "core/catalogue/pack_file.h"
#include "core/catalogue/pack_repository.h"
#include "core/crypto/hash.h"
#include "core/settings/centre.h"

#include <QMutex>

#include <deque>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kStamp = "SELECT stamp FROM catalogue_revision WHERE branch_id = :branch";
constexpr auto kRevise = R"(
    INSERT INTO catalogue_revision (branch_id, stamp) VALUES (:branch, :stamp)
    ON CONFLICT (branch_id) DO UPDATE SET stamp = excluded.stamp)";

/// Of one pack, versions before these can no longer be asked for.
constexpr int kVersionsKept = 4;
constexpr int kStampBytes = 16;

/// The last few values by a key that names their content. Thread-safe.
template <class Value> class Recent {
public:
    explicit Recent(std::size_t most)
        : m_most(most)
    {
    }

    std::shared_ptr<const Value> find(const QByteArray& key)
    {
        const QMutexLocker lock(&m_mutex);
        for (const auto& [known, value] : m_values)
            if (known == key) return value;
        return nullptr;
    }
    void put(const QByteArray& key, std::shared_ptr<const Value> value)
    {
        const QMutexLocker lock(&m_mutex);
        m_values.emplace_front(key, std::move(value));
        if (m_values.size() > m_most) m_values.pop_back();
    }

private:
    QMutex m_mutex;
    std::size_t m_most;
    std::deque<std::pair<QByteArray, std::shared_ptr<const Value>>> m_values;
};

Recent<Catalogue>& catalogues()
{
    static Recent<Catalogue> recent(4);
    return recent;
}

Recent<PackContents>& contents()
{
    static Recent<PackContents> recent(16);
    return recent;
}

std::shared_ptr<const PackContents> contentsOf(const StoredPack& pack, PackRepository& packs)
{
    if (auto known = contents().find(pack.hash)) return known;
    const Error damaged{ErrorCode::Internal, u"catalogue.damaged"_s, {pack.pack}, {}};
    const auto file = readPackFile(packs.file(pack.id));
    if (!file || file->hash != pack.hash) throw DbError(damaged);
    std::vector<Error> problems;
    auto read = std::make_shared<const PackContents>(readPackContents(file->document, problems));
    if (!problems.empty()) throw DbError(damaged);
    contents().put(pack.hash, read);
    return read;
}

/// The newest versions of each pack, in the order in which they were applied.
std::vector<StoredPack> keptVersions(const std::vector<StoredPack>& standing)
{
    std::vector<StoredPack> kept;
    QHash<QString, int> count;
    for (auto pack = standing.rbegin(); pack != standing.rend(); ++pack)
        if (++count[pack->pack] <= kVersionsKept) kept.insert(kept.begin(), *pack);
    return kept;
}

} // namespace

const std::shared_ptr<const Catalogue>& CatalogueRepository::catalogue()
{
    if (m_catalogue) return m_catalogue;
    auto query = m_tx.query(kStamp);
    query.bind(":branch", kBranch).run();
    const auto stamp = query.next() ? query.bytes(0) : QByteArray();
    if (stamp.isEmpty()) {
        m_catalogue = std::make_shared<const Catalogue>();
        return m_catalogue;
    }
    m_catalogue = catalogues().find(stamp);
    if (!m_catalogue) {
        m_catalogue = load();
        // A revision of a transaction that may still be rolled back is nobody else's business.
        if (!m_tx.writable())
            catalogues().put(stamp, m_catalogue);
        else
            m_tx.afterCommit([stamp, loaded = m_catalogue] { catalogues().put(stamp, loaded); });
    }
    return m_catalogue;
}

std::shared_ptr<const PackContents> CatalogueRepository::pack(PackId id)
{
    PackRepository packs(m_tx);
    const auto stored = packs.get(id);
    return stored ? contentsOf(*stored, packs) : nullptr;
}

std::shared_ptr<const Catalogue> CatalogueRepository::load()
{
    PackRepository packs(m_tx);
    std::vector<StandingPack> standing;
    for (const auto& pack : keptVersions(packs.standing()))
        standing.push_back({pack.id, contentsOf(pack, packs)});
    OwnRepository own(m_tx);
    std::vector<PackedService> services;
    for (const auto& service : own.services())
        if (service.offered) services.push_back(packedService(service));
    return std::make_shared<const Catalogue>(
        std::move(standing), std::move(services), own.prices(), own.favourites());
}

void CatalogueRepository::revise()
{
    m_tx.query(kRevise).bind(":branch", kBranch).bind(":stamp", randomBytes(kStampBytes)).run();
    m_tx.touched(u"catalogue"_s);
    m_catalogue.reset();
}

} // namespace sanad
