#include "core/catalogue/pack_repository.h"

#include "core/audit/row_digest.h"
#include "core/settings/centre.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSteps = R"(
    SELECT p.id, p.pack, p.version, p.valid_from, p.publisher, p.hash, s.act, s.at, s.staff_id
    FROM pack_step s JOIN content_pack p ON p.id = s.pack_id
    WHERE s.branch_id = :branch ORDER BY s.id)";
constexpr auto kGet =
    "SELECT id, pack, version, valid_from, publisher, hash FROM content_pack WHERE id = :id";
constexpr auto kFind = R"(
    SELECT id, pack, version, valid_from, publisher, hash FROM content_pack
    WHERE branch_id = :branch AND pack = :pack AND version = :version)";
constexpr auto kInsert = R"(
    INSERT INTO content_pack (id, branch_id, pack, version, valid_from, publisher, hash, file)
    VALUES (:id, :branch, :pack, :version, :valid_from, :publisher, :hash, :file))";
constexpr auto kAddStep = R"(
    INSERT INTO pack_step (id, branch_id, pack_id, act, at, staff_id)
    VALUES (:id, :branch, :pack, :act, :at, :staff))";
constexpr auto kFile = "SELECT file FROM content_pack WHERE id = :id";
constexpr auto kPublishers = "SELECT public_key, name, confirmed_at FROM pack_publisher WHERE branch_id = "
                             ":branch ORDER BY confirmed_at";
constexpr auto kPutPublisher = R"(
    INSERT INTO pack_publisher (branch_id, public_key, name, confirmed_at, staff_id)
    VALUES (:branch, :key, :name, :at, :staff)
    ON CONFLICT (branch_id, public_key) DO UPDATE SET name = excluded.name)";
constexpr auto kRemovePublisher =
    "DELETE FROM pack_publisher WHERE branch_id = :branch AND public_key = :key";

using StepId = Id<struct PackStepTag>;

StoredPack packOf(Query& query)
{
    return {query.id<PackId>(0), query.text(1), query.int64(2), businessDayFrom(query.int32(3)),
        query.bytes(4), query.bytes(5)};
}

} // namespace

std::vector<PackStep> PackRepository::steps()
{
    std::vector<PackStep> steps;
    auto query = m_tx.query(kSteps);
    query.bind(":branch", kBranch).run();
    while (query.next())
        steps.push_back({packOf(query), query.text(6) == u"applied"_s, query.time(7), query.id<StaffId>(8)});
    return steps;
}

std::vector<StoredPack> PackRepository::standing()
{
    std::vector<StoredPack> packs;
    for (const auto& step : steps()) {
        std::erase_if(packs, [&](const StoredPack& pack) { return pack.id == step.pack.id; });
        if (step.applied) packs.push_back(step.pack);
    }
    return packs;
}

std::optional<StoredPack> PackRepository::get(PackId id)
{
    auto query = m_tx.query(kGet);
    query.bind(":id", id).run();
    if (!query.next()) return std::nullopt;
    return packOf(query);
}

std::optional<StoredPack> PackRepository::find(const QString& pack, std::int64_t version)
{
    auto query = m_tx.query(kFind);
    query.bind(":branch", kBranch).bind(":pack", pack).bind(":version", version).run();
    if (!query.next()) return std::nullopt;
    return packOf(query);
}

void PackRepository::insert(const StoredPack& pack, const QByteArray& file, QJsonObject& rows)
{
    const int validFrom = businessDayNumber(pack.validFrom);
    m_tx.query(kInsert)
        .bind(":id", pack.id)
        .bind(":branch", kBranch)
        .bind(":pack", pack.pack)
        .bind(":version", pack.version)
        .bind(":valid_from", validFrom)
        .bind(":publisher", pack.publisher)
        .bind(":hash", pack.hash)
        .bind(":file", file)
        .run();
    RowDigest digest;
    digest.add(pack.id.raw())
        .add(kBranch)
        .add(pack.pack)
        .add(pack.version)
        .add(std::int64_t{validFrom})
        .add(pack.publisher)
        .add(pack.hash);
    rows.insert(u"content_pack:"_s + pack.id.text(), digest.hex());
}

void PackRepository::addStep(PackId pack, bool applied, StaffId by, QJsonObject& rows)
{
    const auto id = StepId::create();
    const auto act = applied ? u"applied"_s : u"rolled_back"_s;
    m_tx.query(kAddStep)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":pack", pack)
        .bind(":act", act)
        .bind(":at", m_tx.now())
        .bind(":staff", by)
        .run();
    RowDigest digest;
    digest.add(id.raw()).add(kBranch).add(pack.raw()).add(act).add(storedTime(m_tx.now())).add(by.raw());
    rows.insert(u"pack_step:"_s + id.text(), digest.hex());
}

QByteArray PackRepository::file(PackId pack)
{
    auto query = m_tx.query(kFile);
    query.bind(":id", pack).run();
    return query.next() ? query.bytes(0) : QByteArray();
}

std::vector<Publisher> PackRepository::publishers()
{
    std::vector<Publisher> publishers;
    auto query = m_tx.query(kPublishers);
    query.bind(":branch", kBranch).run();
    while (query.next())
        publishers.push_back({query.bytes(0), query.text(1), query.time(2)});
    return publishers;
}

bool PackRepository::isPublisher(const QByteArray& publicKey)
{
    const auto known = publishers();
    return std::any_of(
        known.begin(), known.end(), [&](const Publisher& each) { return each.publicKey == publicKey; });
}

void PackRepository::putPublisher(const QByteArray& publicKey, const QString& name, StaffId by)
{
    m_tx.query(kPutPublisher)
        .bind(":branch", kBranch)
        .bind(":key", publicKey)
        .bind(":name", name)
        .bind(":at", m_tx.now())
        .bind(":staff", by)
        .run();
}

void PackRepository::removePublisher(const QByteArray& publicKey)
{
    m_tx.query(kRemovePublisher).bind(":branch", kBranch).bind(":key", publicKey).run();
}

} // namespace sanad
