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
        QString agency, nameAr, nameEn;
        Money opening, collected, paidOn, refunded, closing;
        std::int64_t unconfirmed = 0; ///< Fees collected that no agency reference covers yet.
        double oldestUnpaidHours = 0;
    };
    struct Wallet { ///< C
        QString agency;
        Money opening, toppedUp, spent, closing;
    };
    struct Drawer { ///< D
        ShiftSummary summary;
        bool countedYet = false;
    };
    struct Difference {
        QDate day;
        Figures figures;
        Money income, total; ///< Of this day less that one.
        std::optional<int> incomePerMille; ///< None when that day had no income.
    };
    struct Check { ///< J
        QString key; ///< `reports.check-total` …
        Money left, right;
        bool holds() const { return left == right; }
    };
    struct Exceptions { ///< G
        std::int64_t reprints = 0, voids = 0, discounts = 0, cardsWithoutCode = 0, negativeBalances = 0;
        std::int64_t receiptsWithoutTransaction = 0, drawersOff = 0;
    };

    QDate day;
    bool closed = false;
    std::int64_t closeNumber = 0;
    Figures headline; ///< A
    std::int64_t transactionsOpened = 0, transactionsCompleted = 0, transactionsRejected = 0,
                 transactionsPending = 0;
    std::int64_t ticketsServed = 0, ticketsNoShow = 0, ticketsWaiting = 0;
    Difference yesterday, lastWeek;
    Figures monthToDate;
    std::vector<AgencyMoney> agencies;
    std::vector<Wallet> wallets;
    std::vector<Drawer> drawers;
    std::vector<Named> tenders, services, byAgency, clerks, hours;
    Exceptions exceptions;
    std::int64_t waitingForCustomer = 0, waitingForAgency = 0, readyForHandOver = 0, overdue = 0; ///< H
    std::int64_t queued = 0, oldestQueuedMinutes = 0; ///< I
    std::vector<Check> checks;

    Money averageServiceFee() const; ///< Income for each line sold.
    Money averageTicket() const; ///< Total for each receipt.
};

/// Errors: Denied; Invalid `reports.day`.
Result<DayReport> dayReport(Database& db, const QDate& day, const Actor& by);

QJsonObject toJson(const DayReport& report);
/// Rows for people who use a spreadsheet: section, key, figures; RFC 4180, UTF-8 with a byte order mark.
QByteArray toCsv(const DayReport& report);

} // namespace sanad
