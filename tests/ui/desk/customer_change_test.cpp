#include "core/audit/audit_service.h"
#include "core/customers/customer_service.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/approval/approval_dialog.h"
#include "ui/customers/customer_matches.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

CustomerId made(DeskDriver& driver, const QString& name, const QString& civilNumber, const QString& phone)
{
    return driver.onDatabase([&, by = driver.desk().session().actor()](Database& db) -> Result<CustomerId> {
        Customer draft;
        draft.nameAr = name;
        draft.phone = phone;
        draft.identifiers = {{u"civil_number"_s, civilNumber}};
        SANAD_TRY_VALUE(customer, CustomerService(db).create(draft, by, ConfirmDuplicates::Yes));
        return customer.id;
    });
}

Customer stored(DeskDriver& driver, CustomerId id)
{
    return driver.onDatabase(
        [id, by = driver.desk().session().actor()](Database& db) { return CustomerService(db).get(id, by); });
}

/// The visible field of that name.
template <class Field> Field* field(DeskDriver& driver, const QString& name, int nth = 0)
{
    for (auto* one : driver.window().currentPage()->findChildren<Field*>())
        if (one->isVisible() && one->accessibleName() == name && nth-- == 0) return one;
    FAIL("no field " << name.toStdString());
    return nullptr;
}

void put(DeskDriver& driver, QLineEdit* edit, const QString& text)
{
    edit->setFocus();
    edit->selectAll();
    driver.press(Qt::Key_Delete);
    driver.type(text);
}

void openChange(DeskDriver& driver, const QString& number)
{
    driver.press(Qt::Key_F3);
    driver.settle();
    driver.type(number);
    driver.settle();
    driver.press(Qt::Key_2, Qt::ControlModifier);
    driver.settle();
}

void finish(DeskDriver& driver)
{
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
}

FieldRow* rowOf(QWidget* editor)
{
    for (QWidget* each = editor; each; each = each->parentWidget())
        if (auto* row = qobject_cast<FieldRow*>(each)) return row;
    return nullptr;
}

DataTable* alike(DeskDriver& driver)
{
    for (auto* one : driver.window().currentPage()->findChildren<DataTable*>())
        if (one->isVisible() && one->accessibleName() == u"قد يكون العميل نفسه"_s) return one;
    return nullptr;
}

/// The second person consents, with reason and PIN.
void approve(DeskDriver& driver, const QString& user, const QString& pin)
{
    auto* dialog = driver.window().findChild<ApprovalDialog*>();
    REQUIRE(dialog);
    auto* who = dialog->findChild<QComboBox*>();
    REQUIRE(who->findData(user) >= 0);
    who->setCurrentIndex(who->findData(user));
    for (auto* field : dialog->findChildren<QLineEdit*>())
        field->setText(field->echoMode() == QLineEdit::Password ? pin : u"سُجّل مرتين"_s);
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->isDefault()) button->click();
    driver.settle();
    QApplication::setActiveWindow(&driver.window()); // no window manager does it here
}

} // namespace

TEST_CASE("A record is put right at the desk and found by what it says now", "[desk][customers]")
{
    DeskDriver driver;
    driver.signIn();
    const CustomerId id = made(driver, u"سالم بن حمد الكلبانيي"_s, u"70010001"_s, u"+96891110001"_s);
    openChange(driver, u"70010001"_s);
    put(driver, field<QLineEdit>(driver, u"الاسم بالعربية كما في المستند"_s), u"سالم بن حمد الكلباني"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"Salim Hamad Al Kalbani"_s);
    driver.press(Qt::Key_Insert);
    driver.settle();
    auto* kind = field<QComboBox>(driver, u"نوع الرقم"_s, 1);
    kind->setFocus();
    driver.press(Qt::Key_Down); // a passport
    driver.press(Qt::Key_Return);
    driver.type(u"ab123456"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    driver.type(u"25/03/2030"_s);
    put(driver, field<QLineEdit>(driver, u"الهاتف"_s), u"91110002"_s);
    put(driver, field<QLineEdit>(driver, u"البريد الإلكتروني"_s), u"salim@example.om"_s);
    put(driver, field<QLineEdit>(driver, u"تاريخ الميلاد"_s), u"1/2/1985"_s);
    auto* wilayat = field<QComboBox>(driver, u"الولاية"_s);
    wilayat->setCurrentIndex(wilayat->findData(u"OM-MA-BAWSHAR"_s));
    finish(driver);

    const Customer now = stored(driver, id);
    CHECK(now.nameAr == u"سالم بن حمد الكلباني"_s);
    CHECK(now.nameEn == u"Salim Hamad Al Kalbani"_s);
    CHECK(now.phone == u"+96891110002"_s);
    CHECK(now.email == u"salim@example.om"_s);
    CHECK(now.birthDate == QDate(1985, 2, 1));
    CHECK(now.wilayat == u"OM-MA-BAWSHAR"_s);
    REQUIRE(now.identifiers.size() == 2);
    CHECK(now.identifiers[1] ==
        CustomerIdentifier{u"passport_number"_s, u"AB123456"_s, u"OMN"_s, QDate(2030, 3, 25)});
    CHECK(field<QLineEdit>(driver, u"بحث عن عميل"_s)->isVisible());
    const auto found = driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        return CustomerService(db).find(u"AB123456"_s, 5, by);
    });
    REQUIRE(found.size() == 1);
    CHECK(found.front().id == id);
}

