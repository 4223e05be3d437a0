#include "core/audit/audit_trail.h"
#include "core/privacy/privacy_service.h"
#include "core/visits/visit_service.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/customers/customer_matches.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

template <class Widget> Widget* shown(DeskDriver& driver)
{
    for (auto* widget : driver.window().currentPage()->findChildren<Widget*>())
        if (widget->isVisible()) return widget;
    return nullptr;
}

Receipt sell(DeskDriver& driver, const QString& civilNumber)
{
    const QByteArray visit = R"({"counter":"C1","customer":{"civil_number":")" + civilNumber.toLatin1() +
        R"(","name_ar":"سالم بن حمد الحارثي","phone":"+96892345678"},
"items":[{"service":"ROP-VEH-RENEW","form":{"acting_as":"self","plate_number":"12345 أب","engine_class":"LT1500",
"insurance_policy_no":"P-1","insurance_expiry":"2027-03-01"},"documents":["veh","ins","fines0"],"portal_reference":"7781234",
"fee_state":"confirmed"}],"payments":[{"tender":"cash","baisa":50000}]})";
    return driver.onDatabase([visit, by = driver.desk().session().actor()](Database& db) -> Result<Receipt> {
        SANAD_TRY_VALUE(parsed, parseVisit(visit));
        return VisitService(db).complete(parsed, by);
    });
}

void record(DeskDriver& driver, int lines)
{
    driver.onDatabase([lines, by = driver.desk().session().actor()](Database& db) {
        return db.write([&](Tx& tx) -> Result<> {
            for (int i = 0; i < lines; ++i)
                AuditTrail(tx).record(by, i % 100 == 0 ? u"test.marked"_s : u"test.done"_s, i);
            return {};
        });
    });
}

QString cell(DataTable& list, int row, int column)
{
    return list.rows().index(row, column).data().toString();
}

} // namespace

