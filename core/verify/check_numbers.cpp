#include "core/verify/checks.h"

#include "core/cash/day_close.h"
#include "core/ledger/number_gaps.h"
#include "core/ledger/numbers.h"
#include "core/settings/settings_repository.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// Numbers as used, ascending within a series. Tickets keep series of their own a day.
constexpr auto kReceipts =
    "SELECT series, number FROM receipt WHERE branch_id = :branch ORDER BY series, number";
constexpr auto kNotes =
    "SELECT series, number FROM credit_note WHERE branch_id = :branch ORDER BY series, number";
constexpr auto kCloses =
    "SELECT series, number FROM day_close WHERE branch_id = :branch ORDER BY series, number";
constexpr auto kTransactions = "SELECT number FROM service_transaction WHERE branch_id = :branch";
constexpr auto kSeries = "SELECT series, last, name FROM number_series ORDER BY series";
constexpr auto kTickets = "SELECT business_day, number FROM ticket WHERE branch_id = :branch";
constexpr auto kTicketSeries =
    "SELECT business_day, line, last, name FROM ticket_series WHERE branch_id = :branch";

using Gaps = std::map<QString, std::vector<NumberGap>>;

Gaps declaredGaps(Tx& tx, Breaches& breaches)
{
    const auto keys = SettingsRepository(tx).signingPublicKeys();
    Gaps gaps;
    for (NumberGap& gap : numberGaps(tx)) {
        if (gapHolds(gap, keys))
            gaps[gap.series].push_back(std::move(gap));
        else
            breaches.add(
                u"numbers"_s, u"number_gap"_s, QString::number(gap.id), u"signature does not verify"_s);
    }
    return gaps;
}

bool covers(const Gaps& gaps, const QString& series, std::int64_t first, std::int64_t last)
{
    const auto found = gaps.find(series);
    if (found == gaps.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
        [&](const NumberGap& gap) { return gap.first <= first && last <= gap.last; });
}

/// Walks numbers in ascending order and names what is missing.
class Walk {
public:
    Walk(const Gaps& gaps, Breaches& breaches)
        : m_gaps(gaps)
        , m_breaches(breaches)
    {
    }

    void see(const QString& series, std::int64_t number)
    {
        std::int64_t& last = m_last[series];
        if (number != last + 1 && !covers(m_gaps, series, last + 1, number - 1))
            m_breaches.add(u"numbers"_s, u"series"_s, series,
                u"%1 to %2 are missing"_s.arg(numberText(series, last + 1), numberText(series, number - 1)));
        if (covers(m_gaps, series, number, number))
            m_breaches.add(u"numbers"_s, u"series"_s, series,
                u"%1 was given again after it was declared lost"_s.arg(numberText(series, number)));
        last = number;
    }

    /// The series' own counter must stand at the last number seen.
    void compare(const QString& series, std::int64_t counter) const
    {
        const auto found = m_last.find(series);
        const std::int64_t last = found == m_last.end() ? 0 : found->second;
        if (counter != last && !covers(m_gaps, series, last + 1, counter))
            m_breaches.add(u"numbers"_s, u"number_series"_s, series,
                u"stands at %1, the last document is %2"_s.arg(counter).arg(last));
    }

    const std::map<QString, std::int64_t>& last() const { return m_last; }

private:
    const Gaps& m_gaps;
    Breaches& m_breaches;
    std::map<QString, std::int64_t> m_last;
};

void walkTransactions(Tx& tx, Walk& walk)
{
    std::map<QString, std::vector<std::int64_t>> numbers;
    auto query = tx.query(kTransactions);
    query.bind(":branch", kBranch).run();
    while (query.next())
        if (const auto parts = numberParts(query.text(0))) numbers[parts->series].push_back(parts->number);
    for (auto& [series, used] : numbers) {
        std::sort(used.begin(), used.end());
        for (const std::int64_t number : used)
            walk.see(series, number);
    }
}

/// The lines of a day whose tickets a restore named anew: all there were, with the same letters behind each.
class RenamedTickets {
public:
    explicit RenamedTickets(const Gaps& gaps)
        : m_gaps(gaps)
    {
    }

    /// False for a row that neither a ticket nor a restore makes.
    bool see(int day, const QString& line, const QString& name, std::int64_t last)
    {
        if (name.isEmpty()) return last > 0;
        const QString lost = u"%1/%2"_s.arg(day).arg(line);
        const auto gap = m_gaps.lower_bound(lost);
        if (!name.startsWith(line) || gap == m_gaps.end() || !gap->first.startsWith(lost)) return false;
        Day& of = m_days[day];
        of.lines << line;
        of.letters << name.mid(line.size());
        return of.letters.size() == 1;
    }

    /// Whether the tickets that `series`, DAY/NAME, had lost go on under another name.
    bool goesOn(const QString& series) const
    {
        const auto day = m_days.find(series.section(u'/', 0, 0).toInt());
        const QString name = series.section(u'/', 1);
        return day != m_days.end() &&
            std::any_of(day->second.lines.begin(), day->second.lines.end(),
                [&](const QString& line) { return name.startsWith(line); });
    }

private:
    struct Day {
        QStringList lines;
        QSet<QString> letters;
    };
    const Gaps& m_gaps;
    std::map<int, Day> m_days;
};

