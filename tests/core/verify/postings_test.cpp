#include "tests/core/verify/two_days.h"

#include "core/audit/audit_trail.h"
#include "core/cash/shift_posting.h"
#include "core/cash/shift_repository.h"
#include "core/crypto/hash.h"
#include "core/ledger/agency_money.h"
#include "tests/support/edits.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const AccountRef kBank{Account::Bank, {}};
const AccountRef kCards{Account::CardClearing, {}};

bool says(const std::vector<Breach>& breaches, const QString& where, const QString& what)
{
    return std::any_of(breaches.begin(), breaches.end(),
        [&](const Breach& one) { return one.where == where && one.what == what; });
}

bool follows(const std::vector<Breach>& breaches, const QString& table)
{
    return std::none_of(breaches.begin(), breaches.end(), [&](const Breach& one) {
        return one.where.startsWith(table + u' ') && one.what == u"what was posted does not follow from it"_s;
    });
}

QJsonObject postingPayload(const QString& kind, const QByteArray& digest)
{
    return {{u"document"_s, kind}, {u"ledger"_s, QString::fromLatin1(digest.toHex())}};
}

/// Entries, balances, the roll-up and a line of the chain, as somebody writes them who knows how.
void makeUp(Database& db, const LedgerDocument& document)
{
    must(db.write([&](Tx& tx) -> Result<> {
        const QByteArray digest = Ledger(tx).post(document);
        AuditTrail(tx).record(
            Actor(), u"rows.written"_s, document.id, postingPayload(documentKindKey(document.kind), digest));
        return {};
    }));
}

/// Takes the last audit line and the entries of its document back, and writes both anew with `entries` of
/// `day`: no signature stands behind the end of the chain.
void repostLast(Database& db, const QDate& day, const std::vector<LedgerEntry>& entries)
{
    struct Line {
        QString act;
        std::int64_t subject = 0;
        QJsonObject payload;
    };
    const Line last = must(db.read([](Tx& tx) -> Result<Line> {
        auto query = tx.query("SELECT act, subject_id, payload FROM audit_line ORDER BY id DESC LIMIT 1");
        query.run().next();
        return Line{query.text(0), query.int64(1), QJsonDocument::fromJson(query.text(2).toUtf8()).object()};
    }));
    const QString kind = last.payload.value(u"document"_s).toString();
    REQUIRE(documentKindFromKey(kind).has_value());
    edit(db, u"audit_line"_s, u"DELETE FROM audit_line WHERE id = (SELECT max(id) FROM audit_line)"_s);
    tamper(db,
        u"UPDATE audit_head SET number = number - 1, hash = (SELECT hash FROM audit_line ORDER BY id DESC LIMIT 1)"_s);
    edit(db, u"ledger_entry"_s,
        u"DELETE FROM ledger_entry WHERE document_kind = '%1' AND document_id = %2"_s.arg(kind).arg(
            last.subject));
    must(db.write([&](Tx& tx) -> Result<> {
        QJsonObject payload = last.payload;
        const QByteArray digest = Ledger(tx).post({*documentKindFromKey(kind), last.subject, day, entries});
        payload.insert(u"ledger"_s, QString::fromLatin1(digest.toHex()));
        AuditTrail(tx).record(Actor(), last.act, last.subject, payload);
        return {};
    }));
}

/// A centre whose last act is one that posts, and what it posts.
struct LastAct : Centre2Days {
    QDate today = shift.businessDay.addDays(1);
    ShiftService shifts{*db};

    Shift current() { return must(shifts.current(u"C1"_s, by)).value(); }
    Money heldBy(const Shift& of)
    {
        return must(db->read([&](Tx& tx) -> Result<Money> { return Ledger(tx).balance(drawerOf(of.id)); }));
    }

