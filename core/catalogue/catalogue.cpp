#include "core/catalogue/catalogue.h"

#include "core/base/search_text.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kFavourites = 9;

void endBefore(ServiceItem& item, const QDate& day)
{
    const auto last = day.addDays(-1);
    if (!item.validUntil || last < *item.validUntil) item.validUntil = last;
}

/// True when some word of `index` begins with `typed`.
bool anyBegins(const QStringList& index, const QString& typed)
{
    return std::any_of(
        index.begin(), index.end(), [&](const QString& word) { return word.startsWith(typed); });
}

bool matchesWords(const QStringList& index, const TypedWords& typed)
{
    for (const auto& word : typed.finished)
        if (!anyBegins(index, word)) return false;
    if (typed.last.isEmpty() || typed.lastMayBeParticle || anyBegins(index, typed.last)) return true;
    return std::any_of(typed.lastAlternatives.begin(), typed.lastAlternatives.end(),
        [&](const QString& word) { return anyBegins(index, word); });
}

/// The entries of all packs, each code once; a pack applied later wins.
template <class Value>
std::vector<Value> united(
    const std::vector<const PackContents*>& packs, std::vector<Value> PackContents::*list)
{
    std::vector<Value> values;
    std::set<QString> seen;
    for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack)
        for (const auto& value : (*pack)->*list)
            if (seen.insert(value.code).second) values.push_back(value);
    return values;
}

} // namespace

Catalogue::Catalogue(std::vector<StandingPack> packs, std::vector<PackedService> own,
    std::vector<OwnPrice> prices, QStringList favourites)
    : m_packs(std::move(packs))
    , m_own(std::move(own))
    , m_favourites(std::move(favourites))
{
    for (auto& price : prices)
        m_prices[price.service].push_back(std::move(price));
    for (auto& each : m_prices)
        std::stable_sort(each.begin(), each.end(),
            [](const OwnPrice& a, const OwnPrice& b) { return a.validFrom < b.validFrom; });
    for (std::size_t i = 0; i < m_packs.size(); ++i)
        for (const auto& service : m_packs[i].contents->services)
            addEntry(static_cast<int>(i), service);
    for (const auto& service : m_own)
        addEntry(-1, service);
}

void Catalogue::addEntry(int pack, const PackedService& service)
{
    const auto& item = service.item;
    QStringList words = indexWords(item.nameAr) + indexWords(item.nameEn);
    for (const auto& alias : item.aliases)
        words += indexWords(alias);
    words.removeDuplicates();
    m_byCode[item.code].push_back(m_entries.size());
    m_entries.push_back({pack, &service, words, item.code.toUpper()});
}

bool Catalogue::inForce(int pack, const QDate& on) const
{
    if (pack < 0) return true;
    const auto& manifest = m_packs[static_cast<std::size_t>(pack)].contents->manifest;
    if (manifest.validFrom > on) return false;
    return std::none_of(m_packs.begin(), m_packs.end(), [&](const StandingPack& other) {
        const auto& newer = other.contents->manifest;
        return newer.pack == manifest.pack && newer.version > manifest.version && newer.validFrom <= on;
    });
}

std::vector<const PackContents*> Catalogue::packsOn(const QDate& on) const
{
    std::vector<const PackContents*> packs;
    for (std::size_t i = 0; i < m_packs.size(); ++i)
        if (inForce(static_cast<int>(i), on)) packs.push_back(m_packs[i].contents.get());
    return packs;
}

std::optional<ServiceItem> Catalogue::packItemOf(const Entry& entry, const QDate& on) const
{
    if (!inForce(entry.pack, on)) return std::nullopt;
    auto item = serviceOn(*entry.service, on);
    if (!item) return std::nullopt;
    if (entry.pack >= 0) {
        const auto& pack = m_packs[static_cast<std::size_t>(entry.pack)];
        item->pack = pack.id;
        item->validFrom = std::max(item->validFrom, pack.contents->manifest.validFrom);
        for (const auto& other : m_packs) {
            const auto& newer = other.contents->manifest;
            if (newer.pack == pack.contents->manifest.pack && newer.version > pack.contents->manifest.version)
                endBefore(*item, newer.validFrom);
        }
    }
    return item;
}

std::optional<ServiceItem> Catalogue::itemOf(const Entry& entry, const QDate& on) const
{
    auto item = packItemOf(entry, on);
    if (item) applyOwnPrice(*item, on);
    return item;
}

void Catalogue::applyOwnPrice(ServiceItem& item, const QDate& on) const
{
    const auto prices = m_prices.constFind(item.code);
    if (prices == m_prices.constEnd()) return;
    const OwnPrice* standing = nullptr;
    for (const auto& price : *prices) {
        if (price.validFrom > on) {
            endBefore(item, price.validFrom);
            break;
        }
        standing = &price;
    }
    if (!standing) return;
    item.validFrom = std::max(item.validFrom, standing->validFrom);
    if (!standing->serviceFee) return;
    item.ownPrice = true;
    item.serviceFee = *standing->serviceFee;
    if (standing->ceiling && (!item.serviceFeeCeiling || *standing->ceiling < *item.serviceFeeCeiling))
        item.serviceFeeCeiling = standing->ceiling;
    // A ceiling that came after the price binds it too.
    if (item.serviceFeeCeiling) item.serviceFee = std::min(item.serviceFee, *item.serviceFeeCeiling);
}

