#include "core/support/support_bundle.h"

#include "core/base/log.h"
#include "core/settings/settings_repository.h"
#include "tests/core/till_fixture/till.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A support bundle tells versions, counts and states, and nothing of a person", "[support][private]")
{
    Till till;
    auto draft = oneRenewal();
    draft.customerName = u"سالم بن حمد الحارثي"_s;
    draft.maskedIdentifier = u"*****678"_s;
    till.issue(draft);
    const QJsonObject bundle = must(SupportService(*till.db).bundle(till.by));
    CHECK(bundle[u"rows"_s].toObject()[u"receipt"_s] == 1);
    CHECK(bundle[u"schema"_s].toInteger() >= 18);
    // This till sells without a transaction, which verify does not miss.
    const QJsonArray breaches = bundle[u"breaches"_s].toArray();
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].toObject()[u"invariant"_s] == u"one-piece"_s);
    const QByteArray text = QJsonDocument(bundle).toJson();
    for (const char* personal : {"الحارثي", "*****678"})
        CHECK_FALSE(text.contains(personal));
    CHECK(refusal(SupportService(*till.db).bundle(actorWith({Permission::ViewAudit}))).key == u"gate.denied");
}
