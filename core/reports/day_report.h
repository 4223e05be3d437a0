#pragma once

#include "core/base/actor.h"
#include "core/cash/day_close.h"
#include "core/cash/shift.h"
#include "core/receipts/day_figures.h"

#include <QJsonObject>

namespace sanad {

/// The owner's daily report; the letters are those of `domain/kpis.md` section 2.
struct DayReport {
    struct Named {
        QString key; ///< Code of a service, an agency or a clerk; `cash` …; `09` for an hour.
        QString nameAr, nameEn; ///< Of services and agencies.
        Figures figures;
    };
    struct AgencyMoney { ///< B: held for an agency.
        QString agency, nameAr, nameEn; ///< Names as in the catalogue of that day.
        Money opening, collected, paidOn, refunded, closing;
        std::int64_t unconfirmed = 0; ///< Fees that no confirmation covers yet, of all days.
        std::int64_t oldestUnpaidHours = 0;
    };
    struct Wallet { ///< C
        QString agency, nameAr, nameEn;
        Money opening, toppedUp, spent, closing;
    };
    struct Difference {
        QDate day;
        Figures figures;
        Money income, total; ///< Of the reported day less that one.
        std::optional<std::int64_t> incomePerMille; ///< None when that day had no income.
    };
    struct Exceptions { ///< G
        std::int64_t reprints = 0, voids = 0, discountedLines = 0, cardsWithoutCode = 0;
        std::int64_t onAccount = 0; ///< Payments that companies are to make later.
        std::int64_t transfersWithoutReference = 0;
        std::int64_t pricesSetByHand = 0; ///< Transactions, beside those with a discount.
        std::int64_t otherDrawers = 0; ///< Receipts whose clerk had not opened the drawer.
        std::int64_t linesWithoutTransaction = 0, transactionsWithoutReceipt = 0;
        std::int64_t drawersOff = 0; ///< Counted with a difference.
        std::int64_t walletsBelowZero = 0;
    };
    struct Check { ///< J
        QString key; ///< `total`, `tenders`, `clerks`, `services`, `agencies`, `wallets`, `fees`, `vat`,
                     ///< `numbers`
        std::int64_t left = 0, right = 0; ///< Baisa; for `numbers` a count.
        bool holds() const { return left == right; }
    };

    QDate day;
    bool closed = false;
    std::int64_t closeNumber = 0; ///< Of the day close in its series, 0 while the day is open.
    QString closeText; ///< The same as printed: `5`, since a restore `DK7Q2-5`.
    Figures headline; ///< A
    std::int64_t transactionsOpened = 0, transactionsCompleted = 0, transactionsRejected = 0;
    std::int64_t transactionsPending = 0; ///< Opened that day and not finished.
    std::int64_t ticketsServed = 0, ticketsNoShow = 0, ticketsWaiting = 0;
    Difference yesterday, lastWeek;
    Figures monthToDate;
    std::vector<AgencyMoney> agencies;
    std::vector<Wallet> wallets;
    std::vector<ShiftSummary> drawers; ///< D; without a count, what it should hold is not told.
    std::vector<Named> tenders; ///< D
    std::vector<Named> services, soldByAgency; ///< E
    std::vector<Named> clerks; ///< F
    std::vector<Named> hours;
    Exceptions exceptions;
    /// H: of the transactions of the last sixty days.
    std::int64_t waitingForCustomer = 0, waitingForAgency = 0, readyForHandOver = 0, overdue = 0;
    std::int64_t queued = 0, oldestQueuedMinutes = 0; ///< I
    std::vector<Check> checks;

    Money averageServiceFee() const; ///< Income for each line sold.
    Money averageTicket() const; ///< Total for each receipt.
};

/// Reads roll-ups and a day's own rows: under a millisecond for the figures, whatever the file has grown to.
/// Errors: Denied; Invalid `reports.day`, `reports.future-day` (arg: the day).
Result<DayReport> dayReport(Database& db, const QDate& day, const Actor& by);

/// Amounts in whole baisa (`…_baisa`), keys in snake_case; docs/sanadctl.md has the shape.
QJsonObject toJson(const DayReport& report);
/// `section,key,figure,baisa,count`: one figure a line, an amount in whole baisa or a count, the other column
/// empty; RFC 4180, UTF-8 with a byte order mark.
QByteArray toCsv(const DayReport& report);

} // namespace sanad
