#include "tests/core/verify/two_days.h"

#include "core/audit/audit_trail.h"
#include "core/cash/clock_guard.h"
#include "core/ledger/agency_money.h"
#include "core/people/people_service.h"
#include "core/receipts/day_service.h"
#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"
#include "tests/support/edits.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A centre that nobody touched has no breach, also while nobody is signed in", "[verify]")
{
    Centre2Days centre;
    centre.db->lock();
    const auto breaches = verified(*centre.db);
    INFO(listed(breaches));
    CHECK(breaches.empty());
    CHECK(verified(*migratedDatabase()).empty());
}

TEST_CASE("Every single edit behind the program's back is found and the row is named", "[verify]")
{
    struct Edit {
        QString table, sql, where;
    };
    const std::vector<Edit> edits{
        {u"receipt"_s, u"UPDATE receipt SET total_baisa = total_baisa + 1 WHERE number = 2"_s,
            u"receipt C1-000002"_s},
        {u"receipt"_s, u"UPDATE receipt SET clerk = 'x' WHERE number = 1"_s, u"receipt C1-000001"_s},
        {u"receipt"_s, u"UPDATE receipt SET issued_at = '2026-11-22T09:00:00.000Z' WHERE number = 1"_s,
            u"receipt C1-000001"_s},
        {u"receipt"_s, u"UPDATE receipt SET method = 'card' WHERE number = 1"_s, u"receipt C1-000001"_s},
        {u"receipt"_s, u"UPDATE receipt SET customer_id = 42 WHERE number = 1"_s, u"receipt C1-000001"_s},
        {u"receipt"_s, u"UPDATE receipt SET licence = '7654321' WHERE number = 1"_s, u"receipt C1-000001"_s},
        {u"receipt"_s, u"UPDATE receipt SET number = 9 WHERE number = 3"_s, u"series C1"_s},
        {u"receipt"_s, u"UPDATE receipt SET signature = link WHERE number = 1"_s, u"receipt C1-000001"_s},
        {u"receipt"_s, u"UPDATE receipt SET link = party_digest WHERE number = 1"_s, u"receipt C1-000001"_s},
        {u"receipt_party"_s, u"DELETE FROM receipt_party WHERE id = (SELECT min(id) FROM receipt)"_s,
            u"receipt C1-000001"_s},
        {u"receipt_party"_s,
            u"UPDATE receipt_party SET sealed = (SELECT sealed FROM receipt_party ORDER BY id LIMIT 1)"_s,
            u"receipt C1-000002"_s},
        {u"receipt_line"_s,
            u"UPDATE receipt_line SET service_ar = 'أخرى' WHERE id = (SELECT min(id) FROM receipt_line)"_s,
            u"receipt C1-000001"_s},
        {u"receipt_line"_s,
            u"UPDATE receipt_line SET government_baisa = 1 WHERE id = (SELECT min(id) FROM receipt_line)"_s,
            u"receipt C1-000001"_s},
        {u"receipt_line"_s,
            u"UPDATE receipt_line SET reference = 'x' WHERE id = (SELECT max(id) FROM receipt_line)"_s,
            u"receipt C1-000003"_s},
        {u"receipt_line"_s, u"DELETE FROM receipt_line WHERE id = (SELECT min(id) FROM receipt_line)"_s,
            u"receipt C1-000001"_s},
        {u"receipt_payment"_s, u"UPDATE receipt_payment SET tender = 'cash' WHERE tender = 'card'"_s,
            u"receipt C1-000002"_s},
        {u"receipt_payment"_s, u"UPDATE receipt_payment SET approval = 'B2' WHERE tender = 'card'"_s,
            u"receipt C1-000002"_s},
        {u"receipt_payment"_s, u"DELETE FROM receipt_payment WHERE tender = 'card'"_s,
            u"receipt C1-000002"_s},
        {u"receipt_copy"_s, u"UPDATE receipt_copy SET clerk = 'x'"_s, u"receipt_copy"_s},
        {u"receipt_copy"_s, u"DELETE FROM receipt_copy"_s, u"receipt_copy"_s},
        {u"ledger_entry"_s,
            u"UPDATE ledger_entry SET amount_baisa = amount_baisa + 1 WHERE id = (SELECT min(id) FROM ledger_entry)"_s,
            u"ledger_entry"_s},
        {u"ledger_entry"_s,
            u"UPDATE ledger_entry SET business_day = 20261101 WHERE document_kind = 'agency-paid'"_s,
            u"ledger_entry agency-paid"_s},
        {u"ledger_entry"_s, u"DELETE FROM ledger_entry WHERE document_kind = 'cash-moved'"_s,
            u"ledger_entry cash-moved"_s},
        {u"ledger_account"_s,
            u"UPDATE ledger_account SET balance_baisa = balance_baisa - 1 WHERE account = 'bank'"_s,
            u"ledger_account bank"_s},
        {u"ledger_account"_s,
            u"UPDATE ledger_account SET part = 'MOH' WHERE account = 'agency-payable' AND part = 'MOL'"_s,
            u"ledger_entry receipt"_s},
        {u"ledger_day"_s,
            u"UPDATE ledger_day SET debit_baisa = debit_baisa + 1 WHERE document_kind = 'wallet-top-up'"_s,
            u"ledger_day"_s},
        {u"agency_movement"_s, u"UPDATE agency_movement SET reference = '779' WHERE kind = 'paid'"_s,
            u"agency_movement"_s},
        {u"audit_line"_s, u"UPDATE audit_line SET actor = 'x' WHERE id = 3"_s, u"audit_line 3"_s},
        {u"audit_line"_s, u"DELETE FROM audit_line WHERE id = (SELECT max(id) FROM audit_line)"_s,
            u"audit_line"_s},
        {u"audit_head"_s, u"UPDATE audit_head SET number = number - 1"_s, u"audit_line"_s},
        {u"shift"_s, u"UPDATE shift SET float_baisa = 0 WHERE automatic = 0"_s, u"shift"_s},
        {u"cash_move"_s, u"UPDATE cash_move SET reason = 'x'"_s, u"cash_move"_s},
        {u"shift_count"_s, u"UPDATE shift_count SET counted_baisa = 0"_s, u"shift_count"_s},
        {u"shift_close"_s, u"UPDATE shift_close SET reason = ''"_s, u"shift_close"_s},
        {u"shift_sign_off"_s, u"DELETE FROM shift_sign_off"_s, u"shift_sign_off"_s},
        {u"day_close"_s,
            u"UPDATE day_close SET totals = replace(totals, '\"receipts\":2', '\"receipts\":1')"_s,
            u"day_close 1"_s},
        {u"day_close"_s, u"UPDATE day_close SET clerk = 'x'"_s, u"day_close 1"_s},
        {u"day_close"_s, u"UPDATE day_close SET closed_at = replace(closed_at, 'Z', '+00:00')"_s,
            u"day_close 1"_s},
        {u"day_close"_s, u"DELETE FROM day_close"_s, u"day_close"_s},
        {u"number_series"_s, u"UPDATE number_series SET last = last + 1 WHERE series = 'C1'"_s,
            u"number_series C1"_s},
        {u"number_series"_s, u"DELETE FROM number_series WHERE series = 'D'"_s, u"number_series D"_s},
        {u"service_transaction"_s, u"UPDATE service_transaction SET government_baisa = 1"_s,
            u"agency_movement"_s},
        {u"service_transaction"_s, u"UPDATE service_transaction SET state = 'approved'"_s,
            u"service_transaction 5"_s},
        {u"service_transaction"_s, u"UPDATE service_transaction SET fee_state = 'unpaid'"_s,
            u"agency_movement"_s},
        {u"service_transaction"_s, u"DELETE FROM service_transaction"_s, u"number_series T"_s},
        {u"day_figure"_s, u"UPDATE day_figure SET vat_baisa = 0 WHERE dimension = 'clerk'"_s,
            u"day_figure"_s},
        {u"day_figure"_s, u"DELETE FROM day_figure WHERE dimension = 'hour'"_s, u"day_figure"_s},
        {u"day_figure"_s, u"UPDATE day_figure SET name_ar = 'x' WHERE dimension = 'service'"_s,
            u"day_figure"_s},
        {u"day_figure"_s, u"UPDATE day_figure SET name_en = 'x' WHERE dimension = 'agency'"_s,
            u"day_figure"_s},
        {u"day_figure"_s, u"UPDATE day_figure SET name_en = 'x' WHERE dimension = 'tender'"_s,
            u"day_figure"_s},
    };
    for (const Edit& one : edits) {
        Centre2Days centre;
        edit(*centre.db, one.table, one.sql);
        const auto breaches = verified(*centre.db);
        INFO(one.sql.toStdString() << "\n" << listed(breaches));
        CHECK(names(breaches, one.where));
    }
}

