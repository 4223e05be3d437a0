#include "core/sync/sync_service.h"
#include "tests/connectors/programs/real_portal.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct QuietSink : SyncSink {
    void settled(Tx&, const SettledItem&) override { }
    void updated(Tx&, const ItemUpdate&) override { }
    void noticed(Tx&, const PortalNotice&) override { }
};

} // namespace

TEST_CASE("A channel whose connector does not take its settings is not set up, and the setting is named",
    "[connectors]")
{
    const auto db = migratedDatabase();
    QuietSink sink;
    SyncService sync(*db, sink);
    must(sync.confirmConnector(builtProgram(u"sanad-connector-rest"_s), anyone()));
    const auto set = [&](const QJsonObject& settings) {
        return sync.setChannel(u"portal"_s, u"rest"_s, QJsonDocument(settings).toJson(), anyone());
    };
    const QJsonObject good{{u"url"_s, u"https://portal.example"_s}, {u"client_id"_s, u"desk"_s}};
    const struct {
        QString name;
        QJsonValue value;
    } bad[] = {{u"url"_s, u"http://portal.example"_s}, {u"url"_s, u"portal.example"_s}, {u"url"_s, 7},
        {u"client_id"_s, u""_s}, {u"ca"_s, u"/no/such/file.pem"_s}, {u"pin"_s, u"sha1//x"_s},
        {u"timeout_seconds"_s, 0}, {u"timeout_seconds"_s, u"45"_s}, {u"colour"_s, u"red"_s}};
    for (const auto& each : bad) {
        QJsonObject settings = good;
        settings[each.name] = each.value;
        const Error error = refusal(set(settings));
        CHECK(error.key == u"sync.settings-refused"_s);
        CHECK(error.args == QStringList{u"rest"_s, each.name});
    }
    CHECK(must(sync.status(anyone())).empty());
    must(set(good));
    CHECK(must(sync.status(anyone())).size() == 1);
    CHECK(refusal(sync.retry(u"elsewhere"_s, {}, anyone())).args == QStringList{u"elsewhere"_s, u"portal"_s});
}
