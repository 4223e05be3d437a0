#pragma once

#include "core/catalogue/pack_contents.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace sanad {

/// The centre's own price for a service, of a pack or of its own.
struct OwnPrice {
    QString service;
    QDate validFrom;
    std::optional<Money> serviceFee; ///< None: from this day on the pack's price again.
    std::optional<Money> ceiling; ///< None: the pack's.

    bool operator==(const OwnPrice&) const = default;
};

/// One version of a pack that stands.
struct StandingPack {
    PackId id;
    std::shared_ptr<const PackContents> contents;
};

/// What a list of services shows.
struct ServiceFilter {
    QString agency, category; ///< Empty: all.
    QString customerKind;
};

/// Everything the centre offers, as of one revision of its data: packs, own services, own prices. On each
/// day the newest version stands whose valid-from has come. Immutable, so threads may share it.
class Catalogue {
public:
    Catalogue() = default;
    /// `packs` in the order in which they were applied; `prices` in the order in which they were set.
    Catalogue(std::vector<StandingPack> packs, std::vector<PackedService> own, std::vector<OwnPrice> prices,
        QStringList favourites);

    std::optional<ServiceItem> service(const QString& code, const QDate& on) const;
    /// The same without the centre's own price; nothing for a service of the centre's own.
    std::optional<ServiceItem> packService(const QString& code, const QDate& on) const;
    /// True when some pack, on whatever day, has the code.
    bool isOfPack(const QString& code) const;
    /// In the order of the packs, own services last.
    std::vector<ServiceItem> services(const QDate& on, const ServiceFilter& filter = {}) const;
    /// By code, alias or words of the name in either script, from their first letters; best first.
    std::vector<ServiceItem> search(const QString& text, const QDate& on, int limit = 20) const;
    /// The nine of Ctrl+1…9: as the centre set them, filled up with the most usual ones.
    std::vector<ServiceItem> favourites(const QDate& on) const;

    std::vector<Agency> agencies(const QDate& on) const;
    std::optional<Agency> agency(const QString& code, const QDate& on) const;
    std::vector<Category> categories(const QDate& on) const;
    std::vector<ServiceChannel> channels(const QDate& on) const;
    std::vector<Governorate> governorates(const QDate& on) const;
    /// Of the packs in force: label and warning must be shown.
    std::vector<PackManifest> manifests(const QDate& on) const;
    bool isEmpty() const { return m_packs.empty() && m_own.empty(); }

private:
    struct Entry {
        int pack = -1; ///< −1: own.
        const PackedService* service = nullptr;
        QStringList words; ///< Folded, for search.
        QString code; ///< Upper case.
    };

    bool inForce(int pack, const QDate& on) const;
    std::vector<const PackContents*> packsOn(const QDate& on) const;
    std::optional<ServiceItem> itemOf(const Entry& entry, const QDate& on) const;
    std::optional<ServiceItem> packItemOf(const Entry& entry, const QDate& on) const;
    void applyOwnPrice(ServiceItem& item, const QDate& on) const;
    void addEntry(int pack, const PackedService& service);

    std::vector<StandingPack> m_packs;
    std::vector<PackedService> m_own;
    QHash<QString, std::vector<OwnPrice>> m_prices;
    QStringList m_favourites;
    std::vector<Entry> m_entries;
    QHash<QString, std::vector<std::size_t>> m_byCode;
};

} // namespace sanad