TEST_CASE("A receipt that was taken out with all its rows is missed", "[verify]")
{
    Centre2Days centre;
    const QString last = u"(SELECT max(id) FROM receipt)"_s;
    edit(*centre.db, u"receipt_line"_s, u"DELETE FROM receipt_line WHERE receipt_id = "_s + last);
    edit(*centre.db, u"receipt_payment"_s, u"DELETE FROM receipt_payment WHERE receipt_id = "_s + last);
    tamper(*centre.db, u"DELETE FROM receipt_party WHERE id = "_s + last);
    edit(*centre.db, u"ledger_entry"_s, u"DELETE FROM ledger_entry WHERE document_id = "_s + last);
    edit(*centre.db, u"receipt"_s, u"DELETE FROM receipt WHERE id = "_s + last);
    const auto breaches = verified(*centre.db);
    INFO(listed(breaches));
    CHECK(names(breaches, u"receipt"_s));
    CHECK(names(breaches, u"number_series C1"_s));
    CHECK(names(breaches, u"ledger_entry receipt"_s));
}

TEST_CASE("A receipt with its rows and numbers forged by hand is found", "[verify]")
{
    Centre2Days centre;
    tamper(*centre.db,
        uR"(INSERT INTO receipt SELECT id + 1000000000, branch_id, series, 4, uuid, counter, issued_at, business_day,
        shift_id, customer_id, ticket, staff_id, clerk, service, method, lines, payments, government_baisa, service_baisa,
        discount_baisa, vat_baisa, total_baisa, licence, training, party_digest, link, signature FROM receipt WHERE number = 1)"_s);
    CHECK(names(verified(*centre.db), u"receipt C1-000004"_s));
}

