#include "core/audit/audit_trail.h"
#include "core/demo/demo_centre.h"
#include "tests/support/cheap_secrets.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/audit/act_edit.h"
#include "ui/text/act_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/label.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct AuditDesk {
    AuditDesk()
    {
        driver.signInOwner();
        driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
            return db.write([&](Tx& tx) -> Result<> {
                for (const auto& act : {u"receipt.issued"_s, u"receipt.reprinted"_s, u"shift.opened"_s,
                         u"shift.closed"_s, u"session.opened"_s})
                    AuditTrail(tx).record(by, act, std::int64_t{1});
                return {};
            });
        });
        driver.window().open(u"audit"_s);
        driver.settle();
        list = driver.window().currentPage()->findChild<DataTable*>();
        act = driver.window().currentPage()->findChild<ActEdit*>();
        REQUIRE(list);
        REQUIRE(act);
        list->setFocus();
    }

    /// The names in the column of acts, each once.
    QStringList acts() const
    {
        QStringList names;
        for (int row = 0; row < list->rows().rowCount(); ++row)
            names << list->rows().index(row, 4).data().toString();
        names.removeDuplicates();
        return names;
    }
    QStringList offered() const
    {
        QStringList names;
        const auto* model = act->completer()->popup()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }

    DeskDriver driver;
    DataTable* list = nullptr;
    ActEdit* act = nullptr;
};

} // namespace

TEST_CASE("Every line of the demonstration centre's audit log has a name in both languages", "[desk]")
{
    const auto db = migratedDatabase();
    DemoRequest request;
    request.cost = kCheap;
    request.customers = 60;
    request.days = 1;
    request.visitsADay = 8;
    must(makeDemo(*db, request));
    const QStringList recorded = must(db->read([](Tx& tx) -> Result<QStringList> {
        QStringList acts;
        auto query = tx.query("SELECT DISTINCT act FROM audit_line ORDER BY act");
        query.run();
        while (query.next())
            acts << query.text(0);
        return acts;
    }));
    REQUIRE(recorded.size() > 15);
    for (const QString& act : recorded)
        for (const Language language : {Language::Arabic, Language::English}) {
            INFO(act.toStdString());
            CHECK(actText(act, language) != act);
        }
}

TEST_CASE(
    "The audit log names acts in the language of the windows, and the chosen line tells the key", "[desk]")
{
    AuditDesk desk;
    CHECK(desk.list->rows().index(0, 4).data().toString() == u"تسجيل دخول"_s);
    const auto told = [&] {
        QString text;
        for (const auto* label : desk.driver.window().currentPage()->findChildren<Label*>())
            text += label->plainText() + u'\n';
        return text;
    };
    CHECK(told().contains(u"session.opened"_s));
    desk.act->setText(u"تسجيل دخول"_s);
    desk.driver.desk().setLanguage(Language::English);
    desk.driver.settle();
    CHECK(desk.list->rows().index(0, 4).data().toString() == u"Signed in"_s);
    CHECK(desk.act->text() == u"Signed in"_s);
    desk.driver.desk().setLanguage(Language::Arabic);
    desk.driver.settle();
    CHECK(desk.list->rows().index(0, 4).data().toString() == u"تسجيل دخول"_s);
    CHECK(desk.act->text() == u"تسجيل دخول"_s);
}

TEST_CASE("Acts are chosen from those that go with what is typed, or shown at once with Enter", "[desk]")
{
    AuditDesk desk;
    auto* popup = desk.act->completer()->popup();
    desk.act->setFocus();
    desk.driver.press(Qt::Key_Down); // nothing typed: all of them
    REQUIRE(popup->isVisible());
    CHECK(desk.offered().size() == namedActs().size());
    desk.driver.press(Qt::Key_Escape);
    CHECK_FALSE(popup->isVisible());
    CHECK(desk.act->isVisible());

    desk.driver.type(u"ايصال"_s); // as it is typed in a hurry
    REQUIRE(popup->isVisible());
    CHECK(desk.offered().contains(u"إعادة طباعة إيصال"_s));
    desk.driver.press(Qt::Key_Return); // none chosen: all of these
    desk.driver.settle();
    CHECK_FALSE(popup->isVisible());
    CHECK(desk.acts().contains(u"إصدار إيصال"_s));
    for (const QString& name : desk.acts())
        CHECK(name.contains(u"إيصال"_s));

    desk.act->clear();
    desk.driver.type(u"shift"_s); // in the other language
    REQUIRE(popup->isVisible());
    REQUIRE(desk.offered().contains(u"فتح وردية"_s));
    while (popup->currentIndex().data().toString() != u"فتح وردية"_s)
        desk.driver.press(Qt::Key_Down);
    desk.driver.press(Qt::Key_Return);
    desk.driver.settle();
    CHECK(desk.act->text() == u"فتح وردية"_s);
    CHECK(desk.acts() == QStringList{u"فتح وردية"_s});

    desk.act->clear();
    desk.driver.type(u"session."_s); // the beginning of a key
    desk.driver.press(Qt::Key_Return);
    desk.driver.settle();
    CHECK(desk.acts() == QStringList{u"تسجيل دخول"_s});
    desk.act->clear();
    desk.driver.press(Qt::Key_Return);
    desk.driver.settle();
    CHECK(desk.acts().size() > 5);
}