TEST_CASE(
    "The whole audit log is walked by keys, found by what is typed, and keeps the chosen line", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    record(driver, 3000);
    driver.window().open(u"audit"_s);
    driver.settle();
    auto* list = shown<DataTable>(driver);
    REQUIRE(list);
    const int rows = list->rows().rowCount();
    REQUIRE(rows > 3000);
    CHECK(list->currentId() == rows); // lines are numbered from 1

    list->setFocus();
    driver.press(Qt::Key_End);
    CHECK(list->currentId() == 1);
    CHECK(cell(*list, rows - 1, 0) == u"1"_s);
    driver.press(Qt::Key_PageUp);
    const qint64 chosen = list->currentId();
    CHECK(chosen > 1);
    bool said = false; // the line in full, though its page came after the key
    for (const auto* label : driver.window().currentPage()->findChildren<Label*>())
        said = said || label->plainText().contains(u'{');
    CHECK(said);

    // Lines that come meanwhile move neither the choice nor what is in sight.
    const int top = list->topRow();
    const QString inSight = cell(*list, top, 0);
    record(driver, 70);
    driver.window().open(u"audit"_s);
    driver.settle();
    CHECK(list->rows().rowCount() >= rows + 70);
    CHECK(list->currentId() == chosen);
    CHECK(cell(*list, list->topRow(), 0) == inSight);
    driver.press(Qt::Key_Home);
    CHECK(list->currentId() == list->rows().rowCount());
    CHECK(list->topRow() == 0);

    // Typing goes to the filter; the rows are not walked.
    driver.type(u"test.marked"_s);
    CHECK(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    driver.press(Qt::Key_Return);
    REQUIRE(list->rows().rowCount() == 31);
    CHECK(cell(*list, 30, 4) == u"test.marked"_s);
}

TEST_CASE(
    "The chosen transaction stays chosen while others are added above it, in either direction", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    for (const auto& number : {u"12345671"_s, u"12345672"_s, u"12345673"_s})
        sell(driver, number);
    driver.press(Qt::Key_F8);
    driver.press(Qt::Key_3, Qt::ControlModifier);
    auto* list = shown<DataTable>(driver);
    REQUIRE(list);
    REQUIRE(list->rows().rowCount() == 3);
    CHECK(list->layoutDirection() == Qt::RightToLeft);
    driver.press(Qt::Key_End);
    const qint64 chosen = list->currentId();
    const QString number = cell(*list, 2, 0);
    const QString service = cell(*list, 2, 1);
    REQUIRE(chosen != 0);
    sell(driver, u"12345674"_s);
    driver.settle();
    CHECK(list->rows().rowCount() == 4);
    CHECK(list->currentId() == chosen);
    CHECK(list->currentIndex().row() == 3);

    setUiLanguage(*static_cast<QApplication*>(qApp), Language::English);
    driver.settle();
    CHECK(list->layoutDirection() == Qt::LeftToRight);
    CHECK(list->currentId() == chosen);
    CHECK(cell(*list, 3, 1) != service);
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
    driver.settle();
    CHECK(cell(*list, 3, 1) == service);

    driver.type(number);
    driver.press(Qt::Key_Return);
    CHECK(list->rows().rowCount() == 1);
    CHECK(list->currentId() == chosen);
    driver.press(Qt::Key_Escape);
    CHECK(list->rows().rowCount() == 4);
}

TEST_CASE("The receipts behind a figure are those of today, or of every day", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    const Receipt today = sell(driver, u"12345671"_s);
    driver.onDatabase([](Database& db) {
        return db.write([](Tx& tx) -> Result<> { // the same on an earlier day
            QString columns = QStringLiteral(SANAD_RECEIPT_COLUMNS), past = columns;
            past.replace(0, 2, u"id - 1000000"_s)
                .replace(u" number,"_s, u" number + 500,"_s)
                .replace(u"business_day"_s, u"20200105"_s);
            tx.execute(u"INSERT INTO receipt (%1) SELECT %2 FROM receipt"_s.arg(columns, past));
            tx.execute(
                u"INSERT INTO day_figure SELECT branch_id, dimension, 20200105, item, name_ar, name_en, "
                "receipts, government_baisa, service_baisa, discount_baisa, vat_baisa, total_baisa "
                "FROM day_figure"_s);
            return {};
        });
    });
    driver.press(Qt::Key_F11);
    driver.press(Qt::Key_Return);
    auto* list = qobject_cast<DataTable*>(QApplication::focusWidget());
    REQUIRE(list);
    REQUIRE(list->rows().rowCount() == 1);
    CHECK(cell(*list, 0, 0) == today.number);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    REQUIRE(list->rows().rowCount() == 2);
    CHECK(cell(*list, 0, 0) == today.number);
    CHECK(cell(*list, 1, 0) == u"C1-000501"_s);
    CHECK(list->hasFocus());
    driver.press(Qt::Key_1, Qt::ControlModifier);
    CHECK(list->rows().rowCount() == 1);
}

TEST_CASE("A customer whose data may not be used is marked among the matches by an icon and a word", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    const QString civil = driver.knownCivilNumber();
    const auto find = [&](Database& db) {
        return CustomerService(db).find(civil, 1, driver.desk().session().actor());
    };
    const auto found = driver.onDatabase(find);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found.front().restricted);
    driver.onDatabase([id = found.front().id, by = driver.desk().session().actor()](
                          Database& db) { return PrivacyService(db).restrictUse(id, by); });
    driver.press(Qt::Key_F3);
    driver.type(civil);
    auto* matches = shown<CustomerMatches>(driver);
    REQUIRE(matches);
    REQUIRE(matches->rows().rowCount() == 1);
    const auto* row = matches->rows().peek(0);
    REQUIRE(row);
    CHECK(row->mark.glyph == Glyph::Lock);
    CHECK(row->mark.text == u"مقيَّد"_s);
    const QString spoken = matches->rows().index(0, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.endsWith(row->mark.text));
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::English);
    driver.settle();
    CHECK(matches->rows().peek(0)->mark.text == u"Restricted"_s);
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
}
