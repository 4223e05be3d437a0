#include "core/ledger/numbers.h"

#include "core/base/digits.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kTake = R"(
    INSERT INTO number_series (branch_id, series, last) VALUES (:branch, :series, 1)
    ON CONFLICT (branch_id, series) DO UPDATE SET last = number_series.last + 1
    RETURNING last, name)";
// SQLite makes a table of its own for every RETURNING, which costs more than these two; to a server they
// would be one round trip more.
constexpr auto kNext =
    "SELECT last + 1, name FROM number_series WHERE branch_id = :branch AND series = :series";
constexpr auto kBegin =
    "INSERT INTO number_series (branch_id, series, last) VALUES (:branch, :series, :last)";
constexpr auto kMoveOn =
    "UPDATE number_series SET last = :last WHERE branch_id = :branch AND series = :series";
constexpr auto kLast = "SELECT last FROM number_series WHERE branch_id = :branch AND series = :series";

constexpr int kDigits = 6;
constexpr int kMostDigits = 15;

} // namespace

NumberParts takeNumber(Tx& tx, const QString& series)
{
    NumberParts taken{{}, 1};
    {
        auto query = tx.query(tx.onServer() ? kTake : kNext);
        query.bind(":branch", kBranch).bind(":series", series).run();
        if (query.next()) taken = {query.text(1), query.int64(0)};
    }
    const auto store = [&](const char* sql) {
        auto query = tx.query(sql);
        query.bind(":branch", kBranch).bind(":series", series).bind(":last", taken.number).run();
        return query.affected() > 0;
    };
    if (!tx.onServer() && !store(kMoveOn)) store(kBegin);
    if (taken.series.isEmpty()) taken.series = series;
    return taken;
}

std::int64_t lastNumber(Tx& tx, const QString& series)
{
    auto query = tx.query(kLast);
    query.bind(":branch", kBranch).bind(":series", series).run();
    return query.next() ? query.int64(0) : 0;
}

QString numberText(const QString& series, std::int64_t number)
{
    return u"%1-%2"_s.arg(series).arg(number, kDigits, 10, QChar(u'0'));
}

std::optional<NumberParts> numberParts(QStringView text)
{
    const auto dash = text.lastIndexOf(u'-');
    if (dash < 1) return std::nullopt;
    const auto digits = text.mid(dash + 1);
    if (!isAsciiDigits(digits) || digits.size() < kDigits || digits.size() > kMostDigits) return std::nullopt;
    return NumberParts{text.left(dash).toString(), digits.toLongLong()};
}

} // namespace sanad
