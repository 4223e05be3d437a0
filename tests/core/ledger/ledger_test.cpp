#include "core/ledger/agency_money.h"
#include "core/ledger/ledger.h"
#include "core/ledger/numbers.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QDate kDay(2026, 11, 22);
const QDate kNext(2026, 11, 23);

Money baisa(std::int64_t value)
{
    return Money::fromBaisa(value);
}

Result<> collect(Tx& tx, const QString& agency, std::int64_t amount, const QDate& day)
{
    Ledger(tx).post({DocumentKind::Receipt, nextRawId(), day,
        {{drawerOf(ShiftId::fromRaw(5)), baisa(amount)}, {payableTo(agency), baisa(-amount)}}});
    return {};
}

} // namespace

TEST_CASE("A document that does not sum to zero is not posted", "[ledger]")
{
    const auto db = migratedDatabase();
    const auto refused = db->write([](Tx& tx) -> Result<> {
        Ledger(tx).post(
            {DocumentKind::Receipt, 1, kDay, {{safe(), baisa(1000)}, {payableTo(u"ROP"_s), baisa(-999)}}});
        return {};
    });
    CHECK(refusal(refused).key == u"ledger.unbalanced"_s);
    must(db->read([](Tx& tx) -> Result<> {
        CHECK(Ledger(tx).balance(safe()) == Money());
        return {};
    }));
}

