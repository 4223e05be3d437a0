#include "core/demo/demo_centre.h"
#include "core/people/sign_in.h"
#include "core/receipts/receipt_service.h"
#include "core/verify/verify.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

DemoRequest smallRequest()
{
    DemoRequest request;
    request.seed = 7;
    request.customers = 40;
    request.days = 2;
    request.visitsADay = 5;
    request.today = QDate(2026, 11, 22);
    return request;
}

struct Made {
    std::unique_ptr<Database> db = Database::forTests();
    DemoCentre centre = must(makeDemo(*db, smallRequest()));
};

/// What does not depend on keys, nor on the ids that this process gave before.
QStringList receiptsOf(Database& db)
{
    const auto owner = must(SignIn(db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s));
    QStringList list;
    for (const auto& counter : {u"C1"_s, u"C2"_s})
        for (int number = 1;; ++number) {
            const auto receipt =
                ReceiptService(db).get(u"%1-%2"_s.arg(counter).arg(number, 6, 10, QChar(u'0')), owner);
            if (!receipt) break;
            QStringList services;
            for (const auto& line : receipt->lines)
                services << line.serviceCode;
            list << u"%1 %2 %3 %4"_s.arg(
                receipt->number, receipt->total.text(), storedTime(receipt->issuedAt), services.join(u'+'));
        }
    return list;
}

} // namespace

TEST_CASE("A demonstration centre has closed days and verifies clean", "[demo]")
{
    Made made;
    CHECK(made.centre.visits == 10);
    CHECK(made.centre.daysClosed == 2);
    const auto breaches = must(verifyCentre(*made.db));
    for (const auto& breach : breaches)
        UNSCOPED_INFO((breach.where + u": "_s + breach.what).toStdString());
    CHECK(breaches.empty());
}

TEST_CASE("The same seed makes the same receipts", "[demo]")
{
    Made one, two;
    const auto receipts = receiptsOf(*one.db);
    CHECK(receipts.size() == 10);
    CHECK(receipts == receiptsOf(*two.db));
}

TEST_CASE("Every demonstration person signs in with what was printed", "[demo]")
{
    Made made;
    for (const auto& person : demoPeople()) {
        CHECK(SignIn(*made.db).withPassword(person.user, person.password, u"C1"_s));
        CHECK(SignIn(*made.db).withPin(person.user, person.pin, u"C1"_s));
    }
}

TEST_CASE("A demonstration centre out of bounds is refused", "[demo]")
{
    auto db = Database::forTests();
    DemoRequest request = smallRequest();
    request.customers = -1;
    CHECK(refusal(makeDemo(*db, request)).key == u"demo.range"_s);
}
