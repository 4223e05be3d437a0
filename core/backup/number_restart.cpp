#include "core/backup/number_restart.h"

#include "core/base/clock.h"
#include "core/cash/day_close.h"
#include "core/crypto/hash.h"
#include "core/ledger/numbers.h"
#include "core/settings/settings_repository.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSeries = "SELECT series, last, name FROM number_series WHERE branch_id = :branch";
constexpr auto kRename = R"(
    INSERT INTO number_series (branch_id, series, last, name) VALUES (:branch, :series, 0, :name)
    ON CONFLICT (branch_id, series) DO UPDATE SET last = 0, name = excluded.name)";
constexpr auto kLines = "SELECT code FROM ticket_line WHERE branch_id = :branch ORDER BY code";
constexpr auto kTickets =
    "SELECT business_day, line, last, name FROM ticket_series WHERE branch_id = :branch";
constexpr auto kRenameTickets = R"(
    INSERT INTO ticket_series (branch_id, business_day, line, last, name) VALUES (:branch, :day, :line, 0, :name)
    ON CONFLICT (branch_id, business_day, line) DO UPDATE SET last = 0, name = excluded.name)";
constexpr const char* kNames[] = {"SELECT DISTINCT series FROM receipt WHERE branch_id = :branch",
    "SELECT DISTINCT series FROM credit_note WHERE branch_id = :branch",
    "SELECT DISTINCT series FROM day_close WHERE branch_id = :branch"};
constexpr auto kTransactionNumbers = "SELECT number FROM service_transaction WHERE branch_id = :branch";

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

/// What a program of ours could have named so: the data of the replaced centre may be damaged.
bool isSeriesName(const QString& name)
{
    static const QRegularExpression shape(uR"(\A[A-Z0-9-]{1,40}\z)"_s);
    return shape.match(name).hasMatch();
}

QString ticketSeries(int day, const QString& name)
{
    return u"%1/%2"_s.arg(day).arg(name);
}

void eachRow(Tx& tx, const char* sql, const std::function<void(const Query&)>& take)
{
    auto query = tx.query(sql);
    query.bind(":branch", kBranch).run();
    while (query.next())
        take(query);
}

/// Every series there is or could have been since: also of a counter that had given nothing yet.
std::map<QString, SeriesStand> allSeries(Tx& tx, const GivenNumbers& given, const GivenNumbers& replaced)
{
    std::map<QString, SeriesStand> series{
        {kTransactions, {kTransactions, 0}}, {kDayCloseSeries, {kDayCloseSeries, 0}}};
    for (const Counter& counter : SettingsRepository(tx).counters()) {
        series[counter.code] = {counter.code, 0};
        series[kCreditNotes + counter.code] = {kCreditNotes + counter.code, 0};
    }
    for (const auto& [base, stand] : given.series)
        series[base] = stand;
    for (const auto& [base, stand] : replaced.series)
        if (isSeriesName(base)) series.try_emplace(base, SeriesStand{base, 0});
    return series;
}

/// The tickets of today and of the days since the backup, and those that the replaced centre was ahead with.
std::map<std::pair<int, QString>, SeriesStand> allTickets(
    Tx& tx, const QDateTime& madeAt, const GivenNumbers& given, const GivenNumbers& replaced)
{
    const int cutOff = SettingsRepository(tx).centre().cutOffHour;
    const int today = businessDayNumber(businessDayAt(tx.now(), cutOff));
    const int since = businessDayNumber(businessDayAt(madeAt, cutOff));
    std::map<std::pair<int, QString>, SeriesStand> tickets;
    eachRow(tx, kLines, [&](const Query& row) { tickets[{today, row.text(0)}] = {row.text(0), 0}; });
    for (const auto& [key, stand] : given.tickets)
        if (key.first >= since) tickets[key] = stand;
    for (const auto& [key, stand] : replaced.tickets) {
        const auto here = given.tickets.find(key);
        const bool known = here != given.tickets.end();
        const bool covered = known && here->second.name == stand.name && here->second.last >= stand.last;
        if (covered || !isSeriesName(key.second)) continue;
        tickets.try_emplace(key, known ? here->second : SeriesStand{key.second, 0});
    }
    return tickets;
}