TEST_CASE("A guard that was taken away is missed", "[verify]")
{
    Centre2Days centre;
    tamper(*centre.db,
        centre.db->onServer() ? u"DROP TRIGGER ledger_entry_no_change ON ledger_entry"_s
                              : u"DROP TRIGGER ledger_entry_no_update"_s);
    const auto breaches = verified(*centre.db);
    REQUIRE(breaches.size() == 1);
    CHECK(breaches.front().invariant == u"no-edit"_s);
    CHECK(breaches.front().where == u"ledger_entry"_s);
}

TEST_CASE("What a forger re-chains is still betrayed by the signatures", "[verify]")
{
    Centre2Days centre;
    tamper(*centre.db,
        u"DROP TRIGGER %1"_s.arg(
            centre.db->onServer() ? u"desk_key_no_change ON desk_key"_s : u"desk_key_no_update"_s));
    must(centre.db->write([](Tx& tx) -> Result<> {
        tx.query("UPDATE desk_key SET public_key = :key").bind(":key", SigningKey::create().publicKey).run();
        return {};
    }));
    const auto breaches = verified(*centre.db);
    CHECK(names(breaches, u"receipt C1-000001"_s));
    CHECK(names(breaches, u"day_close 1"_s));
}

TEST_CASE("One line at the end vouches anew for no posting and no row that is written once", "[verify]")
{
    Centre2Days centre;
    REQUIRE(must(verifyCentre(*centre.db)).empty());
    const auto idOf = [&](const char* table) {
        return must(centre.db->read([&](Tx& tx) -> Result<QString> {
            auto query = tx.query(u"SELECT min(id) FROM %1"_s.arg(QLatin1StringView(table)));
            query.run().next();
            return QString::number(query.int64(0));
        }));
    };
    const QString receipt = idOf("receipt"), count = idOf("shift_count");
    const bool posting = GENERATE(true, false);
    const QString other = QString::fromLatin1(QByteArray(32, 'x').toHex());
    must(centre.db->write([&](Tx& tx) -> Result<> {
        if (posting)
            AuditTrail(tx).record(Actor(), u"rows.written"_s, receipt.toLongLong(),
                {{u"document"_s, u"receipt"_s}, {u"ledger"_s, other}});
        else
            AuditTrail(tx).record(Actor(), u"rows.written"_s, 1,
                {{u"rows"_s, QJsonObject{{u"shift_count:"_s + count, other}}}});
        return {};
    }));
    const auto found = must(verifyCentre(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(found.front().what.startsWith(u"vouches anew for "_s));
}

TEST_CASE(
    "A receipt whose entries do not follow from its payments and lines is named, whoever vouched for them",
    "[verify]")
{
    Centre2Days centre;
    REQUIRE(verified(*centre.db).empty());
    const auto newest = must(centre.db->read([](Tx& tx) -> Result<std::pair<std::int64_t, QJsonObject>> {
        auto query = tx.query("SELECT subject_id, payload FROM audit_line ORDER BY id DESC LIMIT 1");
        query.run().next();
        return std::pair(query.int64(0), QJsonDocument::fromJson(query.text(1).toUtf8()).object());
    }));
    REQUIRE(newest.second.value(u"document"_s) == u"receipt"_s);
    // The last line is the receipt's, and no signature stands behind it: the forger writes it as it would
    // have been.
    edit(
        *centre.db, u"audit_line"_s, u"DELETE FROM audit_line WHERE id = (SELECT max(id) FROM audit_line)"_s);
    tamper(*centre.db,
        u"UPDATE audit_head SET number = number - 1, hash = (SELECT hash FROM audit_line ORDER BY id DESC LIMIT 1)"_s);
    const QString ofReceipt = u"document_kind = 'receipt' AND document_id = %1"_s.arg(newest.first);
    edit(*centre.db, u"ledger_entry"_s, u"DELETE FROM ledger_entry WHERE "_s + ofReceipt);
    must(centre.db->write([&](Tx& tx) -> Result<> {
        const QDate day = centre.shift.businessDay.addDays(1);
        QJsonObject payload = newest.second;
        payload[u"ledger"_s] = QString::fromLatin1(
            Ledger(tx)
                .post({DocumentKind::Receipt, newest.first, day,
                    {{{Account::CardClearing, {}}, baisa(20'000)}, {payableTo(u"ROP"_s), baisa(-18'000)},
                        {{Account::Income, u"service"_s}, baisa(-1'905)},
                        {{Account::VatOutput, {}}, baisa(-95)}}})
                .toHex());
        AuditTrail(tx).record(centre.by, u"receipt.issued"_s, newest.first, payload);
        return {};
    }));
    const auto found = verified(*centre.db);
    INFO(listed(found));
    CHECK(std::any_of(found.begin(), found.end(), [](const Breach& one) {
        return one.where == u"receipt C1-000003"_s &&
            one.what == u"what was posted does not follow from its payments and lines"_s;
    }));
    CHECK(std::none_of(
        found.begin(), found.end(), [](const Breach& one) { return one.invariant == u"chain"_s; }));
}

TEST_CASE(
    "A signed close that says other drawers, balances, tenders or series than the rows is named", "[verify]")
{
    Centre2Days centre;
    REQUIRE(verified(*centre.db).empty());
    DayTotals forged = must(DayService(*centre.db).find(centre.shift.businessDay, centre.by))->totals;
    QString what = u"its totals are not those of the day's receipts"_s;
    SECTION("a drawer")
    {
        forged.drawers.front().counted -= baisa(1);
        what = u"its drawers are not those of the day's shifts"_s;
    }
    SECTION("a balance")
    {
        forged.balances.front().amount += baisa(1);
        what = u"its balances are not those of the books"_s;
    }
    SECTION("a tender")
    {
        std::swap(forged.tenders.front().amount, forged.tenders.back().amount);
    }
    SECTION("a clerk")
    {
        forged.clerks.front().key = u"clerk2"_s;
    }
    SECTION("a series")
    {
        forged.series.front().last += 1;
    }
    edit(*centre.db, u"day_close"_s,
        u"UPDATE day_close SET totals = '%1'"_s.arg(QString::fromUtf8(dayTotalsJson(forged))));
    const auto found = verified(*centre.db);
    INFO(listed(found));
    CHECK(std::any_of(found.begin(), found.end(),
        [&](const Breach& one) { return one.where.startsWith(u"day_close"_s) && one.what == what; }));
}

TEST_CASE("Days that were closed out of order, and money that came after a close, are no breach", "[verify]")
{
    Centre2Days centre;
    const QDate day = centre.shift.businessDay;
    const auto settleAndClose = [&](const QDate& which, int hour) {
        ShiftService shifts(*centre.db);
        for (const Shift& shift : must(shifts.unsettled(centre.by))) {
            const Money expected = must(shifts.count(shift.id, {}, centre.by)).expected;
            must(shifts.count(shift.id, fewestPieces(expected), centre.by));
            must(shifts.close(shift.id, {}, centre.by));
            must(shifts.signOff(shift.id, centre.by));
        }
        must(DayService(*centre.db).close(which, centre.by));
        centre.db->setClock(steppingClock(QDateTime(which, QTime(hour, 0), Qt::UTC)));
        must(centre.db->write(
            [&](Tx& tx) -> Result<> { return topUpWallet(tx, u"ROP"_s, baisa(1'000), which, centre.by); }));
    };
    settleAndClose(day.addDays(1), 15);
    for (const int later : {20, 2, 3}) {
        centre.db->setClock(steppingClock(QDateTime(day.addDays(later), QTime(6, 0), Qt::UTC)));
        must(ClockGuard(*centre.db).confirm(centre.by));
        centre.issue(sale());
        settleAndClose(day.addDays(later), 15);
    }
    const auto found = verified(*centre.db);
    INFO(listed(found));
    CHECK(found.empty());
}

TEST_CASE("Money that a later line dates to a closed day is named", "[verify]")
{
    Centre2Days centre;
    must(centre.db->write([&](Tx& tx) -> Result<> {
        const QByteArray posted = Ledger(tx).post({DocumentKind::AgencyPaid, 77, centre.shift.businessDay,
            {{payableTo(u"ROP"_s), baisa(18'000)}, {{Account::Bank, {}}, baisa(-18'000)}}});
        AuditTrail(tx).record(Actor(), u"rows.written"_s, 77,
            {{u"document"_s, documentKindKey(DocumentKind::AgencyPaid)},
                {u"ledger"_s, QString::fromLatin1(posted.toHex())}});
        return {};
    }));
    const auto found = verified(*centre.db);
    INFO(listed(found));
    CHECK(std::any_of(found.begin(), found.end(),
        [](const Breach& one) { return one.what == u"is dated to a day that was closed before it"_s; }));
}
