#include "core/cash/shift_repository.h"

#include "core/audit/row_digest.h"
#include "core/ledger/ledger.h"
#include "core/settings/centre.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

#define SHIFT_COLUMNS                                                                                        \
    "SELECT s.id, s.counter, s.staff_id, s.clerk, s.business_day, s.opened_at, s.float_baisa, s.automatic, " \
    "c.id, o.id FROM shift s LEFT JOIN shift_close c ON c.id = s.id LEFT JOIN shift_sign_off o ON o.id = "   \
    "s.id "

constexpr auto kInsert = R"(
    INSERT INTO shift (id, branch_id, counter, staff_id, clerk, business_day, opened_at, float_baisa, automatic)
    VALUES (:id, :branch, :counter, :staff, :clerk, :day, :opened, :float, :automatic))";
constexpr auto kInsertMove = R"(
    INSERT INTO cash_move (id, branch_id, shift_id, direction, counterpart, amount_baisa, reason, moved_at, clerk)
    VALUES (:id, :branch, :shift, :direction, :counterpart, :amount, :reason, :at, :clerk))";
constexpr auto kInsertCount = R"(
    INSERT INTO shift_count (id, branch_id, shift_id, pieces, counted_baisa, expected_baisa, counted_at, clerk)
    VALUES (:id, :branch, :shift, :pieces, :counted, :expected, :at, :clerk))";
constexpr auto kInsertClose = R"(
    INSERT INTO shift_close (id, branch_id, count_id, expected_baisa, counted_baisa, reason, closed_at, clerk)
    VALUES (:id, :branch, :count, :expected, :counted, :reason, :at, :clerk))";
constexpr auto kInsertSignOff =
    "INSERT INTO shift_sign_off (id, branch_id, signed_at, clerk) VALUES (:id, :branch, :at, :clerk)";
constexpr auto kNewest =
    SHIFT_COLUMNS "WHERE s.branch_id = :branch AND s.counter = :counter AND s.business_day <= :up_to "
                  "ORDER BY s.id DESC LIMIT 1";
constexpr auto kById = SHIFT_COLUMNS "WHERE s.id = :id";
constexpr auto kOfDay = SHIFT_COLUMNS "WHERE s.branch_id = :branch AND s.business_day = :day ORDER BY s.id";
constexpr auto kUnsettled =
    SHIFT_COLUMNS "WHERE s.branch_id = :branch AND o.id IS NULL ORDER BY s.business_day, s.id";
constexpr auto kLastCount = R"(
    SELECT id, pieces, counted_baisa, expected_baisa, counted_at FROM shift_count
    WHERE shift_id = :shift ORDER BY id DESC LIMIT 1)";
constexpr auto kEnd = R"(
    SELECT c.reason, c.clerk, c.closed_at, o.clerk, o.signed_at
    FROM shift_close c LEFT JOIN shift_sign_off o ON o.id = c.id WHERE c.id = :shift)";
constexpr auto kMoved = R"(
    SELECT direction, CAST(sum(amount_baisa) AS BIGINT) FROM cash_move WHERE shift_id = :shift GROUP BY direction)";
// A drawer is used on its own day alone, but for the float that moves on.
constexpr auto kSales = R"(
    SELECT CAST(sum(d.debit_baisa - d.credit_baisa) AS BIGINT)
    FROM ledger_day d JOIN ledger_account a ON a.id = d.account_id
    WHERE d.branch_id = :branch AND d.business_day = :day AND a.account = 'drawer' AND a.part = :part
        AND d.document_kind = 'receipt')";

Shift readShift(const Query& row)
{
    Shift shift{row.id<ShiftId>(0), row.text(1), row.id<StaffId>(2), row.text(3),
        businessDayFrom(row.int32(4)), row.time(5), row.money(6), row.boolean(7), ShiftState::Open};
    if (!row.isNull(8)) shift.state = ShiftState::Closed;
    if (!row.isNull(9)) shift.state = ShiftState::SignedOff;
    return shift;
}

std::vector<Shift> readShifts(Query& query)
{
    std::vector<Shift> shifts;
    while (query.next())
        shifts.push_back(readShift(query));
    return shifts;
}

QString piecesText(const CashCount& count)
{
    QJsonObject pieces;
    for (const auto& [baisa, how] : count)
        if (how != 0) pieces.insert(QString::number(baisa), how);
    return QString::fromUtf8(QJsonDocument(pieces).toJson(QJsonDocument::Compact));
}

CashCount piecesFrom(const QString& text)
{
    CashCount count;
    const QJsonObject pieces = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece)
        count[piece.key().toInt()] = piece.value().toInt();
    return count;
}

} // namespace

QString shiftStateKey(ShiftState state)
{
    switch (state) {
    case ShiftState::Open:
        return u"open"_s;
    case ShiftState::Waiting:
        return u"waiting"_s;
    case ShiftState::Closed:
        return u"closed"_s;
    case ShiftState::SignedOff:
        return u"signed-off"_s;
    }
    return {};
}

QString ShiftRepository::insert(const Shift& shift)
{
    const int day = businessDayNumber(shift.businessDay);
    m_tx.query(kInsert)
        .bind(":id", shift.id)
        .bind(":branch", kBranch)
        .bind(":counter", shift.counter)
        .bind(":staff", shift.staff)
        .bind(":clerk", shift.clerk)
        .bind(":day", day)
        .bind(":opened", shift.openedAt)
        .bind(":float", shift.openingFloat)
        .bind(":automatic", shift.automatic)
        .run();
    return RowDigest()
        .add(shift.id.raw())
        .add(kBranch)
        .add(shift.counter)
        .add(shift.staff.raw())
        .add(shift.clerk)
        .add(day)
        .add(storedTime(shift.openedAt))
        .add(shift.openingFloat.baisa())
        .add(shift.automatic ? 1 : 0)
        .hex();
}