TEST_CASE(
    "What cannot be right is said at its field, and nothing that was typed is lost", "[desk][customers]")
{
    DeskDriver driver;
    driver.signIn();
    const CustomerId id = made(driver, u"خالد بن زايد الكلباني"_s, u"70010002"_s, u"+96891110003"_s);
    openChange(driver, u"70010002"_s);
    auto* latin = field<QLineEdit>(driver, u"الاسم بالحروف اللاتينية"_s);
    auto* birth = field<QLineEdit>(driver, u"تاريخ الميلاد"_s);
    auto* phone = field<QLineEdit>(driver, u"الهاتف"_s);
    put(driver, latin, u"خالد"_s);
    put(driver, birth, u"45/45"_s);
    finish(driver);
    CHECK(rowOf(latin)->fault() == Fault::Block);
    CHECK(rowOf(birth)->fault() == Fault::Block);
    CHECK(rowOf(phone)->fault() == Fault::None);
    CHECK(latin->hasFocus());
    CHECK(birth->text() == u"45/45"_s);
    CHECK(stored(driver, id).nameEn.isEmpty());

    // One level back and again: what was typed is still there.
    put(driver, latin, u"Khalid Zayid"_s);
    driver.press(Qt::Key_Escape);
    driver.settle();
    driver.press(Qt::Key_2, Qt::ControlModifier);
    driver.settle();
    CHECK(latin->text() == u"Khalid Zayid"_s);

    put(driver, birth, {});
    put(driver, phone, u"123"_s);
    finish(driver);
    CHECK(rowOf(phone)->fault() == Fault::Warn);
    CHECK(stored(driver, id).phone == u"+96891110003"_s);
    finish(driver); // the same key keeps what is unusual
    CHECK(stored(driver, id).phone == u"123"_s);
    CHECK(stored(driver, id).nameEn == u"Khalid Zayid"_s);
}

TEST_CASE("A record that another counter changed meanwhile is not written over, and is shown anew",
    "[desk][customers]")
{
    DeskDriver driver;
    driver.signIn();
    const CustomerId id = made(driver, u"هلال بن سيف الكلباني"_s, u"70010012"_s, u"+96891110012"_s);
    openChange(driver, u"70010012"_s);
    auto* latin = field<QLineEdit>(driver, u"الاسم بالحروف اللاتينية"_s);
    auto* email = field<QLineEdit>(driver, u"البريد الإلكتروني"_s);
    put(driver, latin, u"Hilal Saif"_s);
    driver.onDatabase([id, by = driver.desk().session().actor()](Database& db) -> Result<> {
        CustomerService customers(db);
        SANAD_TRY_VALUE(other, customers.get(id, by));
        other.email = u"hilal@example.om"_s;
        SANAD_TRY(customers.update(other, by));
        return {};
    });
    finish(driver);
    CHECK(stored(driver, id).nameEn.isEmpty());
    CHECK(stored(driver, id).email == u"hilal@example.om"_s);
    CHECK(driver.window().findChild<Banner*>()->isVisible());
    CHECK(latin->text() == u"Hilal Saif"_s); // to be read off

    driver.press(Qt::Key_Escape);
    driver.settle();
    driver.press(Qt::Key_2, Qt::ControlModifier);
    driver.settle();
    CHECK(latin->text().isEmpty());
    CHECK(email->text() == u"hilal@example.om"_s);
    put(driver, latin, u"Hilal Saif"_s);
    finish(driver);
    CHECK(stored(driver, id).nameEn == u"Hilal Saif"_s);
    CHECK(stored(driver, id).email == u"hilal@example.om"_s);
}