    LedgerDocument opened() { return openingOf(must(shifts.open(u"C2"_s, baisa(7'000), by)), safe()); }
    LedgerDocument cashMoved()
    {
        const CashMove move{CashDirection::In, CashCounterpart::Safe, baisa(3'000), u"x"_s};
        must(shifts.move(u"C1"_s, move, by));
        return movementOf(0, current(), move);
    }
    LedgerDocument closed()
    {
        const Shift open = current();
        const Money held = heldBy(open);
        must(shifts.count(open.id, fewestPieces(held - baisa(100)), by));
        must(shifts.close(open.id, u"x"_s, by));
        return closingOf(open, held, held - baisa(100));
    }
    LedgerDocument refunded()
    {
        must(db->write([&](Tx& tx) -> Result<> {
            return takeAgencyRefund(tx, TransactionId::fromRaw(5), u"R-1"_s, today, by);
        }));
        return {DocumentKind::AgencyRefund, 0, today,
            {{walletAt(u"ROP"_s), baisa(18'000)}, {payableTo(u"ROP"_s), baisa(-18'000)}}};
    }
    LedgerDocument toppedUp()
    {
        must(db->write(
            [&](Tx& tx) -> Result<> { return topUpWallet(tx, u"ROP"_s, baisa(4'000), today, by); }));
        return {DocumentKind::WalletTopUp, 0, today,
            {{walletAt(u"ROP"_s), baisa(4'000)}, {kBank, baisa(-4'000)}}};
    }
    LedgerDocument paid()
    {
        tamper(*db, u"DELETE FROM service_transaction"_s); // beside what is looked at here
        must(db->write([&](Tx& tx) -> Result<> {
            return payAgency(
                tx, {TransactionId::fromRaw(6), u"ROP"_s, baisa(9'000), kBank, u"779"_s, today}, by);
        }));
        return {DocumentKind::AgencyPaid, 0, today,
            {{payableTo(u"ROP"_s), baisa(9'000)}, {kBank, baisa(-9'000)}}};
    }
};

} // namespace

TEST_CASE("A posting of whatever kind that belongs to no row is named, whoever vouched for it", "[verify]")
{
    Centre2Days centre;
    const auto kind = GENERATE(DocumentKind::Receipt, DocumentKind::CreditNote, DocumentKind::ShiftOpened,
        DocumentKind::CashMoved, DocumentKind::ShiftClosed, DocumentKind::AgencyPaid,
        DocumentKind::AgencyRefund, DocumentKind::WalletTopUp, DocumentKind::DepositTaken);
    makeUp(*centre.db,
        {kind, 77, centre.shift.businessDay.addDays(1), {{safe(), baisa(5'000)}, {kCards, baisa(-5'000)}}});
    const auto found = verified(*centre.db);
    INFO(listed(found));
    REQUIRE(found.size() == 1);
    CHECK(found.front() ==
        Breach{u"one-piece"_s, u"ledger_entry %1 77"_s.arg(documentKindKey(kind)), u"belongs to nothing"_s});
}

TEST_CASE("A posting of a kind that there is not is named", "[verify]")
{
    Centre2Days centre;
    const int day = businessDayNumber(centre.shift.businessDay.addDays(1));
    const std::map<AccountRef, Money> entries{{safe(), baisa(5'000)}, {kCards, baisa(-5'000)}};
    must(centre.db->write([&](Tx& tx) -> Result<> {
        Ledger(tx).post({DocumentKind::DepositTaken, 77, businessDayFrom(day),
            {{safe(), baisa(5'000)}, {kCards, baisa(-5'000)}}});
        const QByteArray digest = sha256(canonicalLedgerText(u"gift", 77, day, entries));
        AuditTrail(tx).record(Actor(), u"rows.written"_s, 77, postingPayload(u"gift"_s, digest));
        return {};
    }));
    for (const auto& table : {u"ledger_entry"_s, u"ledger_day"_s})
        edit(*centre.db, table,
            u"UPDATE %1 SET document_kind = 'gift' WHERE document_kind = 'deposit-taken'"_s.arg(table));
    const auto found = verified(*centre.db);
    INFO(listed(found));
    REQUIRE(found.size() == 1);
    CHECK(found.front() ==
        Breach{u"one-piece"_s, u"ledger_entry gift 77"_s, u"is of a kind that no act posts"_s});
}

TEST_CASE("A posting that is not what its row says is named, in amount, account and day", "[verify]")
{
    using Act = LedgerDocument (LastAct::*)();
    const std::vector<std::pair<Act, QString>> acts{{&LastAct::opened, u"shift"_s},
        {&LastAct::cashMoved, u"cash_move"_s}, {&LastAct::closed, u"shift_close"_s},
        {&LastAct::refunded, u"agency_movement"_s}, {&LastAct::toppedUp, u"agency_movement"_s},
        {&LastAct::paid, u"agency_movement"_s}};
    const QString changed = GENERATE(u"nothing"_s, u"amount"_s, u"account"_s, u"day"_s);
    for (const auto& [act, table] : acts) {
        LastAct centre;
        LedgerDocument document = (centre.*act)();
        if (changed == "amount"_L1) {
            document.entries[0].amount += baisa(1'000);
            document.entries[1].amount -= baisa(1'000);
        }
        if (changed == "account"_L1) document.entries[1].to = kCards;
        if (changed == "day"_L1) document.businessDay = document.businessDay.addDays(1);
        repostLast(*centre.db, document.businessDay, document.entries);
        const auto found = verified(*centre.db);
        INFO((table + u' ' + changed).toStdString() << "\n" << listed(found));
        CHECK(follows(found, table) == (changed == "nothing"_L1));
    }
}

TEST_CASE("Everything that posts, floats that move on and refunds among it, is no breach", "[verify]")
{
    LastAct centre;
    centre.refunded();
    centre.toppedUp();
    centre.cashMoved();
    centre.opened();
    const auto atDay = [&](int later) {
        centre.db->setClock(steppingClock(QDateTime(centre.today.addDays(later), QTime(6, 0), Qt::UTC)));
        centre.issue(sale()); // C1 opens by itself, and takes the float of the drawer before
    };
    must(centre.shifts.move(
        u"C1"_s, {CashDirection::In, CashCounterpart::Bank, baisa(2'000), u"x"_s}, centre.by));
    atDay(1);
    atDay(2);
    must(centre.shifts.move(
        u"C2"_s, {CashDirection::Out, CashCounterpart::Safe, baisa(2'000), u"x"_s}, centre.by));
    centre.closed();
    atDay(3);
    for (const Shift& shift : must(centre.shifts.unsettled(centre.by))) {
        if (shift.state != ShiftState::Closed) {
            must(centre.shifts.count(shift.id, fewestPieces(centre.heldBy(shift)), centre.by));
            must(centre.shifts.close(shift.id, {}, centre.by));
        }
        must(centre.shifts.signOff(shift.id, centre.by));
    }
    atDay(4);
    const auto moved = must(centre.db->read([](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query("SELECT count(*) FROM shift WHERE automatic = 1 AND float_baisa > 0");
        query.run().next();
        return query.int64(0);
    }));
    CHECK(moved >= 1);
    const auto found = verified(*centre.db);
    INFO(listed(found));
    CHECK(found.empty());
}

TEST_CASE(
    "The float of a shift is sought in the drawer before, also where ids do not go by the clock", "[verify]")
{
    LastAct centre;
    const Shift ahead{ShiftId::fromRaw(std::numeric_limits<std::int64_t>::max() / 2), u"C3"_s,
        centre.by.staff(), centre.by.user(), centre.today, centre.current().openedAt, baisa(6'000), false,
        ShiftState::Open};
    must(centre.db->write([&](Tx& tx) -> Result<> {
        QJsonObject payload = postingPayload(u"shift-opened"_s, Ledger(tx).post(openingOf(ahead, safe())));
        payload.insert(u"rows"_s, QJsonObject{{u"shift"_s, ShiftRepository(tx).insert(ahead)}});
        AuditTrail(tx).record(centre.by, u"shift.opened"_s, ahead.id, payload);
        return {};
    }));
    centre.db->setClock(steppingClock(QDateTime(centre.today.addDays(1), QTime(6, 0), Qt::UTC)));
    must(centre.shifts.move(
        u"C3"_s, {CashDirection::Out, CashCounterpart::Safe, baisa(1'000), u"x"_s}, centre.by));
    REQUIRE(centre.heldBy(ahead).isZero()); // the float moved on
    const auto found = verified(*centre.db);
    INFO(listed(found));
    CHECK(found.empty());
}

TEST_CASE("Money that a line dates to a day long before it is named", "[verify]")
{
    LastAct centre;
    must(centre.db->write([&](Tx& tx) -> Result<> {
        return topUpWallet(tx, u"ROP"_s, baisa(1'000), QDate(2020, 1, 1), centre.by);
    }));
    const auto found = verified(*centre.db);
    INFO(listed(found));
    REQUIRE(found.size() == 1);
    CHECK(found.front().where.startsWith(u"ledger_entry wallet-top-up "_s));
    CHECK(found.front().what == u"is dated to a day before its audit line"_s);
}

TEST_CASE(
    "A made-up close of a drawer and a made-up refund are named by the rows that they belong to", "[verify]")
{
    LastAct centre;
    SECTION("a close")
    {
        const Shift open = centre.current();
        const Money held = centre.heldBy(open);
        must(centre.shifts.count(open.id, fewestPieces(held), centre.by));
        tamper(*centre.db,
            uR"(INSERT INTO shift_close (id, branch_id, count_id, expected_baisa, counted_baisa, reason, closed_at, clerk)
            SELECT shift_id, 1, id, expected_baisa, counted_baisa - 1000, 'x', counted_at, clerk FROM shift_count
            ORDER BY id DESC LIMIT 1)"_s);
        makeUp(*centre.db, closingOf(open, held, held - baisa(1'000)));
        const auto found = verified(*centre.db);
        INFO(listed(found));
        CHECK(says(found, u"shift_close "_s + open.id.text(), u"says otherwise than its count"_s));
    }
    SECTION("a refund")
    {
        tamper(*centre.db,
            uR"(INSERT INTO agency_movement (id, branch_id, kind, transaction_id, agency, amount_baisa, account, part,
            reference, business_day, moved_at, staff_id) SELECT 77, 1, 'refunded', transaction_id, agency,
            amount_baisa + 1000, account, part, reference, %1, moved_at, staff_id FROM agency_movement
            WHERE kind = 'paid')"_s.arg(businessDayNumber(centre.today)));
        makeUp(*centre.db,
            {DocumentKind::AgencyRefund, 77, centre.today,
                {{walletAt(u"ROP"_s), baisa(19'000)}, {payableTo(u"ROP"_s), baisa(-19'000)}}});
        const auto found = verified(*centre.db);
        INFO(listed(found));
        CHECK(says(found, u"agency_movement 77"_s, u"gives back what was never paid on"_s));
    }
}