void checkTickets(Tx& tx, const Gaps& gaps, Breaches& breaches)
{
    std::map<std::pair<int, QString>, std::vector<std::int64_t>> used;
    {
        auto query = tx.query(kTickets);
        query.bind(":branch", kBranch).run();
        while (query.next()) {
            const QString number = query.text(1);
            used[{query.int32(0), number.section(u'-', 0, 0)}].push_back(
                number.section(u'-', 1).toLongLong());
        }
    }
    const auto fault = [&](const std::pair<int, QString>& series, const QString& what) {
        breaches.add(u"numbers"_s, u"ticket_series"_s, u"%1 %2"_s.arg(series.first).arg(series.second), what);
    };
    RenamedTickets renamed(gaps);
    auto query = tx.query(kTicketSeries);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const QString name = query.text(3);
        if (!renamed.see(query.int32(0), query.text(1), name, query.int64(2)))
            fault({query.int32(0), query.text(1)}, u"is named as no restore does"_s);
        const std::pair key{query.int32(0), name.isEmpty() ? query.text(1) : name};
        auto numbers = used.extract(key);
        std::vector<std::int64_t> sorted =
            numbers.empty() ? std::vector<std::int64_t>() : std::move(numbers.mapped());
        std::sort(sorted.begin(), sorted.end());
        std::int64_t next = 1;
        while (next <= std::ssize(sorted) && sorted[static_cast<std::size_t>(next - 1)] == next)
            ++next;
        if (next - 1 != query.int64(2) || next - 1 != std::ssize(sorted))
            fault(key, u"stands at %1, its tickets run to %2"_s.arg(query.int64(2)).arg(next - 1));
    }
    for (const auto& [series, lost] : gaps)
        if (series.contains(u'/') && !renamed.goesOn(series))
            breaches.add(u"numbers"_s, u"ticket_series"_s, QString(series).replace(u'/', u' '),
                u"was named by a restore, and is not"_s);
    // Of a day that a restore cut in two, the tickets before it end where a gap was declared.
    for (auto& [key, numbers] : used) {
        std::sort(numbers.begin(), numbers.end());
        const bool whole = numbers.front() == 1 && numbers.back() == std::ssize(numbers);
        if (!whole || !covers(gaps, u"%1/%2"_s.arg(key.first).arg(key.second), numbers.back() + 1, kOpenEnd))
            fault(key, u"is gone, it has %1 tickets"_s.arg(numbers.size()));
    }
}

struct Series {
    QString base, name; ///< The name is empty before the first restore.
    std::int64_t last = 0;
};

std::vector<Series> storedSeries(Tx& tx)
{
    std::vector<Series> series;
    auto query = tx.query(kSeries);
    query.run();
    while (query.next())
        series.push_back({query.text(0), query.text(2), query.int64(1)});
    return series;
}

/// What takes numbers: transactions, day closes, each counter's receipts and credit notes.
QSet<QString> knownSeries(Tx& tx)
{
    QSet<QString> known{u"T"_s, kDayCloseSeries};
    for (const Counter& counter : SettingsRepository(tx).counters())
        known << counter.code << u"CN-"_s + counter.code;
    return known;
}

/// A series that has given no number, which its documents would show: only a restore makes one, and names all
/// there are, with the same letters behind each; of a counter that the backup did not know too, whose numbers
/// it declared lost.
void checkSeries(Tx& tx, const std::vector<Series>& stored, const Gaps& gaps, Breaches& breaches)
{
    const auto known = knownSeries(tx);
    const auto fault = [&](const QString& series, const QString& what) {
        breaches.add(u"numbers"_s, u"number_series"_s, series, what);
    };
    QSet<QString> letters, named;
    for (const Series& each : stored) {
        if (each.last == 0 &&
            (each.name.isEmpty() || !(known.contains(each.base) || gaps.contains(each.base))))
            fault(each.base, u"is no series of this centre"_s);
        if (each.name.isEmpty()) continue;
        if (!each.name.startsWith(each.base)) fault(each.base, u"is named as no restore does"_s);
        letters << each.name.mid(each.base.size());
        named << each.base;
    }
    if (letters.size() > 1) fault({}, u"is named as no restore does"_s);
    for (const QString& base : known)
        if (gaps.contains(base) && !named.contains(base))
            fault(base, u"was named by a restore, and is not"_s);
}

} // namespace

void checkNumbers(Tx& tx, Breaches& breaches)
{
    const Gaps gaps = declaredGaps(tx, breaches);
    Walk walk(gaps, breaches);
    for (const char* sql : {kReceipts, kNotes, kCloses}) {
        auto query = tx.query(sql);
        query.bind(":branch", kBranch).run();
        while (query.next())
            walk.see(query.text(0), query.int64(1));
    }
    walkTransactions(tx, walk);
    const auto stored = storedSeries(tx);
    checkSeries(tx, stored, gaps, breaches);
    std::map<QString, std::int64_t> counters;
    for (const Series& each : stored)
        counters.emplace(each.name.isEmpty() ? each.base : each.name, each.last);
    for (const auto& [series, counter] : counters)
        walk.compare(series, counter);
    for (const auto& [series, last] : walk.last())
        if (!counters.contains(series) && !covers(gaps, series, last + 1, kOpenEnd))
            breaches.add(
                u"numbers"_s, u"number_series"_s, series, u"is gone, the last document is %1"_s.arg(last));
    checkTickets(tx, gaps, breaches);
}

} // namespace sanad
