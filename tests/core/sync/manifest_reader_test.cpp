#include "core/sync/manifest_reader.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QJsonObject manifestWith(const QString& member, const QJsonValue& value)
{
    QJsonObject manifest{
        {u"name"_s, u"rest"_s}, {u"kind"_s, u"rest"_s}, {u"version"_s, u"0.1.0"_s}, {u"protocol"_s, 1}};
    manifest.insert(member, value);
    return manifest;
}

} // namespace

TEST_CASE("A connector says what it is in short clean texts, or is none", "[sync]")
{
    const auto manifest = must(readManifest(manifestWith(u"name"_s, u"portal of the centre"_s)));
    CHECK(manifest.name == u"portal of the centre"_s);
    CHECK(manifest.kind == u"rest"_s);
    CHECK(manifest.version == u"0.1.0"_s);

    for (const QString& member : {u"name"_s, u"kind"_s, u"version"_s})
        for (const QJsonValue& value : {QJsonValue(QString()), QJsonValue(u" rest"_s),
                 QJsonValue(u"re\u200Bst"_s), QJsonValue(u"\u202Etser"_s), QJsonValue(u"re\nst"_s),
                 QJsonValue(QString(41, u'r')), QJsonValue(7), QJsonValue(QJsonValue::Undefined)}) {
            INFO(member.toStdString());
            CHECK(refusal(readManifest(manifestWith(member, value))) ==
                Error{ErrorCode::Unusable, u"sync.connector-protocol"_s, {u"1"_s}, {}});
        }
    CHECK(refusal(readManifest(manifestWith(u"protocol"_s, 2))).key == u"sync.connector-protocol");
    CHECK(refusal(readManifest({})).key == u"sync.connector-protocol");
}
