#include "core/transactions/portal_answers.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/forms/form_editor.h"
#include "ui/transactions/correction_page.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// One visit whose report the portal refused for the plate.
TransactionId refused(DeskDriver& driver)
{
    return driver.onDatabase([by = driver.desk().session().actor()](Database& db) -> Result<TransactionId> {
        SANAD_TRY_VALUE(visit,
            parseVisit(
                R"({"counter":"C1","customer":{"civil_number":"12345678","name_ar":"سالم بن حمد الحارثي","phone":"+96892345678"},
"items":[{"service":"ROP-VEH-RENEW","form":{"acting_as":"self","plate_number":"12345 أب","engine_class":"LT1500",
"insurance_policy_no":"P-1","insurance_expiry":"2027-03-01"},"documents":["veh","ins","fines0"],"portal_reference":"7781234",
"fee_state":"confirmed"}],"payments":[{"tender":"cash","baisa":50000}]})"));
        SANAD_TRY_VALUE(receipt, VisitService(db).complete(visit, by));
        const TransactionId id = receipt.lines.front().transaction;
        SANAD_TRY(db.write([&](Tx& tx) -> Result<> {
            const OutboxRow row = Outbox(tx).rowsOf(id.raw()).front();
            const QByteArray faults =
                R"([["/form/plate_number","form.pattern","رقم المركبة غير مسجل","Unknown plate"]])";
            tx.query("UPDATE outbox SET state = 'aside', answer = :answer WHERE id = :id")
                .bind(":answer", tx.vault().seal(u"outbox", u"answer", row.id.raw(), faults))
                .bind(":id", row.id)
                .run();
            PortalAnswers(by).settled(tx,
                {row.kind, row.uuid, row.channel, id.raw(), false, {},
                    {{u"/form/plate_number"_s, u"form.pattern"_s, u"رقم المركبة غير مسجل"_s, {}}}});
            return {};
        }));
        return id;
    });
}

Transaction now(DeskDriver& driver, TransactionId id)
{
    return driver.onDatabase([id, by = driver.desk().session().actor()](
                                 Database& db) { return TransactionService(db).get(id, by); });
}

/// From the waiting list to the form of the only one that needs action.
CorrectionPage* walkToForm(DeskDriver& driver)
{
    driver.press(Qt::Key_F8);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    auto* page = qobject_cast<CorrectionPage*>(driver.window().currentPage());
    REQUIRE(page);
    return page;
}

} // namespace

TEST_CASE("What the portal refused is corrected and sent again by keys alone", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const TransactionId id = refused(driver);
    auto* page = walkToForm(driver);

    // The caret stands in the field that the portal marked, its words beside it.
    auto* plate = page->editor(u"plate_number"_s);
    REQUIRE(plate);
    auto* input = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(input == plate->input());
    CHECK(plate->row()->fault() == Fault::Block);

    input->selectAll();
    driver.type(u"999 أب"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(driver.window().currentId() == u"transactions"_s);
    const Transaction sent = now(driver, id);
    CHECK(sent.form[u"plate_number"].toString() == u"999 AB"_s);
    CHECK(sent.state == TransactionState::Ready);
}

TEST_CASE("A correction that is wrong is not sent, and what was typed outlives going back", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const TransactionId id = refused(driver);
    auto* page = walkToForm(driver);
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    driver.press(Qt::Key_Delete);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(driver.window().currentPage() == page);
    CHECK(page->editor(u"plate_number"_s)->row()->fault() == Fault::Block);
    CHECK(now(driver, id).state == TransactionState::ActionNeeded);

    page->editor(u"plate_number"_s)->focus();
    driver.type(u"77 أب"_s);
    driver.press(Qt::Key_Escape);
    CHECK(driver.window().currentId() == u"transactions"_s);
    driver.press(Qt::Key_5, Qt::ControlModifier);
    CHECK(page->editor(u"plate_number"_s)->value().toString() == u"77 AB"_s);
}

TEST_CASE("The portal's reasons follow the language", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    refused(driver);
    auto* page = walkToForm(driver);
    const auto reads = [&](const QString& words) {
        for (auto* label : page->findChildren<Label*>())
            if (label->isVisible() && label->plainText().contains(words)) return true;
        return false;
    };
    CHECK(reads(u"رقم المركبة غير مسجل"_s));
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::English);
    driver.settle();
    CHECK(reads(u"Unknown plate"_s));
    CHECK_FALSE(reads(u"رقم المركبة غير مسجل"_s));
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
}

/// Not run by itself: `SANAD_DRAW=FOLDER test_desk "[draw]"` leaves pictures to be looked at.
TEST_CASE("What came back, drawer and settings are drawn into a folder to be looked at", "[.][draw]")
{
    DeskDriver driver;
    driver.signIn();
    driver.desk().session().signIn(actorWith({allPermissions().begin(), allPermissions().end()}, u"C1"_s));
    driver.window().resize(1366, 768);
    refused(driver);
    const QDir folder(qEnvironmentVariable("SANAD_DRAW", u"."_s));
    const auto draw = [&](const QString& name) {
        for (const auto& [language, scheme, suffix] :
            {std::tuple{Language::Arabic, Scheme::Light, u"ar-light"_s},
                std::tuple{Language::English, Scheme::Dark, u"en-dark"_s}}) {
            driver.desk().setLanguage(language);
            Theme::instance().setScheme(scheme);
            driver.settle();
            driver.window().grab().save(folder.filePath(name + u'-' + suffix + u".png"_s));
        }
        driver.desk().setLanguage(Language::Arabic);
        Theme::instance().setScheme(Scheme::Light);
        driver.settle();
    };
    driver.press(Qt::Key_F8);
    driver.press(Qt::Key_Return);
    draw(u"sent-back"_s);
    driver.press(Qt::Key_Return);
    draw(u"correction"_s);
    driver.window().open(u"cash"_s);
    driver.settle();
    draw(u"cash"_s);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    draw(u"cash-out"_s);
    driver.window().open(u"settings"_s);
    driver.settle();
    draw(u"settings-desk"_s);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    draw(u"settings-centre"_s);
    driver.press(Qt::Key_3, Qt::ControlModifier);
    draw(u"settings-counters"_s);
    driver.window().open(u"transactions"_s);
    driver.settle();
}
