#include "core/audit/audit_trail.h"
#include "core/ledger/ledger.h"
#include "core/receipts/day_figures.h"
#include "core/receipts/issue_receipt.h"
#include "core/receipts/receipt_qr.h"
#include "tests/core/till_fixture/till.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Money baisa(std::int64_t value)
{
    return Money::fromBaisa(value);
}

Money balance(Till& till, const AccountRef& account)
{
    return must(till.db->read([&](Tx& tx) -> Result<Money> { return Ledger(tx).balance(account); }));
}

QString refusedKey(Till& till, const ReceiptDraft& draft)
{
    return refusal(ReceiptService(*till.db).issue(draft, till.by)).key;
}

} // namespace

TEST_CASE("A receipt comes back as it was issued", "[receipts]")
{
    Till till;
    const Receipt receipt = till.issue(oneRenewal());
    CHECK(receipt.number == u"C1-000001"_s);
    CHECK(receipt.businessDay == QDate(2026, 11, 22));
    CHECK(receipt.total == baisa(20'000));
    CHECK(receipt.vat == baisa(95));
    CHECK(receipt.change() == Money());
    CHECK(must(ReceiptService(*till.db).get(u"C1-000001"_s, till.by)) == receipt);
    CHECK(must(ReceiptService(*till.db).get(u"c1-٠٠٠٠٠١"_s, till.by)) == receipt);
    CHECK(refusal(ReceiptService(*till.db).get(u"C1-000002"_s, till.by)).key == u"receipts.unknown"_s);
}

TEST_CASE("A refused receipt burns no number and leaves nothing behind", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    const auto before =
        must(till.db->read([](Tx& tx) -> Result<std::int64_t> { return AuditTrail(tx).head().number; }));
    const auto refused = till.db->write([&](Tx& tx) -> Result<> {
        SANAD_TRY(issueReceipt(tx, oneRenewal(), till.by));
        return Error{ErrorCode::Invalid, u"test.later"_s, {}, {}};
    });
    CHECK(refusal(refused).key == u"test.later"_s);
    CHECK(refusedKey(till, {}) == u"receipts.no-lines"_s);
    CHECK(must(till.db->read([](Tx& tx) -> Result<std::int64_t> { return AuditTrail(tx).head().number; })) ==
        before);
    CHECK(balance(till, payableTo(u"ROP"_s)) == baisa(-18'000));
    CHECK(till.issue(oneRenewal()).number == u"C1-000002"_s);
}

TEST_CASE("Every counter counts for itself", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    ReceiptDraft other = oneRenewal();
    other.counter = u"C2"_s;
    CHECK(till.issue(other).number == u"C2-000001"_s);
    CHECK(till.issue(oneRenewal()).number == u"C1-000002"_s);
}

TEST_CASE("VAT is the part within the service fee less discount, rounded half up once a line", "[receipts]")
{
    CHECK(vatWithin(baisa(2'000), 5000) == baisa(95)); // 95.238
    CHECK(vatWithin(baisa(1'050), 5000) == baisa(50));
    CHECK(vatWithin(baisa(31), 5000) == baisa(1)); // 1.476
    CHECK(vatWithin(baisa(32), 5000) == baisa(2)); // 1.524
    CHECK(vatWithin(baisa(10), 5000) == Money()); // 0.476
    CHECK(vatWithin(baisa(11), 5000) == baisa(1)); // 0.524
    CHECK(vatWithin(baisa(2'000), 0) == Money());
    CHECK(vatWithin(baisa(Money::kMaxBaisa), 5000) == baisa(47'619'047'619'047'619));

    Till till;
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().discount = baisa(500);
    draft.lines.push_back(draft.lines.front());
    draft.payments = {{Tender::Cash, baisa(39'000), {}, {}, {}}};
    const Receipt receipt = till.issue(draft);
    CHECK(receipt.lines[0].vat == baisa(71)); // 71.43
    CHECK(receipt.vat == baisa(142));
    CHECK(receipt.lines[0].vatRateThousandths == 5000);
}

TEST_CASE("Before the centre is registered, no receipt holds VAT", "[receipts]")
{
    Till notYet(QDate(2026, 11, 23));
    const Receipt receipt = notYet.issue(oneRenewal());
    CHECK(receipt.vat == Money());
    CHECK(receipt.lines[0].vatRateThousandths == 0);
}

TEST_CASE("Government fees are owed to the agency, the rest is income, VAT and discount", "[receipts]")
{
    Till till;
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().discount = baisa(500);
    draft.payments = {
        {Tender::Card, baisa(15'000), {}, u"A1"_s, {}}, {Tender::Cash, baisa(4'500), baisa(5'000), {}, {}}};
    const Receipt receipt = till.issue(draft);
    CHECK(receipt.change() == baisa(500));
    CHECK(balance(till, payableTo(u"ROP"_s)) == baisa(-18'000));
    CHECK(balance(till, {Account::Income, u"service"_s}) == baisa(-(2'000 - 71)));
    CHECK(balance(till, {Account::VatOutput, {}}) == baisa(-71));
    CHECK(balance(till, {Account::Discounts, {}}) == baisa(500));
    CHECK(balance(till, {Account::CardClearing, {}}) == baisa(15'000));
    CHECK(balance(till, drawerOf(till.shift.id)) == baisa(20'000 + 4'500));
}

TEST_CASE("Payments that do not fit are refused with what is wrong", "[receipts]")
{
    Till till;
    ReceiptDraft draft = oneRenewal();
    const auto pay = [&](std::vector<Payment> payments) {
        draft.payments = std::move(payments);
        return refusedKey(till, draft);
    };
    CHECK(pay({}) == u"receipts.payment-short"_s);
    CHECK(pay({{Tender::Cash, baisa(19'999), {}, {}, {}}}) == u"receipts.payment-short"_s);
    CHECK(pay({{Tender::Cash, baisa(20'001), {}, {}, {}}}) == u"receipts.payment-over"_s);
    CHECK(pay({{Tender::Cash, baisa(20'000), baisa(19'000), {}, {}}}) == u"receipts.given-short"_s);
    CHECK(pay({{Tender::Card, baisa(20'000), baisa(21'000), u"A"_s, {}}}) == u"receipts.change-not-cash"_s);
    CHECK(pay({{Tender::Cash, Money(), {}, {}, {}}}) == u"receipts.payment-amount"_s);
    CHECK(pay({{Tender::Deposit, baisa(20'000), {}, {}, {}}}) == u"receipts.deposit-short"_s);
    draft.customer = {};
    CHECK(pay({{Tender::Account, baisa(20'000), {}, {}, {}}}) == u"receipts.no-customer"_s);
}

TEST_CASE("Lines that no receipt may hold are refused", "[receipts]")
{
    Till till;
    const auto with = [&](auto change) {
        ReceiptDraft draft = oneRenewal();
        change(draft.lines.front());
        return refusedKey(till, draft);
    };
    CHECK(with([](ReceiptLine& line) { line.discount = baisa(2'001); }) == u"receipts.discount-too-large"_s);
    CHECK(with([](ReceiptLine& line) { line.discount = baisa(-1); }) == u"receipts.amount-negative"_s);
    CHECK(with([](ReceiptLine& line) { line.governmentFee = baisa(-1); }) == u"receipts.amount-negative"_s);
    CHECK(with([](ReceiptLine& line) { line.agencyCode.clear(); }) == u"receipts.fee-without-agency"_s);
}

TEST_CASE("A service that costs nothing still has its receipt", "[receipts]")
{
    Till till;
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().governmentFee = {};
    draft.lines.front().serviceFee = {};
    draft.payments.clear();
    const Receipt receipt = till.issue(draft);
    CHECK(receipt.total == Money());
    CHECK(must(ReceiptService(*till.db).get(receipt.number, till.by)) == receipt);
}

TEST_CASE("Nobody issues a receipt without the permission", "[receipts]")
{
    Till till;
    ReceiptService receipts(*till.db);
    CHECK(
        refusal(receipts.issue(oneRenewal(), actorWith({Permission::ViewReceipts}))).key == u"gate.denied"_s);
    CHECK(refusal(receipts.issue(oneRenewal(), Actor())).key == u"gate.not-signed-in"_s);
    CHECK(refusal(receipts.get(u"C1-000001"_s, actorWith({Permission::IssueReceipts}))).key ==
        u"gate.denied"_s);
}

TEST_CASE("An issued receipt refuses every edit", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    for (const auto& table : {u"receipt"_s, u"receipt_line"_s, u"receipt_payment"_s}) {
        CHECK_THROWS_AS(tamper(*till.db, u"UPDATE %1 SET id = id + 1"_s.arg(table)), DbError);
        CHECK_THROWS_AS(tamper(*till.db, u"DELETE FROM %1"_s.arg(table)), DbError);
    }
}

TEST_CASE("A copy that could not be printed stays counted, and the record says so", "[receipts]")
{
    Till till;
    ReceiptService receipts(*till.db);
    const Receipt issued = till.issue(oneRenewal());
    CHECK(refusal(receipts.copyFailed(issued.number, 1, till.by)).key == u"receipts.no-copy"_s);
    must(receipts.reprint(issued.number, till.by));
    must(receipts.copyFailed(issued.number, 1, till.by));
    CHECK(must(receipts.get(issued.number, till.by)).copies == 1);
    const auto recorded = must(till.db->read([](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query("SELECT count(*) FROM audit_line WHERE act = 'receipt.copy-failed'");
        query.run().next();
        return query.int64(0);
    }));
    CHECK(recorded == 1);
    CHECK(refusal(receipts.copyFailed(u"C9-000001"_s, 1, till.by)).key == u"receipts.unknown"_s);
}

TEST_CASE("A reprint is counted, and the receipt stays as it was", "[receipts]")
{
    Till till;
    ReceiptService receipts(*till.db);
    const Receipt issued = till.issue(oneRenewal());
    CHECK(must(receipts.reprint(issued.number, till.by)).copies == 1);
    CHECK(must(receipts.reprint(issued.number, till.by)).copies == 2);
    Receipt now = must(receipts.get(issued.number, till.by));
    CHECK(now.copies == 2);
    now.copies = 0;
    CHECK(now == issued);
    CHECK(refusal(receipts.reprint(u"C9-000001"_s, till.by)).key == u"receipts.unknown"_s);
}

TEST_CASE("The customer's name is sealed at rest", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    const auto sealed = must(till.db->read([](Tx& tx) -> Result<QByteArray> {
        auto query = tx.query("SELECT sealed FROM receipt_party");
        query.run().next();
        return query.bytes(0);
    }));
    CHECK_FALSE(sealed.contains(u"سالم"_s.toUtf8()));
}

TEST_CASE("Once warm, a receipt prepares no statement and takes one commit", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    const auto before = till.db->counters();
    till.issue(oneRenewal());
    CHECK(till.db->counters().prepared == before.prepared);
    CHECK(till.db->counters().commits == before.commits + 1);
}

TEST_CASE("Two counters of one server that issue at the same instant get their own numbers", "[receipts]")
{
    Till till;
    if (!till.db->onServer()) return; // one process writes a SQLite folder
    constexpr int kEach = 25;
    const Vault vault = must(till.db->read([](Tx& tx) -> Result<Vault> { return tx.vault(); }));
    std::vector<std::thread> desks;
    std::atomic<int> refused{0};
    for (const auto& counter : {u"C1"_s, u"C2"_s, u"C1"_s})
        desks.emplace_back([&, counter] {
            auto desk = Database::open(till.db->location(), OpenMode::Write);
            if (!desk) return void(refused += kEach);
            (*desk)->unlock(vault);
            (*desk)->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC)));
            ReceiptDraft draft = oneRenewal();
            draft.counter = counter;
            for (int i = 0; i < kEach; ++i)
                if (!ReceiptService(**desk).issue(draft, till.by)) ++refused;
        });
    for (auto& desk : desks)
        desk.join();
    CHECK(refused == 0);
    till.db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC)));
    CHECK(till.issue(oneRenewal()).number == u"C1-000051"_s);
    must(till.db->read([](Tx& tx) -> Result<> {
        CHECK(DayFigures(tx).stored(QDate(2026, 11, 22)) == DayFigures(tx).recomputed(QDate(2026, 11, 22)));
        CHECK(Ledger(tx).balance(payableTo(u"ROP"_s)) == baisa(-76 * 18'000));
        CHECK_FALSE(AuditTrail(tx).firstBreach());
        return {};
    }));
}

TEST_CASE("A day's list is read page by page, newest first", "[receipts]")
{
    Till till;
    for (int i = 0; i < 5; ++i)
        till.issue(oneRenewal());
    ReceiptService receipts(*till.db);
    ReceiptFilter filter{till.shift.businessDay, {}, {}, {}, {}, 2};
    const auto first = must(receipts.list(filter, till.by));
    REQUIRE(first.size() == 2);
    CHECK(first[0].number == u"C1-000005"_s);
    filter.before = first.back().id;
    CHECK(must(receipts.list(filter, till.by)).front().number == u"C1-000003"_s);
    filter = {till.shift.businessDay, u"ROP-VEH-RENEW"_s, u"card"_s, {}, {}, 10};
    CHECK(must(receipts.list(filter, till.by)).empty());
}
