#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <vector>

namespace sanad {

/// The totals of a closed day as signed and as printed.
struct DayTotals {
    struct Series {
        QString series; ///< `C1`
        std::int64_t first = 0, last = 0;
        bool operator==(const Series&) const = default;
    };
    struct Amount {
        QString key; ///< A tender, an agency, or a clerk.
        std::int64_t count = 0;
        Money amount;
        bool operator==(const Amount&) const = default;
    };
    struct Drawer {
        QString counter, clerk;
        Money openingFloat, expected, counted;
        QString reason;
        Money difference() const { return counted - expected; }
        bool operator==(const Drawer&) const = default;
    };

    struct Balance {
        QString account, part;
        Money amount; ///< Debits less credits.
        bool operator==(const Balance&) const = default;
    };

    std::int64_t receipts = 0, lines = 0;
    Money governmentFees, serviceFees, discounts, vat, total;
    std::vector<Series> series;
    std::vector<Amount> tenders, agencies, clerks;
    std::vector<Drawer> drawers;
    std::vector<Balance> balances; ///< Of every account that is not at zero once the day is over.

    Money income() const { return serviceFees - discounts - vat; } ///< Net of VAT.
    bool operator==(const DayTotals&) const = default;
};

/// The series of day closes.
inline const QString kDayCloseSeries = QStringLiteral("D");

/// A closed day: numbered, signed, final.
struct DayClose {
    DayId id;
    std::int64_t number = 0;
    QDate businessDay;
    QDateTime closedAt; ///< UTC.
    QString closedBy; ///< Sign-in name.
    DayTotals totals;
    std::int64_t chainNumber = 0; ///< The last audit line before the close.
    QByteArray chainHash;
    QByteArray signature; ///< Ed25519 over signedText().
    QString series = kDayCloseSeries; ///< Another one since a restore.

    /// As printed: `5`, since a restore `DK7Q2-5`.
    QString numberText() const;

    bool operator==(const DayClose&) const = default;
};

/// The totals as canonical JSON: stored, hashed and printed from the same text.
QByteArray dayTotalsJson(const DayTotals& totals);
Result<DayTotals> dayTotalsFromJson(const QByteArray& json);

/// What the signature covers: number, day, time, who, the totals' text as stored, chain number and hash.
QByteArray dayCloseSignedText(const DayClose& close, const QByteArray& totals);

} // namespace sanad
