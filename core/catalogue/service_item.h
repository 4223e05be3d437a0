#pragma once

#include "core/base/id.h"
#include "core/catalogue/fee_rule.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sanad {

struct Agency {
    QString code;
    QString nameAr, nameEn;
    QString shortAr;
    QString kind; ///< In words: `government`, `platform`, `private` …
    QString website;

    bool operator==(const Agency&) const = default;
};

struct Category {
    QString code;
    QString nameAr, nameEn;

    bool operator==(const Category&) const = default;
};

/// A way on which services reach their agency.
struct ServiceChannel {
    QString code;
    QString kind; ///< `rest`, `assisted`, `counter`, `local`: how the desk treats it.
    QString nameAr, nameEn;

    bool operator==(const ServiceChannel&) const = default;
};

struct Wilayat {
    QString code;
    QString nameAr, nameEn;

    bool operator==(const Wilayat&) const = default;
};

struct Governorate {
    QString code;
    QString nameAr, nameEn;
    std::vector<Wilayat> wilayats;

    bool operator==(const Governorate&) const = default;
};

struct RequiredDocument {
    QString code;
    QString ar, en;
    bool required = true;

    bool operator==(const RequiredDocument&) const = default;
};

struct BilingualText {
    QString ar, en;

    bool operator==(const BilingualText&) const = default;
};

struct ProcessingTime {
    int amount = 0; ///< 0: none is published.
    QString unit; ///< `minutes`, `hours`, `days`, `working_days`.
    QString ar, en;

    bool operator==(const ProcessingTime&) const = default;
};

/// One service as it stands on one day: texts, form, documents, and the fees in force on that day.
struct ServiceItem {
    ServiceId id; ///< Of a service of the centre's own; none for one of a pack, which its code names.
    QString code;
    QString agency, category;
    QString nature; ///< `gov`, `partner`, `own`.
    QString channel; ///< Code of the ServiceChannel.
    QString channelKind; ///< `rest`, `assisted`, `counter`, `local`.
    QString nameAr, nameEn;
    QStringList aliases;
    QStringList customerKinds; ///< `citizen`, `resident`, `visitor`, `company`.
    QString signature, electronic, fieldVisit;
    bool munqidh = false; ///< A field agent of the centre may do the visit.
    ProcessingTime processing;
    std::vector<RequiredDocument> documents;
    std::vector<BilingualText> conditions;
    QByteArray formSchema; ///< JSON Schema draft-07.
    QByteArray formLayout; ///< docs/forms.md.
    int weight = 1; ///< How often, relative to others: order of first suggestions, demonstration data.
    QString feeConfidence; ///< `verified`, `commonly known`, `guess`.

    FeeRule fee;
    Money serviceFee; ///< Displayed, VAT included, for one unit.
    std::optional<Money> serviceFeeCeiling; ///< For one unit.
    QString serviceCountField;
    QDate validFrom; ///< First day of these fees.
    std::optional<QDate> validUntil; ///< Last day of these fees.
    bool ownPrice = false; ///< The centre's own price stands instead of the pack's.
    PackId pack; ///< None for a service of the centre's own.

    bool operator==(const ServiceItem&) const = default;
};

} // namespace sanad