TEST_CASE(
    "Who may be the same customer is shown before a change or a new record is saved", "[desk][customers]")
{
    DeskDriver driver;
    driver.signIn();
    made(driver, u"ناصر بن علي الكلباني"_s, u"70010003"_s, u"+96891110004"_s);
    const CustomerId id = made(driver, u"ناصر بن سيف الكلباني"_s, u"70010004"_s, u"+96891110005"_s);
    openChange(driver, u"70010004"_s);
    auto* number = field<QLineEdit>(driver, u"الرقم: النوع والرقم وتاريخ الانتهاء"_s);
    put(driver, number, u"70010003"_s);
    finish(driver);
    REQUIRE(alike(driver));
    CHECK(alike(driver)->rows().index(0, 0).data().toString() == u"ناصر بن علي الكلباني"_s);
    finish(driver); // a number of somebody else is never taken
    CHECK(stored(driver, id).identifier(u"civil_number") == u"70010004"_s);

    put(driver, number, u"70010004"_s);
    put(driver, field<QLineEdit>(driver, u"الهاتف"_s), u"91110004"_s);
    CHECK_FALSE(alike(driver));
    finish(driver);
    REQUIRE(alike(driver));
    CHECK(stored(driver, id).phone == u"+96891110005"_s);
    finish(driver);
    CHECK(stored(driver, id).phone == u"+96891110004"_s);

    driver.press(Qt::Key_A, Qt::ControlModifier);
    driver.type(u"ناصر بن علي الكلباني"_s);
    driver.settle();
    driver.press(Qt::Key_Insert);
    driver.settle();
    put(driver, field<QLineEdit>(driver, u"الهاتف"_s), u"91110004"_s);
    finish(driver);
    REQUIRE(alike(driver));
    CHECK(alike(driver)->rows().rowCount() == 2);
}

TEST_CASE("Who may sign for a company is found or made on the spot, and withdrawn", "[desk][customers]")
{
    DeskDriver driver;
    driver.signIn();
    const CustomerId known = made(driver, u"حمد بن سعيد الكلباني"_s, u"70010005"_s, u"+96891110006"_s);
    const CustomerId firm =
        driver.onDatabase([by = driver.desk().session().actor()](Database& db) -> Result<CustomerId> {
            Customer draft;
            draft.kind = CustomerKind::Company;
            draft.nameAr = u"شركة الكلباني للتجارة"_s;
            draft.identifiers = {{u"cr_number"_s, u"7001000"_s}};
            SANAD_TRY_VALUE(company, CustomerService(db).create(draft, by));
            return company.id;
        });
    driver.press(Qt::Key_F3);
    driver.settle();
    driver.type(u"70010005"_s);
    driver.settle();
    driver.press(Qt::Key_3, Qt::ControlModifier); // a person has nobody who signs
    CHECK(field<QLineEdit>(driver, u"بحث عن عميل"_s)->isVisible());
    driver.press(Qt::Key_A, Qt::ControlModifier);
    driver.type(u"7001000"_s);
    driver.settle();
    driver.press(Qt::Key_3, Qt::ControlModifier);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier); // nobody is found yet
    CHECK(stored(driver, firm).authorised.empty());
    driver.type(u"70010005"_s);
    driver.settle();
    driver.press(Qt::Key_Return);
    driver.type(u"مفوض بالتوقيع"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"1/1/2030"_s);
    finish(driver);
    REQUIRE(stored(driver, firm).authorised.size() == 1);
    CHECK(stored(driver, firm).authorised.front() ==
        AuthorisedPerson{known, u"مفوض بالتوقيع"_s, QDate(2030, 1, 1)});

    driver.type(u"بدر بن ناصر العميري"_s);
    driver.settle();
    driver.press(Qt::Key_Insert);
    driver.settle();
    put(driver, field<QLineEdit>(driver, u"الرقم المدني"_s), u"70010006"_s);
    put(driver, field<QLineEdit>(driver, u"الهاتف"_s), u"91110007"_s);
    finish(driver);
    CHECK(driver.visit().isEmpty()); // made for the company, not for the visit
    finish(driver);
    REQUIRE(stored(driver, firm).authorised.size() == 2);

    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    CHECK(stored(driver, firm).authorised.size() == 1);
    driver.press(Qt::Key_Escape);
    driver.settle();
    CHECK(field<QLineEdit>(driver, u"بحث عن عميل"_s)->isVisible());
}

