#include "core/ledger/ledger.h"

#include "core/crypto/hash.h"
#include "core/settings/centre.h"
#include "core/storage/many_rows.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kMoveBalance = R"(
    INSERT INTO ledger_account (id, branch_id, account, part, balance_baisa)
    VALUES (:id, :branch, :account, :part, :amount)
    ON CONFLICT (branch_id, account, part)
        DO UPDATE SET balance_baisa = ledger_account.balance_baisa + excluded.balance_baisa
    RETURNING id)";
constexpr auto kMoveKnown =
    "UPDATE ledger_account SET balance_baisa = balance_baisa + :amount WHERE id = :id";
constexpr auto kInsertEntry = R"(
    INSERT INTO ledger_entry (id, branch_id, document_kind, document_id, business_day, account_id, amount_baisa)
    VALUES (:id, :branch, :kind, :document, :day, :account, :amount))";
constexpr auto kAddToDay = R"(
    INSERT INTO ledger_day (branch_id, business_day, account_id, document_kind, debit_baisa, credit_baisa)
    VALUES (:branch, :day, :account, :kind, :debit, :credit)
    ON CONFLICT (branch_id, business_day, account_id, document_kind)
        DO UPDATE SET debit_baisa = ledger_day.debit_baisa + excluded.debit_baisa,
                      credit_baisa = ledger_day.credit_baisa + excluded.credit_baisa)";
constexpr auto kBalance = R"(
    SELECT balance_baisa FROM ledger_account
    WHERE branch_id = :branch AND account = :account AND part = :part)";
constexpr auto kBalances =
    "SELECT part, balance_baisa FROM ledger_account WHERE branch_id = :branch AND account = :account";
constexpr auto kAllBalances = "SELECT account, part, balance_baisa FROM ledger_account WHERE branch_id = "
                              ":branch AND balance_baisa <> 0";
constexpr auto kChanges = R"(
    SELECT a.account, a.part, CAST(sum(d.debit_baisa - d.credit_baisa) AS BIGINT)
    FROM ledger_day d JOIN ledger_account a ON a.id = d.account_id
    WHERE d.branch_id = :branch AND d.business_day > :after AND d.business_day <= :last
    GROUP BY a.account, a.part)";
constexpr auto kMovements = R"(
    SELECT a.account, a.part, d.document_kind, CAST(sum(d.debit_baisa) AS BIGINT), CAST(sum(d.credit_baisa) AS BIGINT)
    FROM ledger_day d JOIN ledger_account a ON a.id = d.account_id
    WHERE d.branch_id = :branch AND d.business_day >= :first AND d.business_day <= :last
    GROUP BY a.account, a.part, d.document_kind)";

const QDate kEver(9999, 12, 31);

const std::vector<std::pair<DocumentKind, QString>>& kindKeys()
{
    static const std::vector<std::pair<DocumentKind, QString>> keys{
        {DocumentKind::Receipt, u"receipt"_s},
        {DocumentKind::CreditNote, u"credit-note"_s},
        {DocumentKind::ShiftOpened, u"shift-opened"_s},
        {DocumentKind::CashMoved, u"cash-moved"_s},
        {DocumentKind::ShiftClosed, u"shift-closed"_s},
        {DocumentKind::AgencyPaid, u"agency-paid"_s},
        {DocumentKind::AgencyRefund, u"agency-refund"_s},
        {DocumentKind::WalletTopUp, u"wallet-top-up"_s},
        {DocumentKind::DepositTaken, u"deposit-taken"_s},
    };
    return keys;
}

constexpr qsizetype kUsualText = 300; // bytes

/// Accounts are never deleted, nor their ids given twice, so what is remembered of one that was rolled back
/// only finds no row.
struct KnownAccounts {
    static constexpr std::size_t kMost = 1000;
    std::map<AccountRef, std::int64_t> ids;
};

/// Adds to the balance, opens the account if need be, and tells its id.
std::int64_t moveBalance(Tx& tx, const AccountRef& to, Money amount)
{
    auto& known = tx.connectionMemory().of<KnownAccounts>().ids;
    if (const auto found = known.find(to); found != known.end()) {
        auto moved = tx.query(kMoveKnown);
        if (moved.bind(":amount", amount).bind(":id", found->second).run().affected() == 1)
            return found->second;
    }
    auto moved = tx.query(kMoveBalance);
    moved.bind(":id", nextRawId())
        .bind(":branch", kBranch)
        .bind(":account", accountInfo(to.account).key)
        .bind(":part", to.part)
        .bind(":amount", amount)
        .run();
    moved.next();
    if (known.size() >= KnownAccounts::kMost) known.clear();
    return known[to] = moved.int64(0);
}

std::map<AccountRef, Money> addedUp(const LedgerDocument& document)
{
    std::map<AccountRef, Money> entries;
    for (const LedgerEntry& entry : document.entries)
        entries[entry.to] += entry.amount;
    std::erase_if(entries, [](const auto& entry) { return entry.second.isZero(); });
    return entries;
}

} // namespace

QString documentKindKey(DocumentKind kind)
{
    for (const auto& [value, key] : kindKeys())
        if (value == kind) return key;
    return {};
}

