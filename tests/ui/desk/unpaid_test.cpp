#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/own_catalogue.h"
#include "core/catalogue/sample_form.h"
#include "core/customers/customer_service.h"
#include "core/settings/settings_repository.h"
#include "core/transactions/transaction_service.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/pay/payment_line.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/data_table.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A renewal that was opened and not paid.
Transaction unpaidRenewal(DeskDriver& driver)
{
    const QString number = driver.knownCivilNumber();
    return driver.onDatabase(
        [number, by = driver.desk().session().actor()](Database& db) -> Result<Transaction> {
            SANAD_TRY_VALUE(service, db.read([](Tx& tx) -> Result<ServiceItem> {
                const QDate today = businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
                return *CatalogueRepository(tx).service(u"ROP-VEH-RENEW"_s, today);
            }));
            SANAD_TRY_VALUE(people, CustomerService(db).find(number, 1, by));
            TransactionService transactions(db);
            SANAD_TRY_VALUE(draft, transactions.open(service.code, people.front().id, {}, by));
            const QJsonObject sample = sampleForm(service, 1, QDate::currentDate());
            for (auto it = sample.begin(); it != sample.end(); ++it)
                draft.form.insert(it.key(), it.value());
            for (const RequiredDocument& paper : service.documents)
                draft.documents.insert(paper.code, DocumentState::Seen);
            SANAD_TRY(transactions.save(draft, by));
            return transactions.submit(draft.id, TransactionState::Ready, by);
        });
}

/// From the form in front to the fees.
void throughForm(DeskDriver& driver)
{
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Form);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    for (const auto& document : driver.visit().work()->service.documents)
        if (document.required) driver.press(Qt::Key_Space);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    if (driver.visit().step() == CurrentVisit::Step::Assisted) driver.visit().go(CurrentVisit::Step::Fees);
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Fees);
    driver.settle();
}

/// A known customer with a ticket, up to the fees of a service.
void walkToFees(DeskDriver& driver, const QString& service)
{
    const QString civilNumber = driver.knownCivilNumber();
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Return);
    driver.type(civilNumber);
    driver.press(Qt::Key_Return);
    driver.type(service);
    driver.press(Qt::Key_Return);
    throughForm(driver);
}

} // namespace

TEST_CASE(
    "What is not paid is found on the page of transactions and paid from there, by keys alone", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const Transaction renewal = unpaidRenewal(driver);
    driver.press(Qt::Key_F8);
    driver.settle();
    driver.press(Qt::Key_4, Qt::ControlModifier);
    driver.settle();
    auto* list = driver.window().currentPage()->findChild<DataTable*>();
    REQUIRE(list);
    REQUIRE(list->model()->rowCount() == 1);
    list->setFocus();
    list->choose(0);
    driver.settle();
    driver.press(Qt::Key_F9);
    driver.settle();
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Pay);
    CHECK(driver.visit().total() == renewal.fee.governmentFee + renewal.fee.serviceFee);

    SECTION("left alone, it stays where it was")
    {
        driver.press(Qt::Key_Escape);
        driver.settle();
        CHECK(driver.visit().works().empty());
        CHECK(driver.visit().step() == CurrentVisit::Step::Home);
        return;
    }
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    driver.settle();
    REQUIRE(driver.visit().receipt());
    const auto paid = driver.onDatabase([id = renewal.id, by = driver.desk().session().actor()](
                                            Database& db) { return TransactionService(db).get(id, by); });
    CHECK(paid.receipt == driver.visit().receipt()->id);
    CHECK(paid.number == renewal.number);
}

TEST_CASE("A customer who pays another day leaves a transaction that waits for the money", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToFees(driver, u"ROP-VEH-RENEW"_s);
    const Money total = driver.visit().total();
    driver.press(Qt::Key_F9, Qt::ShiftModifier);
    driver.settle();
    CHECK(driver.visit().isEmpty());
    CHECK(driver.visit().step() == CurrentVisit::Step::Home);

    const auto waiting =
        driver.onDatabase([by = driver.desk().session().actor()](Database& db) -> Result<TransactionPage> {
            return TransactionService(db).list({.needsPerson = true, .unpaid = true}, {}, 10, by);
        });
    REQUIRE(waiting.rows.size() == 1);
    const AgreedFee& fee = waiting.rows.front().fee;
    CHECK(fee.governmentFee + fee.serviceFee == total);
    CHECK(waiting.rows.front().state == TransactionState::Ready);
    CHECK(driver.window().findChild<Banner*>()->text().contains(waiting.rows.front().number));
    // The ticket is over: the next one may be called.
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    CHECK(driver.visit().awaitsArrival());
}

TEST_CASE("Of two services one may be paid now and one another day", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToFees(driver, u"ROP-VEH-RENEW"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.press(Qt::Key_F4);
    driver.type(u"ROP-VEH-RENEW"_s);
    driver.press(Qt::Key_Return);
    throughForm(driver);
    driver.press(Qt::Key_F9, Qt::ShiftModifier);
    driver.settle();
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Pay);
    CHECK(driver.visit().works().size() == 1);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    driver.settle();
    CHECK(driver.visit().receipt()->lines.size() == 1);
}

