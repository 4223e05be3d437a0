#include "tests/ui/assisted/assisted_counter.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

const AssistedModel::Field& fieldOf(const AssistedCounter& counter, const QString& key)
{
    const auto& fields = counter.presenter.model().fields();
    const auto at =
        std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.key == key; });
    REQUIRE(at != fields.end());
    return *at;
}

QString clipboard()
{
    return QApplication::clipboard()->text();
}

void choosePayment(AssistedCounter& counter, FeeState state)
{
    counter.page.findChild<QComboBox*>()->setCurrentIndex(static_cast<int>(state));
}

} // namespace

TEST_CASE("The answers stand in the order of the agency's site, written as it wants them", "[assisted]")
{
    AssistedCounter counter;
    QFile file(qEnvironmentVariable("SANAD_SOURCE") + u"/resources/assisted/rop_site.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QStringList order;
    for (const auto& key : QJsonDocument::fromJson(file.readAll()).object()[u"order"].toArray())
        order << key.toString();
    const auto& fields = counter.presenter.model().fields();
    REQUIRE(fields.size() >= 4);
    qsizetype last = -1;
    for (const auto& field : fields) {
        // What the site's order does not know stands behind the rest.
        const auto at = order.contains(field.key) ? order.indexOf(field.key) : order.size();
        CHECK(at >= last);
        last = at;
    }
    CHECK(fields.back().key == u"acting_as"_s);
    CHECK(fieldOf(counter, u"mobile"_s).value == u"92345678"_s);
    CHECK(fieldOf(counter, u"insurance_expiry"_s).value == u"01/03/2027"_s);
    CHECK(fieldOf(counter, u"plate_number"_s).value == u"12345 أب"_s);
    CHECK(counter.presenter.sheet().site == u"https://www.rop.gov.om"_s);
}

TEST_CASE("Enter copies one answer after the other and leads to the reference", "[assisted]")
{
    AssistedCounter counter;
    const auto fields = counter.presenter.model().fields();
    auto* list = counter.page.findChild<DataTable*>();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        REQUIRE(QApplication::focusWidget() == list);
        CHECK(list->currentIndex().row() == static_cast<int>(i));
        counter.press(Qt::Key_Return);
        CHECK(clipboard() == fields[i].value);
        CHECK(counter.presenter.model().fields()[i].copied);
    }
    CHECK(counter.presenter.model().next() == -1);
    CHECK(qobject_cast<LtrEdit*>(QApplication::focusWidget()));
}

TEST_CASE("Ctrl and a digit copy that answer; the one behind it is next", "[assisted]")
{
    AssistedCounter counter;
    const auto fields = counter.presenter.model().fields();
    CHECK(counter.page.perform(Command::Nth, 3));
    CHECK(clipboard() == fields[2].value);
    CHECK(counter.page.findChild<DataTable*>()->currentIndex().row() == 3);
    counter.page.perform(Command::Nth, 9);
    CHECK((fields.size() >= 9 || clipboard() == fields[2].value));
}

TEST_CASE("Whoever comes back from the site types the reference at once, and Enter goes on", "[assisted]")
{
    AssistedCounter counter;
    counter.type(u"٧٧٨1234"_s);
    counter.press(Qt::Key_Return);
    CHECK(qobject_cast<QComboBox*>(QApplication::focusWidget()));
    counter.press(Qt::Key_Return);
    counter.until([&] { return counter.visit.step() == Step::Fees; });
    CHECK(counter.told == 0);
    CHECK(counter.kept().portalReference == u"7781234"_s);
}

TEST_CASE("A reference of another shape is warned about, and taken when confirmed", "[assisted]")
{
    AssistedCounter counter;
    counter.type(u"?1"_s);
    counter.finish();
    CHECK(counter.visit.step() == Step::Assisted);
    CHECK(counter.faults ==
        std::vector<AssistedFault>{{u"/reference"_s, u"assisted.reference-pattern"_s, true}});
    counter.finish();
    CHECK(counter.visit.step() == Step::Fees);
    CHECK(counter.kept().portalReference == u"?1"_s);
}

