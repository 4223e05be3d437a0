#include "core/verify/checks.h"

#include "core/crypto/hash.h"
#include "core/ledger/ledger.h"
#include "core/settings/centre.h"

#include <deque>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kAccounts =
    "SELECT id, account, part, balance_baisa FROM ledger_account WHERE branch_id = :branch";
constexpr auto kEntries = R"(
    SELECT id, document_kind, document_id, business_day, account_id, amount_baisa, branch_id FROM ledger_entry
    ORDER BY id)";
constexpr auto kEntriesOf = R"(
    SELECT id, document_kind, document_id, business_day, account_id, amount_baisa, branch_id FROM ledger_entry
    WHERE document_kind = :kind AND document_id = :document ORDER BY id)";
constexpr auto kDays = R"(
    SELECT business_day, account_id, document_kind, debit_baisa, credit_baisa FROM ledger_day
    WHERE branch_id = :branch)";

using DocumentKey = QPair<QString, std::int64_t>;

struct Document {
    int businessDay = 0;
    bool mixed = false; // entries of several days or branches, or several of one account
    Money sum;
    std::map<AccountRef, Money> entries;
};

struct KnownAccount {
    AccountRef ref;
    Money balance, sum;
    std::int64_t entries = 0;
};

struct DayKey {
    int day = 0;
    std::int64_t account = 0;
    QString kind;
    bool operator<(const DayKey& other) const
    {
        return std::tie(day, account, kind) < std::tie(other.day, other.account, other.kind);
    }
};

struct DaySums {
    Money debit, credit;
    bool operator==(const DaySums&) const = default;
};

/// Reads all entries in their order. Those of a document stand together; a few documents are kept open, for a
/// server where two desks may write in the same millisecond.
class LedgerWalk {
public:
    LedgerWalk(Tx& tx, Evidence& evidence, Breaches& breaches)
        : m_tx(tx)
        , m_evidence(evidence)
        , m_breaches(breaches)
        , m_books(tx)
    {
    }

    void run()
    {
        readAccounts();
        std::vector<DocumentKey> doubtful;
        {
            auto query = m_tx.query(kEntries);
            query.run();
            while (query.next()) {
                const DocumentKey key{query.text(1), query.int64(2)};
                add(query, m_open, key, true);
                if (m_order.empty() || m_order.back() != key) m_order.push_back(key);
                if (m_order.size() > kOpenDocuments) closeOldest(doubtful);
            }
        }
        while (!m_order.empty())
            closeOldest(doubtful);
        for (const DocumentKey& key : doubtful)
            checkAgain(key);
        checkMissing();
    }

    const std::map<std::int64_t, KnownAccount>& accounts() const { return m_accounts; }
    const std::map<DayKey, DaySums>& days() const { return m_days; }
    Books takeBooks() { return std::move(m_books); }

private:
    static constexpr std::size_t kOpenDocuments = 64;

    void readAccounts()
    {
        auto query = m_tx.query(kAccounts);
        query.bind(":branch", kBranch).run();
        while (query.next()) {
            const auto account = accountFromKey(query.text(1));
            if (!account)
                m_breaches.add(u"balance"_s, u"ledger_account"_s, QString::number(query.int64(0)),
                    u"is not in the chart of accounts"_s);
            else
                m_accounts[query.int64(0)] = {{*account, query.text(2)}, query.money(3), {}, 0};
        }
    }

    void add(const Query& row, QHash<DocumentKey, Document>& documents, const DocumentKey& key, bool count)
    {
        Document& document = documents[key];
        const Money amount = row.money(5);
        const auto account = m_accounts.find(row.int64(4));
        if (document.businessDay == 0) document.businessDay = row.int32(3);
        document.mixed |= document.businessDay != row.int32(3) || row.int64(6) != kBranch;
        document.sum += amount;
        if (account == m_accounts.end()) {
            if (count)
                m_breaches.add(
                    u"balance"_s, u"ledger_entry"_s, QString::number(row.int64(0)), u"names no account"_s);
            return;
        }
        // Posting makes one entry of an account; more of them could add up to what was posted.
        const auto [entry, first] = document.entries.try_emplace(account->second.ref, amount);
        if (!first) {
            document.mixed = true;
            entry->second += amount;
        }
        if (!count) return;
        ++account->second.entries;
        account->second.sum += amount;
        auto& sums = m_days[{row.int32(3), row.int64(4), key.first}];
        (amount.isNegative() ? sums.credit : sums.debit) += amount.isNegative() ? -amount : amount;
    }

    void closeOldest(std::vector<DocumentKey>& doubtful)
    {
        const DocumentKey key = m_order.front();
        m_order.pop_front();
        if (std::find(m_order.begin(), m_order.end(), key) != m_order.end()) return;
        const Document document = m_open.take(key);
        if (!holds(key, document)) doubtful.push_back(key);
        const auto posting = m_evidence.postings.value(key);
        const std::int64_t line = posting.line;
        m_books.add(document.businessDay, line, document.entries);
        if (m_books.wasClosed(document.businessDay, line))
            m_breaches.add(u"no-edit"_s, u"ledger_entry"_s, u"%1 %2"_s.arg(key.first).arg(key.second),
                u"is dated to a day that was closed before it"_s);
        else if (document.businessDay < posting.notBefore)
            m_breaches.add(u"no-edit"_s, u"ledger_entry"_s, u"%1 %2"_s.arg(key.first).arg(key.second),
                u"is dated to a day before its audit line"_s);
    }