QString ShiftRepository::insertMove(
    std::int64_t id, ShiftId shift, const CashMove& move, const QString& clerk)
{
    const QString direction = move.direction == CashDirection::In ? u"in"_s : u"out"_s;
    const QString counterpart = move.counterpart == CashCounterpart::Safe ? u"safe"_s : u"bank"_s;
    m_tx.query(kInsertMove)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":shift", shift)
        .bind(":direction", direction)
        .bind(":counterpart", counterpart)
        .bind(":amount", move.amount)
        .bind(":reason", move.reason)
        .bind(":at", m_tx.now())
        .bind(":clerk", clerk)
        .run();
    return RowDigest()
        .add(id)
        .add(kBranch)
        .add(shift.raw())
        .add(direction)
        .add(counterpart)
        .add(move.amount.baisa())
        .add(move.reason)
        .add(storedTime(m_tx.now()))
        .add(clerk)
        .hex();
}

QString ShiftRepository::insertCount(std::int64_t id, const CountResult& count, const QString& clerk)
{
    const QString pieces = piecesText(count.count);
    m_tx.query(kInsertCount)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":shift", count.shift)
        .bind(":pieces", pieces)
        .bind(":counted", count.counted)
        .bind(":expected", count.expected)
        .bind(":at", count.at)
        .bind(":clerk", clerk)
        .run();
    return RowDigest()
        .add(id)
        .add(kBranch)
        .add(count.shift.raw())
        .add(pieces)
        .add(count.counted.baisa())
        .add(count.expected.baisa())
        .add(storedTime(count.at))
        .add(clerk)
        .hex();
}

QString ShiftRepository::insertClose(
    std::int64_t countId, const CountResult& count, const QString& reason, const QString& clerk)
{
    m_tx.query(kInsertClose)
        .bind(":id", count.shift)
        .bind(":branch", kBranch)
        .bind(":count", countId)
        .bind(":expected", count.expected)
        .bind(":counted", count.counted)
        .bind(":reason", reason)
        .bind(":at", m_tx.now())
        .bind(":clerk", clerk)
        .run();
    return RowDigest()
        .add(count.shift.raw())
        .add(kBranch)
        .add(countId)
        .add(count.expected.baisa())
        .add(count.counted.baisa())
        .add(reason)
        .add(storedTime(m_tx.now()))
        .add(clerk)
        .hex();
}

QString ShiftRepository::insertSignOff(ShiftId shift, const QString& clerk)
{
    m_tx.query(kInsertSignOff)
        .bind(":id", shift)
        .bind(":branch", kBranch)
        .bind(":at", m_tx.now())
        .bind(":clerk", clerk)
        .run();
    return RowDigest().add(shift.raw()).add(kBranch).add(storedTime(m_tx.now())).add(clerk).hex();
}

std::optional<Shift> ShiftRepository::newest(const QString& counter, const QDate& upTo) const
{
    auto query = m_tx.query(kNewest);
    query.bind(":branch", kBranch).bind(":counter", counter).bind(":up_to", businessDayNumber(upTo)).run();
    if (!query.next()) return std::nullopt;
    return readShift(query);
}

std::optional<Shift> ShiftRepository::byId(ShiftId shift) const
{
    auto query = m_tx.query(kById);
    query.bind(":id", shift).run();
    if (!query.next()) return std::nullopt;
    return readShift(query);
}

std::vector<Shift> ShiftRepository::ofDay(const QDate& day) const
{
    auto query = m_tx.query(kOfDay);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return readShifts(query);
}

std::vector<Shift> ShiftRepository::unsettled() const
{
    auto query = m_tx.query(kUnsettled);
    query.bind(":branch", kBranch).run();
    return readShifts(query);
}

std::optional<ShiftRepository::Counted> ShiftRepository::lastCount(ShiftId shift) const
{
    auto query = m_tx.query(kLastCount);
    query.bind(":shift", shift).run();
    if (!query.next()) return std::nullopt;
    return Counted{
        query.int64(0), {shift, piecesFrom(query.text(1)), query.money(2), query.money(3), query.time(4)}};
}

ShiftSummary ShiftRepository::summary(const Shift& shift) const
{
    ShiftSummary summary;
    summary.shift = shift;
    {
        auto sales = m_tx.query(kSales);
        sales.bind(":branch", kBranch)
            .bind(":day", businessDayNumber(shift.businessDay))
            .bind(":part", shift.id.text())
            .run();
        if (sales.next()) summary.cashSales = sales.money(0);
    }
    {
        auto moved = m_tx.query(kMoved);
        moved.bind(":shift", shift.id).run();
        while (moved.next())
            (moved.text(0) == "in"_L1 ? summary.cashIn : summary.cashOut) = moved.money(1);
    }
    if (auto counted = lastCount(shift.id)) summary.count = std::move(counted->result);
    auto end = m_tx.query(kEnd);
    end.bind(":shift", shift.id).run();
    if (end.next()) {
        summary.reason = end.text(0);
        summary.closedBy = end.text(1);
        summary.closedAt = end.time(2);
        summary.signedOffBy = end.text(3);
        summary.signedOffAt = end.time(4);
    }
    return summary;
}

} // namespace sanad
