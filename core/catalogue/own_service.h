#pragma once

#include "core/base/text_gate.h"
#include "core/catalogue/catalogue.h"

namespace sanad {

/// The agency of what is the centre's own business; nothing is held for it.
inline const QString kOwnAgency = QStringLiteral("CENTRE");

/// What its names may be.
constexpr TextRule kOwnServiceName{.maxLength = 120, .required = true};

/// A service that the centre adds beside the packs.
struct OwnService {
    ServiceId id;
    QString code; ///< Capitals, digits, hyphens; of no pack.
    QString nameAr, nameEn;
    QString agency = kOwnAgency; ///< An agency of the packs.
    QString category = QStringLiteral("centre_own");
    QStringList aliases;
    std::optional<Money> governmentFee = Money(); ///< None: the clerk takes it from the portal.
    bool perUnit = false; ///< The form asks how many, and both fees multiply.
    QDate validFrom;
    bool offered = true;

    bool operator==(const OwnService&) const = default;
};

/// As the catalogue holds it: with a form of quantity (when per unit) and a note.
PackedService packedService(const OwnService& service);

} // namespace sanad