    bool holds(const DocumentKey& key, const Document& document)
    {
        const auto posting = m_evidence.postings.find(key);
        if (posting == m_evidence.postings.end()) return false;
        posting->seen = true;
        return document.sum.isZero() && !document.mixed &&
            posting->digest ==
            sha256(canonicalLedgerText(key.first, key.second, document.businessDay, document.entries));
    }

    void checkAgain(const DocumentKey& key)
    {
        QHash<DocumentKey, Document> one;
        {
            auto query = m_tx.query(kEntriesOf);
            query.bind(":kind", key.first).bind(":document", key.second).run();
            while (query.next())
                add(query, one, key, false);
        }
        const Document& document = one[key];
        if (holds(key, document)) return;
        const QString where = u"%1 %2"_s.arg(key.first).arg(key.second);
        if (!document.sum.isZero())
            m_breaches.add(
                u"balance"_s, u"ledger_entry"_s, where, u"entries sum to %1"_s.arg(document.sum.text()));
        const bool vouched = m_evidence.postings.contains(key);
        m_breaches.add(vouched ? u"chain"_s : u"one-piece"_s, u"ledger_entry"_s, where,
            vouched ? u"an entry was changed, added or removed"_s : u"has no audit line"_s);
    }

    void checkMissing()
    {
        for (auto posting = m_evidence.postings.begin(); posting != m_evidence.postings.end(); ++posting)
            if (!posting->seen)
                m_breaches.add(u"one-piece"_s, u"ledger_entry"_s,
                    u"%1 %2"_s.arg(posting.key().first).arg(posting.key().second), u"entries are gone"_s);
    }

    Tx& m_tx;
    Evidence& m_evidence;
    Breaches& m_breaches;
    std::map<std::int64_t, KnownAccount> m_accounts;
    std::map<DayKey, DaySums> m_days;
    QHash<DocumentKey, Document> m_open;
    std::deque<DocumentKey> m_order;
    Books m_books;
};

QString accountName(const AccountRef& account)
{
    const QString key = accountInfo(account.account).key;
    return account.part.isEmpty() ? key : key + u' ' + account.part;
}

void checkBalances(const LedgerWalk& walk, Breaches& breaches)
{
    for (const auto& [id, account] : walk.accounts()) {
        if (account.balance != account.sum)
            breaches.add(u"balance"_s, u"ledger_account"_s, accountName(account.ref),
                u"stands at %1, its entries sum to %2"_s.arg(account.balance.text(), account.sum.text()));
        if (account.entries == 0)
            breaches.add(
                u"balance"_s, u"ledger_account"_s, accountName(account.ref), u"was never posted to"_s);
    }
}

void checkDays(Tx& tx, const LedgerWalk& walk, Breaches& breaches)
{
    auto expected = walk.days();
    const auto name = [](const DayKey& key) {
        return u"%1 %2 %3"_s.arg(key.day).arg(key.account).arg(key.kind);
    };
    auto query = tx.query(kDays);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const DayKey key{query.int32(0), query.int64(1), query.text(2)};
        const auto found = expected.extract(key);
        if (found.empty() || found.mapped() != DaySums{query.money(3), query.money(4)})
            breaches.add(u"roll-up"_s, u"ledger_day"_s, name(key), u"is not the sum of its entries"_s);
    }
    for (const auto& [key, sums] : expected)
        breaches.add(u"roll-up"_s, u"ledger_day"_s, name(key), u"is gone"_s);
}

/// What receipts collected for an agency is what the books hold for it, day by day.
void checkTrust(const LedgerWalk& walk, const FiguresByDay& figures, Breaches& breaches)
{
    std::map<std::pair<int, QString>, Money> held;
    for (const auto& [key, sums] : walk.days()) {
        const auto account = walk.accounts().find(key.account);
        if (key.kind == documentKindKey(DocumentKind::Receipt) && account != walk.accounts().end() &&
            account->second.ref.account == Account::AgencyPayable)
            held[{key.day, account->second.ref.part}] += sums.credit - sums.debit;
    }
    for (const auto& [day, map] : figures)
        for (const auto& [key, sums] : map)
            if (key.first == Dimension::Agency) held[{day, key.second}] -= sums.governmentFees;
    for (const auto& [key, difference] : held)
        if (!difference.isZero())
            breaches.add(u"trust"_s, u"agency"_s, key.second,
                u"on %1 the books hold %2 more than was collected"_s.arg(key.first).arg(difference.text()));
}

} // namespace

Books checkLedger(Tx& tx, Evidence& evidence, const FiguresByDay& figures, Breaches& breaches)
{
    LedgerWalk walk(tx, evidence, breaches);
    walk.run();
    checkBalances(walk, breaches);
    checkDays(tx, walk, breaches);
    checkTrust(walk, figures, breaches);
    return walk.takeBooks();
}

} // namespace sanad
