#pragma once

#include "core/base/money.h"
#include "core/ledger/account.h"
#include "core/storage/database.h"

#include <QDate>

#include <map>
#include <vector>

namespace sanad {

/// What a posting came from. Every kind has its row of entries in `docs/money.md`.
enum class DocumentKind {
    Receipt,
    CreditNote,
    ShiftOpened,
    CashMoved,
    ShiftClosed,
    AgencyPaid, ///< A government fee paid on, from the centre's wallet, bank or drawer.
    AgencyRefund, ///< A government fee that the agency gave back.
    WalletTopUp,
    DepositTaken,
};

QString documentKindKey(DocumentKind kind); ///< `receipt`, `agency-paid`: as stored.
std::optional<DocumentKind> documentKindFromKey(QStringView key);

/// `amount` above zero debits the account, below zero credits it.
struct LedgerEntry {
    AccountRef to;
    Money amount;

    bool operator==(const LedgerEntry&) const = default;
};

struct LedgerDocument {
    DocumentKind kind = DocumentKind::Receipt;
    std::int64_t id = 0; ///< The key of the document that the entries belong to.
    QDate businessDay;
    std::vector<LedgerEntry> entries; ///< Amounts of zero are left out, entries of one account added up.
};

/// The only way into the books. Append-only; balances are kept in the same commit.
class Ledger {
public:
    explicit Ledger(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Writes the entries and returns the document's digest (SHA-256 of its canonical text), which the caller
    /// puts into the payload of its audit line as `ledger`, so that an edited entry is found.
    /// Throws DbError Internal `ledger.unbalanced` unless the entries sum to zero.
    QByteArray post(const LedgerDocument& document);

    /// Debits less credits since the beginning; zero for an account never used.
    Money balance(const AccountRef& account) const;

    /// Every part of `account` that was ever used, with its balance.
    std::map<QString, Money> balances(Account account) const;

    /// Sums of one account's part on one day, by kind of document.
    struct Movement {
        AccountRef account;
        DocumentKind kind = DocumentKind::Receipt;
        Money debit, credit; ///< Both ≥ 0.
    };
    std::vector<Movement> movements(const QDate& first, const QDate& last) const;
    std::vector<Movement> movements(const QDate& day) const { return movements(day, day); }
    /// What each account moved by after `after` (an invalid date: since the beginning) up to and with `last`.
    std::map<AccountRef, Money> changes(const QDate& after, const QDate& last) const;
    /// What every account stood at once `last` was over: its balance without what is dated later, in whatever
    /// order days were posted to. Reads every account; those at zero are left out.
    std::map<AccountRef, Money> balancesAfter(const QDate& last) const;

private:
    Tx& m_tx;
};

/// What Ledger::post() returns for a document; empty where nothing is left to post, also for entries that do
/// not sum to zero.
QByteArray ledgerDigest(const LedgerDocument& document);

/// The text whose SHA-256 is a document's digest: kind, id and day, then account, part and amount of each
/// entry, one a line, entries in the order of the chart and of their parts.
QByteArray canonicalLedgerText(
    QStringView kind, std::int64_t id, int businessDay, const std::map<AccountRef, Money>& entries);

} // namespace sanad
