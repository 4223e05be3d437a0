#pragma once

#include "core/base/error.h"
#include "core/catalogue/service_item.h"

#include <QJsonObject>

#include <vector>

namespace sanad {

struct PackManifest {
    QString pack; ///< Which pack this is a version of, e.g. `om.demonstration`.
    std::int64_t version = 0;
    QDate validFrom; ///< Before this day the version before it stands.
    bool demonstration = false; ///< Fees are for demonstration; shown wherever they are.
    QString nameAr, nameEn;
    QString labelAr, labelEn;
    QString warningAr, warningEn;

    bool operator==(const PackManifest&) const = default;
};

/// A service with its fees of all days; `item` holds none of them.
struct PackedService {
    ServiceItem item;
    std::vector<DatedFee> fees; ///< Oldest first.

    bool operator==(const PackedService&) const = default;
};

struct PackContents {
    PackManifest manifest;
    std::vector<Category> categories;
    std::vector<ServiceChannel> channels;
    std::vector<Agency> agencies;
    std::vector<Governorate> governorates;
    std::vector<PackedService> services;

    bool operator==(const PackContents&) const = default;
};

/// Reads the document of a pack. Every problem of its shape and of references within it is added to
/// `problems` (Unusable `pack.*`; the first arg is where); what could be read comes back all the same.
PackContents readPackContents(const QJsonObject& document, std::vector<Error>& problems);

/// The service as it stands on `on`: with the fees in force, or nothing when none are yet.
std::optional<ServiceItem> serviceOn(const PackedService& service, const QDate& on);

} // namespace sanad