/// Whether the tickets `series`, DAY/NAME, are of a line of a day that goes on under another name.
bool goesOn(const QString& series, const std::map<std::pair<int, QString>, SeriesStand>& tickets)
{
    const int day = series.section(u'/', 0, 0).toInt();
    const QString name = series.section(u'/', 1);
    return isSeriesName(name) && series == ticketSeries(day, name) &&
        std::any_of(tickets.begin(), tickets.end(),
            [&](const auto& each) { return each.first.first == day && name.startsWith(each.first.second); });
}

QString newLetters(const std::map<QString, SeriesStand>& series, const QSet<QString>& taken)
{
    for (;;) {
        const QString letters = randomLetters(kSuffix);
        if (std::none_of(series.begin(), series.end(),
                [&](const auto& each) { return taken.contains(each.first + letters); }))
            return letters;
    }
}

} // namespace

GivenNumbers givenNumbers(Tx& tx)
{
    GivenNumbers given;
    eachRow(tx, kSeries, [&](const Query& row) {
        const QString name = row.text(row.text(2).isEmpty() ? 0 : 2);
        given.series[row.text(0)] = {name, row.int64(1)};
        given.names << name;
    });
    eachRow(tx, kTickets, [&](const Query& row) {
        const QString name = row.text(row.text(3).isEmpty() ? 1 : 3);
        given.tickets[{row.int32(0), row.text(1)}] = {name, row.int64(2)};
        given.names << ticketSeries(row.int32(0), name);
    });
    for (const char* sql : kNames)
        eachRow(tx, sql, [&](const Query& row) { given.names << row.text(0); });
    eachRow(tx, kTransactionNumbers, [&](const Query& row) {
        if (const auto parts = numberParts(row.text(0))) given.names << parts->series;
    });
    for (const NumberGap& gap : numberGaps(tx))
        given.names << gap.series;
    return given;
}

std::vector<NumberGap> restartNumbers(
    Tx& tx, const QDateTime& madeAt, const GivenNumbers& replaced, const Actor& by)
{
    const auto before = numberGaps(tx).size();
    const GivenNumbers given = givenNumbers(tx);
    const auto series = allSeries(tx, given, replaced);
    const auto tickets = allTickets(tx, madeAt, given, replaced);
    QSet<QString> known = given.names;
    for (const auto& [base, stand] : series) {
        known << base << stand.name;
        declareGap(tx, stand.name, stand.last + 1, kOpenEnd, kReason, by);
    }
    for (const auto& [key, stand] : tickets) {
        known << ticketSeries(key.first, stand.name);
        declareGap(tx, ticketSeries(key.first, stand.name), stand.last + 1, kOpenEnd, kReason, by);
    }
    QStringList lost = (replaced.names - known).values();
    lost.sort();
    for (const QString& name : lost)
        if (name.contains(u'/') ? goesOn(name, tickets) : isSeriesName(name))
            declareGap(tx, name, 1, kOpenEnd, kReason, by);

    const QString letters = newLetters(series, known + replaced.names);
    for (const auto& [base, stand] : series)
        tx.query(kRename).bind(":branch", kBranch).bind(":series", base).bind(":name", base + letters).run();
    const QString ticketLetters = randomLetters(kTicketSuffix);
    for (const auto& [key, stand] : tickets)
        tx.query(kRenameTickets)
            .bind(":branch", kBranch)
            .bind(":day", key.first)
            .bind(":line", key.second)
            .bind(":name", key.second + ticketLetters)
            .run();
    auto gaps = numberGaps(tx);
    std::sort(gaps.begin(), gaps.end(), [](const NumberGap& a, const NumberGap& b) { return a.id < b.id; });
    gaps.erase(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(before));
    return gaps;
}

} // namespace sanad