TEST_CASE("Work whose fee only the agency knows is not left unpaid before the figure is there", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToFees(driver, u"ROP-NAME"_s);
    driver.press(Qt::Key_F9, Qt::ShiftModifier);
    driver.settle();
    CHECK(driver.visit().step() == CurrentVisit::Step::Fees);
    CHECK(driver.visit().works().size() == 1);
    CHECK(driver.onDatabase([by = driver.desk().session().actor()](
                                Database& db) { return TransactionService(db).needingPerson(by); }) == 0);
}

TEST_CASE("Another price is left unpaid with a second person's consent to just that act", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToFees(driver, u"ROP-VEH-RENEW"_s);
    driver.visit().edit([](Draft& draft) {
        draft.discount = Money::fromBaisa(500);
        draft.priceReason = u"زبون دائم"_s;
    });
    driver.settle();
    std::optional<ApprovedAct> asked;
    ApprovalUse goOn;
    QObject::disconnect(&driver.visit(), &CurrentVisit::approvalWanted, nullptr, nullptr);
    QObject::connect(&driver.visit(), &CurrentVisit::approvalWanted, &driver.visit(),
        [&](const ApprovedAct& act, const QString&, const ApprovalUse& then) {
            asked = act;
            goOn = then;
        });
    const QString subject = driver.visit().work()->draft.id.text() + u"=-500"_s;
    driver.press(Qt::Key_F9, Qt::ShiftModifier);
    driver.settle();
    REQUIRE(asked);
    goOn(driver.onDatabase([&, by = driver.desk().session().actor()](
                               Database& db) -> Result<Approval> { return approvalFor(db, *asked, by); }));
    driver.settle();
    CHECK(asked->act == u"transaction.opened"_s);
    CHECK(asked->subject == subject);
    CHECK(driver.visit().isEmpty());
}

TEST_CASE("What is owed for a service that is no longer offered is taken at the desk", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.desk().session().signIn(actorWith({allPermissions().begin(), allPermissions().end()}, u"C1"_s));
    const QString number = driver.knownCivilNumber();
    const auto owed = driver.onDatabase(
        [number, by = driver.desk().session().actor()](Database& db) -> Result<Transaction> {
            SANAD_TRY_VALUE(people, CustomerService(db).find(number, 1, by));
            OwnService service;
            service.code = u"OWN-TYPING"_s;
            service.nameAr = u"طباعة خطاب"_s;
            service.nameEn = u"Letter typing"_s;
            service.validFrom = businessDayAt(db.clock()(), 0);
            OwnCatalogue own(db);
            SANAD_TRY(own.saveService(
                service, {service.code, service.validFrom, Money::fromBaisa(700), std::nullopt}, by));
            TransactionService transactions(db);
            SANAD_TRY_VALUE(draft, transactions.open(service.code, people.front().id, {}, by));
            SANAD_TRY_VALUE(agreed, transactions.submit(draft.id, TransactionState::Ready, by));
            SANAD_TRY(own.withdrawService(service.code, by));
            return agreed;
        });
    driver.visit().takeUnpaid(owed.id);
    driver.settle();
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Pay);
    CHECK(driver.visit().work()->service.nameAr == u"طباعة خطاب"_s);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    driver.settle();
    REQUIRE(driver.visit().receipt());
    CHECK(driver.visit().receipt()->total == Money::fromBaisa(700));
}

TEST_CASE("Nobody else's money is taken while somebody is being served", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const Transaction renewal = unpaidRenewal(driver);
    const auto other = driver.onDatabase(
        [by = driver.desk().session().actor(), payer = renewal.applicant](Database& db) -> Result<Customer> {
            SANAD_TRY_VALUE(people, CustomerService(db).find(u"محمد"_s, 5, by));
            for (const CustomerMatch& match : people)
                if (match.id != payer) return CustomerService(db).get(match.id, by);
            return Error{ErrorCode::NotFound, u"customer.not-found"_s, {}, {}};
        });
    driver.visit().setCustomer(other);
    driver.visit().takeUnpaid(renewal.id);
    driver.settle();
    CHECK(driver.visit().works().empty());
    CHECK(driver.visit().customer()->id == other.id);
}

TEST_CASE("What is wrong with a payment is marked at its field, and the money is taken there", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToFees(driver, u"ROP-VEH-RENEW"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Pay);
    const auto lines = [&] { return driver.window().currentPage()->findChildren<PaymentLine*>().size(); };
    const auto focusFault = [] {
        return QApplication::focusWidget() ? QApplication::focusWidget()->property("fault").toString()
                                           : QString();
    };
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_A, Qt::ControlModifier);
    driver.type(u"1x"_s);
    auto* amount = QApplication::focusWidget();
    driver.press(Qt::Key_Return);
    CHECK(lines() == 1);
    CHECK(QApplication::focusWidget() == amount);
    CHECK(focusFault() == u"block"_s);
    driver.press(Qt::Key_Escape);
    CHECK(lines() == 0);
    CHECK_FALSE(driver.window().findChild<Banner*>()->isVisible());

    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_F9); // by card
    auto* code = QApplication::focusWidget();
    CHECK(code != amount);
    driver.press(Qt::Key_Return);
    driver.settle();
    CHECK(driver.window().findChild<Banner*>()->isVisible());
    CHECK(QApplication::focusWidget() == code);
    CHECK(focusFault() == u"block"_s);
    driver.type(u"123456"_s);
    CHECK(focusFault().isEmpty());
    driver.press(Qt::Key_Return);
    driver.settle();
    CHECK(driver.visit().receipt());
}
