#pragma once

#include <QDate>
#include <QString>

#include <cstdint>

namespace sanad {

/// The branch of every row of this data. One centre has one; the column is there from the first migration.
constexpr std::int64_t kBranch = 1;

/// The centre as its owner set it up.
struct Centre {
    QString nameAr, nameEn;
    QString licence; ///< `domain/identifiers.json` sanad_licence_number.
    QString vatin; ///< Empty as long as the centre was never registered for VAT.
    QString addressAr, addressEn;
    QString phone;
    QString wilayat; ///< Code of `domain/governorates.json`.
    QString returnPolicyAr, returnPolicyEn;
    bool vatRegistered = false;
    QDate vatSince; ///< VAT is charged from this business day on.
    int cutOffHour = 4; ///< Local hour that a shift cannot cross.
    int hijriOffset = 0; ///< Days against Umm al-Qura, −2…+2.
    bool training = false;

    bool vatOn(const QDate& day) const { return vatRegistered && vatSince.isValid() && day >= vatSince; }
    bool operator==(const Centre&) const = default;
};

/// A place where a clerk serves; its code starts the numbers of its receipts.
struct Counter {
    QString code; ///< `[A-Z][A-Z0-9]{0,5}`, identifiers.json receipt_number.
    QString nameAr, nameEn;
    bool active = true;

    bool operator==(const Counter&) const = default;
};

} // namespace sanad
