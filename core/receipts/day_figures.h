#pragma once

#include "core/receipts/receipt.h"
#include "core/storage/database.h"

#include <map>

namespace sanad {

/// By what the figures of a day are kept. Exceptions are what an owner should look at: `discount`,
/// `card-without-code`, `no-transaction`, counted by line or payment.
enum class Dimension { Day, Service, Clerk, Tender, Hour, Agency, Exception };

QString dimensionKey(Dimension dimension);

/// Sums of a day's receipts for one service, clerk, tender …
struct Figures {
    std::int64_t receipts = 0; ///< Documents; for services and agencies, lines.
    Money governmentFees, serviceFees, discounts, vat, total;

    Money income() const { return serviceFees - discounts - vat; }
    Figures& operator+=(const Figures& other);
    bool operator==(const Figures&) const = default;
};

using FigureKey = std::pair<Dimension, QString>;
using FigureMap = std::map<FigureKey, Figures>;

/// The roll-up: rows of sums kept in the receipt's own commit, so that a day is read without its receipts.
class DayFigures {
public:
    explicit DayFigures(Tx& tx)
        : m_tx(tx)
    {
    }

    void add(const Receipt& receipt);
    /// What the roll-up says of `day`.
    FigureMap stored(const QDate& day) const;
    /// Arabic and English names of the services and agencies in stored().
    std::map<FigureKey, std::pair<QString, QString>> names(const QDate& day) const;
    /// The same worked out from the receipts, their lines and payments.
    FigureMap recomputed(const QDate& day) const;
    /// Sums of whole days, first to last inclusive, for one dimension.
    std::map<QString, Figures> over(Dimension dimension, const QDate& first, const QDate& last) const;
    /// One row a day that has any, first to last inclusive.
    std::map<QDate, Figures> days(const QDate& first, const QDate& last) const;

private:
    Tx& m_tx;
};

/// The figures that one receipt adds.
FigureMap figuresOf(const Receipt& receipt);
/// What the receipt calls its services and agencies, in Arabic and English; the first of a day names its
/// figures.
std::vector<std::pair<FigureKey, std::pair<QString, QString>>> namesOf(const Receipt& receipt);

} // namespace sanad