TEST_CASE("Balances and the roll-up of a day follow every posting", "[ledger]")
{
    const auto db = migratedDatabase();
    must(db->write([](Tx& tx) -> Result<> {
        SANAD_TRY(collect(tx, u"ROP"_s, 18'000, kDay));
        SANAD_TRY(collect(tx, u"MOL"_s, 20'000, kDay));
        return collect(tx, u"ROP"_s, 2'000, kNext);
    }));
    must(db->read([](Tx& tx) -> Result<> {
        Ledger ledger(tx);
        CHECK(ledger.balance(payableTo(u"ROP"_s)) == baisa(-20'000));
        CHECK(ledger.balance(drawerOf(ShiftId::fromRaw(5))) == baisa(40'000));
        CHECK(ledger.balances(Account::AgencyPayable).size() == 2);
        CHECK(ledger.balancesAfter(kDay).at(payableTo(u"ROP"_s)) == baisa(-18'000));
        CHECK(ledger.balancesAfter(kNext).at(payableTo(u"ROP"_s)) == baisa(-20'000));
        CHECK(ledger.balancesAfter(kDay.addDays(-1)).empty());
        Money debit, credit;
        for (const auto& movement : ledger.movements(kDay)) {
            debit += movement.debit;
            credit += movement.credit;
        }
        CHECK(debit == baisa(38'000));
        CHECK(credit == baisa(38'000));
        return {};
    }));
}

TEST_CASE("Entries of one account are added up and nothings are left out", "[ledger]")
{
    const auto db = migratedDatabase();
    QByteArray once, twice;
    must(db->write([&](Tx& tx) -> Result<> {
        once = Ledger(tx).post(
            {DocumentKind::Receipt, 9, kDay, {{safe(), baisa(300)}, {payableTo(u"ROP"_s), baisa(-300)}}});
        twice = Ledger(tx).post({DocumentKind::Receipt, 9, kDay,
            {{safe(), baisa(100)}, {safe(), baisa(200)}, {payableTo(u"ROP"_s), baisa(-300)},
                {{Account::VatOutput, {}}, Money()}}});
        return {};
    }));
    CHECK(once == twice);
    CHECK(once.size() == 32);
}

TEST_CASE("Ledger entries refuse to be changed, removed or replaced", "[ledger]")
{
    const auto db = migratedDatabase();
    must(db->write([](Tx& tx) { return collect(tx, u"ROP"_s, 18'000, kDay); }));
    CHECK_THROWS_AS(tamper(*db, u"UPDATE ledger_entry SET amount_baisa = 1"_s), DbError);
    CHECK_THROWS_AS(tamper(*db, u"DELETE FROM ledger_entry"_s), DbError);
}

TEST_CASE("A number that was rolled back is given again", "[ledger]")
{
    const auto db = migratedDatabase();
    const auto take = [&](bool keep) {
        std::int64_t number = 0;
        const auto done = db->write([&](Tx& tx) -> Result<> {
            number = takeNumber(tx, u"C1"_s).number;
            if (!keep) return Error{ErrorCode::Invalid, u"test.no"_s, {}, {}};
            return {};
        });
        CHECK(done.has_value() == keep);
        return number;
    };
    CHECK(take(true) == 1);
    CHECK(take(false) == 2);
    CHECK(take(true) == 2);
    must(db->write([](Tx& tx) -> Result<> {
        CHECK(takeNumber(tx, u"C2"_s).number == 1);
        CHECK(lastNumber(tx, u"C1"_s) == 2);
        CHECK(lastNumber(tx, u"C9"_s) == 0);
        return {};
    }));
}

TEST_CASE("Numbers are read back from their text and nothing else is", "[ledger]")
{
    CHECK(numberText(u"C1"_s, 123) == u"C1-000123"_s);
    CHECK(numberText(u"C1"_s, 1'234'567) == u"C1-1234567"_s);
    const auto parts = numberParts(u"CN-C1-000123");
    REQUIRE(parts);
    CHECK(parts->series == u"CN-C1"_s);
    CHECK(parts->number == 123);
    for (const auto& bad : {u""_s, u"C1"_s, u"C1-"_s, u"-000123"_s, u"C1-123"_s, u"C1-00012x"_s,
             u"C1-+00123"_s, u"C1-9999999999999999999999"_s})
        CHECK_FALSE(numberParts(bad));
}

TEST_CASE("A government fee is paid on once, with the agency's reference", "[ledger]")
{
    const auto db = migratedDatabase();
    const auto by = anyone();
    const AgencyPayment payment{
        TransactionId::fromRaw(77), u"ROP"_s, baisa(18'000), walletAt(u"ROP"_s), u"7781234"_s, kDay};
    const auto pay = [&](const AgencyPayment& one) {
        return db->write([&](Tx& tx) -> Result<> { return payAgency(tx, one, by); });
    };
    AgencyPayment without = payment;
    without.reference.clear();
    CHECK(refusal(pay(without)).key == u"ledger.no-reference"_s);
    must(db->write([](Tx& tx) { return collect(tx, u"ROP"_s, 18'000, kDay); }));
    must(pay(payment));
    CHECK(refusal(pay(payment)).key == u"ledger.paid-already"_s);
    must(db->read([](Tx& tx) -> Result<> {
        CHECK(Ledger(tx).balance(payableTo(u"ROP"_s)) == Money());
        CHECK(Ledger(tx).balance(walletAt(u"ROP"_s)) == baisa(-18'000));
        return {};
    }));
}

TEST_CASE("A fee that the agency gives back returns to where it came from", "[ledger]")
{
    const auto db = migratedDatabase();
    const auto by = anyone();
    const auto transaction = TransactionId::fromRaw(77);
    const auto refund = [&] {
        return db->write(
            [&](Tx& tx) -> Result<> { return takeAgencyRefund(tx, transaction, u"R-1"_s, kNext, by); });
    };
    CHECK(refusal(refund()).key == u"ledger.not-paid"_s);
    must(db->write([&](Tx& tx) -> Result<> {
        SANAD_TRY(topUpWallet(tx, u"ROP"_s, baisa(50'000), kDay, by));
        return payAgency(tx, {transaction, u"ROP"_s, baisa(18'000), walletAt(u"ROP"_s), u"7"_s, kDay}, by);
    }));
    must(refund());
    CHECK(refusal(refund()).key == u"ledger.refunded-already"_s);
    must(db->read([](Tx& tx) -> Result<> {
        CHECK(Ledger(tx).balance(walletAt(u"ROP"_s)) == baisa(50'000));
        CHECK(Ledger(tx).balance({Account::Bank, {}}) == baisa(-50'000));
        return {};
    }));
}