std::optional<DocumentKind> documentKindFromKey(QStringView key)
{
    for (const auto& [value, text] : kindKeys())
        if (text == key) return value;
    return std::nullopt;
}

QByteArray canonicalLedgerText(
    QStringView kind, std::int64_t id, int businessDay, const std::map<AccountRef, Money>& entries)
{
    QByteArray text;
    text.reserve(kUsualText);
    text += kind.toUtf8();
    text += '\n';
    text += QByteArray::number(qlonglong{id});
    text += '\n';
    text += QByteArray::number(businessDay);
    for (const auto& [to, amount] : entries) {
        text += '\n';
        text += accountInfo(to.account).key.toUtf8();
        text += '|';
        text += to.part.toUtf8();
        text += '|';
        text += QByteArray::number(qlonglong{amount.baisa()});
    }
    return text;
}

QByteArray ledgerDigest(const LedgerDocument& document)
{
    const auto entries = addedUp(document);
    if (entries.empty()) return {};
    return sha256(canonicalLedgerText(
        documentKindKey(document.kind), document.id, businessDayNumber(document.businessDay), entries));
}

QByteArray Ledger::post(const LedgerDocument& document)
{
    const auto entries = addedUp(document);
    Money sum;
    for (const auto& [to, amount] : entries)
        sum += amount;
    if (!sum.isZero())
        throw DbError({ErrorCode::Internal, u"ledger.unbalanced"_s, {}, documentKindKey(document.kind)});
    if (entries.empty()) return {};
    const QString kind = documentKindKey(document.kind);
    const int day = businessDayNumber(document.businessDay);
    struct Moved {
        std::int64_t account;
        Money amount;
    };
    std::vector<Moved> moved;
    for (const auto& [to, amount] : entries)
        moved.push_back({moveBalance(m_tx, to, amount), amount});
    writeRows(m_tx, kInsertEntry, moved.size(), [&](RowBinds& row, std::size_t i) {
        row.bind(":id", EntryId::create())
            .bind(":branch", kBranch)
            .bind(":kind", kind)
            .bind(":document", document.id)
            .bind(":day", day)
            .bind(":account", moved[i].account)
            .bind(":amount", moved[i].amount);
    });
    writeRows(m_tx, kAddToDay, moved.size(), [&](RowBinds& row, std::size_t i) {
        const Money amount = moved[i].amount;
        row.bind(":branch", kBranch)
            .bind(":day", day)
            .bind(":account", moved[i].account)
            .bind(":kind", kind)
            .bind(":debit", amount.isNegative() ? Money() : amount)
            .bind(":credit", amount.isNegative() ? -amount : Money());
    });
    m_tx.touched(u"ledger"_s);
    return sha256(canonicalLedgerText(kind, document.id, day, entries));
}

Money Ledger::balance(const AccountRef& account) const
{
    auto query = m_tx.query(kBalance);
    query.bind(":branch", kBranch)
        .bind(":account", accountInfo(account.account).key)
        .bind(":part", account.part)
        .run();
    return query.next() ? query.money(0) : Money();
}

std::map<QString, Money> Ledger::balances(Account account) const
{
    std::map<QString, Money> balances;
    auto query = m_tx.query(kBalances);
    query.bind(":branch", kBranch).bind(":account", accountInfo(account).key).run();
    while (query.next())
        balances.emplace(query.text(0), query.money(1));
    return balances;
}

std::vector<Ledger::Movement> Ledger::movements(const QDate& first, const QDate& last) const
{
    std::vector<Movement> movements;
    auto query = m_tx.query(kMovements);
    query.bind(":branch", kBranch)
        .bind(":first", businessDayNumber(first))
        .bind(":last", businessDayNumber(last))
        .run();
    while (query.next()) {
        const auto account = accountFromKey(query.text(0));
        const auto kind = documentKindFromKey(query.text(2));
        if (!account || !kind) continue; // of a newer program; verify names it
        movements.push_back({{*account, query.text(1)}, *kind, query.money(3), query.money(4)});
    }
    return movements;
}

std::map<AccountRef, Money> Ledger::changes(const QDate& after, const QDate& last) const
{
    std::map<AccountRef, Money> changes;
    auto query = m_tx.query(kChanges);
    query.bind(":branch", kBranch)
        .bind(":after", after.isValid() ? businessDayNumber(after) : 0)
        .bind(":last", businessDayNumber(last))
        .run();
    while (query.next())
        if (const auto account = accountFromKey(query.text(0)))
            changes[{*account, query.text(1)}] = query.money(2);
    return changes;
}

std::map<AccountRef, Money> Ledger::balancesAfter(const QDate& last) const
{
    std::map<AccountRef, Money> balances;
    {
        auto query = m_tx.query(kAllBalances);
        query.bind(":branch", kBranch).run();
        while (query.next())
            if (const auto account = accountFromKey(query.text(0)))
                balances[{*account, query.text(1)}] = query.money(2);
    }
    for (const auto& [account, change] : changes(last, kEver))
        balances[account] -= change;
    std::erase_if(balances, [](const auto& row) { return row.second.isZero(); });
    return balances;
}

} // namespace sanad