TEST_CASE("Two records of one customer are merged with a second person's consent, and parted again",
    "[desk][customers]")
{
    DeskDriver driver;
    driver.signInOwner();
    const CustomerId kept = made(driver, u"مازن بن راشد الكلباني"_s, u"70010007"_s, u"+96891110008"_s);
    const CustomerId gone = made(driver, u"مازن راشد الكلباني"_s, u"70010008"_s, u"+96891110009"_s);
    driver.press(Qt::Key_F3);
    driver.settle();
    driver.type(u"70010007"_s);
    driver.settle();
    driver.press(Qt::Key_4, Qt::ControlModifier);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier); // nothing is found yet
    CHECK_FALSE(driver.window().findChild<ApprovalDialog*>());
    driver.type(u"70010008"_s);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    CHECK(stored(driver, gone).mergedInto.isNull());
    approve(driver, u"manager"_s, u"222222"_s);
    CHECK(stored(driver, gone).mergedInto == kept);

    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    approve(driver, u"manager"_s, u"222222"_s);
    CHECK(stored(driver, gone).mergedInto.isNull());
}

TEST_CASE("Esc leads back to the search from everything that the customers page opens, and so do its key and "
          "another page",
    "[desk][customers]")
{
    DeskDriver driver;
    driver.signInOwner();
    made(driver, u"يعرب بن مالك الكلباني"_s, u"70010021"_s, u"+96891110021"_s);
    driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        Customer draft;
        draft.kind = CustomerKind::Company;
        draft.nameAr = u"شركة يعرب للتجارة"_s;
        draft.identifiers = {{u"cr_number"_s, u"7001021"_s}};
        return CustomerService(db).create(draft, by);
    });
    const auto open = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        driver.press(Qt::Key_F3);
        driver.press(Qt::Key_A, Qt::ControlModifier);
        driver.type(key == Qt::Key_3 ? u"7001021"_s : u"70010021"_s);
        driver.press(key, modifiers);
        driver.settle();
    };
    const auto atSearch = [&] {
        auto* matches = driver.window().currentPage()->findChild<CustomerMatches*>();
        return matches && matches->isVisible() && field<QLineEdit>(driver, u"بحث عن عميل"_s)->hasFocus();
    };
    for (const auto& [key, modifiers] : {std::pair{Qt::Key_Insert, Qt::KeyboardModifiers(Qt::NoModifier)},
             {Qt::Key_1, Qt::ControlModifier}, {Qt::Key_2, Qt::ControlModifier},
             {Qt::Key_3, Qt::ControlModifier}, {Qt::Key_4, Qt::ControlModifier}}) {
        INFO(int(key));
        for (const auto way : {Qt::Key_Escape, Qt::Key_F3, Qt::Key_F11}) {
            open(key, modifiers);
            REQUIRE_FALSE(driver.window().currentPage()->findChild<CustomerMatches*>()->isVisible());
            if (way == Qt::Key_F11) {
                driver.window().open(u"services"_s);
                driver.settle();
                driver.press(Qt::Key_F3);
            } else {
                driver.press(way);
            }
            CHECK(atSearch());
        }
    }
}

TEST_CASE("What one person had open of a customer is in no panel of the next one", "[desk][customers]")
{
    DeskDriver driver;
    driver.signInOwner();
    made(driver, u"يعرب بن مالك الكلباني"_s, u"70010022"_s, u"+96891110022"_s);
    const auto said = [&] {
        QStringList texts;
        for (const auto* label : driver.window().currentPage()->findChildren<Label*>())
            texts << label->plainText();
        for (const auto* edit : driver.window().currentPage()->findChildren<QLineEdit*>())
            texts << edit->text();
        return texts.join(u'\n');
    };
    for (const auto key : {Qt::Key_1, Qt::Key_4}) {
        driver.press(Qt::Key_F3);
        driver.press(Qt::Key_A, Qt::ControlModifier);
        driver.type(u"70010022"_s);
        driver.press(key, Qt::ControlModifier);
        driver.settle();
        CHECK(said().contains(u"يعرب"_s));
    }
    const Actor next(StaffId::create(), u"next"_s, u"C1"_s, {Permission::ViewCustomers});
    driver.desk().session().lock();
    driver.desk().session().signIn(next);
    driver.settle();
    CHECK_FALSE(said().contains(u"يعرب"_s));
}