TEST_CASE("A confirmed payment wants the agency's receipt, which goes into the draft", "[assisted]")
{
    AssistedCounter counter;
    counter.type(u"778 1234 a"_s);
    choosePayment(counter, FeeState::Confirmed);
    counter.finish();
    CHECK(counter.faults == std::vector<AssistedFault>{{u"/proof"_s, u"assisted.proof-missing"_s, false}});
    counter.finish();
    CHECK(counter.visit.step() == Step::Assisted);
    counter.type(u"R-19"_s);
    counter.finish();
    CHECK(counter.visit.step() == Step::Fees);
    const Draft draft = counter.kept();
    CHECK(draft.portalReference == u"7781234A"_s);
    CHECK(draft.feeState == FeeState::Confirmed);
    CHECK(draft.feeProof == u"R-19"_s);
}

TEST_CASE("Without a reference an unpaid service may go on, a paid one not", "[assisted]")
{
    AssistedCounter counter;
    choosePayment(counter, FeeState::PaidUnconfirmed);
    counter.finish();
    counter.finish();
    CHECK(counter.faults ==
        std::vector<AssistedFault>{{u"/reference"_s, u"assisted.reference-missing"_s, false}});
    choosePayment(counter, FeeState::Unpaid);
    counter.finish();
    CHECK(counter.faults.front().warning);
    CHECK(counter.visit.step() == Step::Assisted);
    counter.finish();
    CHECK(counter.visit.step() == Step::Fees);
}

TEST_CASE("A fee that the catalogue does not know comes from the site with its reference", "[assisted]")
{
    AssistedCounter counter(AssistedCounter::Connector::Real, u"ROP-VEH-DUP"_s);
    REQUIRE(counter.presenter.needsFee());
    counter.type(u"7781234"_s);
    counter.finish();
    CHECK(counter.faults == std::vector<AssistedFault>{{u"/fee_baisa"_s, u"assisted.fee"_s, false}});
    counter.type(u"12.5"_s);
    counter.finish();
    CHECK(counter.visit.step() == Step::Fees);
    CHECK(counter.kept().governmentFee == Money::fromBaisa(12'500));
    CHECK_FALSE(counter.visit.work()->feeMissing());
}

TEST_CASE("Without the connector the answers follow our form and the reference is unchecked", "[assisted]")
{
    AssistedCounter counter(AssistedCounter::Connector::None);
    CHECK(counter.presenter.trouble()->key == u"sync.connector-unknown"_s);
    CHECK(fieldOf(counter, u"mobile"_s).value == u"+96892345678"_s);
    CHECK(fieldOf(counter, u"insurance_expiry"_s).value == u"01/03/2027"_s);
    counter.type(u"7781234"_s);
    counter.finish();
    CHECK(counter.faults == std::vector<AssistedFault>{{u"/reference"_s, u"assisted.unchecked"_s, true}});
    counter.finish();
    CHECK(counter.visit.step() == Step::Fees);
}

TEST_CASE("The site opens in a browser, and nobody starts one without a display", "[assisted]")
{
    AssistedCounter counter;
    counter.presenter.openSite();
    CHECK(counter.error->key == u"assisted.site-not-opened"_s);
    counter.error.reset();
    QUrl opened;
    counter.presenter.setOpener([&](const QUrl& address) {
        opened = address;
        return true;
    });
    CHECK(counter.page.perform(Command::OpenSite, 0));
    CHECK(opened == QUrl(u"https://www.rop.gov.om"_s));
    CHECK_FALSE(counter.error.has_value());
}

TEST_CASE("Marks, words and what was typed outlive a change of the language and a way back", "[assisted]")
{
    AssistedCounter counter;
    auto& application = *static_cast<QApplication*>(qApp);
    setUiLanguage(application, Language::English);
    counter.press(Qt::Key_Return);
    counter.type(u"7781234"_s);
    setUiLanguage(application, Language::Arabic);
    CHECK(counter.presenter.model().fields().front().copied);
    counter.finish();
    REQUIRE(counter.visit.step() == Step::Fees);
    counter.visit.back();
    REQUIRE(counter.visit.step() == Step::Assisted);
    counter.page.arrive();
    CHECK(qobject_cast<LtrEdit*>(QApplication::focusWidget())->text() == u"7781234"_s);
    CHECK(counter.presenter.model().fields().front().copied);
    setUiLanguage(application, Language::English);
}