std::optional<ServiceItem> Catalogue::service(const QString& code, const QDate& on) const
{
    for (const auto at : m_byCode.value(code))
        if (auto item = itemOf(m_entries[at], on)) return item;
    return std::nullopt;
}

std::optional<ServiceItem> Catalogue::packService(const QString& code, const QDate& on) const
{
    for (const auto at : m_byCode.value(code))
        if (m_entries[at].pack >= 0)
            if (auto item = packItemOf(m_entries[at], on)) return item;
    return std::nullopt;
}

bool Catalogue::isOfPack(const QString& code) const
{
    const auto places = m_byCode.value(code);
    return std::any_of(places.begin(), places.end(), [&](std::size_t at) { return m_entries[at].pack >= 0; });
}

std::vector<ServiceItem> Catalogue::services(const QDate& on, const ServiceFilter& filter) const
{
    std::vector<ServiceItem> found;
    for (const auto& entry : m_entries) {
        const auto& item = entry.service->item;
        if (!filter.agency.isEmpty() && item.agency != filter.agency) continue;
        if (!filter.category.isEmpty() && item.category != filter.category) continue;
        if (!filter.customerKind.isEmpty() && !item.customerKinds.contains(filter.customerKind)) continue;
        if (auto standing = itemOf(entry, on)) found.push_back(std::move(*standing));
    }
    return found;
}

std::vector<ServiceItem> Catalogue::search(const QString& text, const QDate& on, int limit) const
{
    const auto code = text.trimmed().toUpper();
    if (code.isEmpty()) return {};
    const auto typed = typedWords(text);
    struct Hit {
        int rank;
        int weight;
        const Entry* entry;
    };
    std::vector<Hit> hits;
    for (const auto& entry : m_entries) {
        const auto& item = entry.service->item;
        int rank = -1;
        if (entry.code == code)
            rank = 0;
        else if (item.aliases.contains(text.trimmed(), Qt::CaseInsensitive))
            rank = 1;
        else if (entry.code.startsWith(code))
            rank = 2;
        else if (!typed.isEmpty() && matchesWords(entry.words, typed))
            rank = 3;
        else if (entry.code.contains(u'-' + code))
            rank = 4;
        if (rank >= 0) hits.push_back({rank, item.weight, &entry});
    }
    std::stable_sort(hits.begin(), hits.end(),
        [](const Hit& a, const Hit& b) { return a.rank != b.rank ? a.rank < b.rank : a.weight > b.weight; });
    std::vector<ServiceItem> found;
    for (const auto& hit : hits) {
        if (static_cast<int>(found.size()) >= limit) break;
        if (auto standing = itemOf(*hit.entry, on)) found.push_back(std::move(*standing));
    }
    return found;
}

std::vector<ServiceItem> Catalogue::favourites(const QDate& on) const
{
    std::vector<ServiceItem> found;
    std::set<QString> codes;
    for (const auto& code : m_favourites) {
        auto item = service(code, on);
        if (item && codes.insert(code).second) found.push_back(std::move(*item));
    }
    std::vector<const Entry*> usual;
    for (const auto& entry : m_entries)
        usual.push_back(&entry);
    std::stable_sort(usual.begin(), usual.end(),
        [](const Entry* a, const Entry* b) { return a->service->item.weight > b->service->item.weight; });
    for (const auto* entry : usual) {
        if (found.size() >= kFavourites) break;
        if (codes.contains(entry->service->item.code)) continue;
        if (auto item = itemOf(*entry, on)) {
            codes.insert(item->code);
            found.push_back(std::move(*item));
        }
    }
    return found;
}

std::vector<Agency> Catalogue::agencies(const QDate& on) const
{
    return united(packsOn(on), &PackContents::agencies);
}

std::optional<Agency> Catalogue::agency(const QString& code, const QDate& on) const
{
    const auto packs = packsOn(on);
    for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack)
        for (const auto& each : (*pack)->agencies)
            if (each.code == code) return each;
    return std::nullopt;
}

std::vector<Category> Catalogue::categories(const QDate& on) const
{
    return united(packsOn(on), &PackContents::categories);
}

std::vector<ServiceChannel> Catalogue::channels(const QDate& on) const
{
    return united(packsOn(on), &PackContents::channels);
}

std::vector<Governorate> Catalogue::governorates(const QDate& on) const
{
    return united(packsOn(on), &PackContents::governorates);
}

std::vector<PackManifest> Catalogue::manifests(const QDate& on) const
{
    std::vector<PackManifest> manifests;
    for (const auto* pack : packsOn(on))
        manifests.push_back(pack->manifest);
    return manifests;
}

} // namespace sanad
