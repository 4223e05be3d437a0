#include "core/backup/number_restart.h"

#include "core/base/clock.h"
#include "core/cash/day_close.h"
#include "core/crypto/hash.h"
#include "core/settings/settings_repository.h"

#include <QSet>

#include <map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSeries = "SELECT series, last, name FROM number_series WHERE branch_id = :branch";
constexpr auto kRename = R"(
    INSERT INTO number_series (branch_id, series, last, name) VALUES (:branch, :series, 0, :name)
    ON CONFLICT (branch_id, series) DO UPDATE SET last = 0, name = excluded.name)";
constexpr auto kLines = "SELECT code FROM ticket_line WHERE branch_id = :branch ORDER BY code";
constexpr auto kTickets = R"(
    SELECT business_day, line, last, name FROM ticket_series
    WHERE branch_id = :branch AND business_day >= :day ORDER BY business_day, line)";
constexpr auto kRenameTickets = R"(
    INSERT INTO ticket_series (branch_id, business_day, line, last, name) VALUES (:branch, :day, :line, 0, :name)
    ON CONFLICT (branch_id, business_day, line) DO UPDATE SET last = 0, name = excluded.name)";

constexpr int kSuffix = 4, kTicketSuffix = 3;
const auto kTransactions = u"T"_s;
const auto kCreditNotes = u"CN-"_s;
const auto kReason = u"restore"_s;

/// Digits and capital letters, but those that read like a digit.
QString randomLetters(int count)
{
    static constexpr auto kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text;
    for (const char byte : randomBytes(count))
        text += QLatin1Char(kAlphabet[static_cast<unsigned char>(byte) & 31]);
    return text;
}

struct Stand {
    QString name; ///< As its numbers are written.
    std::int64_t last = 0;
};

/// Every series there is or could have been since: also of a counter that had given nothing yet.
std::map<QString, Stand> allSeries(Tx& tx)
{
    std::map<QString, Stand> series{
        {kTransactions, {kTransactions, 0}}, {kDayCloseSeries, {kDayCloseSeries, 0}}};
    for (const Counter& counter : SettingsRepository(tx).counters()) {
        series[counter.code] = {counter.code, 0};
        series[kCreditNotes + counter.code] = {kCreditNotes + counter.code, 0};
    }
    auto query = tx.query(kSeries);
    query.bind(":branch", kBranch).run();
    while (query.next())
        series[query.text(0)] = {query.text(query.text(2).isEmpty() ? 0 : 2), query.int64(1)};
    return series;
}

void restartTickets(Tx& tx, const QDateTime& madeAt, const Actor& by)
{
    const int cutOff = SettingsRepository(tx).centre().cutOffHour;
    const int today = businessDayNumber(businessDayAt(tx.now(), cutOff));
    std::map<std::pair<int, QString>, Stand> stands;
    {
        auto query = tx.query(kLines);
        query.bind(":branch", kBranch).run();
        while (query.next())
            stands[{today, query.text(0)}] = {query.text(0), 0};
    }
    {
        auto query = tx.query(kTickets);
        query.bind(":branch", kBranch).bind(":day", businessDayNumber(businessDayAt(madeAt, cutOff))).run();
        while (query.next())
            stands[{query.int32(0), query.text(1)}] = {
                query.text(query.text(3).isEmpty() ? 1 : 3), query.int64(2)};
    }
    const QString suffix = randomLetters(kTicketSuffix);
    for (const auto& [key, stand] : stands) {
        declareGap(tx, u"%1/%2"_s.arg(key.first).arg(stand.name), stand.last + 1, kOpenEnd, kReason, by);
        tx.query(kRenameTickets)
            .bind(":branch", kBranch)
            .bind(":day", key.first)
            .bind(":line", key.second)
            .bind(":name", key.second + suffix)
            .run();
    }
}

} // namespace

std::vector<NumberGap> restartNumbers(Tx& tx, const QDateTime& madeAt, const Actor& by)
{
    const auto before = numberGaps(tx).size();
    const auto series = allSeries(tx);
    QSet<QString> taken;
    for (const auto& [base, stand] : series)
        taken << base << stand.name;
    const auto isTaken = [&](const QString& suffix) {
        for (const auto& [base, stand] : series)
            if (taken.contains(base + suffix)) return true;
        return false;
    };
    QString suffix = randomLetters(kSuffix);
    while (isTaken(suffix))
        suffix = randomLetters(kSuffix);
    for (const auto& [base, stand] : series) {
        declareGap(tx, stand.name, stand.last + 1, kOpenEnd, kReason, by);
        tx.query(kRename).bind(":branch", kBranch).bind(":series", base).bind(":name", base + suffix).run();
    }
    restartTickets(tx, madeAt, by);
    auto gaps = numberGaps(tx);
    std::sort(gaps.begin(), gaps.end(), [](const NumberGap& a, const NumberGap& b) { return a.id < b.id; });
    gaps.erase(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(before));
    return gaps;
}

} // namespace sanad
