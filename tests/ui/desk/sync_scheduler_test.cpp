#include "core/sync/sync_repository.h"
#include "tests/connectors/programs/real_portal.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

constexpr int kPatience = 60'000; // milliseconds; sanitizers are slow

struct QuietSink : SyncSink {
    void settled(Tx&, const SettledItem&) override { }
    void updated(Tx&, const ItemUpdate&) override { }
    void noticed(Tx&, const PortalNotice&) override { }
};

/// Adds the rest connector and the channel, confirmed as an owner does it.
void addChannel(DeskDriver& driver, const QString& channel, const QJsonObject& settings)
{
    driver.onDatabase([channel, settings](Database& db) -> Result<bool> {
        QuietSink sink;
        SyncService sync(db, sink);
        SANAD_TRY(sync.confirmConnector(builtProgram(u"sanad-connector-rest"_s), anyone()));
        SANAD_TRY(sync.setChannel(channel, u"rest"_s, QJsonDocument(settings).toJson(), anyone()));
        return true;
    });
}

ChannelStatus statusOf(DeskDriver& driver, const QString& channel)
{
    const auto list = driver.onDatabase([](Database& db) {
        return db.read(
            [](Tx& tx) -> Result<std::vector<ChannelStatus>> { return SyncRepository(tx).status(); });
    });
    for (const ChannelStatus& status : list)
        if (status.name == channel) return status;
    return {};
}

/// Whether everything that the visit put into the outbox arrives.
bool arrives(DeskDriver& driver, const QString& channel)
{
    return QTest::qWaitFor(
        [&] {
            const ChannelStatus status = statusOf(driver, channel);
            return status.delivered > 0 && status.waiting + status.sending + status.aside == 0;
        },
        kPatience);
}

/// From the waiting list to the papers of a service that its portal takes by itself; answers its channel.
QString walkToPapers(DeskDriver& driver)
{
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Return);
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.type(u"MTC"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    REQUIRE(driver.visit().work()->service.channelKind == u"rest"_s);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);
    return driver.visit().work()->service.channel;
}

void payInCash(DeskDriver& driver)
{
    for (const auto& document : driver.visit().work()->service.documents)
        if (document.required) driver.press(Qt::Key_Space);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
}

} // namespace

TEST_CASE("A paid visit reaches its portal without a key press", "[desk]")
{
    RealPortal portal;
    DeskDriver driver;
    driver.signIn();
    const QString channel = walkToPapers(driver);
    addChannel(driver, channel, portal.settings());
    payInCash(driver);
    REQUIRE(statusOf(driver, channel).delivered == 0);
    CHECK(arrives(driver, channel));
    CHECK_FALSE(portal.dump().empty());
}

TEST_CASE("What waited since before is sent at sign-in, and nothing before it", "[desk]")
{
    RealPortal portal;
    DeskDriver driver;
    driver.signIn();
    const QString channel = walkToPapers(driver);
    portal.crash();
    addChannel(driver, channel, portal.settings());
    payInCash(driver);
    driver.restart();
    portal.start();
    QTest::qWait(3'000); // longer than the pause after a commit
    CHECK(portal.dump().empty());
    driver.signIn();
    CHECK(arrives(driver, channel));
}

TEST_CASE("A channel that failed is tried again when its pause is over", "[desk]")
{
    RealPortal portal;
    DeskDriver driver;
    driver.signIn();
    const QString channel = walkToPapers(driver);
    portal.crash();
    addChannel(driver, channel, portal.settings());
    payInCash(driver);
    CHECK(QTest::qWaitFor([&] { return statusOf(driver, channel).downSince.isValid(); }, kPatience));
    portal.start();
    CHECK(arrives(driver, channel));
}
